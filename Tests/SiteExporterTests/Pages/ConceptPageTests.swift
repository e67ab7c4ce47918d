import CourseModel
import Foundation
@testable import SiteExporter
import Testing
import ThaiText

struct ConceptPageTests {
  @Test("marks what definitions share and lists what only one says")
  func comparesDefinitions() throws {
    let texts = ["สายใยของความสัมพันธ์ในสังคม", "ตาข่ายที่โยงความสัมพันธ์ของบุคคล"]
    let comparison = DefinitionComparison(of: texts, term: "เครือข่าย", breaker: WordBreaker())
    #expect(comparison.common.map(\.word) == ["ความสัมพันธ์"])
    #expect(comparison.common.map(\.count) == [2])
    for (statement, text) in zip(comparison.statements, texts) {
      let shared = statement.shared.map { String(decoding: statement.bytes[$0], as: UTF8.self) }
      #expect(shared == ["ความสัมพันธ์"])
      #expect(statement.bytes == Array(text.utf8))
    }
    let own = try #require(comparison.statements.last?.own)
    #expect(own.contains("บุคคล") && !own.contains("สัมพันธ์"))
  }

  private func comparison(_ texts: String...) -> DefinitionComparison {
    DefinitionComparison(of: texts, term: "เครือข่าย", breaker: WordBreaker())
  }

  private func shared(_ comparison: DefinitionComparison) -> [[String]] {
    comparison.statements.map { statement in statement.shared.map { String(decoding: statement.bytes[$0], as: UTF8.self) } }
  }

  @Test("calls no part of a longer expression shared")
  func sharesWholeExpressions() {
    #expect(shared(comparison("การประสานงานของบุคคล", "หน่วยงานของรัฐ")) == [[], []])
    #expect(shared(comparison("การประสานงานระหว่างกลุ่ม", "รูปแบบการประสานงานของรัฐ")).map(\.last) == ["การประสานงาน", "การประสานงาน"])
    #expect(shared(comparison("กลุ่มเป้าหมาย", "มีเป้าหมายร่วมกัน")) == [["เป้าหมาย"], ["เป้าหมาย"]])
  }

  @Test("marks a compound whole where both say it, and words of Latin that stand together")
  func sharesCompounds() {
    let comparison = comparison("การเชื่อมโยงของคน (social network)", "เชื่อมโยงกัน (Social  Network)")
    #expect(shared(comparison).map(\.first) == ["การเชื่อมโยง", "เชื่อมโยง"])
    #expect(comparison.common.map(\.word).contains("การเชื่อมโยง"))
  }

  @Test("says nothing of words that only hold others together, numbers and single letters")
  func ignoresFunctionWords() {
    let comparison = comparison("ซึ่งเป็นการที่ 12 ก ต่าง ๆ ได้แก่ a", "และมีการที่ 12 ก ต่าง ๆ ได้แก่ a")
    #expect(comparison.common.isEmpty && comparison.statements.allSatisfy(\.own.isEmpty))
  }

  @Test("keeps ranges in order, apart and between letters whatever it is given")
  func holdsForNoise() {
    var generator = SystemRandomNumberGenerator()
    let parts = [
      "ความ", "สัมพันธ์", "การ", " ", "ๆ", "์", "่", "network", "(", "งาน", "ประสาน", "บุคคล", "2539", "และ", "\u{200B}", "é",
    ]
    for _ in 0..<300 {
      let texts = (0..<3).map { _ in (0..<20).map { _ in parts.randomElement(using: &generator) ?? "" }.joined() }
      for statement in DefinitionComparison(of: texts, term: "งาน", breaker: WordBreaker()).statements {
        var end = 0
        for range in statement.shared {
          #expect(range.lowerBound >= end && range.upperBound <= statement.bytes.count, "\(texts)")
          #expect(String(validating: statement.bytes[range], as: UTF8.self) != nil, "\(texts)")
          end = range.upperBound
        }
      }
    }
  }

  @Test("leaves the term's own words out of what is shared")
  func ignoresTheTerm() {
    let comparison = DefinitionComparison(of: ["เครือข่ายของบุคคล", "เครือข่ายของกลุ่ม"], term: "เครือข่าย", breaker: WordBreaker())
    #expect(comparison.common.isEmpty)
    #expect(comparison.statements.allSatisfy { $0.shared.isEmpty })
  }

  @Test("cuts a passage between letters, never before a mark that stands on one")
  func cutsPassages() throws {
    let long = String(repeating: "ที่ดี้ ", count: 40)
    let cut = try #require(ConceptPassage.cut(long + "เครือข่าย" + long, around: ["ไม่มี", "เครือข่าย"]))
    #expect(cut.match == "เครือข่าย")
    #expect(cut.before.hasPrefix("…ที่"))
    #expect(cut.after.hasSuffix("…"))
    #expect(!(cut.before + cut.after).contains("\u{FFFD}"))
    #expect(cut.after.utf8.count < 240 && cut.before.utf8.count < 180)
    #expect(ConceptPassage.cut("ไม่ได้พูดถึง", around: ["เครือข่าย"]) == nil)
    #expect(ConceptPassage.cut("เครือข่าย", around: ["เครือข่าย"])?.before == "")
  }

  @Test("shows where a concept is spoken of and opens it marked")
  func showsPassages() throws {
    let page = try #require(FixtureCourse().site()["concepts/social-network.html"])
    let passages = try #require(page.range(of: "id=\"passages\""))
    let rest = page[passages.upperBound...]
    #expect(rest.contains("href=\"../chapters/network.html?q=%E0%B9%80"))
    #expect(rest.contains("<mark><span class=\"nb\">เครือข่าย"))
    #expect(rest.contains("#p-"))
  }

  @Test("gives search engines a defined term")
  func describesATerm() throws {
    let page = try #require(FixtureCourse().site()["concepts/social-network.html"])
    let start = try #require(page.range(of: "<script type=\"application/ld+json\">"))
    let end = try #require(page.range(of: "</script>", range: start.upperBound..<page.endIndex))
    let json = try JSONSerialization.jsonObject(with: Data(page[start.upperBound..<end.lowerBound].utf8)) as? [String: Any]
    #expect(json?["@type"] as? String == "DefinedTerm")
    #expect(json?["alternateName"] as? [String] == ["social network", "โครงข่ายสังคม"])
  }
}
