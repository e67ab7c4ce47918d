/// A value that one run leaves the next as bytes: compact, read without looking ahead, of no use to any other version of its type.
package protocol Packable {
  /// - Throws: `PackReader.Damaged` where the bytes are something else.
  init(unpacking reader: inout PackReader) throws
  func pack(into writer: inout PackWriter)
}

/// Values as bytes: numbers seven bits a byte, hashes whole, texts and lists with their length in front.
package struct PackWriter: Sendable {
  package private(set) var bytes: [UInt8] = []
  private var words: [String: Int] = [:]

  /// - Parameters:
  ///   - start: what the bytes begin with.
  ///   - capacity: bytes expected.
  package init(_ start: [UInt8] = [], capacity: Int = 0) {
    bytes.reserveCapacity(start.count + capacity)
    bytes += start
  }

  /// Hands over what has been written so far, whole words of eight bytes unless it is the end, and goes on behind it.
  package mutating func taken(isEnd: Bool = false) -> [UInt8] {
    guard !isEnd, bytes.count % 8 != 0 else {
      defer { bytes.removeAll(keepingCapacity: true) }
      return bytes
    }
    let rest = bytes.suffix(bytes.count % 8)
    let part = Array(bytes.dropLast(rest.count))
    bytes.replaceSubrange(0..., with: rest)
    return part
  }

  package mutating func add(_ value: some Packable) { value.pack(into: &self) }

  package mutating func add(_ hash: UInt64) { withUnsafeBytes(of: hash.littleEndian) { bytes.append(contentsOf: $0) } }

  /// A text that comes again and again: whole the first time, then as its number.
  package mutating func add(word: String) {
    if let known = words[word] { return add(known) }
    add(0)
    add(word)
    words[word] = words.count + 1
  }

  package mutating func add(_ data: [UInt8]) {
    add(data.count)
    bytes += data
  }

  package mutating func add<List: Collection>(_ list: List, _ body: (inout PackWriter, List.Element) -> Void) {
    add(list.count)
    for element in list { body(&self, element) }
  }

  fileprivate mutating func append(_ byte: UInt8) { bytes.append(byte) }

  fileprivate mutating func append(_ text: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: text) }
}

/// Reads what `PackWriter` wrote; throws where the bytes are something else, and never reads beyond them.
package struct PackReader: Sendable {
  package struct Damaged: Error {
    package init() {}
  }

  private let bytes: [UInt8]
  private var words: [String] = []
  private var i: Int

  package init(_ bytes: [UInt8], from start: Int = 0) {
    self.bytes = bytes
    i = start
  }

  package var isAtEnd: Bool { i == bytes.count }

  package mutating func next<Value: Packable>() throws -> Value { try Value(unpacking: &self) }

  package mutating func hash() throws -> UInt64 {
    guard bytes.count - i >= 8 else { throw Damaged() }
    defer { i += 8 }
    return bytes.withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: i, as: UInt64.self)) }
  }

  /// What `PackWriter.add(word:)` wrote.
  package mutating func word() throws -> String {
    let number: Int = try next()
    if number == 0 {
      words.append(try text())
      return words[words.count - 1]
    }
    guard words.indices.contains(number - 1) else { throw Damaged() }
    return words[number - 1]
  }

  package mutating func data() throws -> [UInt8] {
    let count = try length()
    defer { i += count }
    return Array(bytes[i..<i + count])
  }

  package mutating func list<Element>(_ body: (inout PackReader) throws -> Element) throws -> [Element] {
    let count = try length()
    var list: [Element] = []
    list.reserveCapacity(count)
    for _ in 0..<count { list.append(try body(&self)) }
    return list
  }

  fileprivate mutating func number() throws -> UInt64 {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      guard i < bytes.count, shift < 64 else { throw Damaged() }
      let byte = bytes[i]
      i += 1
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
  }

  fileprivate mutating func text() throws -> String {
    let count = try length()
    defer { i += count }
    return bytes.withUnsafeBufferPointer { String(decoding: $0[i..<i + count], as: UTF8.self) }
  }

  /// Of what follows, which is at least a byte for each.
  fileprivate mutating func length() throws -> Int {
    let count = try Int(unpacking: &self)
    guard count >= 0, count <= bytes.count - i else { throw Damaged() }
    return count
  }
}

// MARK: Plain values

extension Int: Packable {
  package init(unpacking reader: inout PackReader) throws {
    let folded = try reader.number()
    self = Int(bitPattern: UInt(folded >> 1)) ^ -Int(folded & 1)
  }

  /// Small numbers of either sign in few bytes.
  package func pack(into writer: inout PackWriter) {
    var rest = UInt64(bitPattern: Int64(self << 1 ^ self >> 63))
    while rest >= 0x80 {
      writer.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    writer.append(UInt8(truncatingIfNeeded: rest))
  }
}

extension Bool: Packable {
  package init(unpacking reader: inout PackReader) throws { self = try Int(unpacking: &reader) != 0 }
  package func pack(into writer: inout PackWriter) { writer.add(self ? 1 : 0) }
}

extension String: Packable {
  package init(unpacking reader: inout PackReader) throws { self = try reader.text() }
  package func pack(into writer: inout PackWriter) {
    var text = self
    text.withUTF8 {
      writer.add($0.count)
      writer.append($0)
    }
  }
}

extension Optional: Packable where Wrapped: Packable {
  package init(unpacking reader: inout PackReader) throws {
    self = try Bool(unpacking: &reader) ? Wrapped(unpacking: &reader) : nil
  }
  package func pack(into writer: inout PackWriter) {
    writer.add(self != nil)
    if let self { writer.add(self) }
  }
}

extension Array: Packable where Element: Packable {
  package init(unpacking reader: inout PackReader) throws { self = try reader.list { try Element(unpacking: &$0) } }
  package func pack(into writer: inout PackWriter) { writer.add(self) { $0.add($1) } }
}

/// An enumeration of texts, by its text.
extension Packable where Self: RawRepresentable, RawValue == String {
  package init(unpacking reader: inout PackReader) throws {
    guard let value = Self(rawValue: try reader.word()) else { throw PackReader.Damaged() }
    self = value
  }
  package func pack(into writer: inout PackWriter) { writer.add(word: rawValue) }
}
