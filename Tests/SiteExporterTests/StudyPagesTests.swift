import Foundation
import SiteExporter
import Testing

struct StudyPagesTests {
  private func values(of attribute: String, in page: String) -> [String] {
    page.components(separatedBy: " \(attribute)=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
  }

  @Test func makesCardsOfRecordsInTheOrderOfTheText() throws {
    let page = try #require(FixtureCourse().site()["cards/network.html"])
    #expect(values(of: "data-card", in: page) == ["english:social-network", "definition:d-1", "set:e-1"])
  }

  @Test func keepsACardsNameWhenItsWordingIsMended() {
    let mended = FixtureCourse(statement: "ร่างแห").site()["cards/network.html"] ?? ""
    #expect(values(of: "data-card", in: mended).contains("definition:d-1"))
    #expect(mended.contains("ร่างแห"))
  }

  @Test func foldsAnswersThatCanBeReadWithoutAScript() throws {
    let page = try #require(FixtureCourse().site()["cards/network.html"])
    #expect(page.components(separatedBy: "<details class=\"card-back\">").count - 1 == 3)
    #expect(page.contains("<p lang=\"en\">social network</p>"))
    #expect(page.contains("href=\"../chapters/network.html#d-1\""))
  }

  @Test func makesNoCardsWhereThereIsNothingToRemember() {
    let site = FixtureCourse().site()
    #expect(site["cards/other.html"] == nil)
    #expect(site["practice/other.html"]?.contains("cards/") == false)
  }

  @Test func makesNoCardsWherePracticeIsOff() {
    #expect(!FixtureCourse().site(settings: SiteSettings(practice: false)).keys.contains { $0.hasPrefix("cards/") })
  }

  @Test func putsADefinitionUnderItsYearInBothEras() throws {
    let page = try #require(FixtureCourse().site()["timeline.html"])
    let year = try #require(page.range(of: "<h2>พ.ศ.\u{A0}2539 · ค.ศ.\u{A0}1996</h2>"))
    #expect(page[year.upperBound...].contains("สายใย"))
  }
}
