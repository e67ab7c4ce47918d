import CourseModel
import Diagnostics

/// The chapter to read: its text with terms explained in the margin and sources at the foot of the page.
struct ChapterSheet: SheetKind {
  let id = "chapter"
  let title = Wording(thai: "บทเรียน", english: "Chapter")
  let audience = Audience.student

  func sheets(in context: SheetContext) -> [Sheet] {
    guard let text = context.text else { return [] }
    var prose = ChapterProse(context, text)
    let blocks = prose.blocks(text.document.blocks)
    guard !blocks.isEmpty else { return [] }
    let columns = context.settings.bodyColumns
    return [
      context.sheet(
        self, hasMargin: context.settings.hasMargin, blocks: columns > 1 ? [.columns(columns, blocks)] : blocks)
    ]
  }
}
