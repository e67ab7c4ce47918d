import CourseModel
import Testing
import ThaiText

@testable import SheetExporter

struct GlossarySheetTests {
  private var entries: [GlossaryEntry] {
    let sheet = NetworkChapter.exporter().plan(NetworkChapter.chapter, kinds: ["glossary"]).first?.sheet
    guard case .glossary(let entries)? = sheet?.blocks.first else { return [] }
    return entries
  }

  @Test func standsInThaiDictionaryOrder() {
    let terms = entries.map(\.term)
    #expect(terms.count == 22)
    #expect(terms.first == "กระบวนการเรียนรู้")
    #expect(terms.last == "โหนด")
    let keys = terms.map { ThaiDictionaryOrder.key($0) }
    #expect(zip(keys, keys.dropFirst()).allSatisfy { !$1.lexicographicallyPrecedes($0) })
  }

  @Test func printsALetterAboveItsFirstTermOnly() {
    #expect(entries.compactMap(\.letter) == ["ก", "ข", "ค", "ช", "น", "พ", "ส", "ห"])
  }

  @Test func givesEveryMeaningWithItsSource() {
    let network = entries.first { $0.term == "เครือข่าย" }
    #expect(network?.english == ["network"])
    #expect(
      network?.meanings.map(\.source) == [
        "Schuler, 1996", "อรรณพ พงษ์วาท, 2539", "ปาริชาติ สถาปิตานนท์ และชัยวัฒน์ ถิระพันธุ์, 2546",
        "Michel, อ้างใน สมใจ โลหะพูนตระกูล, 2539", "เกรียงศักดิ์ เจริญวงศ์ศักดิ์, 2543", "นฤมล นิราธร, 2543",
      ])
    #expect(entries.first { $0.term == "กระบวนการเรียนรู้" }?.meanings.first?.source == "ทิศนา แขมมณี และคณะ, 2542")
  }

  @Test("a statement that may run on is printed; a term whose meaning the prose only suggests says where to read")
  func doubtfulMeanings() throws {
    let read = try ReadCourse(
      """
      # บท

      ## หัวข้อแรก

      Schuler (1996) กล่าวว่า เครือข่าย (network) คือ สายใย (web) ของความสัมพันธ์ทางสังคม กระบวนการเรียนรู้ร่วมกันของชุมชนในท้องถิ่น

      ความไว้วางใจ (trust) เป็นความคาดหวังที่ผู้คนมีต่อกันว่าจะประพฤติตนอย่างซื่อสัตย์ต่อกัน
      """)
    let sheet = try #require(read.exporter().plan(read.chapter, kinds: ["glossary"]).first).sheet
    guard case .glossary(let entries)? = sheet.blocks.first else {
      Issue.record("no glossary")
      return
    }
    let network = try #require(entries.first { $0.term == "เครือข่าย" })
    #expect(network.meanings.map(\.source) == ["Schuler, 1996"])
    let trust = try #require(entries.first { $0.term == "ความไว้วางใจ" })
    #expect(trust.meanings.isEmpty && trust.see.plainText.contains("หัวข้อแรก"))
  }

  @Test func pointsToTheSectionWhereNothingSaysWhatATermMeans() {
    #expect(entries.first { $0.term == "ชุมทาง" }?.see == [.soft("อยู่ในหัวข้อ ความหมายของเครือข่ายทางสังคม (social network)")])
  }

  @Test func isLeftOutOfAChapterWithoutTerms() {
    let course = Course(id: "c", title: "ค", chapters: NetworkChapter.course.chapters)
    #expect(
      SheetExporter(course: course, templates: NetworkChapter.templates).plan(NetworkChapter.chapter, kinds: ["glossary"]).isEmpty)
  }
}
