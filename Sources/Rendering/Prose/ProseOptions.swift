import Diagnostics
import ThaiText

/// How prose becomes HTML.
package struct ProseOptions: Sendable {
  package enum Style: Sendable {
    /// HTML as the CommonMark and GFM specifications print it, for their examples: nothing of ours, every link as it is.
    case specification
    /// HTML for a page of ours.
    case page
  }
  package var style: Style
  /// Raw HTML goes out as it is; otherwise a reader sees its source as text.
  package var allowsRawHTML: Bool
  /// GFM's filter: of raw HTML, the tags that would swallow a page are shown as text.
  package var filtersTags: Bool
  /// Added to every heading's level, up to 6: 1 where the page has a title of its own.
  package var headingShift: Int
  /// Of the words the renderer adds itself (the title of footnotes, of a callout without one).
  package var language: Language
  /// What must not part at the end of a line goes into `<span class="nb">`.
  package var unbreakable: UnbreakableRuns?
  /// Put before the identifiers of footnotes, so that two texts can stand on one page.
  package var identifierPrefix: String

  package init(
    style: Style = .page, allowsRawHTML: Bool = false, filtersTags: Bool = false, headingShift: Int = 0, language: Language = .thai,
    unbreakable: UnbreakableRuns? = nil, identifierPrefix: String = ""
  ) {
    self.style = style
    self.allowsRawHTML = allowsRawHTML
    self.filtersTags = filtersTags
    self.headingShift = headingShift
    self.language = language
    self.unbreakable = unbreakable
    self.identifierPrefix = identifierPrefix
  }

  package static func specification(filtersTags: Bool = false) -> ProseOptions {
    ProseOptions(style: .specification, allowsRawHTML: true, filtersTags: filtersTags)
  }
}
