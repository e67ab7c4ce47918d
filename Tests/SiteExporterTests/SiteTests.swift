import CourseModel
import Foundation
import SiteExporter
import Testing

struct SiteTests {
  /// The values of an attribute in a page.
  private func values(of attribute: String, in page: String) -> [String] {
    page.components(separatedBy: " \(attribute)=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
  }

  @Test func resolvesEveryLink() throws {
    let site = FixtureCourse().site()
    #expect(site.count > 15)
    var checked = 0
    for (path, page) in site {
      let folder = path.split(separator: "/").dropLast()
      for link in values(of: "href", in: page) where !link.hasPrefix("http") && !link.contains("assets/") {
        let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        var target = parts[0].isEmpty ? path.split(separator: "/")[...] : folder
        if !parts[0].isEmpty {
          for part in parts[0].split(separator: "/") { if part == ".." { target = target.dropLast() } else { target.append(part) } }
        }
        let file = String(target.joined(separator: "/").prefix { $0 != "?" })
        let found = try #require(site[file], "\(path) links to \(link)")
        if parts.count > 1, parts[1] != "there" {
          #expect(values(of: "id", in: found).contains(parts[1]), "\(path) links to \(link)")
        }
        checked += 1
      }
    }
    #expect(checked > 100)
  }

  @Test func givesEveryRecordOfAChapterItsPlaceOnce() throws {
    let page = try #require(FixtureCourse().site()["chapters/network.html"])
    let ids = values(of: "id", in: page)
    for id in ["meaning", "parts", "c-1", "c-2", "d-1", "e-1", "fig-1", "q-1"] {
      #expect(ids.filter { $0 == id }.count == 1, "\(id)")
    }
    #expect(Set(ids).count == ids.count)
  }

  @Test func givesUniqueIdentifiersOnEveryPage() {
    for (path, page) in FixtureCourse().site() {
      let ids = values(of: "id", in: page)
      #expect(Set(ids).count == ids.count, "\(path)")
    }
  }

  @Test func linksTermsOnceASectionAndCitationsAlways() throws {
    let page = try #require(FixtureCourse().site()["chapters/network.html"])
    #expect(page.components(separatedBy: "class=\"term\"").count - 1 == 2)
    #expect(page.contains("class=\"cite\" href=\"../references.html#w-1\""))
    #expect(page.contains("class=\"cite\" href=\"../references.html#w-2\""))
  }

  @Test func setsADefinitionWithItsAuthorAndBothEras() throws {
    let page = try #require(FixtureCourse().site()["chapters/network.html"])
    let defining = try #require(page.range(of: "<div class=\"defining\">"))
    let rest = page[defining.upperBound...]
    #expect(rest.contains("<p class=\"byline\"><a href=\"../people/p-schuler.html\">Schuler</a>"))
    #expect(rest.contains("ค.ศ.\u{A0}1996 · พ.ศ.\u{A0}2539"))
  }

  @Test func escapesHostileRecords() {
    let fixture = FixtureCourse(title: FixtureCourse.hostile, term: FixtureCourse.hostile, statement: FixtureCourse.hostile)
    for (path, page) in fixture.site() {
      #expect(!page.contains("<script>"), "\(path)")
      #expect(!page.contains("alert(\"1\")"), "\(path)")
    }
  }

  @Test func needsNoInlineStyleScriptOrOtherHost() {
    for (path, page) in FixtureCourse().site() {
      #expect(!page.contains(" style="), "\(path)")
      #expect(!page.contains("<style"), "\(path)")
      #expect(!page.contains(" on" + "click"), "\(path)")
      #expect(!page.contains("src=\"http"), "\(path)")
    }
  }

  @Test func ordersTheGlossaryAsAThaiDictionary() throws {
    let page = try #require(FixtureCourse().site()["glossary.html"])
    #expect(
      values(of: "id", in: page).filter { ["social-network", "learning", "k"].contains($0) } == ["learning", "k", "social-network"])
    #expect(page.contains("href=\"glossary.html#letter-e01\""))
  }

  @Test func ordersTheEnglishGlossaryByItsEnglishTerms() throws {
    let site = FixtureCourse().site()
    let page = try #require(site["glossary-english.html"])
    let terms = page.components(separatedBy: "<dt lang=\"en\">").dropFirst().map { String($0.prefix { $0 != "<" }) }
    #expect(terms.contains("social network") && terms == terms.sorted())
    #expect(page.contains("href=\"concepts/social-network.html\""))
    #expect(site["glossary.html"]?.contains("href=\"glossary-english.html\"") == true)
  }

  @Test func offersEachWorkToReferencePrograms() throws {
    let page = try #require(FixtureCourse().site()["references.html"])
    let works = page.components(separatedBy: "<details class=\"formats\">").dropFirst()
    #expect(works.count == FixtureCourse().course.works.count)
    #expect(works.allSatisfy { $0.contains("<pre>@") && $0.contains("<pre>[\n") })
  }

  @Test func keepsExamItemsOffTheSite() {
    for (path, page) in FixtureCourse().site() { #expect(!page.contains("ข้อสอบลับ"), "\(path)") }
  }

  @Test func makesAQuestionItsOwnPracticePage() throws {
    let page = try #require(FixtureCourse().site()["practice/q-1.html"])
    #expect(values(of: "data-item", in: page) == ["i-choice"])
    #expect(values(of: "data-writing", in: page) == ["q-1"])
    #expect(page.contains("<summary>ประเด็นที่ 1</summary>"))
    #expect(values(of: "placeholder", in: page).contains("เขียนคำตอบของคุณก่อนดูเฉลย"))
    #expect(page.contains("<meter max=\"100\" value=\"100\""))
    #expect(page.contains("<label><input type=\"checkbox\"> <span>อ้างนิยาม"))
    #expect(page.contains("href=\"../chapters/network.html#d-1\""))
  }

  @Test func speaksOfNoKeyWhereAQuestionHasNone() throws {
    let fixture = FixtureCourse()
    let exporter = try #require(fixture.exporter())
    let chapter = try #require(fixture.course.chapters.first).id
    let practice = try #require(exporter.practice(chapter: chapter, categories: [], items: []))
    let page = try #require(exporter.practicePages(practice).first { $0.path == "practice/q-1.html" })
    let html = String(decoding: page.bytes, as: UTF8.self)
    #expect(values(of: "data-writing", in: html) == ["q-1"])
    #expect(!html.contains("ก่อนดูเฉลย"))
  }

  @Test func answersWithoutAScript() throws {
    let page = try #require(FixtureCourse().site()["practice/network.html"])
    #expect(values(of: "data-kind", in: page) == ["choice", "choice", "selects", "selects", "typed", "gaps"])
    #expect(page.components(separatedBy: "<details class=\"answer\">").count - 1 == 6)
    #expect(page.contains("<b>ข. Schuler</b>"))
  }

  @Test func leadsIntoPracticeBySectionQuestionAndCard() throws {
    let page = try #require(FixtureCourse().site(more: copies(40, section: nil))["practice/network.html"])
    #expect(page.contains("href=\"../practice/meaning.html\""))
    #expect(page.contains("href=\"../practice/network~.html\""))
    #expect(values(of: "data-items", in: page).first == "i-choice i-false i-match i-order i-short i-gaps")
    #expect(values(of: "data-item", in: page).isEmpty)
    #expect(page.contains("href=\"../practice/q-1.html\""))
    #expect(page.contains("href=\"../cards/network.html\""))
  }

  /// True-false items of the fixture's chapter.
  private func copies(_ count: Int, section: SectionID?) -> [QuizItem] {
    (0..<count).map { i in
      QuizItem(
        id: "i-more-\(i)", kind: "test", pool: .practice, level: .remember, difficulty: 0.5, stem: "ข้อความที่ \(i)",
        interaction: .trueFalse(isTrue: true, correction: ""), explanation: "", passage: nil, records: [],
        chapter: ChapterID("network"), section: section, concept: ConceptID("network"))
    }
  }

  @Test func putsFewItemsOnTheChaptersOwnPageOfPractice() throws {
    let site = FixtureCourse().site(more: copies(24, section: nil))
    #expect(
      site.keys.filter { $0.hasPrefix("practice/") }.sorted() == [
        "practice/network.html", "practice/other.html", "practice/q-1.html",
      ])
    let page = try #require(site["practice/network.html"])
    #expect(values(of: "data-item", in: page).count == 30)
    #expect(values(of: "data-section", in: page) == Array(repeating: "meaning", count: 6) + Array(repeating: "~", count: 24))
    #expect(page.contains("href=\"../practice/network.html?section=meaning\""))
    #expect(page.contains("ข้อที่ 1 / 30 · "))
    let chapter = try #require(site["chapters/network.html"])
    #expect(values(of: "data-page", in: chapter) == ["practice/network.html"])
    #expect(chapter.contains("href=\"../practice/network.html?section=meaning\""))
  }

  @Test func saysNoSectionWhereAllItemsAreOfOne() throws {
    let page = try #require(FixtureCourse().site()["practice/network.html"])
    #expect(values(of: "data-item", in: page).count == 6)
    #expect(values(of: "data-section", in: page).isEmpty)
    #expect(values(of: "data-items", in: page).isEmpty)
    #expect(!page.contains("?section="))
  }

  @Test func dividesManyItemsAmongPagesOfTheirSections() throws {
    let site = FixtureCourse().site(more: copies(25, section: nil))
    let page = try #require(site["practice/network.html"])
    #expect(values(of: "data-item", in: page).isEmpty)
    #expect(try values(of: "data-item", in: #require(site["practice/meaning.html"])).count == 6)
    #expect(try values(of: "data-item", in: #require(site["practice/network~.html"])).count == 20)
    #expect(try values(of: "data-item", in: #require(site["practice/network~--2.html"])).count == 5)
    #expect(try values(of: "data-page", in: #require(site["chapters/network.html"])) == ["practice/meaning.html"])
  }

  @Test func leadsFromAConceptToItsItemsOfASection() throws {
    let concept = try #require(FixtureCourse().course.concepts.first)
    var item = copies(1, section: nil)
    item[0].concept = concept.id
    let page = try #require(FixtureCourse().site(more: item)["concepts/\(concept.id.text).html"])
    #expect(page.contains("href=\"../practice/network.html?section=~&amp;concept=\(concept.id.text)\""))
  }

  @Test func endsASectionWithAnItemOfItsOwn() throws {
    let page = try #require(FixtureCourse().site()["chapters/network.html"])
    let trial = try #require(page.range(of: "<div class=\"try\""))
    #expect(page[trial.upperBound...].contains("data-item=\"i-choice\""))
    #expect(page[..<trial.lowerBound].contains("id=\"parts\""))
    #expect(page.contains("assets/practice.js"))
  }

  @Test func namesPassagesSoThatEditsAroundThemLeaveTheirLinks() throws {
    func names(_ page: String) -> [String] { values(of: "id", in: page).filter { $0.hasPrefix("p-") } }
    let page = try #require(FixtureCourse().site()["chapters/network.html"])
    let mended = try #require(FixtureCourse(statement: "ร่างแห").site()["chapters/network.html"])
    #expect(names(page).count >= 4)
    #expect(names(page).first == names(mended).first)
    #expect(Set(names(page)).count == names(page).count)
  }

  @Test func leavesPracticeOutWhereItIsOff() {
    let site = FixtureCourse().site(settings: SiteSettings(practice: false))
    #expect(!site.isEmpty)
    for (path, page) in site {
      #expect(!path.hasPrefix("practice/"))
      #expect(!page.contains("practice/"), "\(path)")
    }
  }

  @Test func namesFilesThatCannotLeaveTheFolder() {
    #expect(SitePaths.concept(ConceptID("../../x")) == "concepts/~2e.~2f..~2fx.html")
    #expect(SitePaths.concept(ConceptID("a"), page: 2) != SitePaths.concept(ConceptID("a-2")))
    #expect(SitePaths.root(from: "concepts/a.html") == "../")
  }
}
