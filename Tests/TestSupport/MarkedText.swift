/// A test input with its own positions: «ก1️⃣ข2️⃣» is the text «กข» and the byte offsets of the two marks.
public struct MarkedText: Sendable {
  public let text: String
  /// Byte offset in `text` of each mark, by its digit.
  public let marks: [Int: Int]

  public init(_ marked: String) {
    var out = ""
    var marks: [Int: Int] = [:]
    var scalars = Array(marked.unicodeScalars)[...]
    while let scalar = scalars.first {
      if (0x31...0x39).contains(scalar.value), scalars.dropFirst().prefix(2).map(\.value) == [0xFE0F, 0x20E3] {
        marks[Int(scalar.value) - 0x30] = out.utf8.count
        scalars = scalars.dropFirst(3)
      } else {
        out.unicodeScalars.append(scalar)
        scalars = scalars.dropFirst()
      }
    }
    self.text = out
    self.marks = marks
  }

  /// The bytes between two marks; empty when one is missing.
  public func range(_ from: Int, _ to: Int) -> Range<Int> {
    let lower = marks[from] ?? 0
    return lower..<max(lower, marks[to] ?? lower)
  }
}
