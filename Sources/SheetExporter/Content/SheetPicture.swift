import Rendering

/// A picture of the course that a sheet shows: PNG, JPEG or SVG, known by its first bytes and not by its name.
package struct SheetPicture: Hashable, Sendable {
  package enum Format: String, Hashable, Sendable {
    case png, jpeg, svg
    /// As the Internet names it.
    package var mediaType: String { self == .svg ? "image/svg+xml" : "image/\(rawValue)" }
    package var fileExtension: String { self == .jpeg ? "jpg" : rawValue }
  }
  package let format: Format
  package let bytes: [UInt8]
  /// In pixels of 1/96 inch.
  package let width: Double
  package let height: Double
  /// From the sheet's page to the picture, where it stands beside the site's pages; nil puts the picture into the page.
  package let address: String?

  /// The picture itself as an address.
  var dataAddress: String { "data:\(format.mediaType);base64," + String(decoding: Base64.of(bytes), as: UTF8.self) }

  /// nil for what is none of the three, or says no size.
  package init?(_ bytes: [UInt8], address: String? = nil) {
    guard let (format, size) = Self.png(bytes) ?? Self.jpeg(bytes) ?? Self.svg(bytes) else { return nil }
    guard size.width.isFinite, size.height.isFinite, size.width >= 1, size.height >= 1, size.width * size.height < 400_000_000
    else { return nil }
    self.format = format
    self.bytes = bytes
    self.address = address
    (width, height) = size
  }

  // MARK: Reading sizes

  private typealias Found = (format: Format, size: (width: Double, height: Double))

  private static func number(_ bytes: ArraySlice<UInt8>) -> Double { bytes.reduce(0) { $0 * 256 + Double($1) } }

  private static func png(_ bytes: [UInt8]) -> Found? {
    guard bytes.count > 24, bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else { return nil }
    return (.png, (number(bytes[16..<20]), number(bytes[20..<24])))
  }

  /// The size stands in the segment that starts the frame, behind those of cameras and programs.
  private static func jpeg(_ bytes: [UInt8]) -> Found? {
    guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
    var i = 2
    while i + 9 < bytes.count, bytes[i] == 0xFF {
      let marker = bytes[i + 1]
      if marker == 0xFF {
        i += 1
        continue
      }
      if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
        return (.jpeg, (number(bytes[(i + 7)..<(i + 9)]), number(bytes[(i + 5)..<(i + 7)])))
      }
      i += 2 + max(2, Int(number(bytes[(i + 2)..<(i + 4)])))
    }
    return nil
  }

  private static func svg(_ bytes: [UInt8]) -> Found? {
    let shape = MarkupShape(bytes)
    guard shape.isWhole, shape.root == "svg" else { return nil }
    let box = (shape.attributes["viewBox"] ?? "").split { $0 == " " || $0 == "," }.compactMap { Double($0) }
    let width = length(shape.attributes["width"]) ?? (box.count == 4 ? box[2] : nil)
    let height = length(shape.attributes["height"]) ?? (box.count == 4 ? box[3] : nil)
    guard let width, let height else { return nil }
    return (.svg, (width, height))
  }

  /// «120», «120px», «90pt», «5cm»; nil for a share of something else.
  private static func length(_ text: String?) -> Double? {
    guard let text else { return nil }
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let units = ["": 1.0, "px": 1, "pt": 96.0 / 72, "pc": 16, "in": 96, "cm": 96 / 2.54, "mm": 9.6 / 2.54]
    guard let value = Double(digits), let unit = units[String(text[digits.endIndex...])] else { return nil }
    return value * unit
  }
}
