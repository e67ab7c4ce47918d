import ChapterMarkdown
import Diagnostics
import Rendering

/// `tamra render FILE.md`: one Markdown file as an HTML fragment, as the site would write it.
package struct RenderAction: Sendable {
  private let file: String
  private let allowsRawHTML: Bool

  package init(file: String, allowsRawHTML: Bool = false) {
    self.file = file
    self.allowsRawHTML = allowsRawHTML
  }

  package func run(_ console: Console) throws -> Int32 {
    let text = SourceText(file: file, bytes: try FileReading.bytes(at: file, limit: (8 << 20) + 1))
    let parsed = parseMarkdown(text)
    console.print(renderFragment(parsed.document, options: ProseOptions(allowsRawHTML: allowsRawHTML)).bytes)
    console.say(parsed.diagnostics) { _ in text }
    return parsed.diagnostics.hasErrors ? 1 : 0
  }
}
