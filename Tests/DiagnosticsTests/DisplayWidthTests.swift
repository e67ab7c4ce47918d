import Testing

@testable import Diagnostics

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("น้ำใจ", 4), ("เครือข่าย", 7), ("ที่นี่", 2), ("กิ๊ก", 2), ("ฤๅ", 2), ("๒๕๔๖", 4), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("漢字", 4),
    ("😀", 2),
    ("ｆ", 2), ("“ก”…", 4), ("\u{200B}\u{FEFF}", 0), ("\u{1B}", 0), ("한글", 4),
  ])
  func countsTerminalCells(_ text: String, _ cells: Int) { #expect(DisplayWidth.cells(of: text) == cells) }

  @Test func runsTabsToTheNextEighth() {
    #expect(DisplayWidth.cells(of: "\t") == 8)
    #expect(DisplayWidth.cells(of: "ก\tข") == 9)
    #expect(DisplayWidth.cells(of: "\t", from: 6) == 2)
  }
}
