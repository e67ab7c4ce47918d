import Diagnostics

/// Who a sheet is for: what is for instructors never comes into the public tree.
package enum Audience: String, Hashable, Sendable { case student, instructor }

/// Everything that is on a sheet of paper, said once; the writers only set it.
package struct Sheet: Hashable, Sendable {
  /// Where it stands in the output, without an extension: «sheets/06-network-glossary».
  package var stem: String
  /// Above the title: the chapter and what sheet this is.
  package var kicker: String
  package var title: String
  /// The document's own title, bookmarks and search results show it.
  package var documentTitle: String
  /// What it is about, where a chapter has several of its kind: a question.
  package var subject: String?
  /// In the footer of every page, on the left.
  package var footer: String
  /// Lines to write name and student number on.
  package var isNamed: Bool
  package var language: Language
  package var blocks: [SheetBlock]
  /// Cards and answer sheets fill their page: no title, no footer.
  package var isBare: Bool
  /// A wide margin on the right, for remarks beside the text.
  package var hasMargin: Bool

  package init(
    stem: String, kicker: String, title: String, documentTitle: String, subject: String? = nil, footer: String,
    isNamed: Bool = false,
    language: Language = .thai, blocks: [SheetBlock], isBare: Bool = false, hasMargin: Bool = false
  ) {
    self.stem = stem
    self.kicker = kicker
    self.title = title
    self.documentTitle = documentTitle
    self.subject = subject
    self.footer = footer
    self.isNamed = isNamed
    self.language = language
    self.blocks = blocks
    self.isBare = isBare
    self.hasMargin = hasMargin
  }
}
