import ArgumentParser
import TamraKit

struct Merge: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Build a course whose sheets were made in shares. รวมส่วนที่ทำไว้หลายเครื่องแล้วสร้างรายวิชา",
    discussion: "Example: tamra merge shares/1/.tamra shares/2/.tamra")

  @Argument(help: "The .tamra folders that tamra build --shard left.")
  var parts: [String]

  @Option(help: "The folder that gets public and instructor; Site of the course when not given.")
  var output: String?

  @OptionGroup var options: CourseOptions

  func run() throws { throw ExitCode(try MergeAction(options.request, parts: parts, output: output).run(options.console)) }
}
