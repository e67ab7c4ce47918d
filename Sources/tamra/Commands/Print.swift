import ArgumentParser
import QuizGenerator
import TamraKit

extension PrintAction.Format: ExpressibleByArgument {}
extension PrintAction.Layout.Paper: ExpressibleByArgument {}

struct Print: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Sheets and papers as PDF, HTML or Word. ทำเอกสารสำหรับพิมพ์",
    discussion: """
      Example: tamra print glossary --output sheets
      Example: tamra print exam answer-sheet key --forms 4 --items 40 --seed 2569
      """)

  @Argument(help: "By name, such as glossary, or exam and key for the lecturer; all sheets for students when none is given.")
  var sheets: [String] = []

  @Option(help: "pdf, html, docx, or epub for the course as a book.")
  var format: PrintAction.Format = .pdf

  @Option(help: "The folder; sheets in the working folder when not given.")
  var output: String?

  @Option(help: "a4 or a5; what Site/site.yml says when not given, as with --large and --columns.")
  var paper: PrintAction.Layout.Paper?

  @Flag(inversion: .prefixedNo, help: "Print of 18 points, for readers with low vision.")
  var large: Bool?

  @Option(help: "Columns of running text, 1 or 2, on A4.")
  var columns: Int?

  @Option(help: "How many parallel forms the exam papers come in; what Content/quiz.yml says when not given.")
  var forms: Int?

  @Option(help: "Items a form; the blueprint's total when not given.")
  var items: Int?

  @Option(help: "A number that draws the forms: the same number gives the same forms.")
  var seed: UInt64 = 0

  @OptionGroup var options: CourseOptions

  func validate() throws {
    if let forms, !(1...26).contains(forms) { throw ValidationError("--forms takes a number from 1 to 26") }
    if let columns, !(1...2).contains(columns) { throw ValidationError("--columns takes 1 or 2") }
    if let items, items < 1 { throw ValidationError("--items takes a number from 1 on") }
  }

  func run() throws {
    let layout = PrintAction.Layout(paper: paper, isLarge: large, columns: columns)
    let action = PrintAction(
      options.request, kinds: sheets, format: format, output: output, layout: layout,
      forms: forms.map { FormRequest(count: $0, items: items, seed: seed) })
    throw ExitCode(try action.run(options.console))
  }
}
