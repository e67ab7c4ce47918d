/// Bytes that grow at their end. What an array does, for a third of the cost a piece: markup is made of very short ones.
///
/// A value: a copy that is written to gets room of its own.
struct GrowingBytes: Sendable {
  private var room: Room
  private(set) var count = 0

  init(capacity: Int = 0) { room = capacity > 0 ? Room(capacity) : Self.none }

  var isEmpty: Bool { count == 0 }
  var last: UInt8? { count == 0 ? nil : room.start[count - 1] }

  /// O(count): they are copied.
  var array: [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { copy, size in
      if let start = copy.baseAddress, count > 0 { start.initialize(from: room.start, count: count) }
      size = count
    }
  }

  func withBytes<Value>(_ body: (UnsafeBufferPointer<UInt8>) -> Value) -> Value {
    withExtendedLifetime(room) { body(UnsafeBufferPointer(start: room.start, count: count)) }
  }

  /// Empty again, with its room.
  mutating func clear() { count = 0 }

  @inline(__always) mutating func append(_ byte: UInt8) {
    end(with: 1).initialize(to: byte)
    count += 1
  }

  /// - Parameter source: of other bytes than these.
  @inline(__always) mutating func append(_ source: UnsafeBufferPointer<UInt8>) {
    guard let start = source.baseAddress, !source.isEmpty else { return }
    end(with: source.count).initialize(from: start, count: source.count)
    count += source.count
  }

  @inline(__always) mutating func append(literal: StaticString) { literal.withUTF8Buffer { append($0) } }

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  mutating func append(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { append($0) } }

  mutating func append(_ other: GrowingBytes) { other.withBytes { append($0) } }

  mutating func append(repeating byte: UInt8, count number: Int) {
    guard number > 0 else { return }
    end(with: number).initialize(repeating: byte, count: number)
    count += number
  }

  /// Where the next byte goes, with room for `more` of them.
  @inline(__always) private mutating func end(with more: Int) -> UnsafeMutablePointer<UInt8> {
    if count + more > room.capacity || !isKnownUniquelyReferenced(&room) { move(into: count + more) }
    return room.start + count
  }

  @inline(never) private mutating func move(into needed: Int) {
    let larger = Room(needed > room.capacity ? max(64, 2 * needed) : room.capacity)
    larger.start.initialize(from: room.start, count: count)
    room = larger
  }

  private static let none = Room(0)

  /// Unchecked: it is written to only where nobody else holds it.
  private final class Room: @unchecked Sendable {
    let start: UnsafeMutablePointer<UInt8>
    let capacity: Int

    init(_ capacity: Int) {
      start = .allocate(capacity: capacity)
      self.capacity = capacity
    }

    deinit { start.deallocate() }
  }
}
