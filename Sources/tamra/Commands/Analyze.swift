import ArgumentParser
import TamraKit

extension AnalyzeAction.Format: ExpressibleByArgument {}

struct Analyze: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "How the items of a test worked. วิเคราะห์ข้อสอบจากคำตอบของผู้สอบ",
    discussion: """
      Example: tamra analyze responses.csv --bank bank.json --format html --output analysis.html
      Example: tamra analyze ratings.csv --ioc
      """)

  @Argument(
    help: "Responses as CSV: Moodle's Responses report, Canvas's Student Analysis, or a row a student and a column an item.")
  var file: String

  @Option(help: "The bank the test was made of, from tamra quiz --format json.")
  var bank: String?

  @Flag(help: "The file holds experts' ratings (+1, 0, −1), a row an item: compute the item–objective congruence.")
  var ioc = false

  @Option(help: "text, csv or html.")
  var format: AnalyzeAction.Format = .text

  @Option(help: "A file; standard output when not given.")
  var output: String?

  @OptionGroup var speech: SpeechOptions

  func validate() throws {
    if ioc == (bank != nil) { throw ValidationError("give --bank bank.json, or --ioc for ratings") }
  }

  func run() throws {
    let action = AnalyzeAction(file: file, bank: ioc ? nil : bank, format: format, output: output)
    throw ExitCode(try action.run(Surroundings.current.console(language: speech.language)))
  }
}
