/// Finds the text of a file by the name diagnostics give it; nil where it is not to be had.
package typealias SourceLookup = (String) -> SourceText?

/// Prints diagnostics for people, as compilers do:
///
///     Content/06/chapter.md:5:3: warning[unresolved-citation]: ไม่พบรายการอ้างอิงของ Schuler (1996)
///         Schuler (1996) ได้กล่าวว่า เครือข่าย คือ สายใย
///         ^~~~~~~~~~~~~~
///         แก้: เพิ่มรายการใน references.yml
///
/// The place of the first line is in Unicode scalars, the caret stands by terminal cells. Remembers the line index of the file it
/// printed last: printing in source order costs each file one pass.
package struct DiagnosticPrinter {
  private let source: SourceLookup
  private let language: Language
  private let colour: Bool
  private let width: Int
  private var last: (text: SourceText, index: LineIndex)?

  /// `width` is how many cells of a line are shown.
  package init(source: @escaping SourceLookup, language: Language, colour: Bool, width: Int = 100) {
    self.source = source
    self.language = language
    self.colour = colour
    self.width = max(20, width)
  }

  /// All of them, in source order, each ending in a line end.
  package static func text(_ diagnostics: [Diagnostic], source: @escaping SourceLookup, language: Language, colour: Bool) -> String
  {
    var printer = DiagnosticPrinter(source: source, language: language, colour: colour)
    return diagnostics.inSourceOrder().reduce(into: "") { $0 += printer.text($1) }
  }

  package mutating func text(_ diagnostic: Diagnostic) -> String {
    var out = ""
    var excerpt: SourceExcerpt?
    if let span = diagnostic.span {
      out += styled(Drawn.line(span.file), .bold)
      if let (text, index) = indexed(span.file) {
        let place = index.location(of: span.range.lowerBound)
        out += styled(":\(place.line):\(place.column)", .bold)
        if !text.bytes.isEmpty {
          excerpt = SourceExcerpt(text, line: index.range(ofLine: place.line), range: span.range, width: width)
        }
      }
      out += ": "
    }
    let severity = Style(diagnostic.severity)
    out += styled("\(diagnostic.severity.rawValue)[\(Drawn.line(diagnostic.id))]", severity)
    out += ": " + Drawn.line(diagnostic.message.text(in: language)) + "\n"
    if let excerpt {
      out += Self.indent + excerpt.text + "\n"
      let mark = "^" + String(repeating: "~", count: excerpt.underline.count - 1)
      out += Self.indent + String(repeating: " ", count: excerpt.underline.lowerBound) + styled(mark, severity) + "\n"
    }
    if let repair = diagnostic.repair {
      out += Self.indent + styled(language == .thai ? "แก้: " : "help: ", .help) + Drawn.line(repair.text(in: language)) + "\n"
    }
    return out
  }

  private static let indent = "    "

  private mutating func indexed(_ file: String) -> (text: SourceText, index: LineIndex)? {
    if let last, last.text.file == file { return last }
    guard let text = source(file) else { return nil }
    last = (text, LineIndex(text))
    return last
  }

  private enum Style: String {
    case bold = "1"
    case error = "1;31"
    case warning = "1;33"
    case note = "1;36"
    case help = "1;32"

    init(_ severity: Severity) {
      switch severity {
      case .error: self = .error
      case .warning: self = .warning
      case .note: self = .note
      }
    }
  }

  private func styled(_ text: String, _ style: Style) -> String { colour ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text }
}
