import CourseModel
import CourseReader
import Diagnostics
import QuizGenerator
import Rendering
import SheetExporter
import SiteExporter
import ThaiText

/// The sheets of a course as print pages and, where Typst is at hand, as PDF.
///
/// Made a batch of chapters at a time on every thread, each batch with one Typst process: memory grows with a batch, not with the course.
struct SheetOutput: Sendable {
  let loaded: LoadedCourse
  let resources: Resources
  let toolbox: Toolbox
  /// nil where Graphviz is missing.
  let graphs: GraphLayoutTool?
  var settings = SheetSettings()
  /// Laid out for the site already.
  var figures: [FigureID: GraphLayout] = [:]
  var jobs = 1
  /// nil for all chapters.
  var share: CourseShare?
  /// Print pages stand in the site's folder of sheets, and show what it holds.
  var isBesideSite = false
  let environment: [String: String]
  /// Of exam papers; nil for what `quiz.yml` says.
  var forms: FormRequest?

  /// For those who make no site beside it: with its figures laid out, and what was wrong with them.
  static func alone(
    _ request: CourseRequest, _ loaded: LoadedCourse, settings: SheetSettings, share: CourseShare? = nil, forms: FormRequest? = nil
  ) throws -> (output: SheetOutput, findings: [Diagnostic]) {
    let graphs = GraphLayoutTool(toolbox: request.toolbox, courseRoot: loaded.folder.root)
    let (figures, findings) = try FigureLayouts.make(for: loaded.course, with: graphs)
    let output = SheetOutput(
      loaded: loaded, resources: try Resources(course: loaded.folder), toolbox: request.toolbox, graphs: graphs, settings: settings,
      figures: figures, jobs: request.threads, share: share, environment: request.environment, forms: forms)
    return (output, findings)
  }

  /// A sheet with its PDF; nil where there is none.
  typealias Made = (sheet: PlannedSheet, pdf: [UInt8]?)

  /// - Parameter kinds: ids of the registries; an unknown one is an error that names those there are.
  /// - Returns: what students get, in the order of the chapters.
  func write(
    kinds: [String], to writer: OutputWriter, instructor: inout [(path: String, bytes: [UInt8])], searched: inout [SearchPage],
    _ diagnostics: inout [Diagnostic]
  ) throws -> [Handout] {
    guard !kinds.isEmpty else { return [] }
    let typesetter = typesetter(&diagnostics)
    let isEdited = editableKinds.contains { kinds.contains($0) }
    let documents = isEdited ? documentMaker(&diagnostics) : nil
    var student = self
    student.isBesideSite = true
    student.settings.assetsPath = toolbox.webFonts == nil ? nil : "../assets"
    let worksheets = try student.chapters(kinds, with: typesetter, &diagnostics) { made in
      var pages: [SearchPage] = []
      var handouts: [Handout] = []
      let editable = made.map(\.sheet).filter(\.isEditable)
      for (sheet, pdf) in made where sheet.audience == .student {
        let (page, style) = sheet.linkedHTML()
        try writer.write(sheet.stem + ".css", style)
        try writer.write(sheet.stem + ".html", page)
        if let pdf { try writer.write(sheet.stem + ".pdf", pdf) }
        if let found = SearchPage(path: sheet.stem + ".html", html: page) { pages.append(found) }
        let endings = pdf == nil ? [".html"] : [".html", ".pdf"]
        handouts.append(Handout(chapter: sheet.chapter, title: sheet.listTitle, paths: endings.map { sheet.stem + $0 }))
      }
      return (pages: pages, handouts: handouts, documents: try documents?.make(editable) ?? [])
    }
    searched += worksheets.flatMap(\.pages)
    var handouts = worksheets.flatMap(\.handouts)
    for made in worksheets.flatMap(\.documents) { put(made, &instructor, &diagnostics) }
    // From the instructor's folder, the fonts stand in the public one beside it.
    var hidden = self
    hidden.settings.assetsPath = toolbox.webFonts == nil ? nil : "../../public/assets"
    let papers = try hidden.papers(kinds, with: typesetter, &diagnostics)
    for made in try documents?.make(papers.map(\.sheet).filter(\.isEditable)) ?? [] { put(made, &instructor, &diagnostics) }
    for (sheet, pdf) in papers {
      let (page, style) = sheet.linkedHTML()
      instructor.append((sheet.stem + ".css", style))
      instructor.append((sheet.stem + ".html", page))
      if let pdf { instructor.append((sheet.stem + ".pdf", pdf)) }
    }
    if kinds.contains(BookOutput.kind) {
      for (chapter, stem, bytes) in try BookOutput(self).make(chaptersToo: true) {
        try writer.write(stem + ".epub", bytes)
        let title = BookOutput.title.text(in: loaded.course.language)
        handouts.append(Handout(chapter: chapter, title: title, paths: [stem + ".epub"]))
      }
    }
    typesetter?.prune()
    documents?.prune()
    return handouts
  }

  /// Makes the PDFs and Word documents of the share's chapters, to be kept.
  ///
  /// - Returns: how many.
  func prepare(kinds: [String], _ diagnostics: inout [Diagnostic]) throws -> Int {
    guard !kinds.isEmpty else { return 0 }
    let typesetter = typesetter(&diagnostics)
    let documents = editableKinds.contains { kinds.contains($0) } ? documentMaker(&diagnostics) : nil
    // As `write` does: what is kept must be what it asks for.
    var student = self
    student.isBesideSite = true
    return try student.chapters(kinds, with: typesetter, &diagnostics) { made in
      let editable = try documents?.make(made.map(\.sheet).filter(\.isEditable)) ?? []
      return made.count { $0.pdf != nil } + editable.count { $0.bytes != nil }
    }.reduce(0, +)
  }

  private var editableKinds: [String] {
    sheetKinds.filter(\.isEditable).map(\.id) + paperKinds.filter(\.isEditable).map(\.id)
  }

  private func put(
    _ made: DocumentMaker.Made, _ instructor: inout [(path: String, bytes: [UInt8])], _ diagnostics: inout [Diagnostic]
  ) {
    if let bytes = made.bytes { instructor.append((made.path + ".docx", bytes)) }
    if let finding = made.finding { diagnostics.append(finding) }
  }

  /// nil, with one note, where pandoc is not installed.
  func documentMaker(_ diagnostics: inout [Diagnostic]) -> DocumentMaker? {
    let maker = DocumentMaker(
      toolbox: toolbox, script: resources.templates["sheets/docx.py"], language: loaded.course.language,
      courseRoot: loaded.folder.root)
    if maker == nil {
      diagnostics.append(
        Diagnostic(
          "missing-tool", .note, thai: "ไม่มี pandoc จึงไม่ทำเอกสาร .docx", english: "pandoc is missing: no .docx is made", at: nil,
          repair: Wording(thai: "apt-get install pandoc", english: "apt-get install pandoc")))
    }
    return maker
  }

  var exporter: SheetExporter {
    func text(_ name: String) -> String { resources.templates[name].map { String(decoding: $0.bytes, as: UTF8.self) } ?? "" }
    var exporter = SheetExporter(
      course: loaded.course, settings: settings,
      templates: SheetTemplates(prelude: text("sheets/prelude.typ"), style: text("sheets/sheet.css")))
    exporter.drawings.figures = figures
    return exporter
  }

  /// Says which of `kinds` there are not.
  func check(_ kinds: [String], _ diagnostics: inout [Diagnostic]) {
    let known = sheetKinds.map(\.id) + paperKinds.map(\.id) + [BookOutput.kind]
    for kind in kinds where !known.contains(kind) {
      diagnostics.append(
        Diagnostic(
          "unknown-sheet", .error, thai: "ไม่รู้จักเอกสาร “\(kind)”", english: "“\(kind)” is no sheet", at: nil,
          repair: Wording(thai: "ที่ใช้ได้คือ \(known.joined(separator: ", "))", english: "known: \(known.joined(separator: ", "))")))
    }
  }

  /// Every sheet of every chapter, in `body` a batch at a time and on several threads; its results come in the order of the chapters.
  ///
  /// - Parameters:
  ///   - kinds: none means all.
  ///   - typesetter: nil makes no PDFs.
  func chapters<Value: Sendable>(
    _ kinds: [String], with typesetter: Typesetter?, _ diagnostics: inout [Diagnostic],
    _ body: @escaping @Sendable ([Made]) throws -> Value
  ) throws -> [Value] {
    check(kinds, &diagnostics)
    guard kinds.isEmpty || sheetKinds.contains(where: { kinds.contains($0.id) }) else { return [] }
    let exporter = try drawn(exporter, kinds)
    let needsText = kinds.isEmpty || kinds.contains("chapter")
    let marker = needsText ? ChapterMarker(loaded.course) : nil
    let ids = loaded.course.chapters.map(\.id)
    let asked = ids.indices.filter { share?.contains($0) ?? true }
    let size = max(1, min(12, (asked.count + jobs - 1) / max(1, jobs)))
    let batches = stride(from: 0, to: asked.count, by: size).map { Array(asked[$0..<min(asked.count, $0 + size)]) }
    let illustrated = IllustratedChapters(folder: loaded.folder, isBesideSite: isBesideSite)
    let results = try concurrentMap(count: batches.count, jobs: jobs) { [loaded] batch in
      let planned = try batches[batch].flatMap { index -> [PlannedSheet] in
        var text: ChapterText?
        if let marker, loaded.files.indices.contains(index), let file = try loaded.folder.text(loaded.files[index].path) {
          text = illustrated.text(marker.mark(file, chapter: ids[index]), file: loaded.files[index].path)
        }
        return exporter.plan(ids[index], kinds: kinds.isEmpty ? nil : kinds, text: text)
      }
      let (made, findings) = try Self.set(planned, with: typesetter)
      return (value: try body(made), findings: findings)
    }
    diagnostics += results.flatMap(\.findings)
    return results.map(\.value)
  }

  /// The papers of the course's exam; none unless they are named.
  func papers(_ kinds: [String], with typesetter: Typesetter?, _ diagnostics: inout [Diagnostic]) throws -> [Made] {
    let papers = paperKinds.map(\.id).filter(kinds.contains)
    guard !papers.isEmpty else { return [] }
    let (made, findings) = loaded.exam(forms: forms)
    diagnostics += findings
    guard let exam = made else {
      diagnostics.append(
        Diagnostic(
          "no-exam-items", .warning, thai: "คลังข้อสอบไม่มีข้อสอบ จึงไม่ทำ \(papers.joined(separator: ", "))",
          english: "the exam pool is empty: \(papers.joined(separator: ", ")) not made", at: nil,
          repair: Wording(thai: "เพิ่ม exam-share ใน Content/quiz.yml", english: "raise exam-share in Content/quiz.yml")))
      return []
    }
    let (sheets, failures) = try Self.set(exporter.plan(exam, kinds: papers), with: typesetter)
    diagnostics += failures
    return sheets
  }

  /// With the graphs of figures and concept maps; without Graphviz, figures stand as text and there are no maps.
  private func drawn(_ exporter: SheetExporter, _ kinds: [String]) throws -> SheetExporter {
    var exporter = exporter
    guard kinds.isEmpty || kinds.contains("concept-map"), let graphs else { return exporter }
    let sources = loaded.course.chapters.enumerated().filter { share?.contains($0.offset) ?? true }.flatMap { _, chapter in
      exporter.mapSources(of: chapter.id).map { (chapter.id, $0) }
    }
    let layouts = try graphs.layouts(of: sources.map(\.1))
    for ((chapter, _), layout) in zip(sources, layouts) { exporter.drawings.maps[chapter, default: []].append(layout) }
    return exporter
  }

  /// nil, with one note, where Typst is not installed.
  func typesetter(_ diagnostics: inout [Diagnostic]) -> Typesetter? {
    let typesetter = Typesetter(
      toolbox: toolbox, script: resources.templates["sheets/typeset.py"], courseRoot: loaded.folder.root)
    if typesetter == nil {
      diagnostics.append(
        Diagnostic(
          "missing-tool", .note, thai: "ไม่มี Typst จึงทำเอกสารเป็น HTML เท่านั้น",
          english: "Typst is missing: sheets are made as HTML alone", at: nil,
          repair: Wording(thai: "สั่ง make site เพื่อติดตั้งลง .tools", english: "make site installs it into .tools")))
    }
    return typesetter
  }

  private static func set(_ planned: [PlannedSheet], with typesetter: Typesetter?) throws -> ([Made], [Diagnostic]) {
    guard let typesetter else { return (planned.map { ($0, nil) }, []) }
    let (pdfs, failures) = try typesetter.set(planned.map { .init(path: $0.stem, source: $0.typst()) })
    let byPath = Dictionary(pdfs.map { ($0.path, $0.bytes) }) { first, _ in first }
    let findings = failures.map { failure in
      Diagnostic(
        "sheet-not-set", .error, thai: "จัดหน้า \(failure.path) เป็น PDF ไม่ได้: \(failure.reason)",
        english: "\(failure.path) could not be set as PDF: \(failure.reason)", at: nil)
    }
    return (planned.map { ($0, byPath[$0.stem]) }, findings)
  }
}

extension SheetSettings {
  init(_ layout: PrintLayout) {
    self.init(paper: layout.paper == .a5 ? .a5 : .a4, size: layout.isLarge ? .large : .normal, columns: layout.columns)
  }
}
