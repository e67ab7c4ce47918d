import ArgumentParser
import TamraKit

extension DiagnosticFormat: ExpressibleByArgument {}

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what is wrong, with the place and the repair. ตรวจบทเรียน",
    discussion: "Example: tamra check --strict --format json")

  @Option(help: "text, json or sarif.")
  var format: DiagnosticFormat = .text

  @Flag(help: "Fail on warnings too. Notes never fail.")
  var strict = false

  @Flag(help: "Mend what has one certain repair, showing each changed line.")
  var fix = false

  @Flag(help: "Show what --fix would change and write nothing.")
  var dryRun = false

  @OptionGroup var options: CourseOptions

  func run() throws {
    let mending: CheckAction.Mending = dryRun ? .show : fix ? .apply : .none
    throw ExitCode(try CheckAction(options.request, format: format, isStrict: strict, mending: mending).run(options.console))
  }
}
