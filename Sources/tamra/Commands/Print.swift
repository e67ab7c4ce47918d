import ArgumentParser
import TamraKit

extension PrintAction.Format: ExpressibleByArgument {}
extension PrintAction.Layout.Paper: ExpressibleByArgument {}

struct Print: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Sheets and papers as PDF, HTML or Word. ทำเอกสารสำหรับพิมพ์", discussion: "Example: tamra print glossary --output sheets")

  @Argument(help: "By name, such as glossary, or exam and key for the lecturer; all sheets for students when none is given.")
  var sheets: [String] = []

  @Option(help: "pdf, html, docx, or epub for the course as a book.")
  var format: PrintAction.Format = .pdf

  @Option(help: "The folder; sheets in the working folder when not given.")
  var output: String?

  @Option(help: "a4 or a5.")
  var paper: PrintAction.Layout.Paper = .a4

  @Flag(help: "Print of 18 points, for readers with low vision.")
  var large = false

  @Option(help: "Columns of running text, 1 or 2, on A4.")
  var columns = 1

  @OptionGroup var options: CourseOptions

  func run() throws {
    let layout = PrintAction.Layout(paper: paper, isLarge: large, columns: columns)
    let action = PrintAction(options.request, kinds: sheets, format: format, output: output, layout: layout)
    throw ExitCode(try action.run(options.console))
  }
}
