import ArgumentParser
import TamraKit

struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make everything site.yml asks for. สร้างเว็บไซต์ ใบงาน และคลังข้อสอบ",
    discussion: "Example: tamra build --output site")

  @Option(help: "The folder that gets public and instructor; Site of the course when not given.")
  var output: String?

  @Option(help: "The folder of what builds remember; .tamra of the course when not given. Safe to delete.")
  var cache: String?

  @Flag(help: "Read every source to know whether it changed, instead of trusting times and sizes.")
  var verify = false

  @OptionGroup var options: CourseOptions

  func run() throws {
    throw ExitCode(try BuildAction(options.request, output: output, cache: cache, verifies: verify).run(options.console))
  }
}
