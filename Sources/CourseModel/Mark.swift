import Diagnostics

/// What the second pass knows of a stretch of a chapter's text: which record stands there.
///
/// Marks are sorted by range and may nest (a term inside a definition) but never cross.
package struct Mark: Hashable, Sendable {
  package var range: ByteRange
  package var record: RecordID

  package init(range: ByteRange, record: RecordID) {
    self.range = range
    self.record = record
  }
}
