import CourseModel

/// Where each page stands under the site's folder. Links between them are relative and name files, so that the site opens from a disk.
package enum SitePaths {
  package static let front = "index.html"
  package static let notFound = "404.html"
  package static let stored = "stored.html"
  package static let handouts = "sheets.html"
  /// The publisher's colour, where `site.yml` gives one.
  package static let accent = "assets/accent.css"

  package static func chapter(_ id: ChapterID) -> String { "chapters/\(fileName(id.text)).html" }
  package static func concept(_ id: ConceptID, page: Int = 1) -> String { "concepts/" + paged(fileName(id.text), page) }
  package static func person(_ id: PersonID, page: Int = 1) -> String { "people/" + paged(fileName(id.text), page) }
  package static func practice(_ id: ChapterID) -> String { "practice/\(fileName(id.text)).html" }
  /// - Parameter section: of the chapter; nil for items that stand in no section.
  package static func practice(_ chapter: ChapterID, section: SectionID?, page: Int = 1) -> String {
    "practice/" + paged(section.map { fileName($0.text) } ?? fileName(chapter.text) + "~", page)
  }
  package static func practice(_ id: QuestionID) -> String { "practice/\(fileName(id.text)).html" }
  package static func flashcards(_ id: ChapterID) -> String { "cards/\(fileName(id.text)).html" }
  package static let map = "map.html"
  package static func map(_ id: ChapterID) -> String { "maps/\(fileName(id.text)).html" }
  /// A chapter as one file that needs nothing else.
  package static func single(_ id: ChapterID) -> String { "files/\(fileName(id.text)).html" }
  /// The picture a chat shows of a chapter; nil: of the course.
  package static func titleCard(_ id: ChapterID?) -> String {
    id.map { "title-cards/\(fileName($0.text)).png" } ?? "title-card.png"
  }
  package static let zip = "files/site.zip"
  package static func timeline(page: Int = 1) -> String { paged("timeline", page) }
  package static func glossary(page: Int = 1) -> String { paged("glossary", page) }
  package static func englishGlossary(page: Int = 1) -> String { paged("glossary-english", page) }
  package static func people(page: Int = 1) -> String { paged("people", page) }
  package static func references(page: Int = 1) -> String { paged("references", page) }
  package static func questions(page: Int = 1) -> String { paged("questions", page) }

  package static func asset(_ name: String) -> String { "assets/\(name)" }

  /// Where a picture of the course stands, by its path from the course folder.
  package static func media(_ file: String) -> String {
    "media/" + (file.hasPrefix("Content/") ? String(file.dropFirst("Content/".count)) : file)
  }

  /// The way from a page back to the site's folder: «../» a level.
  package static func root(from path: String) -> String {
    String(repeating: "../", count: path.utf8.count(where: { $0 == UInt8(ascii: "/") }))
  }

  /// Pages count from 1; the first has no number in its name. `--` keeps «a» page 2 and an identifier «a-2» apart.
  private static func paged(_ name: String, _ page: Int) -> String { page <= 1 ? "\(name).html" : "\(name)--\(page).html" }

  /// An identifier as a file's name: letters, digits, `-`, `_` and `.` as they are, no leading dot, anything else by its number, so that two
  /// identifiers never meet and none leaves the folder.
  static func fileName(_ identifier: String) -> String {
    var name = ""
    for (i, byte) in identifier.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"), UInt8(ascii: "_"):
        name.unicodeScalars.append(Unicode.Scalar(byte))
      case UInt8(ascii: ".") where i > 0: name += "."
      default: name += "~" + String(byte, radix: 16)
      }
    }
    return name.isEmpty ? "~" : name
  }
}
