import ChapterMarkdown
import CourseModel
import Diagnostics
import Foundation
import Prose
import Rendering
import SiteExporter
import TestSupport
import ThaiText

/// A course of one chapter made by hand: each record's range is where its words are found in the text.
struct FixtureCourse {
  let course: Course
  let text: SourceText
  let document: Document
  let marks: [Mark]
  let items: [QuizItem]
  let categories: [QuizCategory]

  static let hostile = "<script>alert(\"1\")</script>&"

  static let markdown = """
    # เครือข่าย: ฐานคิด

    คำว่า เครือข่ายทางสังคม (social network) มีผู้อธิบายไว้ต่างกัน

    ## ความหมาย {#meaning}

    Schuler (1996) กล่าวว่า เครือข่ายทางสังคม คือ สายใยของความสัมพันธ์ในสังคม

    เครือข่ายทางสังคม กล่าวถึงอีก (อภิชัย พันธเสน, 2539) และ [ลิงก์](other.md) กับ [บทอื่น](../02-other/chapter.md#there)

    ### องค์ประกอบ {#parts}

    องค์ประกอบมี 2 ประการ ได้แก่

    1. **การเรียนรู้** รู้จักผู้อื่น
    2. **การลงทุน** ให้เวลา

    ```dot
    digraph { a -> b }
    ```
    {#fig-1 caption="แผนภาพที่ 1 สองส่วน"}

    > [!question] เครือข่ายคืออะไร {#q-1}
    >
    > - ใครว่าไว้อย่างไร

    """

  init(title: String = "เครือข่ายทางสังคม", term: String = "เครือข่ายทางสังคม", statement: String = "สายใยของความสัมพันธ์ในสังคม") {
    let text = SourceText(file: "Content/01-network/chapter.md", Self.markdown)
    self.text = text
    document = parseMarkdown(text).document
    func found(_ words: String, _ occurrence: Int = 0) -> ByteRange {
      var start = Self.markdown.startIndex
      for _ in 0..<occurrence {
        if let range = Self.markdown.range(of: words, range: start..<Self.markdown.endIndex) { start = range.upperBound }
      }
      guard let range = Self.markdown.range(of: words, range: start..<Self.markdown.endIndex) else { return ByteRange(0, 0) }
      let lower = Self.markdown[..<range.lowerBound].utf8.count
      return ByteRange(lower, lower + words.utf8.count)
    }
    func evidence(_ range: ByteRange) -> Evidence { Evidence(span: text.span(range), rule: "test", certainty: .marked) }

    let chapter = ChapterID("network")
    let other = ChapterID("other")
    let concept = ConceptID("social-network")
    let meaning = SectionID("meaning")
    let parts = SectionID("parts")
    let schuler = PersonID("p-schuler")
    let aphichai = PersonID("p-aphichai")
    let definitionRange = found("สายใยของความสัมพันธ์ในสังคม")
    let year1996 = CitedYear(printed: "1996", era: .common, gregorian: 1996)
    let year2539 = CitedYear(printed: "2539", era: .buddhist, gregorian: 1996)
    let definition = Definition(
      id: DefinitionID("d-1"), concept: concept, term: term, statement: statement, marker: "คือ", citation: CitationID("c-1"),
      authors: [Attribution(person: schuler, name: "Schuler")], section: meaning, chapter: chapter,
      evidence: evidence(definitionRange),
      passage: text.span(found("Schuler (1996)").union(definitionRange)))
    let set = Enumeration(
      id: EnumerationID("e-1"), title: "องค์ประกอบ", concept: concept, statedCount: 2,
      items: [
        .init(title: "การเรียนรู้", english: "learning", text: "รู้จักผู้อื่น", span: text.span(found("การเรียนรู้"))),
        .init(title: "การลงทุน", text: "ให้เวลา", span: text.span(found("การลงทุน"))),
      ], section: parts, chapter: chapter, evidence: evidence(found("องค์ประกอบ", 1)), passage: text.span(found("องค์ประกอบมี")))
    course = Course(
      id: "fixture", title: title, authors: ["ผู้เขียน ตำรา"],
      chapters: [
        Chapter(
          id: chapter, number: "6", title: "เครือข่าย: ฐานคิด",
          objectives: [Objective(id: "o-1", text: "อธิบายความหมายได้", level: .understand, sections: [meaning])], file: text.file,
          evidence: evidence(found("เครือข่าย: ฐานคิด"))),
        Chapter(
          id: other, number: nil, title: "บทอื่น", objectives: [], file: "Content/02-other/chapter.md",
          evidence: evidence(ByteRange(0, 0))),
      ],
      sections: [
        Section(
          id: meaning, chapter: chapter, parent: nil, level: 2, number: nil, title: "ความหมาย",
          evidence: evidence(found("ความหมาย"))),
        Section(
          id: parts, chapter: chapter, parent: meaning, level: 3, number: nil, title: "องค์ประกอบ",
          evidence: evidence(found("องค์ประกอบ"))),
      ],
      concepts: [
        Concept(
          id: concept, term: term, english: ["social network"], aliases: ["โครงข่ายสังคม"], definitions: [definition.id],
          related: [Relation(concept: ConceptID("learning"), kind: .hasPart)], sections: [meaning],
          evidence: evidence(found("เครือข่ายทางสังคม"))),
        Concept(id: ConceptID("learning"), term: "การเรียนรู้", sections: [parts], evidence: evidence(found("การเรียนรู้"))),
        Concept(id: ConceptID("k"), term: "แก่น", sections: [parts], evidence: evidence(found("การเรียนรู้"))),
      ],
      definitions: [definition],
      citations: [
        Citation(
          id: CitationID("c-1"), form: .narrative, text: "Schuler (1996)", authors: [CitedAuthor(person: schuler, name: "Schuler")],
          year: year1996, work: WorkID("w-1"), section: meaning, chapter: chapter, evidence: evidence(found("Schuler (1996)"))),
        Citation(
          id: CitationID("c-2"), form: .parenthetical, text: "อภิชัย พันธเสน, 2539)",
          authors: [CitedAuthor(person: aphichai, name: "อภิชัย พันธเสน")], year: year2539, work: WorkID("w-2"), section: meaning,
          chapter: chapter, evidence: evidence(found("อภิชัย พันธเสน, 2539)"))),
      ],
      works: [
        Work(
          id: WorkID("w-1"), authors: [CitedAuthor(person: schuler, name: "Schuler")], year: year1996,
          citations: [CitationID("c-1")]),
        Work(
          id: WorkID("w-2"), authors: [CitedAuthor(person: aphichai, name: "อภิชัย พันธเสน")], year: year2539, title: "พุทธเศรษฐศาสตร์",
          citations: [CitationID("c-2")]),
      ],
      people: [
        Person(
          id: schuler, name: "Schuler", display: "Schuler", sort: "schuler", kind: .person, works: [WorkID("w-1")],
          definitions: [definition.id]),
        Person(id: aphichai, name: "อภิชัย พันธเสน", display: "อภิชัย พันธเสน", sort: "", kind: .person, works: [WorkID("w-2")]),
      ],
      enumerations: [set],
      figures: [
        Figure(
          id: FigureID("fig-1"), number: "1", title: "สองส่วน", alternative: "ก ไป ข", graph: "digraph { a -> b }", section: parts,
          chapter: chapter, evidence: evidence(found("แผนภาพที่ 1 สองส่วน")))
      ],
      questions: [
        Question(
          id: QuestionID("q-1"), text: "เครือข่ายคืออะไร", kind: .discussion,
          answers: [.init(record: .definition(definition.id), weight: 1)], prompts: ["ใครว่าไว้อย่างไร"], rubric: ["อ้างนิยามถูกต้อง"],
          section: parts, chapter: chapter, evidence: evidence(found("เครือข่ายคืออะไร")))
      ])
    let marks: [Mark] = [
      Mark(range: found("เครือข่ายทางสังคม"), record: .concept(concept)),
      Mark(range: found("Schuler (1996)"), record: .citation(CitationID("c-1"))),
      Mark(range: found("เครือข่ายทางสังคม", 1), record: .concept(concept)),
      Mark(range: definitionRange, record: .definition(definition.id)),
      Mark(range: found("เครือข่ายทางสังคม", 2), record: .concept(concept)),
      Mark(range: found("อภิชัย พันธเสน, 2539)"), record: .citation(CitationID("c-2"))),
      Mark(range: found("องค์ประกอบ", 1), record: .enumeration(set.id)),
      Mark(range: found("แผนภาพที่ 1 สองส่วน"), record: .figure(FigureID("fig-1"))),
      Mark(range: found("เครือข่ายคืออะไร"), record: .question(QuestionID("q-1"))),
    ]
    self.marks = marks.sorted { $0.range < $1.range }
    items = FixtureItems.all(chapter: chapter, definition: definition)
    categories = [
      QuizCategory(id: "k-1", title: "q", subject: .question(QuestionID("q-1")), items: ["i-choice", "i-exam", "i-essay"])
    ]
  }

  static let templates: [String: SourceText] = {
    var templates: [String: SourceText] = [:]
    for name in ["page", "head", "header", "footer"] {
      let path = "Templates/\(name).mustache"
      let bytes = (try? Data(contentsOf: packageRoot.appendingPathComponent(path))).map { [UInt8]($0) } ?? []
      templates[name] = SourceText(file: path, bytes: bytes)
    }
    return templates
  }()

  func exporter(settings: SiteSettings = SiteSettings()) -> SiteExporter? {
    SiteExporter.make(course: course, settings: settings, templates: Self.templates, breaker: WordBreaker()).exporter
  }

  /// Every page of the site by path. `more` are items beside the fixture's own.
  func site(settings: SiteSettings = SiteSettings(), more: [QuizItem] = []) -> [String: String] {
    let items = items + more
    guard var exporter = exporter(settings: settings) else { return [:] }
    var site: [String: String] = [:]
    var practised: [(concept: ConceptID, place: PracticePlace)] = []
    var passages: [ConceptPassage] = []
    for chapter in course.chapters {
      let isFirst = chapter.id == course.chapters.first?.id
      let practice = exporter.practice(chapter: chapter.id, categories: categories, items: items)
      let made = exporter.chapterPage(
        chapter.id, document: isFirst ? document : Document(), marks: isFirst ? marks : [], practice: practice)
      var pages = practice.map { exporter.practicePages($0) } ?? []
      if let made {
        pages.append(made)
        passages += made.passages
      }
      for page in pages { site[page.path] = String(decoding: page.bytes, as: UTF8.self) }
      practised += practice?.practised ?? []
    }
    exporter = exporter.knowing(practised: practised, passages: passages)
    for page in exporter.pages() { site[page.path] = String(decoding: page.render(exporter.context), as: UTF8.self) }
    return site
  }
}
