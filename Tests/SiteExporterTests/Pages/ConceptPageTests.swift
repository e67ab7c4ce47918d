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
    #expect(comparison.common.map(\.word) == ["สัมพันธ์"])
    #expect(comparison.common.map(\.count) == [2])
    for (statement, text) in zip(comparison.statements, texts) {
      let shared = statement.shared.map { String(decoding: statement.bytes[$0], as: UTF8.self) }
      #expect(shared == ["สัมพันธ์"])
      #expect(statement.bytes == Array(text.utf8))
    }
    let own = try #require(comparison.statements.last?.own)
    #expect(own.contains("บุคคล") && !own.contains("สัมพันธ์"))
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
