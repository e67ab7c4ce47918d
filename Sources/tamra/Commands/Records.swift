import ArgumentParser
import TamraKit

struct Records: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The records read from the chapters. ข้อมูลที่อ่านได้จากบทเรียน",
    discussion: "Example: tamra records --explain")

  @Option(help: "json, csv, csl-json or bibtex.")
  var format = "json"

  @Option(help: "A file, for csv a folder; standard output when not given.")
  var output: String?

  @Flag(help: "Show each record with its passage, its rule, how sure it is, and the mark that overrules it.")
  var explain = false

  @OptionGroup var options: CourseOptions

  func run() throws {
    throw ExitCode(try RecordsAction(options.request, format: format, output: output, explains: explain).run(options.console))
  }
}
