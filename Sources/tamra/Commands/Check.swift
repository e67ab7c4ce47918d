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

  @OptionGroup var options: CourseOptions

  func run() throws { throw ExitCode(try CheckAction(options.request, format: format, isStrict: strict).run(options.console)) }
}
