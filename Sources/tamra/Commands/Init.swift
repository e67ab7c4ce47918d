import ArgumentParser
import TamraKit

struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Start a new course. เริ่มรายวิชาใหม่", discussion: "Example: tamra init เครือข่าย")

  @Argument(help: "A new or empty folder.")
  var folder: String

  @OptionGroup var speech: SpeechOptions

  func run() throws {
    let console = Surroundings.current.console(language: speech.language)
    throw ExitCode(try InitAction(folder: folder).run(console))
  }
}
