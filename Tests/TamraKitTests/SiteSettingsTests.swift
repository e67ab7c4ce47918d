import Diagnostics
import Rendering
import SiteExporter
import TestSupport
import Testing

@testable import TamraKit

/// What each value of `site.yml` does, and what is said of one that cannot be used.
@Suite struct SiteSettingsOfAFile {
  private func read(_ text: String) -> (settings: SiteSettings, diagnostics: [Diagnostic]) {
    SettingsFiles.site(SourceText(file: "Site/site.yml", text))
  }
  private func ids(_ text: String) -> [String] { read(text).diagnostics.map(\.id) }

  @Test func emptyHasEveryDefault() {
    let (settings, diagnostics) = read("")
    #expect(diagnostics.isEmpty && settings.title == nil && settings.baseURL == nil && settings.language == nil)
    #expect(!settings.rawHTML && settings.practice && settings.omitted.isEmpty && settings.downloads.isEmpty)
    #expect(settings.sheets.isEmpty && settings.banks.isEmpty && settings.accent == nil)
  }

  @Test func titleIsTheSitesOwn() {
    #expect(read("title: วิชาของเรา\n").settings.title == "วิชาของเรา")
    #expect(read("title: ''\n").settings.title == nil)
    #expect(ids("title: [ก]\n").count == 1)
  }

  @Test func baseURLEndsWithAStroke() {
    #expect(read("base-url: https://example.org/course\n").settings.baseURL == "https://example.org/course/")
    #expect(read("base-url: http://example.org/\n").settings.baseURL == "http://example.org/")
    #expect(ids("base-url: example.org\n").count == 1)
    #expect(read("base-url: javascript:alert(1)\n").settings.baseURL == nil)
  }

  @Test func paperIsSaidForAllSheets() {
    let said = read("paper: A5\nlarge-print: true\ncolumns: 2\n")
    #expect(said.diagnostics.isEmpty && said.settings.print == PrintLayout(paper: .a5, isLarge: true, columns: 2))
    #expect(read("").settings.print == PrintLayout())
    #expect(ids("paper: a3\n").count == 1 && ids("columns: 3\n").count == 1 && ids("large-print: 18\n").count == 1)
  }

  @Test func languageIsThaiOrEnglish() {
    #expect(read("language: en\n").settings.language == .english)
    #expect(read("language: th\n").settings.language == .thai)
    #expect(ids("language: fr\n").count == 1)
  }

  @Test func rawHTMLAndPracticeAreYesOrNo() {
    #expect(read("raw-html: true\npractice: false\n").settings.rawHTML)
    #expect(!read("raw-html: true\npractice: false\n").settings.practice)
    #expect(ids("raw-html: maybe\n").count == 1)
  }

  @Test func leaveOutNamesPages() {
    let (settings, diagnostics) = read("leave-out: [timeline, map, practice]\n")
    #expect(diagnostics.isEmpty && settings.omitted == [.timeline, .map, .practice])
    // One way to say it is as good as the other.
    #expect(!settings.practice)
    let (_, wrong) = read("leave-out: [timeline, chapters]\n")
    #expect(wrong.map(\.id) == ["unknown-setting"] && wrong.first?.message.english.contains("chapters") == true)
  }

  @Test func downloadsAreChaptersAndTheSite() {
    #expect(read("downloads: [chapters, site]\n").settings.downloads == [.chapters, .site])
    #expect(ids("downloads: [everything]\n") == ["unknown-setting"])
  }

  @Test func sheetsAndBanksAreLists() {
    let settings = read("sheets: [glossary, book]\nbanks: moodle\n").settings
    #expect(settings.sheets == ["glossary", "book"])
    #expect(settings.banks.isEmpty || settings.banks == ["moodle"])
  }

  @Test func accentMustBeReadOnThePaper() {
    let (settings, diagnostics) = read("accent: '#7a1f5c'\n")
    #expect(diagnostics.isEmpty && settings.accent != nil)
    #expect(ids("accent: '#ffee00'\n") == ["low-contrast"])
    #expect(read("accent: '#ffee00'\n").settings.accent == nil)
    #expect(ids("accent: purple\n").count == 1)
    #expect(ids("accent: '#7a1f5c'\naccent-dark: '#222222'\n") == ["low-contrast"])
  }

  @Test func unknownFieldsAreSaidWithTheirPlace() throws {
    let (_, diagnostics) = read("title: ก\ncolour: red\n")
    let found = try #require(diagnostics.first)
    #expect(diagnostics.count == 1 && found.span?.range.lowerBound == "title: ก\n".utf8.count)
  }
}
