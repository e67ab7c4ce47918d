import CourseModel
import Prose

/// What a page puts around and into prose: its marks, margin notes, figures, questions. Every member has a default that does
/// nothing or the plain thing.
///
/// A mark that runs over several inlines, or out of an emphasis, is opened and closed once for each stretch, so that tags
/// always nest; `isFirst` and `isLast` tell which stretch it is (an identifier may go on the first alone). Blocks are announced
/// in the order of the document, and marks between `begin` and `end` of the block they stand in: what `open` has collected,
/// `end` can print as notes.
package protocol ProseHooks {
  /// Writes the start tag of a mark's stretch.
  mutating func open(_ mark: Mark, isFirst: Bool, in place: ProsePlace, html: inout HTMLBuffer)
  /// Writes the end tag of a mark's stretch.
  mutating func close(_ mark: Mark, isLast: Bool, in place: ProsePlace, html: inout HTMLBuffer)
  /// Before a block. What it writes stands before the block's own element; what it returns says what becomes of the block.
  mutating func begin(_ block: Block, in place: ProsePlace, html: inout HTMLBuffer) -> BlockTreatment
  /// After a block, also when its treatment was `omit`.
  mutating func end(_ block: Block, in place: ProsePlace, html: inout HTMLBuffer)
  /// The identifier of a block's element, unique in the page; nil for none. The author's `{#id}` by default.
  mutating func identifier(of block: Block) -> String?
  /// Further attributes of a block's element, each with a space before it.
  mutating func attributes(of block: Block, in place: ProsePlace, html: inout HTMLBuffer)
  /// `[@key, locator]` as a reader sees it. The source's own text by default.
  mutating func citation(_ keys: [CitationKey], html: inout HTMLBuffer)
  /// Where a link leads, by its destination; nil for text without a link. Only destinations that may be followed are asked for.
  mutating func address(of destination: String) -> String?
  /// Where a picture is found, by its source; nil for its alternative text alone. Only sources within the course are asked for.
  mutating func address(ofImage source: String) -> String?
}

/// What becomes of a block that hooks have been told of.
package enum BlockTreatment: Sendable {
  /// Its own element and all that is in it.
  case asUsual
  /// What is in it without its own element, which `begin` and `end` write.
  case contentOnly
  /// Nothing: `begin` has written what stands for it.
  case omit
}

/// Where in the page something stands.
package struct ProsePlace: Hashable, Sendable {
  /// A link must not hold another.
  package var isInLink = false
  package var isInHeading = false
  package var isInFootnote = false
  /// In how many lists, quotes and callouts.
  package var depth = 0

  package init() {}
}

extension ProseHooks {
  package mutating func open(_ mark: Mark, isFirst: Bool, in place: ProsePlace, html: inout HTMLBuffer) {}
  package mutating func close(_ mark: Mark, isLast: Bool, in place: ProsePlace, html: inout HTMLBuffer) {}
  package mutating func begin(_ block: Block, in place: ProsePlace, html: inout HTMLBuffer) -> BlockTreatment { .asUsual }
  package mutating func end(_ block: Block, in place: ProsePlace, html: inout HTMLBuffer) {}
  package mutating func identifier(of block: Block) -> String? { block.attributes.id }
  package mutating func attributes(of block: Block, in place: ProsePlace, html: inout HTMLBuffer) {}
  package mutating func citation(_ keys: [CitationKey], html: inout HTMLBuffer) {
    html.markup("[")
    for (index, key) in keys.enumerated() {
      if index > 0 { html.markup("; ") }
      html.markup("@")
      html.text(key.key)
      if !key.locator.isEmpty {
        html.markup(", ")
        html.text(key.locator)
      }
    }
    html.markup("]")
  }
  package mutating func address(of destination: String) -> String? { destination }
  package mutating func address(ofImage source: String) -> String? { source }
}

/// Hooks that add nothing.
package struct PlainHooks: ProseHooks {
  package init() {}
}
