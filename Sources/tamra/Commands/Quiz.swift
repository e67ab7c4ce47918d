import ArgumentParser
import CourseModel
import TamraKit

struct Quiz: ParsableCommand {
  enum Pool: String, ExpressibleByArgument, CaseIterable { case practice, exam, all }

  static let configuration = CommandConfiguration(
    abstract: "Write a quiz bank. เขียนคลังข้อสอบ", discussion: "Example: tamra quiz --format moodle --output bank.xml")

  @Option(help: "The format, such as moodle or json.")
  var format: String

  @Option(help: "A file; standard output for text formats when not given.")
  var output: String?

  @Option(help: "practice, exam or all.")
  var pool: Pool = .practice

  @OptionGroup var options: CourseOptions

  func run() throws {
    let pools: Set<QuizPool> = pool == .all ? [.practice, .exam] : pool == .exam ? [.exam] : [.practice]
    throw ExitCode(try QuizAction(options.request, format: format, pools: pools, output: output).run(options.console))
  }
}
