import CourseModel
import Diagnostics
import Rendering
import SheetExporter
import SiteExporter

/// The sheets of a course as print pages and, where Typst is at hand, as PDF.
struct SheetOutput: Sendable {
  let loaded: LoadedCourse
  let resources: Resources
  let toolbox: Toolbox

  /// - Parameter kinds: ids of the registry; an unknown one is an error that names those there are.
  func write(
    kinds: [String], to writer: OutputWriter, instructor: inout [(path: String, bytes: [UInt8])], searched: inout [SearchPage],
    _ diagnostics: inout [Diagnostic]
  ) throws {
    guard !kinds.isEmpty else { return }
    let planned = plan(kinds: kinds, fontPath: toolbox.webFonts == nil ? nil : "../assets/fonts", &diagnostics)
    for sheet in planned {
      let (page, style) = sheet.linkedHTML()
      try put(sheet.stem + ".css", style, sheet.audience, writer, &instructor)
      try put(sheet.stem + ".html", page, sheet.audience, writer, &instructor)
      if sheet.audience == .student, let found = SearchPage(path: sheet.stem + ".html", html: page) { searched.append(found) }
    }
    guard let pdfs = try pdfs(of: planned, &diagnostics) else { return }
    for (sheet, bytes) in pdfs { try put(sheet.stem + ".pdf", bytes, sheet.audience, writer, &instructor) }
  }

  /// - Parameter kinds: none means every sheet for students; papers for instructors are made where they are named.
  func plan(kinds: [String], fontPath: String?, _ diagnostics: inout [Diagnostic]) -> [PlannedSheet] {
    func text(_ name: String) -> String { resources.templates[name].map { String(decoding: $0.bytes, as: UTF8.self) } ?? "" }
    let papers = paperKinds.map(\.id).filter(kinds.contains)
    let known = sheetKinds.map(\.id) + paperKinds.map(\.id)
    for kind in kinds where !known.contains(kind) {
      diagnostics.append(
        Diagnostic(
          "unknown-sheet", .error, thai: "ไม่รู้จักเอกสาร “\(kind)”", english: "“\(kind)” is no sheet", at: nil,
          repair: Wording(thai: "ที่ใช้ได้คือ \(known.joined(separator: ", "))", english: "known: \(known.joined(separator: ", "))")))
    }
    let templates = SheetTemplates(prelude: text("sheets/prelude.typ"), style: text("sheets/sheet.css"))
    let exporter = SheetExporter(course: loaded.course, settings: SheetSettings(fontPath: fontPath), templates: templates)
    let sheets = loaded.course.chapters.flatMap { exporter.plan($0.id, kinds: kinds.isEmpty ? nil : kinds) }
    guard !papers.isEmpty else { return sheets }
    guard let exam = loaded.exam() else {
      diagnostics.append(
        Diagnostic(
          "no-exam-items", .warning, thai: "คลังข้อสอบไม่มีข้อสอบ จึงไม่ทำ \(papers.joined(separator: ", "))",
          english: "the exam pool is empty: \(papers.joined(separator: ", ")) not made", at: nil,
          repair: Wording(thai: "เพิ่ม exam-share ใน Content/quiz.yml", english: "raise exam-share in Content/quiz.yml")))
      return sheets
    }
    // From the instructor's folder, the fonts stand in the public one beside it.
    let hidden = SheetSettings(fontPath: fontPath.map { _ in "../../public/assets/fonts" })
    return sheets + SheetExporter(course: loaded.course, settings: hidden, templates: templates).plan(exam, kinds: papers)
  }

  /// nil, with one note, where Typst is not installed.
  func pdfs(of planned: [PlannedSheet], _ diagnostics: inout [Diagnostic]) throws -> [(sheet: PlannedSheet, bytes: [UInt8])]? {
    guard let typesetter = Typesetter(toolbox: toolbox, script: resources.templates["sheets/typeset.py"]) else {
      diagnostics.append(
        Diagnostic(
          "missing-tool", .note, thai: "ไม่มี Typst จึงทำเอกสารเป็น HTML เท่านั้น",
          english: "Typst is missing: sheets are made as HTML alone", at: nil,
          repair: Wording(thai: "สั่ง make site เพื่อติดตั้งลง .tools", english: "make site installs it into .tools")))
      return nil
    }
    let sheets = Dictionary(planned.map { ($0.stem, $0) }) { first, _ in first }
    let (pdfs, failures) = try typesetter.set(planned.map { .init(path: $0.stem, source: $0.typst()) })
    for failure in failures {
      diagnostics.append(
        Diagnostic(
          "sheet-not-set", .error, thai: "จัดหน้า \(failure.path) เป็น PDF ไม่ได้: \(failure.reason)",
          english: "\(failure.path) could not be set as PDF: \(failure.reason)", at: nil))
    }
    return pdfs.compactMap { pdf in sheets[pdf.path].map { ($0, pdf.bytes) } }
  }

  private func put(
    _ path: String, _ bytes: [UInt8], _ audience: Audience, _ writer: OutputWriter,
    _ instructor: inout [(path: String, bytes: [UInt8])]
  ) throws {
    if audience == .student { try writer.write(path, bytes) } else { instructor.append((path, bytes)) }
  }
}
