import CourseModel
import Foundation
import Rendering
@testable import SiteExporter
import Testing

struct FrameTests {
  private func text(_ files: [SiteExporter.Output], _ path: String) -> String? {
    files.first { $0.path == path }.map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  @Test("names the frame and a version of it in the service worker")
  func makesAServiceWorker() throws {
    let exporter = try #require(FixtureCourse().exporter())
    func worker(_ css: String) throws -> String {
      let frame = [SiteExporter.Output(path: "assets/site.css", bytes: Array(css.utf8))]
      return try #require(text(exporter.offlineFiles(frame: frame, paths: ["index.html", "quiz/x.xml", "a.html"]), "sw.js"))
    }
    #expect(try worker("a").contains("\"assets/site.css\""))
    #expect(try worker("a") == worker("a"))
    #expect(try worker("a") != worker("b"))
    let files = exporter.offlineFiles(frame: [], paths: ["index.html", "quiz/x.xml", ".nojekyll", "a.html"])
    #expect(text(files, "files.json") == "[\"a.html\",\"index.html\"]")
    #expect(text(files, "sitemap.xml") == nil)
  }

  @Test("lists pages for search engines where the address is known")
  func makesASiteMap() throws {
    let exporter = try #require(FixtureCourse().exporter(settings: SiteSettings(baseURL: "https://example.org/c/")))
    let files = exporter.offlineFiles(
      frame: [], paths: ["index.html", "404.html", "assets/a.css", "glossary.html", "files/x.html"])
    let map = try #require(text(files, "sitemap.xml"))
    #expect(map.components(separatedBy: "<loc>").count == 3)
    #expect(map.contains("<loc>https://example.org/c/</loc>") && map.contains("<loc>https://example.org/c/glossary.html</loc>"))
    #expect(text(files, "robots.txt")?.contains("Sitemap: https://example.org/c/sitemap.xml") == true)
  }

  @Test("parts a list of pages that is longer than the format allows")
  func partsTheSiteMap() {
    let files = SiteMap(base: "https://example.org/").files(of: (0..<50_001).map { "concepts/\($0).html" })
    #expect(files.map(\.path) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "robots.txt"])
    #expect(text(files, "sitemap-2.xml")?.components(separatedBy: "<loc>").count == 2)
  }

  @Test("makes the links of the missing page hold at any depth where the address is known")
  func mendsTheMissingPage() throws {
    let known = try #require(FixtureCourse().site(settings: SiteSettings(baseURL: "https://example.org/c/"))["404.html"])
    #expect(known.contains("<base href=\"https://example.org/c/\">"))
    #expect(known.contains("<meta name=\"robots\" content=\"noindex\">") && !known.contains("rel=\"canonical\""))
    let unknown = try #require(FixtureCourse().site()["404.html"])
    #expect(!unknown.contains("<base"))
  }

  @Test("names its own address on every other page")
  func isCanonical() {
    for (path, page) in FixtureCourse().site(settings: SiteSettings(baseURL: "https://example.org/c/")) where path != "404.html" {
      let address = "https://example.org/c/" + (path == "index.html" ? "" : path)
      #expect(page.contains("<link rel=\"canonical\" href=\"\(address)\">"), "\(path)")
      #expect(page.contains("<meta property=\"og:url\" content=\"\(address)\">"), "\(path)")
    }
  }

  @Test("gives each interface word in both languages to the reader's script")
  func givesWords() throws {
    let exporter = try #require(FixtureCourse().exporter())
    let script = try #require(text(exporter.files(), "assets/words.js"))
    #expect(script.hasPrefix("window.tamraWords = {") && script.hasSuffix(";\n"))
    let json = try JSONSerialization.jsonObject(with: Data(script.dropFirst(20).dropLast(2).utf8)) as? [String: Any]
    #expect((json?["pairs"] as? [[String]])?.contains(["อภิธานศัพท์", "Glossary"]) == true)
    let reader = json?["reader"] as? [String: [String: Any]]
    #expect(Set(reader?["th"]?.keys.map { $0 } ?? []) == Set(reader?["en"]?.keys.map { $0 } ?? ["-"]))
  }

  @Test("leaves out pages, and the ways to them, that the publisher leaves out")
  func leavesPagesOut() {
    var settings = SiteSettings()
    settings.omitted = [.timeline, .map, .glossary]
    let site = FixtureCourse().site(settings: settings)
    for path in ["timeline.html", "map.html", "glossary.html"] {
      #expect(site[path] == nil)
      for (name, page) in site { #expect(!page.contains("href=\"\(path)\"") && !page.contains("href=\"../\(path)\""), "\(name)") }
    }
  }

  @Test("puts the publisher's accent after the site's own style")
  func paints() throws {
    var settings = SiteSettings()
    settings.accent = AccentColour(light: .init(0x7A, 0x1F, 0x5C))
    let exporter = try #require(FixtureCourse().exporter(settings: settings))
    #expect(text(exporter.files(), "assets/accent.css")?.contains("light-dark(#7a1f5c, ") == true)
    let page = try #require(FixtureCourse().site(settings: settings)["concepts/k.html"])
    let own = try #require(page.range(of: "../assets/site.css"))
    #expect(page[own.upperBound...].contains("../assets/accent.css"))
  }

  @Test("shows chats the chapter's own title card, and the course's elsewhere, where the address is known")
  func showsTitleCards() throws {
    let base = "https://example.org/c/"
    let own = "<meta property=\"og:image\" content=\"\(base)title-cards/network.png\">"
    let whole = "<meta property=\"og:image\" content=\"\(base)title-card.png\">"
    let exporter = try #require(FixtureCourse().exporter(settings: SiteSettings(baseURL: base)))
      .showing(titleCards: [nil, ChapterID("network")])
    func chapter(_ id: String) -> String {
      let page = exporter.chapterPage(ChapterID(id), document: .init(), marks: [])
      return String(decoding: page?.bytes ?? [], as: UTF8.self)
    }
    #expect(chapter("network").contains(own) && chapter("network").contains("<meta property=\"og:image:height\" content=\"630\">"))
    #expect(chapter("other").contains(whole))
    let front = try #require(exporter.pages().first { $0.path == "index.html" }).render(exporter.context)
    #expect(String(decoding: front, as: UTF8.self).contains(whole))
    #expect(!FixtureCourse().site(settings: SiteSettings(baseURL: base)).values.contains { $0.contains("og:image") })
    let offline = try #require(FixtureCourse().exporter()).showing(titleCards: [nil])
    #expect(!offline.pages().contains { String(decoding: $0.render(offline.context), as: UTF8.self).contains("og:image") })
  }
}
