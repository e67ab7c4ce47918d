import CourseModel
import Foundation
@testable import SiteExporter
import Testing

struct SingleFileTests {
  private func single() throws -> String {
    var settings = SiteSettings(baseURL: "https://example.org/c/")
    settings.downloads = [.chapters]
    let fixture = FixtureCourse()
    let exporter = try #require(fixture.exporter(settings: settings))
    let frame = [
      ("site.css", "@font-face { src: url(\"fonts/sarabun-400.woff2\") }"), ("fonts/sarabun-400.woff2", "font!"),
      ("first.js", "first()"), ("practice.js", "practice(\"</script>\")"),
    ].map { SiteExporter.Output(path: SitePaths.asset($0.0), bytes: Array($0.1.utf8)) }
    let file = try #require(exporter.singleFiles(frame: frame))
    let chapter = ChapterID("network")
    let practice = exporter.practice(chapter: chapter, categories: fixture.categories, items: fixture.items)
    let page = try #require(
      exporter.chapterPage(chapter, document: fixture.document, marks: fixture.marks, practice: practice))
    let made = exporter.singleFile(file, chapter: chapter, page: page, practice: practice) { _ in nil }
    #expect(made.path == "files/network.html")
    return String(decoding: made.bytes, as: UTF8.self)
  }

  @Test("holds its style, font and scripts and loads nothing")
  func loadsNothing() throws {
    let page = try single()
    #expect(page.contains("url(\"data:font/woff2;base64,Zm9udCE=\")"))
    #expect(page.contains("first()") && page.contains("practice(\"<\\/script>\")"))
    #expect(!page.contains("<script src") && !page.contains("rel=\"stylesheet\"") && !page.contains("assets/"))
    #expect(page.components(separatedBy: "<main").count == 2)
  }

  @Test("holds the practice of the chapter, each control under its own name")
  func holdsPractice() throws {
    let page = try single()
    let ids = page.components(separatedBy: " id=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    #expect(Set(ids).count == ids.count)
    #expect(page.contains("data-item=\"i-gaps\""))
  }

  @Test("keeps links within the chapter and makes text of those that leave it")
  func cutsLinks() throws {
    let page = try single()
    #expect(page.contains("href=\"#meaning\""))
    #expect(page.contains("href=\"#d-1\""))
    #expect(!page.contains("href=\"../"))
  }

  @Test("says to a chat what it is")
  func hasATitleCard() throws {
    let page = try single()
    #expect(page.contains("<meta property=\"og:title\" content=\"บทที่\u{A0}6 เครือข่าย: ฐานคิด\">"))
    #expect(page.contains("<meta property=\"og:url\" content=\"https://example.org/c/chapters/network.html\">"))
  }

  @Test("is not made where the publisher does not offer it")
  func isOffered() throws {
    let exporter = try #require(FixtureCourse().exporter())
    #expect(exporter.singleFiles(frame: []) == nil)
  }
}
