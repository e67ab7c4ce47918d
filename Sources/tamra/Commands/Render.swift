import ArgumentParser
import TamraKit

struct Render: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "One Markdown file as HTML. แปลงไฟล์ Markdown เป็น HTML", discussion: "Example: tamra render notes.md > notes.html")

  @Argument(help: "A Markdown file.")
  var file: String

  @Flag(help: "Pass raw HTML on instead of showing it as text.")
  var rawHTML = false

  @OptionGroup var speech: SpeechOptions

  func run() throws {
    let console = Surroundings.current.console(language: speech.language)
    throw ExitCode(try RenderAction(file: file, allowsRawHTML: rawHTML).run(console))
  }
}
