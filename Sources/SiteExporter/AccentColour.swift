/// A publisher's accent, a colour for each scheme, readable on the site's paper.
package struct AccentColour: Sendable, Hashable {
  /// 0 to 255 each.
  package struct RGB: Sendable, Hashable {
    package var red: UInt8
    package var green: UInt8
    package var blue: UInt8

    package init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
      self.red = red
      self.green = green
      self.blue = blue
    }

    /// `#0b5d6b`; nil for anything else.
    package init?(hex: String) {
      let bytes = Array(hex.utf8)
      guard bytes.count == 7, bytes[0] == UInt8(ascii: "#") else { return nil }
      let digits = bytes[1...].compactMap { byte -> UInt8? in
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): return byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): return byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): return byte - UInt8(ascii: "A") + 10
        default: return nil
        }
      }
      guard digits.count == 6 else { return nil }
      self.init(digits[0] << 4 | digits[1], digits[2] << 4 | digits[3], digits[4] << 4 | digits[5])
    }

    package var hex: String {
      "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// WCAG's contrast ratio, 1 to 21.
    package func contrast(with other: RGB) -> Double {
      let (a, b) = (luminance, other.luminance)
      return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    /// Relative luminance with the power 2.2 in place of sRGB's piecewise curve: within 0.02 of it, and without a mathematics library.
    private var luminance: Double {
      func linear(_ value: UInt8) -> Double {
        let share = Double(value) / 255
        // x^2.2 = x² · x^0.2; the fifth root by Newton's method.
        guard share > 0 else { return 0 }
        var root = 1.0
        for _ in 0..<40 { root -= (root * root * root * root * root - share) / (5 * root * root * root * root) }
        return share * share * root
      }
      return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    fileprivate func mixed(withWhite share: Double) -> RGB {
      func mix(_ value: UInt8) -> UInt8 { UInt8(max(0, min(255, (Double(value) + (255 - Double(value)) * share).rounded()))) }
      return RGB(mix(red), mix(green), mix(blue))
    }
  }

  /// WCAG AA for text.
  package static let least = 4.5
  /// The darkest ground an accent stands on in the light scheme, the lightest in the dark one.
  package static let lightGround = RGB(0xE9, 0xF3, 0xF4)
  package static let darkGround = RGB(0x1A, 0x2C, 0x31)

  package let light: RGB
  package let dark: RGB

  /// - Parameter dark: nil for the light one, mixed with white until it can be read on the dark ground.
  package init(light: RGB, dark: RGB? = nil) {
    self.light = light
    self.dark =
      dark
      ?? (0...20).lazy.map { light.mixed(withWhite: Double($0) / 20) }.first { $0.contrast(with: Self.darkGround) >= 5.5 }
      ?? RGB(255, 255, 255)
  }

  var css: [UInt8] { Array(":root { --accent: light-dark(\(light.hex), \(dark.hex)); }\n".utf8) }
}
