import Diagnostics
import Prose
import TestSupport
import Testing

@testable import CourseReader

private func course(_ yaml: String) -> (settings: CourseSettings, diagnostics: [Diagnostic]) {
  CourseSettings.read(SourceText(file: "Content/course.yml", yaml))
}

@Suite struct CourseSettingsReading {
  @Test func takesEveryField() {
    let (settings, diagnostics) = course(
      "id: network\ntitle: \"เครือข่าย: ฐานคิด\"\nlanguage: en\nauthors: [ก ข, ค ง]\naliases:\n  เครือข่าย: [ข่ายงาน]\nignore: [double-space]\n"
    )
    #expect(diagnostics.isEmpty)
    #expect(settings.id == "network" && settings.title == "เครือข่าย: ฐานคิด" && settings.language == .english)
    #expect(settings.authors == ["ก ข", "ค ง"] && settings.ignored == ["double-space"])
    #expect(settings.aliases == [.init(term: "เครือข่าย", names: ["ข่ายงาน"])])
  }

  @Test(arguments: ["", "# nothing\n", "\n\n", "---\n"]) func takesNothingAsDefaults(_ yaml: String) {
    let (settings, diagnostics) = course(yaml)
    #expect(settings == CourseSettings() && diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("title: 1️⃣[ก]\n", "yaml-type"), ("1️⃣titel: ก\n", "unknown-setting"), ("language: 1️⃣fr\n", "yaml-type"),
    ("id: 1️⃣เครือข่าย\n", "invalid-id"),
    ("1️⃣- ก\n", "yaml-type"), ("title: \"ก\nid: a\n1️⃣", "yaml-syntax"), ("title: ก\n id1️⃣: a\n", "yaml-syntax"),
    ("authors: 1️⃣&a [ก]\n", "yaml-alias"), ("authors: [1️⃣*a]\n", "yaml-alias"),
  ])
  func pointsAtTheMistake(_ input: (String, String)) throws {
    let marked = MarkedText(input.0)
    let finding = try #require(course(marked.text).diagnostics.first)
    #expect(finding.id == input.1)
    #expect(finding.span?.range.lowerBound == marked.marks[1])
  }

  @Test func keepsWhatIsReadable() {
    let (settings, diagnostics) = course("title: ก\nlanguage: xx\nauthors: ข\n")
    #expect(settings.title == "ก" && settings.authors == ["ข"] && diagnostics.count == 1)
  }

  @Test func refusesAnAliasBombBeforeExpandingIt() {
    var bomb = "a0: &a0 [x, x]\n"
    for level in 1..<60 { bomb += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    #expect(course(bomb).diagnostics.map(\.id) == ["yaml-alias"])
  }

  @Test func doesNotTakeTextForAnAlias() {
    #expect(course("title: \"R&D *x\"\nauthors: [A & B, 'Smith *&* Co']\n").diagnostics.isEmpty)
  }

  @Test func survivesNoise() {
    var generator = SeededGenerator(seed: 6)
    for _ in 0..<2000 {
      let noise = thaiNoise(pieces: 12, using: &generator)
      _ = course(noise)
      _ = References.read(SourceText(file: "r.yml", noise))
    }
  }
}

@Suite struct FrontMatterReading {
  private func chapter(_ text: String) -> (settings: ChapterSettings, diagnostics: [Diagnostic]) {
    let source = SourceText(file: "Content/a/chapter.md", "---\n" + text + "---\n# ก\n")
    return ChapterSettings.read(FrontMatter(yaml: text, range: ByteRange(4, 4 + text.utf8.count)), in: source)
  }

  @Test func takesObjectives() throws {
    let (settings, diagnostics) = chapter(
      "id: net\nnumber: \"6\"\ntitle: เครือข่าย\nobjectives:\n  - id: o1\n    text: อธิบายได้\n    level: understand\n    sections: [meaning]\n  - เทียบได้\n"
    )
    #expect(diagnostics.isEmpty)
    #expect(settings.objectives.map(\.text) == ["อธิบายได้", "เทียบได้"])
    #expect(settings.objectives[0].level == .understand && settings.objectives[0].sections == ["meaning"])
    let title = try #require(settings.titleRange)
    #expect(title.count == "เครือข่าย".utf8.count)
  }

  @Test func pointsIntoTheChapterNotTheYAML() {
    let (_, diagnostics) = chapter("id: net\nobjectives:\n  - text: ก\n    level: knows\n")
    #expect(diagnostics.map(\.id) == ["unknown-level"])
    #expect(diagnostics[0].span?.range.lowerBound == "---\nid: net\nobjectives:\n  - text: ก\n    level: ".utf8.count)
  }

  @Test func saysWhichObjectiveHasNoText() {
    #expect(chapter("objectives:\n  - id: o1\n").diagnostics.map(\.id) == ["objective-without-text"])
  }
}

@Suite struct ReferencesReading {
  private func read(_ yaml: String) -> (references: References, diagnostics: [Diagnostic]) {
    References.read(SourceText(file: "Content/references.yml", yaml))
  }

  @Test func takesCSLData() throws {
    let (references, diagnostics) = read(
      "- id: castells1998\n  type: book\n  title: ก\n  author:\n    - given: Manuel\n      family: Castells\n  issued:\n    date-parts: [[1998]]\n  publisher: ข\n- id: x\n  author: กระทรวงศึกษาธิการ\n  issued: 2542\n"
    )
    #expect(diagnostics.isEmpty)
    let first = try #require(references.entries.first)
    #expect(first.authors.map(\.full) == ["Manuel Castells"] && first.year == "1998" && first.details.map(\.value) == ["ข"])
    #expect(references.entries[1].authors.map(\.full) == ["กระทรวงศึกษาธิการ"] && references.entries[1].year == "2542")
  }

  @Test func takesPandocsWrapping() {
    #expect(read("references:\n- id: a\n").references.entries.map(\.key) == ["a"])
  }

  @Test func reportsDuplicatesAndMissingKeys() {
    #expect(read("- id: a\n- id: a\n- title: ก\n").diagnostics.map(\.id) == ["duplicate-reference", "reference-without-id"])
  }
}
