import CourseModel
import Diagnostics
import Prose

/// Writes blocks and inlines; one for each rendering, so that what is open and what has been seen is its own.
///
/// Recurses as deep as prose nests, which reading bounds (`Limits`, `inlineDepthLimit` in ChapterMarkdown).
struct ProseWriter {
  let options: ProseOptions
  let marks: MarkIndex
  var hooks: any ProseHooks
  var html: HTMLBuffer
  var place = ProsePlace()
  /// Footnotes met among the blocks, for the end.
  var pendingFootnotes: [Block] = []
  /// Marks that have been opened once.
  var begun: [Bool]
  /// Marks open around the inlines being written, those opened outside of them first.
  var openMarks: [Int] = []

  /// The identifiers written so far: an author's `{#id}` may stand twice, a page's must not.
  private var identifiers: Set<String> = []
  /// The place in the file up to which inlines have been written.
  var position = 0

  init(options: ProseOptions, marks: MarkIndex, hooks: any ProseHooks, html: HTMLBuffer) {
    self.options = options
    self.marks = marks
    self.hooks = hooks
    self.html = html
    begun = Array(repeating: false, count: marks.marks.count)
  }

  var isPage: Bool { options.style == .page }

  /// Begins a line where the last one has not ended.
  mutating func freshLine() {
    if let last = html.last, last != UInt8(ascii: "\n") { html.markup("\n") }
  }

  /// ` id="…"`, the first time an identifier comes up.
  mutating func identifier(_ id: String?) {
    guard let id, !id.isEmpty, identifiers.insert(id).inserted else { return }
    html.attribute("id", id)
  }

  func word(_ wording: Wording) -> String { wording.text(in: options.language) }
}
