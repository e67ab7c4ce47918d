import ArgumentParser
import TamraKit

extension PrintAction.Format: ExpressibleByArgument {}

struct Print: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Study sheets as PDF or HTML. ทำเอกสารสำหรับพิมพ์", discussion: "Example: tamra print glossary --output sheets")

  @Argument(help: "By name, such as glossary, or exam and key for the lecturer; all sheets for students when none is given.")
  var sheets: [String] = []

  @Option(help: "pdf or html.")
  var format: PrintAction.Format = .pdf

  @Option(help: "The folder; sheets in the working folder when not given.")
  var output: String?

  @OptionGroup var options: CourseOptions

  func run() throws {
    throw ExitCode(try PrintAction(options.request, kinds: sheets, format: format, output: output).run(options.console))
  }
}
