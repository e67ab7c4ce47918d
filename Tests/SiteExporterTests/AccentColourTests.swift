import SiteExporter
import Testing

struct AccentColourTests {
  @Test("measures contrast as WCAG does")
  func measures() {
    let black = AccentColour.RGB(0, 0, 0)
    let white = AccentColour.RGB(255, 255, 255)
    #expect(abs(black.contrast(with: white) - 21) < 0.05)
    #expect(abs(AccentColour.RGB(0x76, 0x76, 0x76).contrast(with: white) - 4.54) < 0.1)
    #expect(black.contrast(with: black) == 1)
  }

  @Test("reads six digits after a sign, nothing else", arguments: ["", "#", "#12345", "#1234567", "0b5d6b0", "#zz5d6b", "แดง"])
  func refuses(_ text: String) { #expect(AccentColour.RGB(hex: text) == nil) }

  @Test("lightens an accent until it can be read in the dark", arguments: ["#0b5d6b", "#000000", "#7a1f5c", "#0000ff"])
  func lightens(_ text: String) throws {
    let colour = try #require(AccentColour.RGB(hex: text))
    #expect(colour.hex == text)
    #expect(AccentColour(light: colour).dark.contrast(with: AccentColour.darkGround) >= AccentColour.least)
  }
}
