import CourseModel
import Diagnostics
import QuizGenerator
import SheetExporter
import SiteExporter

/// `tamra print`: sheets of the course as PDF or as print pages, into a folder.
package struct PrintAction: Sendable {
  package enum Format: String, Sendable, CaseIterable { case pdf, html, docx, epub }

  private let request: CourseRequest
  private let kinds: [String]
  private let format: Format
  private let output: String?
  private let layout: Layout
  private let forms: FormRequest?

  /// - Parameters:
  ///   - kinds: ids of sheets and papers; empty for all sheets for students.
  ///   - output: the folder; nil for `sheets` in the working folder.
  ///   - forms: of exam papers; nil for what `quiz.yml` says.
  package init(
    _ request: CourseRequest, kinds: [String] = [], format: Format = .pdf, output: String? = nil, layout: Layout = Layout(),
    forms: FormRequest? = nil
  ) {
    self.request = request
    self.kinds = kinds
    self.format = format
    self.output = output
    self.forms = forms
    self.layout = layout
  }

  /// What the command line says of the paper; what it leaves out, `site.yml` says.
  package struct Layout: Sendable {
    package enum Paper: String, Sendable, CaseIterable { case a4, a5 }
    package var paper: Paper?
    /// 18 points, for readers with low vision.
    package var isLarge: Bool?
    /// Of running text: 1 or 2, where the paper is wide enough.
    package var columns: Int?

    package init(paper: Paper? = nil, isLarge: Bool? = nil, columns: Int? = nil) {
      self.paper = paper
      self.isLarge = isLarge
      self.columns = columns
    }

    fileprivate func over(_ said: PrintLayout) -> PrintLayout {
      PrintLayout(
        paper: paper.map { $0 == .a5 ? .a5 : .a4 } ?? said.paper, isLarge: isLarge ?? said.isLarge, columns: columns ?? said.columns
      )
    }
  }

  package func run(_ console: Console) throws -> Int32 {
    let folder = try request.folder()
    let loaded = try LoadedCourse(folder, jobs: request.threads, console: console)
    let (sheets, findings) = try SheetOutput.alone(
      request, loaded, settings: SheetSettings(layout.over(loaded.site.print)), forms: forms)
    var diagnostics = loaded.diagnostics.filter { $0.severity == .error } + findings
    let base = (output ?? request.workingFolder + "/sheets") + "/"
    let typesetter = format == .pdf ? sheets.typesetter(&diagnostics) : nil
    if format == .epub {
      console.endProgress()
      for (_, stem, bytes) in try BookOutput(sheets).make(chaptersToo: kinds.isEmpty) {
        let path = base + (stem.split(separator: "/").last ?? "book") + ".epub"
        try NewFile.replace(path, bytes)
        console.print(path)
      }
      console.say(diagnostics, source: loaded.source)
      return diagnostics.hasErrors ? 1 : 0
    }
    let documents = format == .docx ? sheets.documentMaker(&diagnostics) : nil
    let put: @Sendable ([SheetOutput.Made]) throws -> (paths: [String], findings: [Diagnostic]) = { [format] made in
      var files: [(stem: String, bytes: [UInt8])] = []
      var findings: [Diagnostic] = []
      switch format {
      case .html: files = made.map { ($0.sheet.stem, $0.sheet.html()) }
      case .pdf: files = made.compactMap { sheet, pdf in pdf.map { (sheet.stem, $0) } }
      case .epub: break
      case .docx:
        for document in try documents?.make(made.map(\.sheet)) ?? [] {
          if let bytes = document.bytes { files.append((document.path, bytes)) }
          if let finding = document.finding { findings.append(finding) }
        }
      }
      let paths = try files.map { stem, bytes in
        let path = base + (stem.split(separator: "/").last ?? "sheet") + "." + format.rawValue
        try NewFile.replace(path, bytes)
        return path
      }
      return (paths, findings)
    }
    console.endProgress()
    let chapters = try sheets.chapters(kinds, with: typesetter, &diagnostics, put)
    let papers = try put(try sheets.papers(kinds, with: typesetter, &diagnostics))
    for made in chapters + [papers] {
      diagnostics += made.findings
      for path in made.paths { console.print(path) }
    }
    console.say(diagnostics, source: loaded.source)
    return diagnostics.hasErrors ? 1 : 0
  }
}
