/// Bytes as one number, the same in every process: a change of content changes it but once in 2⁶⁴. Not for anybody who means harm.
package struct ContentHash: Sendable {
  private var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
  private var count = 0

  package init() {}

  /// - Precondition: all pieces but the last are whole words of eight bytes.
  package mutating func add(_ raw: UnsafeRawBufferPointer) {
    var i = 0
    while i + 8 <= raw.count {
      mix(raw.loadUnaligned(fromByteOffset: i, as: UInt64.self))
      i += 8
    }
    guard i < raw.count else { return count += raw.count }
    var rest: UInt64 = 0
    for k in i..<raw.count { rest = rest << 8 | UInt64(raw[k]) }
    mix(rest)
    count += raw.count
  }

  package var value: UInt64 {
    var last = self
    last.mix(UInt64(count))
    return last.hash
  }

  // MARK: Fields

  /// A number as a field of its own.
  package mutating func add(_ number: UInt64) { mix(number) }

  package mutating func add(_ number: Int) { mix(UInt64(truncatingIfNeeded: number)) }

  package mutating func add(_ flag: Bool) { mix(flag ? 1 : 2) }

  /// A text as a field of its own: «ab», «c» is not «a», «bc». O(bytes).
  package mutating func add(_ text: String) {
    var text = text
    text.withUTF8 {
      mix(UInt64($0.count))
      add(UnsafeRawBufferPointer($0))
    }
  }

  /// An absent text is not an empty one.
  package mutating func add(_ text: String?) {
    guard let text else { return mix(.max) }
    add(text)
  }

  package mutating func add(_ texts: [String]) {
    mix(UInt64(texts.count))
    for text in texts { add(text) }
  }

  private mutating func mix(_ word: UInt64) {
    let (high, low) = (hash ^ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    hash = (high ^ low) &+ 0xE703_7ED1_A0B4_28DB
  }
}

package func contentHash(_ bytes: [UInt8]) -> UInt64 {
  var hash = ContentHash()
  bytes.withUnsafeBytes { hash.add($0) }
  return hash.value
}
