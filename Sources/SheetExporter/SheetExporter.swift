import CourseModel
import Diagnostics
import Prose
import Rendering
import ThaiText

/// The designer's part of a sheet: what `Templates/sheets/` holds.
package struct SheetTemplates: Hashable, Sendable {
  /// `prelude.typ`: the functions that Typst sheets call.
  package var prelude: String
  /// `sheet.css`: the style of the print pages.
  package var style: String

  package init(prelude: String, style: String) {
    self.prelude = prelude
    self.style = style
  }
}

/// Turns a course's records into sheets of paper, chapter by chapter.
///
/// Make one for a course and share it: it is safe on all threads. Making it reads every term and name of the course once.
package struct SheetExporter: Sendable {
  package let course: Course
  package let settings: SheetSettings
  private let templates: SheetTemplates
  let setting: LineSetting
  private let index: ChapterIndex
  /// What Graphviz has drawn; without it, figures stand as text and there are no concept maps.
  package var drawings = SheetDrawings()

  package init(course: Course, settings: SheetSettings = SheetSettings(), templates: SheetTemplates) {
    self.course = course
    self.settings = settings
    self.templates = templates
    index = ChapterIndex(course)
    let terms = course.concepts.flatMap { [$0.term] + $0.english + $0.aliases }
    setting = LineSetting(terms: terms, names: course.people.flatMap { [$0.display, $0.name] }, widest: settings.widestBox)
  }

  /// The papers of an exam, in the registry's order, all for instructors. `kinds` are ids of the registry, nil means all.
  package func plan(_ exam: Exam, kinds: [String]? = nil) -> [PlannedSheet] {
    let context = PaperContext(course: course, settings: settings, setting: setting)
    return paperKinds.filter { kinds?.contains($0.id) ?? true }.flatMap { kind in
      kind.sheets(of: exam, in: context).map {
        PlannedSheet(
          sheet: $0, kind: kind.id, name: kind.title.text(in: course.language), chapter: nil, audience: .instructor,
          isEditable: kind.isEditable, settings: settings, templates: templates, setting: setting)
      }
    }
  }

  /// The graphs of a chapter's concept map, one a page, for `drawings`; none where the chapter has too little for one.
  package func mapSources(of chapter: ChapterID) -> [String] {
    context(of: chapter).map { ConceptMap.parts($0).map(\.source) } ?? []
  }

  func context(of chapter: ChapterID, text: ChapterText? = nil) -> SheetContext? {
    course[chapter].map {
      SheetContext(
        course: course, chapter: $0, places: index[chapter], settings: settings, setting: setting, drawings: drawings, text: text)
    }
  }

  /// The sheets of a chapter, in the registry's order; those with nothing to say are left out. `kinds` are ids of the registry, nil means
  /// all; the sheet of the chapter itself needs its `text`.
  package func plan(_ chapter: ChapterID, kinds: [String]? = nil, text: ChapterText? = nil) -> [PlannedSheet] {
    guard let context = context(of: chapter, text: text) else { return [] }
    return sheetKinds.filter { kinds?.contains($0.id) ?? true }.flatMap { kind in
      kind.sheets(in: context).map {
        PlannedSheet(
          sheet: $0, kind: kind.id, name: kind.title.text(in: course.language), chapter: chapter, audience: kind.audience,
          isEditable: kind.isEditable, settings: settings, templates: templates, setting: setting)
      }
    }
  }
}

/// A sheet ready to be written, as a page, as a PDF or as both.
package struct PlannedSheet: Sendable {
  package let sheet: Sheet
  /// The registry's id: «glossary».
  package let kind: String
  private let name: String
  /// nil for papers of the whole course.
  package let chapter: ChapterID?
  package let audience: Audience
  /// Made as a Word document too, for the lecturer to change.
  package let isEditable: Bool
  private let settings: SheetSettings
  private let templates: SheetTemplates
  private let setting: LineSetting

  init(
    sheet: Sheet, kind: String, name: String, chapter: ChapterID?, audience: Audience, isEditable: Bool, settings: SheetSettings,
    templates: SheetTemplates,
    setting: LineSetting
  ) {
    self.sheet = sheet
    self.kind = kind
    self.name = name
    self.chapter = chapter
    self.audience = audience
    self.isEditable = isEditable
    self.settings = settings
    self.templates = templates
    self.setting = setting
  }

  /// Where the sheet stands below `public` or `instructor`, without an extension: «sheets/06-network-glossary».
  package var stem: String { sheet.stem }
  /// The document's own title.
  package var title: String { sheet.documentTitle }
  /// What a list of a chapter's sheets calls it.
  package var listTitle: String { name + (sheet.subject.map { ": " + $0 } ?? "") }

  /// A whole page for the screen and for printing.
  package func html() -> [UInt8] {
    var writer = SheetPageWriter(setting: setting)
    return writer.write(sheet, settings, style: templates.style).page
  }

  /// The page without its style, which stands beside it as `stem.css`: for sites that allow no inline style.
  package func linkedHTML() -> (page: [UInt8], style: [UInt8]) {
    var writer = SheetPageWriter(setting: setting)
    let name = stem.split(separator: "/").last.map(String.init) ?? stem
    return writer.write(sheet, settings, style: templates.style, stylesheet: name + ".css")
  }

  /// HTML for pandoc, of which `Templates/sheets/docx.py` makes a Word document.
  package func wordSource() -> String {
    var writer = WordSourceWriter()
    return String(decoding: writer.write(sheet), as: UTF8.self)
  }

  /// A whole Typst document that reads no other file.
  package func typst() -> String {
    var writer = TypstWriter(setting: setting)
    return writer.write(sheet, settings, prelude: templates.prelude)
  }
}
