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

  @Option(
    help: "Make the sheets of one share of the chapters alone, such as 3/16, and keep them for tamra merge.",
    transform: { text in
      guard let share = CourseShare(text) else { throw ValidationError("a share is such as 3/16, from 1/16 to 16/16") }
      return share
    })
  var shard: CourseShare?

  @OptionGroup var options: CourseOptions

  func validate() throws {
    if shard != nil, output != nil || cache != nil {
      throw ValidationError("--shard writes no site: it takes no --output and no --cache")
    }
  }

  func run() throws {
    if let shard { throw ExitCode(try ShardAction(options.request, share: shard).run(options.console)) }
    throw ExitCode(try BuildAction(options.request, output: output, cache: cache, verifies: verify).run(options.console))
  }
}
