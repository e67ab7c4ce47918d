import CCMarkGFM
import Diagnostics

/// What one look at every byte of a chapter tells before cmark sees it: where its lines begin, whether it is UTF-8, which
/// extensions it can need, and the shapes that cost cmark more than linear time.
///
/// Thai runs are passed over eight characters at a time; the cost is a small part of parsing.
struct Survey {
  private(set) var lineStarts: [Int32] = [0]
  /// The first bytes that are no UTF-8.
  private(set) var invalid: ByteRange?
  private(set) var firstNUL: Int?
  /// A form feed or a vertical tab.
  private(set) var hasPageBreaks = false
  /// Nothing but spaces.
  private(set) var isEmpty = true
  private(set) var lockedSyntax = LockedSyntax()
  /// `[` before a character reference: the few of them that give `^` must not meet cmark's footnotes.
  private(set) var bracketedReferences: [Int] = []
  /// Of `[^`.
  private(set) var footnotePlaces: [Int] = []
  private(set) var work = MarkupWork()

  /// Stops at the first byte that is no UTF-8.
  init(_ text: UnsafeBufferPointer<UInt8>) {
    lineStarts.reserveCapacity(text.count / 80 + 16)
    var i = 0
    if text.count >= 3, text[0] == 0xEF, text[1] == 0xBB, text[2] == 0xBF { i = 3 }
    work.beginLine(text, at: i)
    while i < text.count {
      let byte = text[i]
      guard byte < 0x80 else {
        isEmpty = false
        let end = Self.endOfScalars(text, from: i)
        guard end > i else {
          invalid = ByteRange(i, i + 1)
          return
        }
        i = end
        continue
      }
      i += 1
      guard Self.isNoticed(byte) else { continue }
      notice(byte, text, at: i - 1)
    }
    work.endLine(text, at: text.count)
    work.endChunk(at: text.count)
    isEmpty = isEmpty && text.allSatisfy { $0.isSpace || $0 >= 0x80 }
  }

  /// A set of ASCII bytes as bits: line ends, page breaks, NUL, and `! & * . : < > @ [ ] \ _ | ~` and the backtick.
  @inline(__always) private static func isNoticed(_ byte: UInt8) -> Bool {
    let low: UInt64 =
      1 << 0x00 | 1 << 0x0A | 1 << 0x0B | 1 << 0x0C | 1 << 0x0D | 1 << 0x21 | 1 << 0x26 | 1 << 0x2A | 1 << 0x2E | 1 << 0x3A | 1
      << 0x3C | 1 << 0x3E
    let high: UInt64 = 1 << 0x00 | 1 << 0x1B | 1 << 0x1C | 1 << 0x1D | 1 << 0x1F | 1 << 0x20 | 1 << 0x3C | 1 << 0x3E
    return (byte < 0x40 ? low : high) >> UInt64(byte & 0x3F) & 1 != 0
  }

  private mutating func notice(_ byte: UInt8, _ text: UnsafeBufferPointer<UInt8>, at i: Int) {
    func next(_ distance: Int) -> UInt8 { i + distance < text.count ? text[i + distance] : 0 }
    func before(_ distance: Int) -> UInt8 { i >= distance ? text[i - distance] : 0 }
    switch byte {
    case 0x00: if firstNUL == nil { firstNUL = i }
    case 0x0B, 0x0C: hasPageBreaks = true
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
      if byte == UInt8(ascii: "\r"), next(1) == UInt8(ascii: "\n") { return }
      lineStarts.append(Int32(truncatingIfNeeded: i + 1))
      work.endLine(text, at: i)
      work.beginLine(text, at: i + 1)
    case UInt8(ascii: "."):
      if before(1) == 0x77, before(2) == 0x77, before(3) == 0x77 {
        lockedSyntax.autolinks = true
        work.addresses += 1
      }
    case UInt8(ascii: ":"):
      work.specials += 1
      if next(1) == 0x2F, next(2) == 0x2F, before(1).isLetter {
        lockedSyntax.autolinks = true
        work.addresses += 1
      }
    case UInt8(ascii: "@"):
      // What can stand before the sign in an address, or be written so: `;` ends a reference.
      let name = before(1)
      if name.isLetter || name.isDigit || name == 0x2E || name == 0x2B || name == 0x2D || name == 0x5F || name == 0x5C
        || name == 0x3B
      {
        lockedSyntax.autolinks = true
        work.addresses += 1
      }
    case UInt8(ascii: "&"):
      work.specials += 1
      if next(1) == UInt8(ascii: "#") || (next(1) == 0x63 && next(2) == 0x6F && next(3) == 0x6D) {
        // `&#64;` and `&commat;` give the sign.
        lockedSyntax.autolinks = true
        work.addresses += 1
      }
      if before(1) == UInt8(ascii: "[") { bracketedReferences.append(i) }
    case UInt8(ascii: "~"):
      lockedSyntax.strikethrough = true
      work.delimiter(isFirst: before(1) != byte)
    case UInt8(ascii: "*"), UInt8(ascii: "_"): work.delimiter(isFirst: before(1) != byte)
    case UInt8(ascii: "|"): work.pipes += 1
    case UInt8(ascii: "]"): work.closingBracket(next: next(1), at: i)
    case UInt8(ascii: "!"): if next(1) == UInt8(ascii: "[") { work.openImage() }
    case UInt8(ascii: "<"): work.openTag(next: next(1), afterNext: next(2), at: i)
    case UInt8(ascii: ">"): work.closeTag(before: before(1), before(2))
    case UInt8(ascii: "["):
      work.specials += 1
      if next(1) == UInt8(ascii: "^") { footnotePlaces.append(i) }
    default: work.specials += 1
    }
  }

  /// Behind the characters of more than one byte from `start` on; `start` itself where there is no valid one.
  @inline(__always) private static func endOfScalars(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var i = start
    // Thai is E0 B8 and E0 B9: eight characters are three words of a fixed pattern, B8 and B9 told apart by one bit.
    if let base = UnsafeRawPointer(text.baseAddress) {
      while i + 24 <= text.count {
        let a = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: i, as: UInt64.self))
        let b = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: i + 8, as: UInt64.self))
        let c = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: i + 16, as: UInt64.self))
        guard a & 0xFEFF_C0FE_FFC0_FEFF == 0xB8E0_80B8_E080_B8E0, b & 0xFFC0_FEFF_C0FE_FFC0 == 0xE080_B8E0_80B8_E080,
          c & 0xC0FE_FFC0_FEFF_C0FE == 0x80B8_E080_B8E0_80B8
        else { break }
        i += 24
      }
    }
    while i + 2 < text.count, text[i] == 0xE0, text[i + 1] & 0xFE == 0xB8, text[i + 2] & 0xC0 == 0x80 { i += 3 }
    return i > start ? i : i + scalarLength(text, at: i)
  }

  /// The length of the valid character at `i` (Unicode 15, table 3-7); 0 for none.
  private static func scalarLength(_ text: UnsafeBufferPointer<UInt8>, at i: Int) -> Int {
    func isContinuation(_ distance: Int, _ low: UInt8 = 0x80, _ high: UInt8 = 0xBF) -> Bool {
      i + distance < text.count && text[i + distance] >= low && text[i + distance] <= high
    }
    switch text[i] {
    case 0xC2...0xDF: return isContinuation(1) ? 2 : 0
    case 0xE0: return isContinuation(1, 0xA0) && isContinuation(2) ? 3 : 0
    case 0xED: return isContinuation(1, 0x80, 0x9F) && isContinuation(2) ? 3 : 0
    case 0xE1...0xEF: return isContinuation(1) && isContinuation(2) ? 3 : 0
    case 0xF0: return isContinuation(1, 0x90) && isContinuation(2) && isContinuation(3) ? 4 : 0
    case 0xF1...0xF3: return isContinuation(1) && isContinuation(2) && isContinuation(3) ? 4 : 0
    case 0xF4: return isContinuation(1, 0x80, 0x8F) && isContinuation(2) && isContinuation(3) ? 4 : 0
    default: return 0
    }
  }
}

/// Which of the two extensions with global state a text can need.
///
/// Without a byte they react to, they change nothing: `strikethrough` acts on `~` alone; `autolink` on `://` after a letter,
/// on `www.`, and on an `@` after a character of an e-mail name. That character or the `@` may be written as a reference
/// or escaped, so these count too. `[@key]` needs neither.
struct LockedSyntax: Equatable {
  var strikethrough = false
  var autolinks = false
}
