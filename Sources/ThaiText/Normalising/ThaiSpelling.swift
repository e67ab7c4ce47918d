/// Appends the text with Thai in its one spelling: ํ + (tone) + า → (tone) + ำ, a tone after ำ put before it, เเ → แ, marks in
/// typing order, U+200B dropped. Running it again changes nothing.
@discardableResult
func appendThaiSpelling(of bytes: borrowing Span<UInt8>, to out: inout [UInt8]) -> OffsetMap {
  var map = OffsetMap()
  var marks: [ThaiScalar] = []
  out.reserveCapacity(out.count + bytes.count)
  let base = out.count
  var i = 0
  /// From here on the bytes before `i` are copied as they are.
  var copied = 0

  while i < bytes.count {
    guard let scalar = thaiScalar(bytes, at: i) else {
      if isZeroWidthSpace(bytes, at: i) {
        out.append(contentsOf: bytes, copied..<i)
        i += 3
        copied = i
        map.copies(output: out.count - base, source: i)
      } else {
        i += scalarLength(bytes, at: i)
      }
      continue
    }

    if scalar == .saraE {
      let next = skippingZeroWidthSpaces(bytes, from: i + 3)
      guard thaiScalar(bytes, at: next) == .saraE else {
        i += 3
        continue
      }
      out.append(contentsOf: bytes, copied..<i)
      map.replaces(output: out.count - base, source: i, count: next + 3 - i)
      out.append(.saraAe)
      i = next + 3
      copied = i
      map.copies(output: out.count - base, source: i)
      continue
    }

    guard scalar.isMark || scalar == .saraAm else {
      i += 3
      continue
    }
    let cluster = readMarks(bytes, at: i, into: &marks)
    if cluster.isRewritten {
      out.append(contentsOf: bytes, copied..<i)
      map.replaces(output: out.count - base, source: i, count: cluster.end - i)
      for mark in marks { out.append(mark) }
      copied = cluster.end
      map.copies(output: out.count - base, source: copied)
    }
    i = cluster.end
  }
  out.append(contentsOf: bytes, copied..<bytes.count)
  return map
}

/// The marks of one letter, with the ำ that closes them, in typing order.
private func readMarks(_ bytes: borrowing Span<UInt8>, at start: Int, into marks: inout [ThaiScalar]) -> (
  end: Int, isRewritten: Bool
) {
  marks.removeAll(keepingCapacity: true)
  var isRewritten = false
  var i = start
  var end = start
  var hasAm = false
  while true {
    let here = skippingZeroWidthSpaces(bytes, from: i)
    guard let scalar = thaiScalar(bytes, at: here) else { break }
    if hasAm {
      guard scalar.isTone else { break }
      isRewritten = true
      marks.append(scalar)
    } else if scalar.isMark {
      marks.append(scalar)
    } else if scalar == .saraAm {
      hasAm = true
    } else if scalar == .saraAa, let nikhahit = marks.lastIndex(of: .nikhahit) {
      marks.remove(at: nikhahit)
      hasAm = true
      isRewritten = true
    } else {
      break
    }
    if here != i { isRewritten = true }
    i = here + 3
    end = i
  }
  if sortByRank(&marks) { isRewritten = true }
  if hasAm { marks.append(.saraAm) }
  return (end, isRewritten)
}

/// Stable, in place; marks come in twos and threes, so insertion is quick, but a hostile run of them is sorted by counting.
/// Returns whether anything moved.
private func sortByRank(_ marks: inout [ThaiScalar]) -> Bool {
  guard zip(marks, marks.dropFirst()).contains(where: { $0.markRank > $1.markRank }) else { return false }
  var sorted: [ThaiScalar] = []
  sorted.reserveCapacity(marks.count)
  for rank: UInt8 in 1...4 {
    for mark in marks where mark.markRank == rank { sorted.append(mark) }
  }
  marks = sorted
  return true
}

@inline(__always)
private func isZeroWidthSpace(_ bytes: borrowing Span<UInt8>, at i: Int) -> Bool {
  i + 2 < bytes.count && bytes[i] == 0xE2 && bytes[i + 1] == 0x80 && bytes[i + 2] == 0x8B
}

@inline(__always)
private func skippingZeroWidthSpaces(_ bytes: borrowing Span<UInt8>, from start: Int) -> Int {
  var i = start
  while isZeroWidthSpace(bytes, at: i) { i += 3 }
  return i
}

extension [UInt8] {
  /// Appends a part of a span; the range is cut to it.
  mutating func append(contentsOf bytes: borrowing Span<UInt8>, _ range: Range<Int>) {
    let part = bytes.extracting(range.clamped(to: 0..<bytes.count))
    part.withUnsafeBufferPointer { append(contentsOf: $0) }
  }
}
