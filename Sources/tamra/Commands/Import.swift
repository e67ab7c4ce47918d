import ArgumentParser
import TamraKit

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "A chapter from plain text, not one word lost. นำเข้าบทเรียนเดิม",
    discussion: "Example: tamra import chapter.txt --output วิชาของฉัน")

  @Argument(help: "A text file (UTF-8, UTF-16 or TIS-620).")
  var file: String

  @Option(help: "A new folder, or a course that gets the document as its next chapter.")
  var output: String = "course"

  @OptionGroup var speech: SpeechOptions

  func run() throws {
    throw ExitCode(try ImportAction(file: file, output: output).run(Surroundings.current.console(language: speech.language)))
  }
}
