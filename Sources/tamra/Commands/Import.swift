import ArgumentParser
import TamraKit

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Chapters from plain text or .docx, not one word lost. นำเข้าบทเรียนเดิม",
    discussion: "Example: tamra import chapter.docx --output วิชาของฉัน")

  @Argument(help: "A text file (UTF-8, UTF-16 or TIS-620), a .docx, or a folder of them.")
  var file: String

  @Option(help: "A new folder, or a course that gets the document as its next chapter.")
  var output: String = "course"

  @OptionGroup var speech: SpeechOptions

  func run() throws {
    let here = Surroundings.current
    let toolbox = Toolbox(executable: here.executable, environment: here.environment)
    throw ExitCode(try ImportAction(file: file, output: output, toolbox: toolbox).run(here.console(language: speech.language)))
  }
}
