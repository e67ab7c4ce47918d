import CourseModel
import Foundation
import Rendering
import TestSupport
import Testing
import ThaiText

#if canImport(FoundationXML)
  import FoundationXML
#endif

@testable import SheetExporter

/// The e-book.
struct BookTests {
  private static let chapter = """
    # บทที่ 1 ทุน & สังคม

    Putnam (1993) กล่าวว่า ทุนทางสังคม (social capital) คือ ลักษณะของสังคมที่ทำให้ผู้คนร่วมมือกันสะดวกขึ้น <b>"

    ## หัวข้อ <หนึ่ง>

    \(String(repeating: "ข้อความยาว ๆ ของบทเรียนที่มีหลายหน้า ", count: 90))

    \(String(repeating: "ย่อหน้าต่อไป ", count: 30))

    - ก
      1. ข
    """

  private func item(_ id: String) -> QuizItem {
    QuizItem(
      id: id, kind: "test", level: .remember, difficulty: 0.5, stem: "ใคร <\(id)>",
      interaction: .choice(
        options: [.init(text: "ก้อง", isKey: false, feedback: ""), .init(text: "Putnam", isKey: true, feedback: "")],
        isMultiple: false,
        isFixedOrder: true), explanation: "เพราะ & \(id)",
      passage: .init(text: "ข้อความ", record: .section(SectionID("x")), span: NetworkChapter.evidence().span), records: [],
      chapter: ChapterID("01-a"), section: nil)
  }

  private func book(_ questions: [QuizItem]? = nil) throws -> Book {
    let read = try ReadCourse(Self.chapter)
    return Book(
      read.exporter(), parts: [.init(chapter: read.chapter, text: read.text, questions: questions ?? [item("q1"), item("q2")])],
      style: "p {}", fonts: [("sarabun-600.woff2", [1, 2])], modified: "2026-01-02T03:04:05Z")
  }

  /// Stored members by name.
  private func files(_ zip: [UInt8]) -> [(name: String, text: String)] {
    var files: [(String, String)] = []
    var at = 0
    func number(_ offset: Int, _ bytes: Int) -> Int { (0..<bytes).reduce(0) { $0 | Int(zip[at + offset + $1]) << (8 * $1) } }
    while at + 30 < zip.count, number(0, 4) == 0x0403_4B50 {
      let (size, name) = (number(18, 4), number(26, 2))
      let start = at + 30 + name
      files.append(
        (String(decoding: zip[(at + 30)..<start], as: UTF8.self), String(decoding: zip[start..<(start + size)], as: UTF8.self)))
      at = start + size
    }
    return files
  }

  @Test func beginsWithItsTypeAndHoldsEveryPage() throws {
    let files = files(try book().epub())
    #expect(files.first?.name == "mimetype" && files.first?.text == "application/epub+zip")
    #expect(
      files.map(\.name) == [
        "mimetype", "META-INF/container.xml", "EPUB/package.opf", "EPUB/nav.xhtml", "EPUB/style.css", "EPUB/c1.xhtml",
        "EPUB/glossary.xhtml",
        "EPUB/references.xhtml", "EPUB/answers.xhtml", "EPUB/fonts/sarabun-600.woff2",
      ])
  }

  @Test func isWellFormedWhateverTheChapterSays() throws {
    for (name, text) in files(try book().epub()) where name.hasSuffix("html") || name.hasSuffix("opf") || name.hasSuffix("xml") {
      let parser = XMLParser(data: Data(text.utf8))
      let isWhole = parser.parse()
      #expect(isWhole, "\(name): \(String(describing: parser.parserError))")
    }
  }

  @Test func linksEveryQuestionToItsAnswerAndBack() throws {
    let files = files(try book().epub())
    let chapter = files.first { $0.name.hasSuffix("c1.xhtml") }?.text ?? ""
    let answers = files.first { $0.name.hasSuffix("answers.xhtml") }?.text ?? ""
    for number in 1...2 {
      #expect(chapter.contains("id=\"c1-q\(number)\"") && chapter.contains("href=\"answers.xhtml#a1-\(number)\""))
      #expect(answers.contains("id=\"a1-\(number)\"") && answers.contains("href=\"c1.xhtml#c1-q\(number)\""))
    }
    #expect(!chapter.contains("เพราะ") && answers.replacing(/<[^>]*>/, with: "").contains("ข. Putnam"))
  }

  @Test func leadsToEverySectionAndPage() throws {
    let files = files(try book().epub())
    let navigation = files.first { $0.name.hasSuffix("nav.xhtml") }?.text ?? ""
    let chapter = files.first { $0.name.hasSuffix("c1.xhtml") }?.text ?? ""
    #expect(navigation.contains("หัวข้อ &lt;หนึ่ง&gt;</a>"))
    #expect(navigation.contains("#c1-p2\">2</a>") && chapter.contains("id=\"c1-p2\" aria-label=\"2\""))
    for part in navigation.split(separator: "#c1-").dropFirst() {
      let id = "c1-" + part.prefix { $0 != "\"" }
      #expect(chapter.contains("id=\"\(id)\""), "\(id)")
    }
  }

  @Test func saysOfItselfOnlyWhatIsTrue() throws {
    let package = files(try book([]).epub()).first { $0.name.hasSuffix("opf") }?.text ?? ""
    #expect(package.contains("<dc:language>th</dc:language>") && package.contains("2026-01-02T03:04:05Z"))
    // No figure: nothing to see, nothing described.
    #expect(!package.contains(">visual<") && !package.contains("alternativeText"))
    #expect(!package.contains("answers.xhtml"))
  }

  @Test func claimsNoDescriptionAFigureDoesNotHave() throws {
    func package(alternative: String) throws -> String {
      let layout = GraphLayout(width: 10, height: 10, nodes: [])
      let figure = SheetFigure(drawing: layout, caption: [.text("ภาพ")], alternative: alternative)
      var writer = BookPageWriter(setting: LineSetting(terms: [], names: []), words: SheetWords(.thai), prefix: "c", firstPage: 1)
      let bytes = writer.write(title: "t", kicker: nil, role: "chapter", language: .thai) { $0.blocks([.figure(figure)]) }
      let page = Book.Page(
        id: "c", title: "t", bytes: bytes, hasDrawings: writer.hasDrawings, hasBareFigures: writer.hasBareFigures)
      return String(decoding: BookPackage(book: try book([]), pages: [page]).manifest(), as: UTF8.self)
    }
    #expect(try package(alternative: "ลูกศรจากซ้ายไปขวา").contains("alternativeText"))
    let bare = try package(alternative: "ภาพ")
    #expect(bare.contains(">visual<") && bare.contains("properties=\"svg\""))
    #expect(!bare.contains("alternativeText") && !bare.contains("accessModeSufficient\">textual</meta>"))
  }

  @Test func isTheSameTwice() throws {
    let book = try book()
    #expect(book.epub() == book.epub())
  }

  @Test func dropsWhatXMLForbids() {
    #expect(BookPageWriter.cleaned("a\u{FFFE}b\u{FFFF}") == "ab")
  }
}
