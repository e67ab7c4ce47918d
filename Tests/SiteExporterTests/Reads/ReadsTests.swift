import CourseModel
import Diagnostics
import Rendering
import TestSupport
import ThaiText
import Testing

@testable import SiteExporter

/// A course whose records can be changed one by one.
private struct Records {
  var chapters: [Chapter]
  var sections: [Section]
  var concepts: [Concept]
  var definitions: [Definition]
  var citations: [Citation]
  var works: [Work]
  var people: [Person]
  var enumerations: [Enumeration]
  var figures: [Figure]
  var questions: [Question]

  init() {
    let course = FixtureCourse().course
    (chapters, sections, concepts, definitions) = (course.chapters, course.sections, course.concepts, course.definitions)
    (citations, works, people) = (course.citations, course.works, course.people)
    (enumerations, figures, questions) = (course.enumerations, course.figures, course.questions)
  }

  func exporter() throws -> SiteExporter {
    let course = Course(
      id: "fixture", title: "วิชา", chapters: chapters, sections: sections, concepts: concepts, definitions: definitions,
      citations: citations, works: works, people: people, enumerations: enumerations, figures: figures, questions: questions)
    return try #require(
      SiteExporter.make(course: course, settings: SiteSettings(), templates: FixtureCourse.templates, breaker: .init()).exporter)
  }

  func digests() throws -> CourseDigests { CourseDigests(try exporter()) }
}

@Suite struct CourseDigestsTests {
  /// One change of each kind of record, and the record it is of.
  private static let changes: [(ReadKey.Kind, String, @Sendable (inout Records) -> Void)] = [
    (.chapter, "network", { $0.chapters[0].title += "ก" }), (.chapter, "network", { $0.chapters[0].number = nil }),
    (.chapter, "network", { $0.chapters[0].objectives[0].text += "ก" }),
    (.chapter, "network", { $0.sections[1].title += "ก" }), (.chapter, "other", { $0.chapters[0].number = "7" }),
    (.section, "meaning", { $0.sections[0].title += "ก" }), (.section, "parts", { $0.sections[1].parent = nil }),
    (.concept, "social-network", { $0.concepts[0].term += "ก" }), (.concept, "social-network", { $0.concepts[0].english = [] }),
    (.concept, "social-network", { $0.concepts[0].aliases = [] }), (.concept, "social-network", { $0.concepts[0].related = [] }),
    (.concept, "social-network", { $0.concepts[0].sections = [] }),
    (.concept, "social-network", { $0.concepts[0].definitions = [] }),
    (.concept, "social-network", { $0.concepts[0].evidence.certainty = .likely }),
    (.concept, "social-network", { $0.enumerations[0].concept = nil }),
    (.definition, "d-1", { $0.definitions[0].statement += "ก" }),
    (.definition, "d-1", { $0.definitions[0].kind = .identification }),
    (.definition, "d-1", { $0.definitions[0].authors = [] }), (.definition, "d-1", { $0.definitions[0].mayRunOn = true }),
    (.definition, "d-1", { $0.definitions[0].citation = nil }), (.definition, "d-1", { $0.definitions[0].section = nil }),
    (.definition, "d-1", { $0.definitions[0].marker = "หมายถึง" }), (.definition, "d-1", { $0.definitions[0].evidence.rule = "x" }),
    (.citation, "c-1", { $0.citations[0].text += "ก" }), (.citation, "c-1", { $0.citations[0].year = nil }),
    (.citation, "c-1", { $0.citations[0].locator = "5" }), (.citation, "c-1", { $0.citations[0].work = nil }),
    (.work, "w-1", { $0.works[0].title = "เรื่อง" }), (.work, "w-1", { $0.works[0].citations = [] }),
    (.work, "w-1", { $0.people[0].display = "D. Schuler" }), (.work, "w-1", { $0.works[0].knownThrough = WorkID("w-2") }),
    (.person, "p-schuler", { $0.people[0].display += "ก" }), (.person, "p-schuler", { $0.people[0].works = [] }),
    (.person, "p-schuler", { $0.people[0].kind = .organisation }), (.person, "p-schuler", { $0.people[0].definitions = [] }),
    (.enumeration, "e-1", { $0.enumerations[0].items[1].text += "ก" }), (.enumeration, "e-1", { $0.enumerations[0].title += "ก" }),
    (.enumeration, "e-1", { $0.enumerations[0].items.removeLast() }), (.enumeration, "e-1", { $0.enumerations[0].statedCount = 3 }),
    (.figure, "fig-1", { $0.figures[0].graph = nil }), (.figure, "fig-1", { $0.figures[0].alternative = nil }),
    (.question, "q-1", { $0.questions[0].answers = [] }), (.question, "q-1", { $0.questions[0].prompts = [] }),
    (.question, "q-1", { $0.questions[0].rubric = [] }),
  ]

  @Test("whatever a page can show of a record changes the record's digest and the course's")
  func changes() throws {
    let before = try Records().digests()
    for (number, (kind, name, change)) in Self.changes.enumerated() {
      var records = Records()
      change(&records)
      let after = try records.digests()
      let key = [ReadKey(kind, name).hash]
      #expect(after.digest(of: key) != before.digest(of: key), "change \(number) of \(kind) \(name)")
      #expect(after.course != before.course, "change \(number)")
    }
  }

  @Test("where a record stands in its file changes nothing")
  func places() throws {
    func moved(_ span: SourceSpan) -> SourceSpan { SourceSpan(file: span.file, range: span.range.shifted(by: 100)) }
    var records = Records()
    for i in records.sections.indices { records.sections[i].evidence.span = moved(records.sections[i].evidence.span) }
    for i in records.definitions.indices {
      records.definitions[i].evidence.span = moved(records.definitions[i].evidence.span)
      records.definitions[i].passage = moved(records.definitions[i].passage)
    }
    for i in records.citations.indices { records.citations[i].evidence.span = moved(records.citations[i].evidence.span) }
    #expect(try records.digests().course == Records().digests().course)
  }

  @Test("a field that a record gets is thought of in its digest")
  func fields() throws {
    let course = FixtureCourse().course
    func count(_ value: (some Any)?) -> Int { value.map { Mirror(reflecting: $0).children.count } ?? 0 }
    // Raise a number only together with `CourseDigests`.
    #expect(count(course.chapters.first) == 6)
    #expect(count(course.sections.first) == 7)
    #expect(count(course.concepts.first) == 9)
    #expect(count(course.definitions.first) == 13)
    #expect(count(course.citations.first) == 12)
    #expect(count(course.works.first) == 10)
    #expect(count(course.people.first) == 8)
    #expect(count(course.enumerations.first) == 13)
    #expect(count(course.figures.first) == 9)
    #expect(count(course.questions.first) == 9)
  }

  @Test("titles, what there is to print and the number of chapters are in the frame of every page")
  func frame() throws {
    let before = try Records().digests().frame
    var records = Records()
    records.chapters.removeLast()
    #expect(try records.digests().frame != before)
    let exporter = try #require(FixtureCourse().exporter())
    let printing = exporter.offering([Handout(chapter: nil, title: "ใบงาน", paths: ["sheets/a.html"])])
    #expect(CourseDigests(printing).frame != CourseDigests(exporter).frame)
    #expect(CourseDigests(exporter.showing(titleCards: [nil])).frame != CourseDigests(exporter).frame)
  }
}

@Suite struct PageReadsTests {
  /// What each page looks up holds the records it shows.
  @Test func nameEveryRecordAPageShows() throws {
    let exporter = try #require(FixtureCourse().exporter())
    func reads(_ path: String) throws -> Set<UInt64> {
      let page = try #require(exporter.pages().first { $0.path == path })
      let reads = PageReads()
      _ = page.render(exporter.context.noting(reads))
      return Set(reads.sorted)
    }
    let concept = try reads("concepts/social-network.html")
    for (kind, name) in [
      (.concept, "social-network"), (.concept, "learning"), (.definition, "d-1"), (.citation, "c-1"), (.person, "p-schuler"),
      (.enumeration, "e-1"), (.section, "meaning"), (.chapter, "network"), (.work, "w-1"),
    ] as [(ReadKey.Kind, String)] {
      #expect(concept.contains(ReadKey(kind, name).hash), "\(kind) \(name)")
    }
    #expect(!concept.contains(ReadKey(.concept, "k").hash))
    let person = try reads("people/p-aphichai.html")
    #expect(person.contains(ReadKey(.work, "w-2").hash) && !person.contains(ReadKey(.work, "w-1").hash))
  }

  /// A page changes only where its input, the frame, or something it looked up does.
  @Test func changeWithEveryPageThatChanges() throws {
    func site(_ change: (inout Records) -> Void) throws -> (exporter: SiteExporter, digests: CourseDigests) {
      var records = Records()
      change(&records)
      let exporter = try records.exporter()
      return (exporter, CourseDigests(exporter))
    }
    func state(_ page: any Page, _ exporter: SiteExporter, _ digests: CourseDigests, reads: [UInt64]) -> [UInt64]? {
      switch page.input(exporter.context) {
      case .anything: nil
      case .course: [digests.frame, digests.course]
      case .records(let own): [digests.frame, own, digests.digest(of: reads)]
      }
    }
    let before = try site { _ in }
    let changes: [(inout Records) -> Void] = [
      { $0.concepts[1].term = "การเรียนรู้ร่วมกัน" }, { $0.definitions[0].statement = "อื่น" }, { $0.people[0].display = "D. Schuler" },
      { $0.sections[0].title = "นิยาม" }, { $0.enumerations[0].title = "ส่วนประกอบ" }, { $0.works[1].title = "อื่น" },
      { $0.concepts[0].related = [] }, { $0.chapters[1].title = "อีกบท" }, { $0.citations[0].year = nil },
      { $0.enumerations[0].items[0].english = nil }, { $0.concepts.removeLast() },
    ]
    for (number, change) in changes.enumerated() {
      let after = try site(change)
      let terms = ChangedTerms(from: before.digests.terms, to: after.digests.terms)
      for page in before.exporter.pages() {
        guard let same = after.exporter.pages().first(where: { $0.path == page.path }) else { continue }
        let reads = PageReads()
        let (old, new) = (page.render(before.exporter.context.noting(reads)), same.render(after.exporter.context))
        guard old != new, let grams = SearchPage(path: page.path, html: old)?.listed.grams, !terms.mayStand(in: grams) else {
          continue
        }
        let first = state(page, before.exporter, before.digests, reads: reads.sorted)
        let second = state(same, after.exporter, after.digests, reads: reads.sorted)
        #expect(first == nil || first != second, "change \(number): \(page.path)")
      }
    }
  }
}

@Suite struct PracticeDigestTests {
  private func digest(_ change: (inout QuizItem) -> Void = { _ in }) throws -> UInt64 {
    let fixture = FixtureCourse()
    let exporter = try #require(fixture.exporter())
    let chapter = try #require(fixture.course.chapters.first?.id)
    var items = fixture.items
    let place = try #require(items.firstIndex { $0.pool == .practice && !$0.isEssay })
    change(&items[place])
    return try #require(exporter.practice(chapter: chapter, categories: fixture.categories, items: items)).digest
  }

  @Test("whatever an item says changes what a chapter's practice comes to, where it stands does not")
  func items() throws {
    let before = try digest()
    let changes: [(inout QuizItem) -> Void] = [
      { $0.stem += "ก" }, { $0.explanation += "ก" }, { $0.emphasis = ["ไม่"] }, { $0.id += "x" }, { $0.kind = "x" },
      { $0.level = .create },
      { $0.difficulty = 0.123 }, { $0.interaction = .order(["ก", "ข"]) },
      { $0.interaction = .trueFalse(isTrue: true, correction: "") },
      { $0.tags = ["x"] }, { $0.concept = ConceptID("x") }, { $0.records = [] },
      { $0.passage = .init(text: "ก", record: .concept(ConceptID("x")), span: .init(file: "x", range: ByteRange(0, 1))) },
    ]
    for (number, change) in changes.enumerated() { #expect(try digest(change) != before, "change \(number)") }
    #expect(try digest { $0.passage?.span.range = ByteRange(7, 9) } == before)
    #expect(try digest() == before)
    // Raise it only together with `PracticeDigest`.
    #expect(Mirror(reflecting: try #require(FixtureCourse().items.first)).children.count == 15)
  }

  @Test("interactions that say different things come to different numbers")
  func interactions() throws {
    let all: [Interaction] = [
      .choice(
        options: [.init(text: "ก", isKey: true, feedback: ""), .init(text: "ข", isKey: false, feedback: "")], isMultiple: false,
        isFixedOrder: false),
      .choice(
        options: [.init(text: "ก", isKey: false, feedback: ""), .init(text: "ข", isKey: true, feedback: "")], isMultiple: false,
        isFixedOrder: false),
      .choice(
        options: [.init(text: "ก", isKey: true, feedback: "ค"), .init(text: "ข", isKey: false, feedback: "")], isMultiple: false,
        isFixedOrder: true),
      .trueFalse(isTrue: true, correction: "ก"), .trueFalse(isTrue: false, correction: "ก"),
      .match(pairs: [.init(left: "ก", right: "ข")], extra: []),
      .match(pairs: [.init(left: "ก", right: "ข")], extra: ["ค"]), .order(["ก", "ข"]), .order(["ข", "ก"]),
      .shortAnswer(accepted: ["ก", "ข"]),
      .gaps(text: ["ก", "ข"], gaps: [.init(accepted: ["ค"])]),
      .gaps(text: ["ก", "ข"], gaps: [.init(accepted: ["ค"], distractors: ["ง"])]),
      .essay(.init(outline: [.init(text: "ก")], rubric: [], prompts: [])),
      .essay(.init(outline: [], rubric: [.init(criterion: "ก", points: 2)], prompts: [])),
    ]
    #expect(Set(try all.map { one in try digest { $0.interaction = one } }).count == all.count)
  }
}

@Suite struct ChangedTermsTests {
  private func grams(_ text: String) -> PackedNumbers { LetterGrams.distinct(in: normalised(Array(text.utf8))) }

  @Test func stayQuietWhereNothingChanged() {
    let terms = ChangedTerms(from: ["ก ข", "ทุน"], to: ["ก ข", "ทุน"])
    #expect(terms.isEmpty)
    #expect(!terms.mayStand(in: grams("ทุน")))
  }

  @Test func findATermThatCameOrWent() {
    for terms in [ChangedTerms(from: [], to: ["ทุนทางสังคม"]), ChangedTerms(from: ["ทุนทางสังคม"], to: [])] {
      #expect(!terms.isEmpty)
      #expect(terms.mayStand(in: grams("เรื่องทุน ทางสังคมของคน")))
      #expect(!terms.mayStand(in: grams("เรื่องทุนของคน")))
    }
  }

  @Test("a term of one letter, and very many, may stand anywhere")
  func anywhere() {
    #expect(ChangedTerms(from: [], to: ["ก"]).mayStand(in: grams("ข")))
    #expect(ChangedTerms(from: [], to: (0..<300).map { "คำที่\($0 + 1000)" }).mayStand(in: grams("ข")))
  }

  @Test func missNoTermOfAnyText() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<400 {
      let words = (0..<3).map { _ in thaiNoise(pieces: 3, using: &generator) }
      let text = thaiNoise(pieces: 12, using: &generator) + words[1] + thaiNoise(pieces: 12, using: &generator)
      let isThere = normalised(text).contains(normalised(words[1]))
      if isThere {
        #expect(ChangedTerms(from: words, to: [words[0], words[2]].sorted()).mayStand(in: grams(text)), "\(text.debugDescription)")
      }
    }
  }
}
