import ThaiText

/// A piece of a line on paper.
package enum SheetInline: Hashable, Sendable {
  case text(String)
  case strong(String)
  /// A term of the course where it is said first: strong, in the accent.
  case term(String)
  /// Said more quietly: an English term, a source, a place to look.
  case soft(String)
  case accent(String)
  case emphasis(String)
  /// Letters of one width: what a program is told.
  case code(String)
  /// A note at the foot of the page; the writers number them through.
  case footnote(SheetText)
  /// Room to write `width` em, dotted; `number` stands before it where the answers are listed by number.
  case gap(width: Double, number: Int?)
  case lineBreak
}

package typealias SheetText = [SheetInline]

extension [SheetInline] {
  /// Whether what comes after a piece may not begin a line.
  func clings(after i: Int) -> Bool {
    guard i + 1 < count else { return false }
    switch self[i + 1] {
    case .text(let text), .strong(let text), .term(let text), .soft(let text), .accent(let text), .emphasis(let text):
      return LineSetting.clings(text)
    case .code, .footnote, .gap, .lineBreak: return false
    }
  }

  /// The words alone: what a bookmark or a screen reader's label says.
  package var plainText: String {
    var out = ""
    for inline in self {
      switch inline {
      case .text(let text), .strong(let text), .term(let text), .soft(let text), .accent(let text), .emphasis(let text),
        .code(let text):
        out += text
      case .footnote: break
      case .gap: out += "……"
      case .lineBreak: out += " "
      }
    }
    return out
  }
}
