import CourseModel
import Diagnostics
import Prose
import Yams

/// The front matter of a chapter: every field optional.
package struct ChapterSettings: Hashable, Sendable {
  /// An objective as written; its sections are still names of headings.
  package struct Objective: Hashable, Sendable {
    package var id: String?
    package var text: String
    package var level: CognitiveLevel?
    package var sections: [String]
    package var range: ByteRange
  }
  package var id: String?
  package var title: String?
  /// Where the title stands in the file.
  package var titleRange: ByteRange?
  package var number: String?
  package var objectives: [Objective]
  /// Rules and findings switched off for this chapter.
  package var ignored: Set<String>

  package init(
    id: String? = nil, title: String? = nil, titleRange: ByteRange? = nil, number: String? = nil, objectives: [Objective] = [],
    ignored: Set<String> = []
  ) {
    self.id = id
    self.title = title
    self.titleRange = titleRange
    self.number = number
    self.objectives = objectives
    self.ignored = ignored
  }

  package static func read(_ frontMatter: FrontMatter?, in text: SourceText) -> (
    settings: ChapterSettings, diagnostics: [Diagnostic]
  ) {
    var settings = ChapterSettings()
    guard let frontMatter else { return (settings, []) }
    var yaml = YAMLReader(text, range: frontMatter.range)
    guard let root = yaml.root() else { return (settings, yaml.diagnostics) }
    let fields = yaml.mapping(
      root, known: ["id", "title", "number", "objectives", "ignore"],
      of: Wording(thai: "ส่วนหัวของบท", english: "a chapter's front matter"))
    settings.id = yaml.identifier(fields["id"])
    settings.title = yaml.string(fields["title"], "title")
    settings.titleRange = settings.title == nil ? nil : fields["title"].map { yaml.range(of: $0) }
    settings.number = yaml.string(fields["number"], "number")
    settings.ignored = Set(yaml.strings(fields["ignore"], "ignore"))
    if let objectives = fields["objectives"] {
      if case .sequence(let items) = objectives {
        settings.objectives = items.compactMap { yaml.objective($0) }
      } else {
        yaml.wrongType(objectives, "objectives", thai: "รายการ", english: "a list")
      }
    }
    return (settings, yaml.diagnostics)
  }
}

extension YAMLReader {
  /// A text alone, or `id`, `text`, `level`, `sections`.
  fileprivate mutating func objective(_ node: Node) -> ChapterSettings.Objective? {
    if case .scalar = node {
      return string(node, "objectives").map { .init(id: nil, text: $0, level: nil, sections: [], range: range(of: node)) }
    }
    let fields = mapping(node, known: ["id", "text", "level", "sections"], of: Wording(thai: "วัตถุประสงค์", english: "an objective"))
    guard let written = fields["text"], let text = string(written, "text") else {
      report(
        "objective-without-text", .error, at: range(of: node), thai: "วัตถุประสงค์ข้อนี้ไม่มี text", english: "this objective has no text",
        repair: Wording(thai: "เพิ่มบรรทัด text: …", english: "add a line text: …"))
      return nil
    }
    var level: CognitiveLevel?
    if let node = fields["level"], let name = string(node, "level") {
      level = CognitiveLevel(rawValue: name)
      if level == nil {
        let names = CognitiveLevel.allCases.map(\.rawValue).joined(separator: ", ")
        report(
          "unknown-level", .error, at: range(of: node), thai: "ไม่รู้จักระดับ “\(name)”", english: "“\(name)” is no level",
          repair: Wording(thai: "ที่ใช้ได้คือ \(names)", english: "known: \(names)"))
      }
    }
    return .init(
      id: identifier(fields["id"]), text: text, level: level, sections: strings(fields["sections"], "sections"),
      range: range(of: written))
  }
}
