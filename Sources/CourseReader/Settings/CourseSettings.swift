import CourseModel
import Diagnostics
import Yams

/// `Content/course.yml`: every field optional.
package struct CourseSettings: Hashable, Sendable {
  /// Names of one concept: its term first.
  package struct Aliases: Hashable, Sendable {
    package var term: String
    package var names: [String]
  }
  package var id: String?
  package var title: String?
  package var language: Language
  package var authors: [String]
  package var aliases: [Aliases]
  /// Rules switched off for the whole course.
  package var ignored: Set<String>

  package init(
    id: String? = nil, title: String? = nil, language: Language = .thai, authors: [String] = [], aliases: [Aliases] = [],
    ignored: Set<String> = []
  ) {
    self.id = id
    self.title = title
    self.language = language
    self.authors = authors
    self.aliases = aliases
    self.ignored = ignored
  }

  /// What can be read of the file; the rest keeps its default and has a diagnostic.
  package static func read(_ text: SourceText) -> (settings: CourseSettings, diagnostics: [Diagnostic]) {
    var settings = CourseSettings()
    var yaml = YAMLReader(text)
    guard let root = yaml.root() else { return (settings, yaml.diagnostics) }
    let fields = yaml.mapping(
      root, known: ["id", "title", "language", "authors", "aliases", "ignore"],
      of: Wording(thai: " course.yml ", english: "course.yml"))
    settings.id = yaml.identifier(fields["id"])
    settings.title = yaml.string(fields["title"], "title")
    settings.language = yaml.language(fields["language"]) ?? .thai
    settings.authors = yaml.strings(fields["authors"], "authors")
    settings.ignored = Set(yaml.strings(fields["ignore"], "ignore"))
    if let aliases = fields["aliases"] {
      if case .mapping(let pairs) = aliases {
        for (term, names) in pairs {
          guard let term = term.string else { continue }
          settings.aliases.append(Aliases(term: term, names: yaml.strings(names, term)))
        }
      } else {
        yaml.wrongType(aliases, "aliases", thai: "คู่ คำ: [ชื่ออื่น]", english: "pairs of term: [other names]")
      }
    }
    return (settings, yaml.diagnostics)
  }
}

extension YAMLReader {
  /// An identifier the author gives: lower-case ASCII letters, digits, `-`, `_`, starting with a letter.
  mutating func identifier(_ node: Node?) -> String? {
    guard let node, let value = string(node, "id") else { return nil }
    let bytes = Array(value.utf8)
    let isGood =
      !bytes.isEmpty && bytes.count <= 64 && (0x61...0x7A).contains(bytes[0])
      && bytes.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F }
    guard isGood else {
      report(
        "invalid-id", .error, at: range(of: node), thai: "รหัส “\(value)” ใช้ไม่ได้", english: "“\(value)” cannot be an id",
        repair: Wording(
          thai: "ใช้ a–z 0–9 - _ ขึ้นต้นด้วยตัวอักษร ไม่เกิน 64 ตัว", english: "use a–z, 0–9, - and _, a letter first, 64 at most"))
      return nil
    }
    return value
  }

  package mutating func language(_ node: Node?) -> Language? {
    guard let node, let value = string(node, "language") else { return nil }
    if let language = Language(rawValue: value) { return language }
    wrongType(node, "language", thai: " th หรือ en", english: "th or en")
    return nil
  }
}
