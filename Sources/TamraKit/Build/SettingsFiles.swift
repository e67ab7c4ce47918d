import CourseModel
import CourseReader
import Diagnostics
import QuizGenerator
import Rendering
import SiteExporter
import Yams

/// What `Site/site.yml` and `Content/quiz.yml` say, with the places of what they say wrong.
enum SettingsFiles {
  /// `Site/site.yml`: every field optional.
  static func site(_ text: SourceText) -> (settings: SiteSettings, diagnostics: [Diagnostic]) {
    var settings = SiteSettings()
    var yaml = YAMLReader(text)
    guard let root = yaml.root() else { return (settings, yaml.diagnostics) }
    let fields = yaml.mapping(
      root,
      known: [
        "title", "base-url", "language", "raw-html", "practice", "sheets", "banks", "accent", "accent-dark", "leave-out",
        "downloads", "paper", "large-print", "columns",
      ],
      of: Wording(thai: " site.yml ", english: "site.yml"))
    settings.title = yaml.string(fields["title"], "title").flatMap { $0.isEmpty ? nil : $0 }
    settings.language = yaml.language(fields["language"])
    settings.rawHTML = yaml.bool(fields["raw-html"], "raw-html") ?? settings.rawHTML
    settings.practice = yaml.bool(fields["practice"], "practice") ?? settings.practice
    settings.sheets = yaml.strings(fields["sheets"], "sheets")
    settings.banks = yaml.strings(fields["banks"], "banks")
    settings.accent = yaml.accent(fields["accent"], dark: fields["accent-dark"])
    settings.omitted = Set(yaml.names(fields["leave-out"], "leave-out") { OptionalPage(rawValue: $0) })
    settings.downloads = Set(yaml.names(fields["downloads"], "downloads") { Download(rawValue: $0) })
    if let node = fields["paper"], let name = yaml.string(node, "paper") {
      if let paper = PrintLayout.Paper(rawValue: name.lowercased()) {
        settings.print.paper = paper
      } else {
        yaml.wrongType(node, "paper", thai: " a4 หรือ a5", english: "a4 or a5")
      }
    }
    settings.print.isLarge = yaml.bool(fields["large-print"], "large-print") ?? false
    if let columns = yaml.number(fields["columns"], "columns", in: 1...2) { settings.print.columns = Int(columns) }
    if settings.omitted.contains(.practice) { settings.practice = false }
    if let node = fields["base-url"], let url = yaml.string(node, "base-url"), !url.isEmpty {
      if url.hasPrefix("https://") || url.hasPrefix("http://"), LinkPolicy.allows(url) {
        settings.baseURL = url.hasSuffix("/") ? url : url + "/"
      } else {
        yaml.wrongType(node, "base-url", thai: "ที่อยู่ที่ขึ้นต้นด้วย https://", english: "an address that starts with https://")
      }
    }
    return (settings, yaml.diagnostics)
  }

  /// `Content/quiz.yml`: the exam share, the pool, the blueprint, and what stands at the head of an exam paper.
  static func quiz(_ text: SourceText) -> (settings: QuizSettings, diagnostics: [Diagnostic]) {
    var settings = QuizSettings()
    var yaml = YAMLReader(text)
    guard let root = yaml.root() else { return (settings, yaml.diagnostics) }
    let fields = yaml.mapping(
      root,
      known: [
        "exam-share", "pool", "blueprint", "forms", "university", "faculty", "course-code", "course-title", "term", "time", "marks",
        "instructions",
      ], of: Wording(thai: " quiz.yml ", english: "quiz.yml"))
    if let percent = yaml.number(fields["exam-share"], "exam-share", in: 0...100) { settings.options.examShare = percent / 100 }
    if let node = fields["pool"], let name = yaml.string(node, "pool") {
      switch name {
      case "practice": settings.pools = [.practice]
      case "exam": settings.pools = [.exam]
      case "all": settings.pools = [.practice, .exam]
      default: yaml.wrongType(node, "pool", thai: " practice exam หรือ all", english: "practice, exam or all")
      }
    }
    if let node = fields["blueprint"] { settings.blueprint = yaml.blueprint(node, file: text) }
    if let forms = yaml.number(fields["forms"], "forms", in: 1...26) { settings.forms = Int(forms) }
    settings.cover.university = yaml.string(fields["university"], "university") ?? ""
    settings.cover.faculty = yaml.string(fields["faculty"], "faculty") ?? ""
    settings.cover.courseCode = yaml.string(fields["course-code"], "course-code") ?? ""
    settings.cover.courseTitle = yaml.string(fields["course-title"], "course-title") ?? ""
    settings.cover.term = yaml.string(fields["term"], "term") ?? ""
    settings.cover.time = yaml.string(fields["time"], "time") ?? ""
    settings.cover.marks = yaml.string(fields["marks"], "marks") ?? ""
    settings.cover.instructions = yaml.strings(fields["instructions"], "instructions")
    return (settings, yaml.diagnostics)
  }
}

/// What `Content/quiz.yml` says.
package struct QuizSettings: Sendable {
  package var options = QuizOptions()
  /// What `tamra quiz` writes when not told.
  package var pools: Set<QuizPool> = [.practice]
  package var blueprint = Blueprint()
  /// How many parallel forms the exam papers come in; nil for one of all that the pool holds.
  package var forms: Int?
  package var cover = ExamCover()
}

extension YAMLReader {
  /// Rows of one `objective`, `chapter`, `section` or `concept` with a count a level, or `items` for any level.
  fileprivate mutating func blueprint(_ node: Node, file: SourceText) -> Blueprint {
    guard case .sequence(let rows) = node else {
      wrongType(
        node, "blueprint", thai: "รายการ เช่น - {objective: obj-1, remember: 4}",
        english: "a list, as - {objective: obj-1, remember: 4}")
      return Blueprint()
    }
    let levels = CognitiveLevel.allCases.map(\.rawValue)
    var blueprint = Blueprint()
    for row in rows {
      let fields = mapping(
        row, known: Set(["objective", "chapter", "section", "concept", "items"] + levels),
        of: Wording(thai: "แถวของผังข้อสอบ", english: "a blueprint row"))
      var subjects: [Blueprint.Subject] = []
      if let id = string(fields["objective"], "objective") { subjects.append(.objective(id)) }
      if let id = string(fields["chapter"], "chapter") { subjects.append(.chapter(id)) }
      if let id = string(fields["section"], "section") { subjects.append(.section(id)) }
      if let id = string(fields["concept"], "concept") { subjects.append(.concept(id)) }
      guard subjects.count == 1, let subject = subjects.first else {
        report(
          "blueprint-subject", .error, at: range(of: row),
          thai: "แถวของผังข้อสอบต้องระบุ objective, chapter, section หรือ concept เพียงอย่างเดียว",
          english: "a blueprint row names one objective, chapter, section or concept")
        continue
      }
      let span = file.span(range(of: row))
      for level in CognitiveLevel.allCases {
        guard let count = number(fields[level.rawValue], level.rawValue, in: 0...500) else { continue }
        blueprint.rows.append(.init(cell: .init(subject: subject, level: level), count: Int(count), span: span))
      }
      if let count = number(fields["items"], "items", in: 0...500) {
        blueprint.rows.append(.init(cell: .init(subject: subject, level: nil), count: Int(count), span: span))
      }
    }
    return blueprint
  }
}
