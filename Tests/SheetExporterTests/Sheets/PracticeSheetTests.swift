import CourseModel
import Testing
import ThaiText

@testable import SheetExporter

/// Fill-in notes, flashcards, self-explanation, reading guide, table of definitions.
struct PracticeSheetTests {
  private func sheet(_ kind: String, _ settings: SheetSettings = SheetSettings()) -> Sheet? {
    NetworkChapter.exporter(settings).plan(NetworkChapter.chapter, kinds: [kind]).first?.sheet
  }

  @Test func numbersEveryGapAndAnswersItOnTheBack() throws {
    let blocks = try #require(sheet("fill-in")).blocks
    let back = try #require(blocks.firstIndex(of: .pageBreak))
    let gaps = blocks[..<back].flatMap { gapNumbers($0) }
    #expect(gaps == Array(1...gaps.count))
    guard case .set(let answers)? = blocks.last else {
      Issue.record("no answers")
      return
    }
    #expect(answers.members.map(\.mark) == gaps.map(String.init))
    #expect(answers.members[2].title == [.text("สายใย")])
  }

  @Test func neverAsksTwiceForATerm() throws {
    let blocks = try #require(sheet("fill-in")).blocks
    guard case .set(let answers)? = blocks.last else { return }
    let titles = answers.members.map(\.title.plainText)
    #expect(Set(titles).count == titles.count)
  }

  @Test func namesTheChapterWhereADefinitionHasNoAuthor() throws {
    let read = try ReadCourse(
      "# บท\n\nPutnam (1993) กล่าวว่า ทุนทางสังคม (social capital) คือ ลักษณะของสังคมที่ทำให้ผู้คนร่วมมือกันสะดวกขึ้น\n\nทุนทางสังคม หมายถึง ความสัมพันธ์ที่ผู้คนไว้วางใจกันและช่วยเหลือกันได้จริง\n"
    )
    let sheet = try #require(read.exporter().plan(read.chapter, kinds: ["self-explanation"]).first).sheet
    let asked = sheet.blocks.flatMap { block -> [String] in
      guard case .together(let inner) = block else { return [] }
      return inner.compactMap { if case .paragraph(let text) = $0 { text.plainText } else { nil } }
    }
    #expect(asked.contains { $0.contains("ทุนทางสังคม ที่ Putnam กับ บทเรียน ให้ไว้") }, "\(asked)")
  }

  private func gapNumbers(_ block: SheetBlock) -> [Int] {
    func numbers(_ text: SheetText) -> [Int] { text.compactMap { if case .gap(_, let number) = $0 { number } else { nil } } }
    switch block {
    case .paragraph(let text): return numbers(text)
    case .list(let list): return list.items.flatMap { $0.flatMap(gapNumbers) }
    case .set(let set): return set.members.flatMap { numbers($0.title) }
    case .together(let blocks): return blocks.flatMap(gapNumbers)
    default: return []
    }
  }

  @Test func makesACardForEveryDefinitionTermAndSet() throws {
    guard case .cards(let deck)? = try #require(sheet("flashcards")).blocks.first else { return }
    let course = NetworkChapter.course
    let undefined = course.concepts.filter { $0.definitions.isEmpty && !$0.english.isEmpty }
    #expect(deck.cards.count == course.definitions.count + undefined.count + course.enumerations.count)
    #expect((deck.columns, deck.rows) == (2, 4))
    #expect(deck.cards.allSatisfy { $0.foot == "บทที่ 6 · เครือข่าย: ฐานคิดและความหมาย" })
  }

  @Test func asksWhoseMeaningWhereSeveralDefineATerm() throws {
    guard case .cards(let deck)? = try #require(sheet("flashcards")).blocks.first else { return }
    #expect(deck.cards.first { $0.front.contains(.soft("ตาม Schuler, 1996")) }?.front.first == .text("เครือข่าย"))
    let single = deck.cards.first { $0.front.first == .text("กระบวนการเรียนรู้") }
    #expect(single?.back.last == .soft("ทิศนา แขมมณี และคณะ, 2542"))
  }

  @Test func fitsCardBacksToTheCard() throws {
    for settings in [
      SheetSettings(), SheetSettings(paper: .a5), SheetSettings(size: .large), SheetSettings(paper: .a5, size: .large),
    ] {
      guard case .cards(let deck)? = try #require(sheet("flashcards", settings)).blocks.first else { return }
      let em = settings.size.points * 0.3528
      let area =
        ((settings.paper.width - 20) / Double(deck.columns) / em - 2) * ((settings.paper.height - 20) / Double(deck.rows) / em - 3)
        / 1.54
      for card in deck.cards {
        let width = Double(emWidth(Array(card.back.plainText.utf8).span)) / 100
        #expect(width < area)
      }
    }
  }

  @Test func comparesTwoAuthorsOfOneTerm() throws {
    let blocks = try #require(sheet("self-explanation")).blocks
    guard case .together(let first)? = blocks.dropFirst().first else { return }
    let passages = first.filter { if case .passage = $0 { true } else { false } }
    #expect(passages.count == 2)
  }

  @Test func guidesEveryObjectiveToItsSections() throws {
    let blocks = try #require(sheet("reading-guide")).blocks
    let parts = blocks.compactMap { if case .together(let blocks) = $0 { blocks } else { nil } }
    #expect(parts.count == 4)
    #expect(parts[2].contains(.paragraph([.soft("ระดับประยุกต์ใช้"), .soft(" · อ่าน องค์ประกอบของเครือข่าย")])))
  }

  @Test func groupsDefinitionsByTerm() throws {
    let blocks = try #require(sheet("definitions")).blocks
    let tables = blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
    #expect(tables.map(\.rows.count) == [6, 2, 4])
  }

  @Test func saysTheSameInEnglish() {
    let thai = NetworkChapter.course
    let course = Course(
      id: thai.id, title: thai.title, language: .english, chapters: thai.chapters, sections: thai.sections, concepts: thai.concepts,
      definitions: thai.definitions, citations: thai.citations, people: thai.people, enumerations: thai.enumerations,
      questions: thai.questions)
    let sheets = SheetExporter(course: course, templates: NetworkChapter.templates).plan(NetworkChapter.chapter)
    #expect(sheets.count == NetworkChapter.exporter().plan(NetworkChapter.chapter).count)
    #expect(sheets.first?.title == "Chapter summary: เครือข่าย: ฐานคิดและความหมาย")
    #expect(sheets.first?.sheet.kicker == "Chapter 6 · Chapter summary")
  }
}
