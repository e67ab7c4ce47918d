import ArgumentParser
import TamraKit

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Preview on this machine, rebuilt on save. ดูตัวอย่างขณะเขียน", discussion: "Example: tamra serve --port 8000")

  @Option(help: "The port; any free one when not given, or when it is taken.")
  var port: UInt16 = 0

  @Flag(help: "Make sheets, banks and downloads too; each save then takes longer.")
  var all = false

  @OptionGroup var options: CourseOptions

  func run() async throws { throw ExitCode(try await ServeAction(options.request, port: port, makesAll: all).run(options.console)) }
}
