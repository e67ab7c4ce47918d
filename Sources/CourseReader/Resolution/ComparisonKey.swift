import Packing
import ThaiText

/// `comparisonKey` of a text, to look it up by: its bytes with their hash, because a hash of Thai as `String` normalises every letter again.
struct ComparisonKey: Hashable {
  private let bytes: [UInt8]
  private let hash: UInt64

  init(_ text: String) {
    bytes = comparisonKey(Array(text.utf8))
    hash = contentHash(bytes)
  }

  var isEmpty: Bool { bytes.isEmpty }
  var text: String { String(decoding: bytes, as: UTF8.self) }

  func hash(into hasher: inout Hasher) { hasher.combine(hash) }
}
