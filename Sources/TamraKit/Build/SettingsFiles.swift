import CourseModel
import CourseReader
import Diagnostics
import QuizGenerator
import SiteExporter

/// What `Site/site.yml` and `Content/quiz.yml` say, with the places of what they say wrong.
enum SettingsFiles {
  /// `Site/site.yml`: every field optional.
  static func site(_ text: SourceText) -> (settings: SiteSettings, diagnostics: [Diagnostic]) {
    var settings = SiteSettings()
    var yaml = YAMLReader(text)
    guard let root = yaml.root() else { return (settings, yaml.diagnostics) }
    let fields = yaml.mapping(
      root, known: ["title", "base-url", "language", "raw-html", "practice", "sheets", "banks"],
      of: Wording(thai: " site.yml ", english: "site.yml"))
    settings.title = yaml.string(fields["title"], "title").flatMap { $0.isEmpty ? nil : $0 }
    settings.language = yaml.language(fields["language"])
    settings.rawHTML = yaml.bool(fields["raw-html"], "raw-html") ?? settings.rawHTML
    settings.practice = yaml.bool(fields["practice"], "practice") ?? settings.practice
    settings.sheets = yaml.strings(fields["sheets"], "sheets")
    settings.banks = yaml.strings(fields["banks"], "banks")
    if let node = fields["base-url"], let url = yaml.string(node, "base-url"), !url.isEmpty {
      if url.hasPrefix("https://") || url.hasPrefix("http://") {
        settings.baseURL = url.hasSuffix("/") ? url : url + "/"
      } else {
        yaml.wrongType(node, "base-url", thai: "ที่อยู่ที่ขึ้นต้นด้วย https://", english: "an address that starts with https://")
      }
    }
    return (settings, yaml.diagnostics)
  }

  /// `Content/quiz.yml`: the exam share, and what stands at the head of an exam paper.
  static func quiz(_ text: SourceText) -> (options: QuizOptions, diagnostics: [Diagnostic]) {
    var options = QuizOptions()
    var yaml = YAMLReader(text)
    guard let root = yaml.root() else { return (options, yaml.diagnostics) }
    let fields = yaml.mapping(
      root,
      known: ["exam-share", "university", "faculty", "course-code", "course-title", "term", "time", "marks", "instructions"],
      of: Wording(thai: " quiz.yml ", english: "quiz.yml"))
    if let percent = yaml.number(fields["exam-share"], "exam-share", in: 0...100) { options.examShare = percent / 100 }
    return (options, yaml.diagnostics)
  }
}
