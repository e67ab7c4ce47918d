import Foundation
import Testing
import ThaiText

@testable import SheetExporter

struct SheetPageTests {
  private func page(_ sheet: Sheet, _ settings: SheetSettings = SheetSettings()) -> String {
    var writer = SheetPageWriter(setting: LineSetting(terms: [], names: []))
    return String(decoding: writer.write(sheet, settings, style: "/* style */").page, as: UTF8.self)
  }

  private func sheet(_ blocks: [SheetBlock], footer: String = "") -> Sheet {
    Sheet(stem: "sheets/x", kicker: "บทที่ 6", title: "ท", documentTitle: "ท", footer: footer, blocks: blocks)
  }

  @Test func escapesWhatAChapterSays() {
    let html = page(sheet([.paragraph([.text("<script>&\"")])], footer: "</style><script>\"\\"))
    #expect(html.contains("&lt;script&gt;&amp;&quot;"))
    #expect(!html.contains("<script"))
    #expect(html.components(separatedBy: "</style").count == 2)
  }

  @Test func keepsItsStyleApartWhereAskedTo() {
    var writer = SheetPageWriter(setting: LineSetting(terms: [], names: []))
    let made = writer.write(
      sheet([.paragraph([.gap(width: 4.25, number: nil), .gap(width: 4.25, number: nil)])]), SheetSettings(), style: "/* style */",
      stylesheet: "x.css")
    let page = String(decoding: made.page, as: UTF8.self)
    let style = String(decoding: made.style, as: UTF8.self)
    #expect(!page.contains("style>") && !page.contains("style="))
    #expect(page.contains("<link rel=\"stylesheet\" href=\"x.css\">"))
    #expect(page.components(separatedBy: "class=\"gap r1\"").count == 3)
    #expect(style.contains("/* style */") && style.contains(".r1 { --gap: 4.3em }"))
  }

  @Test func saysPaperSizeAndLanguage() {
    let html = page(sheet([]), SheetSettings(paper: .a5, size: .large))
    #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"th\">"))
    #expect(html.contains("size: A5"))
    #expect(html.contains("--base: 18pt"))
  }

  @Test func mirrorsTheBacksOfCards() {
    let cards = ["1", "2", "3"].map { CardDeck.Card(front: [.text("f\($0)")], back: [.text("b\($0)")], foot: "") }
    let html = page(sheet([.cards(CardDeck(columns: 2, rows: 1, cards: cards))]))
    let faces = html.split(separator: "<p>").dropFirst().map { String($0.prefix(2)) }
    #expect(faces == ["f1", "f2", "b2", "b1", "f3", "b3"])
    #expect(html.components(separatedBy: "class=\"card\"").count == 9)
  }

  @Test func fetchesNothingButFonts() {
    let html = page(sheet([]), SheetSettings(assetsPath: "../assets"))
    #expect(html.contains("url(\"../assets/fonts/sarabun-400.woff2\")"))
    #expect(html.components(separatedBy: "<script").count == 2)
    #expect(
      html.contains(
        "<script src=\"../assets/letters.js\"></script>\n<link rel=\"icon\" type=\"image/svg+xml\" href=\"../assets/icon.svg\">\n<style>"
      ))
    let bare = page(sheet([]))
    #expect(!bare.contains("url(") && !bare.contains("<script") && !bare.contains("<link"))
  }
}
