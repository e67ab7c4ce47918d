import Diagnostics

/// A chapter made of another document.
package struct ImportedChapter: Sendable {
  /// With front matter and headings; ends in a line end.
  package var markdown: String
  /// Empty where the document names itself nowhere.
  package var title: String
  /// As printed, in Arabic digits; nil without one.
  package var number: String?
  /// What does not stand where it stood; everything else is in its order.
  package var moved: [MovedBlock]
  /// What belonged to the printed page and was left out.
  package var furniture: [MovedBlock]
  package var encoding: TextEncoding
  /// Positions count in `source`.
  package var diagnostics: [Diagnostic]
  /// The document as UTF-8.
  package var source: SourceText
}

/// Words taken from their place.
package struct MovedBlock: Hashable, Sendable {
  package enum Place: Hashable, Sendable {
    /// From before the chapter's opening to its end.
    case end
    /// From before the chapter's opening to the end of its questions.
    case questions
    /// From the end of the file to the figure it belongs to.
    case figure
    /// «บทที่ 6», now in the front matter.
    case frontMatter
    /// Left out: a page number, a running header or footer.
    case nowhere
  }
  package var text: String
  package var source: ByteRange
  package var to: Place
}
