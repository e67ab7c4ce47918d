import CourseModel
import Diagnostics
import Rendering
import SheetExporter
import SiteExporter
import ThaiText

/// The title cards of a site whose address is known: chats want a picture, at an absolute address.
struct TitleCardOutput: Sendable {
  let loaded: LoadedCourse
  let resources: Resources
  let toolbox: Toolbox

  /// A longer course has one card for all its chapters: each costs some hundredth of a second and fifty kilobytes.
  static let mostChapters = 300

  /// - Returns: what has a card; nil is the course. Empty without an address or without Typst.
  func write(to writer: OutputWriter, _ diagnostics: inout [Diagnostic]) throws -> Set<ChapterID?> {
    guard loaded.site.baseURL != nil else { return [] }
    guard let template = resources.templates["sheets/card.typ"],
      let typesetter = Typesetter(
        toolbox: toolbox, script: resources.templates["sheets/typeset.py"], courseRoot: loaded.folder.root, form: .png)
    else {
      // Where there are sheets, they have said so.
      if loaded.site.sheets.isEmpty {
        diagnostics.append(
          Diagnostic(
            "missing-tool", .note, thai: "ไม่มี Typst จึงไม่มีภาพหน้าปกสำหรับแชต",
            english: "Typst is missing: chats are shown no title card", at: nil,
            repair: Wording(thai: "สั่ง make site เพื่อติดตั้งลง .tools", english: "make site installs it into .tools")))
      }
      return []
    }
    let course = loaded.course
    let title = loaded.site.title ?? course.title
    let words = Words(loaded.site.language ?? course.language)
    let authors = course.authors.isEmpty ? nil : course.authors.joined(separator: " · ")
    let setting = LineSetting(terms: course.concepts.map(\.term), names: course.people.map(\.display) + course.authors)
    var cards: [(chapter: ChapterID?, card: TitleCard)] = [
      (nil, TitleCard(course: nil, kicker: nil, title: title, authors: authors))
    ]
    if course.chapters.count <= Self.mostChapters {
      cards += course.chapters.map { chapter in
        (
          chapter.id,
          TitleCard(
            course: title, kicker: chapter.number.map { words.chapter($0) }, title: chapter.title, authors: authors)
        )
      }
    }
    let source = String(decoding: template.bytes, as: UTF8.self)
    let (pictures, _) = try typesetter.set(
      cards.map { .init(path: SitePaths.titleCard($0.chapter), source: $0.card.typst(template: source, setting: setting)) })
    let made = Dictionary(pictures.map { ($0.path, $0.bytes) }) { first, _ in first }
    var shown: Set<ChapterID?> = []
    for (chapter, _) in cards {
      guard let bytes = made[SitePaths.titleCard(chapter)] else { continue }
      try writer.write(SitePaths.titleCard(chapter), bytes)
      shown.insert(chapter)
    }
    return shown
  }
}
