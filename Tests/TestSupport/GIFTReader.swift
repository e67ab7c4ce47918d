/// Reads GIFT as its importers do: questions part at blank lines, a backslash takes the next sign as it is.
public struct GIFTReader {
  public struct Question {
    public var id: String
    public var stem: String
    /// `=`, `~` or `#` and what stands behind it.
    public var answers: [(mark: Unicode.Scalar, text: String)]
  }
  public private(set) var questions: [Question] = []

  /// By scalars: a mark of Thai makes one `Character` with the sign before it, for no importer.
  public init(_ source: String) {
    for block in Self.blocks(source) where !block.hasPrefix("$CATEGORY") {
      let id = block.unicodeScalars.dropFirst("// [id:".count).prefix { $0 != "]" }
      let lines = block.unicodeScalars.split(separator: "\n").filter { !$0.starts(with: "//".unicodeScalars) }
      var body: [(scalar: Unicode.Scalar, isLiteral: Bool)] = []
      var isEscaped = false
      for scalar in lines.joined(separator: "\n".unicodeScalars) {
        if !isEscaped, scalar == "\\" {
          isEscaped = true
        } else {
          body.append((scalar, isEscaped))
          isEscaped = false
        }
      }
      guard let open = body.firstIndex(where: { $0 == ("{", false) }), let close = body.lastIndex(where: { $0 == ("}", false) }),
        open < close
      else { continue }
      var stem = Self.text(body[..<open].map(\.scalar))
      if let end = stem.range(of: "::[html]") { stem = String(stem[end.upperBound...]) }
      var answers: [(mark: Unicode.Scalar, text: [Unicode.Scalar])] = []
      for (scalar, isLiteral) in body[(open + 1)..<close] {
        if !isLiteral, scalar == "=" || scalar == "~" || scalar == "#" {
          answers.append((scalar, []))
        } else if !answers.isEmpty {
          answers[answers.count - 1].text.append(scalar)
        }
      }
      questions.append(
        Question(id: Self.text(Array(id)), stem: stem, answers: answers.map { ($0.mark, Self.trimmed(Self.text($0.text))) }))
    }
  }

  private static func text(_ scalars: [Unicode.Scalar]) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  private static func trimmed(_ text: String) -> String {
    String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }

  private static func blocks(_ source: String) -> [String] {
    var blocks: [String] = []
    var current: [Substring.UnicodeScalarView] = []
    for line in source.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
      if !line.isEmpty {
        current.append(line)
      } else if !current.isEmpty {
        blocks.append(text(Array(current.joined(separator: "\n".unicodeScalars))))
        current = []
      }
    }
    if !current.isEmpty { blocks.append(text(Array(current.joined(separator: "\n".unicodeScalars)))) }
    return blocks
  }
}
