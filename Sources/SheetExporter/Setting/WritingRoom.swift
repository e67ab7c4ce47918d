import ThaiText

/// How much fits a page, in em of the body: near enough to fill a page with lines to write on and not spill over.
struct WritingRoom {
  var settings: SheetSettings
  /// Of the text, two em apart.
  var columns = 1

  /// How many pages a sheet may fill.
  var pages = 1.0

  /// A line of text, with the space to the next: what prelude.typ and sheet.css set.
  static let textLine = 1.55
  static let ruledLine = 2.3

  /// Title, name lines and their space, on the first page only.
  let titleHeight = 8.0

  private var em: Double { settings.size.points * 0.3528 }
  /// Millimetres between the margins; an em is kept in hand.
  private var height: Double { pages * ((settings.paper.height - (settings.paper == .a4 ? 42 : 34)) / em - 1) }
  var lineWidth: Double {
    let whole = (settings.paper.width - (settings.paper == .a4 ? 40 : 28)) / em
    return (whole - 2 * Double(columns - 1)) / Double(max(1, columns))
  }

  /// How many ruled lines still fit where `used` em stand below the title.
  func lines(after used: Double) -> Int { max(0, Int((height - titleHeight - used) / Self.ruledLine)) }

  /// What is left below `used` em.
  func rest(after used: Double) -> Double { max(0, height - titleHeight - used) }

  /// The height of a paragraph set `indent` em from the left.
  func height(of text: String, indent: Double = 0) -> Double { Double(lineCount(text, width: lineWidth - indent)) * Self.textLine }

  /// Ragged lines are filled to nine tenths.
  func lineCount(_ text: String, width: Double) -> Int {
    let bytes = Array(text.utf8)
    let needed = Double(emWidth(bytes.span)) / 100
    return max(1, Int((needed / max(4, width * 0.9)).rounded(.up)))
  }
}
