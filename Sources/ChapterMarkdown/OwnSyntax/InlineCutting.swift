import Diagnostics
import Prose

extension [Inline] {
  /// Takes away everything from a byte of the file on, and blanks and breaks left at the end. False, and nothing changed,
  /// where that byte lies inside an inline that cannot be cut.
  @discardableResult
  mutating func cut(from offset: Int) -> Bool {
    var kept = self[...]
    while let last = kept.last, last.range.lowerBound >= offset { kept.removeLast() }
    if let last = kept.last, last.range.upperBound > offset {
      guard case .text(let text) = last.content, text.utf8.count == last.range.count else { return false }
      kept[kept.endIndex - 1] = last.prefix(offset - last.range.lowerBound)
    }
    trimEnd(&kept)
    self = Array(kept)
    return true
  }

  /// Takes away everything before a byte of the file, and blanks left at the front. As `cut(from:)`.
  @discardableResult
  mutating func cut(upTo offset: Int) -> Bool {
    var kept = self[...]
    while let first = kept.first, first.range.upperBound <= offset { kept.removeFirst() }
    while let first = kept.first {
      guard case .text(let text) = first.content, text.utf8.count == first.range.count else {
        if first.range.lowerBound < offset { return false }
        break
      }
      var bytes = Array<UInt8>(text.utf8)[...]
      bytes = bytes.dropFirst(Swift.max(0, offset - first.range.lowerBound))
      bytes = bytes.drop { $0.isBlank }
      if bytes.isEmpty {
        kept.removeFirst()
        continue
      }
      let range = ByteRange(first.range.upperBound - bytes.count, first.range.upperBound)
      kept[kept.startIndex] = Inline(.text(String(decoding: bytes, as: UTF8.self)), range: range)
      break
    }
    self = Array(kept)
    return true
  }

  private func trimEnd(_ kept: inout ArraySlice<Inline>) {
    while let last = kept.last {
      switch last.content {
      case .softBreak, .lineBreak: kept.removeLast()
      case .text(let text) where text.utf8.count == last.range.count:
        let blanks = text.utf8.reversed().prefix { $0.isBlank }.count
        if blanks == 0 { return }
        if blanks == text.utf8.count {
          kept.removeLast()
        } else {
          kept[kept.endIndex - 1] = last.prefix(text.utf8.count - blanks)
          return
        }
      default: return
      }
    }
  }
}

extension Inline {
  /// The first bytes of a text that equals its range.
  fileprivate func prefix(_ count: Int) -> Inline {
    guard case .text(let text) = content else { return self }
    return Inline(
      .text(String(decoding: text.utf8.prefix(count), as: UTF8.self)),
      range: ByteRange(range.lowerBound, range.lowerBound + count))
  }
}
