import CourseModel
import Diagnostics
import Rendering

/// What makes pages a book: container, package document, navigation.
struct BookPackage {
  let book: Book
  let pages: [Book.Page]

  /// Each once, by name.
  var pictures: [(name: String, picture: SheetPicture)] {
    let all = pages.reduce(into: [:]) { all, page in all.merge(page.pictures) { first, _ in first } }
    return all.map { (name: $0.key, picture: $0.value) }.sorted { $0.name < $1.name }
  }

  private var language: Language { book.exporter.course.language }
  private var words: SheetWords { SheetWords(language) }

  private func text(_ text: String, into out: inout HTMLBuffer) { out.text(BookPageWriter.cleaned(text)) }

  func container() -> [UInt8] {
    var out = HTMLBuffer()
    out.markup(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
      <rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
      </container>

      """)
    return out.bytes
  }

  func manifest() -> [UInt8] {
    var out = HTMLBuffer()
    out.markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\"")
    out.attribute("xml:lang", language.rawValue)
    out.markup(" unique-identifier=\"id\">\n<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n")
    out.markup("<dc:identifier id=\"id\">urn:uuid:")
    text(book.identity, into: &out)
    out.markup("</dc:identifier>\n")
    field("dc:title", book.title, &out)
    field("dc:language", language.rawValue, &out)
    for author in book.exporter.course.authors { field("dc:creator", author, &out) }
    property("dcterms:modified", book.modified, &out)
    accessibility(&out)
    out.markup("</metadata>\n<manifest>\n")
    out.markup("<item id=\"nav\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"/>\n")
    out.markup("<item id=\"style\" href=\"style.css\" media-type=\"text/css\"/>\n")
    for page in pages {
      out.markup("<item")
      out.attribute("id", page.id)
      out.attribute("href", page.file)
      out.markup(" media-type=\"application/xhtml+xml\"")
      if page.hasDrawings { out.markup(" properties=\"svg\"") }
      out.markup("/>\n")
    }
    for (i, (name, picture)) in pictures.enumerated() {
      out.markup("<item")
      out.attribute("id", "picture-\(i + 1)")
      out.attribute("href", "media/" + name)
      out.attribute("media-type", picture.format.mediaType)
      out.markup("/>\n")
    }
    for (i, font) in book.fonts.enumerated() {
      out.markup("<item")
      out.attribute("id", "font-\(i + 1)")
      out.attribute("href", "fonts/" + font.name)
      out.markup(" media-type=\"font/woff2\"/>\n")
    }
    out.markup("</manifest>\n<spine>\n")
    for page in pages {
      out.markup("<itemref")
      out.attribute("idref", page.id)
      out.markup("/>\n")
    }
    out.markup("</spine>\n</package>\n")
    return out.bytes
  }

  private func field(_ name: StaticString, _ value: String, _ out: inout HTMLBuffer) {
    out.markup("<")
    out.markup(name)
    out.markup(">")
    text(value, into: &out)
    out.markup("</")
    out.markup(name)
    out.markup(">\n")
  }

  private func property(_ name: String, _ value: String, _ out: inout HTMLBuffer) {
    out.markup("<meta")
    out.attribute("property", name)
    out.markup(">")
    text(value, into: &out)
    out.markup("</meta>\n")
  }

  /// Only what holds for this book: a figure that nobody has described makes text alone not enough.
  private func accessibility(_ out: inout HTMLBuffer) {
    let hasFigures = pages.contains(where: \.hasFigures)
    let isDescribed = !pages.contains(where: \.hasBareFigures)
    property("schema:accessMode", "textual", &out)
    if hasFigures { property("schema:accessMode", "visual", &out) }
    if isDescribed { property("schema:accessModeSufficient", "textual", &out) }
    if hasFigures { property("schema:accessModeSufficient", "textual,visual", &out) }
    var features = [
      "tableOfContents", "structuralNavigation", "readingOrder", "displayTransformability", "pageNavigation", "pageBreakMarkers",
    ]
    if hasFigures, isDescribed { features.append("alternativeText") }
    for feature in features { property("schema:accessibilityFeature", feature, &out) }
    property("schema:accessibilityHazard", "none", &out)
    // Pages are counted for this book alone: there is no printed one behind them.
    property("pageBreakSource", "none", &out)
    property("schema:accessibilitySummary", hasFigures && !isDescribed ? words.bareFigures : words.accessible, &out)
  }

  func style() -> String {
    let faces = book.fonts.map { font in
      let weight = font.name.contains("600") ? 600 : 400
      return "@font-face { font-family: Sarabun; font-weight: \(weight); src: url(fonts/\(font.name)); }\n"
    }
    return faces.joined() + book.style
  }

  func navigation() -> [UInt8] {
    var out = HTMLBuffer()
    out.markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\"")
    out.markup(" xmlns:epub=\"http://www.idpf.org/2007/ops\"")
    out.attribute("lang", language.rawValue)
    out.attribute("xml:lang", language.rawValue)
    out.markup(">\n<head><title>")
    text(book.title, into: &out)
    out.markup("</title><link rel=\"stylesheet\" type=\"text/css\" href=\"style.css\"/></head>\n<body>\n")
    out.markup("<nav epub:type=\"toc\" role=\"doc-toc\" id=\"toc\">\n<h1>")
    text(words.contents, into: &out)
    out.markup("</h1>\n<ol>\n")
    for page in pages {
      out.markup("<li>")
      link(page.file, page.title, &out)
      let sections = page.headings.filter { $0.level <= 2 }
      if !sections.isEmpty {
        out.markup("\n<ol>\n")
        for heading in sections {
          out.markup("<li>")
          link("\(page.file)#\(heading.id)", heading.title, &out)
          out.markup("</li>\n")
        }
        out.markup("</ol>\n")
      }
      out.markup("</li>\n")
    }
    out.markup("</ol>\n</nav>\n<nav epub:type=\"page-list\" role=\"doc-pagelist\" hidden=\"hidden\">\n<h2>")
    text(words.pageList, into: &out)
    out.markup("</h2>\n<ol>\n")
    for page in pages {
      for printed in page.pages {
        out.markup("<li>")
        link("\(page.file)#\(printed.id)", String(printed.number), &out)
        out.markup("</li>\n")
      }
    }
    out.markup("</ol>\n</nav>\n</body>\n</html>\n")
    return out.bytes
  }

  private func link(_ address: String, _ label: String, _ out: inout HTMLBuffer) {
    out.markup("<a")
    out.attribute("href", address)
    out.markup(">")
    text(label.isEmpty ? "–" : label, into: &out)
    out.markup("</a>")
  }
}
