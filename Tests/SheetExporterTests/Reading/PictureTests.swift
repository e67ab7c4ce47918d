import CourseModel
import Foundation
import TestSupport
import Testing
import ThaiText

@testable import SheetExporter

/// Pictures of a course that stand in its chapters as files.
struct PictureTests {
  /// Two pixels wide, one high.
  static let png: [UInt8] = Array(
    Data(
      base64Encoded:
        "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAADUlEQVR4nGP4zwAE/wEHAAH/4iOeWQAAAABJRU5ErkJggg==") ?? Data())
  private static let svg = Array(
    "<?xml version=\"1.0\"?>\n<!-- a --><svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 60 30\"><title>ก &amp; ข</title><rect width='9' height=\"9\"/></svg>\n"
      .utf8)
  /// A frame of 300 by 200 behind a segment of a camera's.
  private static let jpeg: [UInt8] =
    [0xFF, 0xD8, 0xFF, 0xE1, 0, 4, 1, 2, 0xFF, 0xFF, 0xC2, 0, 17, 8, 0, 200, 1, 44, 3] + Array(repeating: 0, count: 20)

  @Test func areKnownByTheirBytes() throws {
    let png = try #require(SheetPicture(Self.png))
    #expect(png.format == .png && png.width == 2 && png.height == 1)
    let jpeg = try #require(SheetPicture(Self.jpeg))
    #expect(jpeg.format == .jpeg && jpeg.width == 300 && jpeg.height == 200)
    let svg = try #require(SheetPicture(Self.svg))
    #expect(svg.format == .svg && svg.width == 60 && svg.height == 30)
    let sized = try #require(SheetPicture(Array("<svg width=\"1in\" height=\"36pt\"/>".utf8)))
    #expect(sized.width == 96 && sized.height == 48)
  }

  @Test(arguments: [
    "", "GIF89a", "<svg/>", "<svg width=\"50%\" height=\"9\"/>", "<html width=\"9\" height=\"9\"/>",
    "<svg width=\"0\" height=\"9\"/>",
    "<svg width=\"9\" height=\"9\">", "<svg width=\"9\" height=\"9\"><g></svg></g>",
    "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg width=\"9\" height=\"9\"/>", "<svg width=\"9\" height=\"9\">&a;</svg>",
    "<svg width=\"9\" height=\"9\"><x:y/></svg>", "<svg width=\"9\" width=\"9\" height=\"9\"/>", "<svg width=9 height=\"9\"/>",
    "<svg width=\"9\" height=\"9\"/><svg/>", "<svg width=\"9\" height=\"9\"/>x", "<svg width=\"9\" height=\"9\">&#0;</svg>",
    "<svg width=\"99999\" height=\"99999\"/>",
  ])
  func areNothingElse(_ text: String) {
    #expect(SheetPicture(Array(text.utf8)) == nil, "\(text)")
  }

  @Test func areNoneWhereTheirBytesAreCutShort() {
    for picture in [Self.png, Self.jpeg, Self.svg] {
      for end in 0..<18 { #expect(SheetPicture(Array(picture[..<end])) == nil) }
    }
    #expect(SheetPicture([0xFF, 0xD8, 0xFF, 0xE0, 0xFF, 0xFF]) == nil)
  }

  private static let chapter = "# บท\n\nก่อนภาพ\n\n![แผนที่ตลาด](media/a.png)\n\n{caption=\"ภาพที่ 1 ตลาด\"}\n\n![หาย](media/b.png)\n"

  private func sheet(_ pictures: [String: SheetPicture]) throws -> Sheet {
    let read = try ReadCourse(Self.chapter)
    let text = ChapterText(document: read.text.document, marks: read.text.marks, pictures: pictures)
    return try #require(read.exporter().plan(read.chapter, kinds: ["chapter"], text: text).first).sheet
  }

  private func figures(_ blocks: [SheetBlock]) -> [SheetFigure] {
    blocks.flatMap { block -> [SheetFigure] in
      switch block {
      case .figure(let figure): [figure]
      case .noted(let inner, _), .columns(_, let inner): figures(inner)
      default: []
      }
    }
  }

  @Test func standOnTheSheetAndTheirWordsWhereTheyAreMissing() throws {
    let found = figures(try sheet(["media/a.png": try #require(SheetPicture(Self.png))]).blocks)
    #expect(found.map(\.alternative) == ["แผนที่ตลาด"])
    #expect(figures(try sheet([:]).blocks).isEmpty)
    var writer = SheetPageWriter(setting: LineSetting(terms: [], names: []))
    let page = String(
      decoding: writer.write(try sheet([:]), SheetSettings(), style: "").page, as: UTF8.self)
    #expect(!page.contains("<img"))
    let words = page.replacing(/<[^>]*>/, with: "")
    #expect(words.contains("ภาพ: แผนที่ตลาด") && words.contains("ภาพ: หาย"))
  }

  private var figure: SheetBlock {
    get throws {
      .figure(SheetFigure(picture: try #require(SheetPicture(Self.png)), caption: [.text("ตลาด")], alternative: "แผนที่ \"ตลาด\""))
    }
  }

  @Test func standInThePageOrBesideIt() throws {
    var writer = SheetPageWriter(setting: LineSetting(terms: [], names: []))
    let inside = Sheet(stem: "x", kicker: "k", title: "t", documentTitle: "d", footer: "f", blocks: [try figure])
    let page = String(decoding: writer.write(inside, SheetSettings(), style: "").page, as: UTF8.self)
    #expect(page.contains("<img src=\"data:image/png;base64,iVBOR"))
    #expect(page.contains("alt=\"แผนที่ &quot;ตลาด&quot;\" width=\"2\" height=\"1\">"))
    let beside = try #require(SheetPicture(Self.png, address: "../media/a.png"))
    var other = SheetPageWriter(setting: LineSetting(terms: [], names: []))
    let linked = Sheet(
      stem: "x", kicker: "k", title: "t", documentTitle: "d", footer: "f",
      blocks: [.figure(SheetFigure(picture: beside, alternative: "ก"))])
    #expect(
      String(decoding: other.write(linked, SheetSettings(), style: "").page, as: UTF8.self).contains("src=\"../media/a.png\""))
  }

  @Test func standInWordDocumentsButForDrawingsItCannotShow() throws {
    func source(_ bytes: [UInt8]) throws -> String {
      let picture = try #require(SheetPicture(bytes))
      var writer = WordSourceWriter()
      let blocks = [SheetBlock.figure(SheetFigure(picture: picture, alternative: "ตลาด"))]
      return String(
        decoding: writer.write(Sheet(stem: "x", kicker: "k", title: "t", documentTitle: "d", footer: "f", blocks: blocks)),
        as: UTF8.self)
    }
    #expect(try source(Self.png).contains("<img src=\"data:image/png;base64,"))
    let drawing = try source(Self.svg)
    #expect(!drawing.contains("<img") && drawing.contains("ตลาด"))
  }

  @Test(.enabled(if: Typesetting.isAvailable, "needs the typst module (TAMRA_PYTHON or .tools) and pdftotext"))
  func printFromTheSheetsOwnSourceAndAsWordsWhereTheirBytesAreBroken() throws {
    let folder = try Typesetting.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    func source(_ pictures: [[UInt8]]) throws -> String {
      let blocks = try pictures.map { bytes in
        SheetBlock.figure(
          SheetFigure(picture: try #require(SheetPicture(bytes)), caption: [.text("คำอธิบายภาพ")], alternative: "รูปตลาด"))
      }
      var writer = TypstWriter(setting: LineSetting(terms: [], names: []))
      let sheet = Sheet(stem: "x", kicker: "k", title: "t", documentTitle: "d", footer: "f", blocks: blocks)
      return writer.write(sheet, SheetSettings(), prelude: NetworkChapter.templates.prelude)
    }
    var broken = Self.png
    broken[50] ^= 0xFF
    let sources = try [source([Self.png, Self.svg]), source([broken]), source([Self.jpeg])]
    for (index, report) in try Typesetting.set(sources, standards: ["ua-1"], in: folder).enumerated() {
      #expect(report.ok && report.warnings == [], "\(report.error ?? "") \(report.warnings ?? [])")
      let text = Typesetting.text(of: folder.appendingPathComponent("\(index).pdf"))
      #expect(text.contains("คำอธิบายภาพ") && text.contains("รูปตลาด") == (index == 1), "\(index) \(text)")
    }
  }
}
