import CourseModel
import Diagnostics
import TestSupport
import Testing
import ThaiText

@testable import CourseReader

/// Builds readings of chapters by hand: each record's paragraph is a word of its own, so that moving one moves nothing else.
private struct Written {
  var reading: ChapterReading

  init(_ name: String = "01-a", settings: ChapterSettings = ChapterSettings()) {
    let place = Written.place("title " + name)
    reading = ChapterReading(
      name: name, file: "Content/\(name)/chapter.md", settings: settings, title: .init(text: "บท", number: nil, place: place))
  }

  static func place(_ paragraph: String, certainty: Certainty = .sure) -> Place {
    Place(range: ByteRange(0, 3), rule: "test", certainty: certainty, paragraph: stableHash64(paragraph))
  }

  mutating func section(_ title: String, id: String? = nil, parent: Int? = nil) {
    reading.sections.append(
      SectionReading(id: id, level: 2, number: nil, title: title, parent: parent, place: Self.place("section " + title)))
  }

  mutating func cite(_ name: String, _ year: Int, honorific: String? = nil, royal: Bool = false, paragraph: String = "p") -> Int {
    let reading = NameReading(
      name: name, honorific: honorific, isMonasticOrRoyal: royal, kind: .person, role: .author, isThai: name.utf8.first == 0xE0)
    self.reading.citations.append(
      CitationReading(
        form: .narrative, text: "\(name) (\(year))", authors: [reading], etAl: false,
        year: CitedYear(printed: String(year), era: .common, gregorian: year), place: Self.place(paragraph)))
    return self.reading.citations.count - 1
  }

  mutating func define(_ term: String, _ statement: String, by citation: Int? = nil, paragraph: String = "p", section: Int? = nil) {
    reading.definitions.append(
      DefinitionReading(
        kind: .definition, term: term, english: [], statement: statement, marker: "คือ", citation: citation, section: section,
        termRange: ByteRange(0, 3), passage: ByteRange(0, 9), place: Self.place(paragraph)))
  }

  mutating func pair(_ term: String, _ english: String, id: String? = nil, aliasOf: String? = nil) {
    reading.terms.append(
      TermReading(
        id: id, term: term, english: english.isEmpty ? [] : [english], aliasOf: aliasOf, place: Self.place("pair " + term)))
  }

  mutating func list(_ title: String, _ items: [String], subject: String? = nil, section: Int? = nil) {
    reading.enumerations.append(
      EnumerationReading(
        title: title, subject: subject, citation: nil, statedCount: nil, isOrdered: false,
        items: items.map { .init(title: $0, english: nil, text: "", range: ByteRange(0, 3)) }, section: section,
        passage: ByteRange(0, 9),
        place: Self.place("list " + title)))
  }

  mutating func ask(_ text: String, answers: [String] = []) {
    reading.questions.append(
      QuestionReading(
        id: nil, text: text, kind: .discussion, answers: answers, prompts: [], rubric: [], section: nil, place: Self.place(text)))
  }
}

private func course(_ chapters: [Written], _ settings: CourseSettings = CourseSettings(), _ references: References = References())
  -> Course
{
  let readings = chapters.map { chapter in
    var reading = chapter.reading
    reading.answerQuestions()
    return reading
  }
  return resolveCourse(readings, settings: settings, references: references).course
}

@Suite struct ConceptsAcrossChapters {
  @Test func joinEqualSpellingAndEqualEnglish() {
    var a = Written("01-a")
    a.pair("เครือข่าย", "network")
    var b = Written("02-b")
    b.pair("ข่ายงาน", "Network")
    b.define("เครือข่าย", "สายใย")
    let concepts = course([a, b]).concepts
    #expect(concepts.map(\.term) == ["เครือข่าย"])
    #expect(concepts[0].aliases == ["ข่ายงาน"] && concepts[0].id.text == "network" && concepts[0].definitions.count == 1)
  }

  @Test func doNotJoinWhatOnlyLooksAlike() {
    var a = Written()
    a.define("เครือข่าย", "x")
    a.define("เครือข่ายทางสังคม", "y")
    let concepts = course([a]).concepts
    #expect(concepts.count == 2)
    #expect(concepts[1].related == [Relation(concept: concepts[0].id, kind: .broader, evidence: concepts[1].evidence.span)])
    #expect(concepts[0].related.map(\.kind) == [.narrower])
  }

  @Test func doNotTakeAWordCutInsideForABroaderTerm() {
    var a = Written()
    a.define("การเรียน", "x")
    a.define("การเรียนรู้", "y")
    a.define("การเรียนีย", "z")
    let concepts = course([a]).concepts
    #expect(concepts[1].related.map(\.kind) == [.broader])
    #expect(concepts[2].related.isEmpty)
  }

  @Test func followTheAuthorsAliases() {
    var a = Written()
    a.define("เครือข่าย", "x")
    a.define("โครงข่าย", "y")
    let settings = CourseSettings(aliases: [.init(term: "เครือข่าย", names: ["โครงข่าย"])])
    #expect(course([a], settings).concepts.count == 1)
  }

  @Test func takeMembersOfASetAsParts() {
    var a = Written()
    a.define("เครือข่าย", "x")
    a.define("สมาชิก", "y")
    a.list("องค์ประกอบของเครือข่าย", ["สมาชิก", "จุดมุ่งหมาย"], subject: "เครือข่าย")
    let result = course([a])
    #expect(result.concepts.map(\.term) == ["เครือข่าย", "สมาชิก"])
    #expect(result.concepts[1].related.map(\.kind) == [.partOf])
    #expect(result.enumerations[0].items.map { $0.concept?.text } == [result.concepts[1].id.text, nil])
  }
}

@Suite struct PeopleAndWorks {
  @Test func areOnePersonWithAndWithoutATitle() {
    var a = Written()
    _ = a.cite("ประเวศ วะสี", 1998)
    _ = a.cite("ประเวศ วะสี", 1999, honorific: "ศ.นพ.")
    let result = course([a])
    #expect(result.people.map(\.display) == ["ประเวศ วะสี"])
    #expect(result.people[0].works.count == 2)
  }

  @Test func keepTheTitlesOfMonks() {
    var a = Written()
    _ = a.cite("สุทิตย์ อาภากโร", 2004, honorific: "พระมหา", royal: true)
    #expect(course([a]).people.map(\.display) == ["พระมหาสุทิตย์ อาภากโร"])
  }

  @Test func areSortedByFamilyNameInLatin() {
    var a = Written()
    _ = a.cite("Manuel Castells", 1998)
    #expect(course([a]).people.map(\.sort) == ["Castells, Manuel"])
  }

  @Test func takeTitlesFromReferences() {
    var a = Written()
    _ = a.cite("Schuler", 1996)
    let (references, _) = References.read(
      SourceText(
        file: "Content/references.yml",
        "- id: s96\n  title: New Networks\n  author: [{given: D, family: Schuler}]\n  issued: 1996\n"))
    let work = course([a], CourseSettings(), references).works[0]
    #expect(work.title == "New Networks" && work.key == "s96")
  }

  @Test func sayWhichKeyIsUnknownAndWhichWasMeant() {
    var a = Written()
    a.reading.citations.append(
      CitationReading(
        form: .explicit, text: "[@schuler96]", authors: [], etAl: false, year: nil, key: "schuler96", place: Written.place("p")))
    let (references, _) = References.read(SourceText(file: "r.yml", "- id: schuler1996\n  title: x\n"))
    let found = resolveCourse([a.reading], references: references).diagnostics
    #expect(found.map(\.id).contains("unresolved-citation"))
    #expect(found.first { $0.id == "unresolved-citation" }?.repair?.english == "did you mean [@schuler1996]?")
  }
}

@Suite struct IdentifiersOfRecords {
  private func all(_ course: Course) -> [String] {
    course.chapters.map(\.id.text) + course.sections.map(\.id.text) + course.concepts.map(\.id.text)
      + course.definitions.map(\.id.text)
      + course.citations.map(\.id.text) + course.works.map(\.id.text) + course.people.map(\.id.text)
      + course.enumerations.map(\.id.text)
      + course.questions.map(\.id.text)
  }

  private func sample(before: Int = 0, title: String = "ความหมาย") -> Course {
    var a = Written("06-network", settings: ChapterSettings(id: "network"))
    for number in 0..<before { a.section("แทรก \(number)") }
    a.section(title)
    for number in 0..<before {
      let citation = a.cite("New \(number)", 1990 + number, paragraph: "new \(number)")
      a.define("คำใหม่ \(number)", "x", by: citation, paragraph: "new \(number)")
    }
    a.pair("เครือข่าย", "network")
    let first = a.cite("Schuler", 1996, paragraph: "one")
    let second = a.cite("Schuler", 1996, paragraph: "two")
    a.define("เครือข่าย", "สายใย", by: first, paragraph: "one")
    a.define("เครือข่าย", "ตาข่าย", by: second, paragraph: "two")
    a.list("องค์ประกอบของเครือข่าย", ["ก", "ข"])
    a.ask("เครือข่ายคืออะไร")
    return course([a])
  }

  @Test func areUniqueAndASCII() {
    let identifiers = all(sample())
    #expect(Set(identifiers).count == identifiers.count)
    #expect(identifiers.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { $0 < 0x80 } })
  }

  @Test func stayWhenTwentySectionsComeBefore() {
    let (old, new) = (sample(), sample(before: 20))
    #expect(Set(all(old)).isSubset(of: all(new)))
  }

  @Test func stayWhenAHeadingIsRetitled() {
    let (old, new) = (sample(), sample(title: "นิยาม"))
    #expect(old.definitions.map(\.id) == new.definitions.map(\.id) && old.citations.map(\.id) == new.citations.map(\.id))
    #expect(old.concepts.map(\.id) == new.concepts.map(\.id) && old.questions.map(\.id) == new.questions.map(\.id))
  }

  @Test func tellTwoOfOneNameApartByTheirParagraphs() {
    let identifiers = sample().definitions.map(\.id.text)
    #expect(identifiers.allSatisfy { $0.hasPrefix("d-network-concept-schuler-1996-") })
    #expect(Set(identifiers).count == 2)
  }

  @Test func giveTheAuthorsOwnNameFirst() {
    var a = Written("01-a")
    a.section("หนึ่ง", id: "trust")
    a.pair("ความไว้วางใจ", "trust")
    let result = course([a])
    #expect(result.sections[0].id.text == "trust" && result.concepts[0].id.text == "trust-concept")
  }
}

@Suite struct AnswersToQuestions {
  private func sample(_ question: String, answers: [String] = []) -> Question? {
    var a = Written()
    a.section("ฐานคิดเกี่ยวกับเครือข่าย")
    a.section("ความหมายของเครือข่ายทางสังคม")
    a.section("องค์ประกอบของเครือข่าย", id: "components")
    a.section("ความจำเป็นในการเสริมสร้างเครือข่าย")
    a.list("ความสัมพันธ์ในสังคมมนุษย์", ["ก", "ข", "ค"], section: 0)
    a.list("ความหมายของเครือข่ายโดยนัยต่าง ๆ", ["ก", "ข", "ค"], section: 1)
    a.list("องค์ประกอบของเครือข่าย", ["ก", "ข"], section: 2)
    a.list("หลักการที่เกี่ยวข้องกับความจำเป็น", ["ก", "ข", "ค"], section: 3)
    a.ask(question, answers: answers)
    return course([a]).questions.first
  }

  private func sets(_ question: Question?) -> [String] {
    (question?.answers ?? []).compactMap { answer in
      guard case .enumeration(let id) = answer.record else { return nil }
      return id.text
    }
  }

  @Test func knowNearSynonymsOfAcademicThai() throws {
    let concepts = try #require(sample("แนวคิดเกี่ยวกับเครือข่ายมีอะไรบ้าง"))
    let needs = try #require(sample("ความสำคัญในการพัฒนาเครือข่ายคืออะไร"))
    #expect(sets(concepts).count == 2 && Set(sets(concepts)).isDisjoint(with: sets(needs)))
    #expect(sets(needs).count == 1)
    #expect(abs(concepts.answers.reduce(0) { $0 + $1.weight } - 1) < 1e-9)
  }

  /// The concept's part of the answer, 0 where it has none; the course defines การมีส่วนร่วม and has a set under ทุนมนุษย์.
  private func share(of question: String) -> Double {
    var a = Written()
    a.section("แนวคิดเกี่ยวกับการมีส่วนร่วม")
    a.section("ความสำคัญของทุนมนุษย์")
    a.pair("การมีส่วนร่วม", "participation")
    a.pair("ทุนมนุษย์", "human capital")
    a.define("การมีส่วนร่วม", "กระบวนการที่คนเข้ามาเกี่ยวข้อง")
    a.list("มิติของการมีส่วนร่วม", ["ก", "ข"], section: 0)
    a.list("ความสำคัญของทุนมนุษย์", ["ก", "ข"], section: 1)
    a.ask(question)
    let answers = course([a]).questions.first?.answers ?? []
    #expect(answers.isEmpty || abs(answers.reduce(0) { $0 + $1.weight } - 1) < 1e-9)
    return answers.filter { if case .concept = $0.record { true } else { false } }.reduce(0) { $0 + $1.weight }
  }

  @Test(arguments: [
    "จงอธิบายความหมายของการมีส่วนร่วมตามทัศนะของนักวิชาการอย่างน้อย 3 ท่าน", "ให้นิสิตให้คำจำกัดความของคำว่า “การมีส่วนร่วม”", "การมีส่วนร่วมหมายถึงอะไร",
    "จงอธิบายว่า การมีส่วนร่วม คืออะไร และมีความสำคัญอย่างไร", "Participation คืออะไร", "ความหมายและความสำคัญของการมีส่วนร่วมเป็นอย่างไร",
  ]) func beginWithTheDefinitionsWhereAMeaningIsAsked(question: String) { #expect(share(of: question) >= 0.6, "\(question)") }

  @Test(arguments: [
    "ทุนมนุษย์มีความสำคัญอย่างไร", "ความสำคัญของการมีส่วนร่วมคืออะไร", "มิติของการมีส่วนร่วมมีอะไรบ้าง", "ความหมายของทุนมนุษย์คืออะไร",
  ]) func leaveDefinitionsOutWhereSomethingElseIsAsked(question: String) { #expect(share(of: question) == 0, "\(question)") }

  @Test func fallBackOnAConceptTheQuestionNames() {
    var a = Written()
    a.pair("การมีส่วนร่วม", "participation")
    a.define("การมีส่วนร่วม", "กระบวนการที่คนเข้ามาเกี่ยวข้อง")
    a.ask("ท่านเห็นว่าชาวบ้านควรเรียกร้องการมีส่วนร่วมเมื่อใด")
    #expect(course([a]).questions.first?.answers == [Question.Answer(record: .concept(ConceptID("participation")), weight: 1)])
  }

  @Test func areLeftOpenWhereNothingAnswers() {
    #expect(sample("ปลูกข้าวเมื่อใด")?.answers.isEmpty == true)
  }

  @Test func areTheAuthorsWhereGiven() {
    #expect(sample("ปลูกข้าวเมื่อใด", answers: ["components"])?.answers.map(\.record) == [.section(SectionID("components"))])
  }
}

@Suite struct NestingOfMarks {
  private func mark(_ lower: Int, _ upper: Int, _ record: RecordID) -> Mark { Mark(range: ByteRange(lower, upper), record: record) }

  @Test func cutsWhatWouldCross() {
    let definition = RecordID.definition(DefinitionID("d"))
    let list = RecordID.enumeration(EnumerationID("l"))
    let marks = ChapterMarker.nested([mark(0, 10, definition), mark(5, 15, list)], length: 20)
    #expect(marks == [mark(0, 10, definition), mark(5, 10, list)])
  }

  @Test func leavesTermsOutOfCitations() {
    let citation = RecordID.citation(CitationID("c"))
    let concept = RecordID.concept(ConceptID("n"))
    #expect(ChapterMarker.nested([mark(0, 10, citation), mark(2, 4, concept), mark(12, 14, concept)], length: 20).count == 2)
  }

  @Test func alwaysNests() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<500 {
      let marks = (0..<12).map { index -> Mark in
        let lower = Int(generator.next() % 40)
        let record: RecordID = index % 3 == 0 ? .concept(ConceptID("k\(index)")) : .definition(DefinitionID("d\(index)"))
        return mark(lower, lower + 1 + Int(generator.next() % 12), record)
      }
      let nested = ChapterMarker.nested(marks, length: 45)
      for (i, a) in nested.enumerated() {
        for b in nested[(i + 1)...] {
          #expect(a.range < b.range || a.range == b.range)
          #expect(!a.range.overlaps(b.range) || a.range.contains(b.range))
        }
      }
    }
  }
}
