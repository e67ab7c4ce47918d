import TestSupport
import Testing

@testable import Packing

/// A value as bytes and back.
private func again<Value: Packable>(_ value: Value) throws -> Value {
  var writer = PackWriter()
  writer.add(value)
  var reader = PackReader(writer.bytes)
  let read: Value = try reader.next()
  #expect(reader.isAtEnd)
  return read
}

@Suite struct PackingTests {
  @Test func givesBackEveryNumber() throws {
    var numbers = [0, 1, -1, 63, 64, -64, -65, 127, 128, Int.max, Int.min, Int.max - 1]
    var generator = SeededGenerator(seed: 1)
    for bits in 0..<64 { numbers.append(Int(truncatingIfNeeded: generator.next() >> UInt64(bits))) }
    for number in numbers { #expect(try again(number) == number) }
  }

  @Test func keepsSmallNumbersSmall() {
    var writer = PackWriter()
    for number in -64..<64 { writer.add(number) }
    #expect(writer.bytes.count == 128)
  }

  @Test func givesBackTextsListsAndWhatIsMissing() throws {
    for text in ["", "a", "เครือข่าย (network)", "\u{0}\u{FEFF}", String(repeating: "ก", count: 10_000)] {
      #expect(try again(text) == text)
    }
    #expect(try again(["ก", "", "ข"]) == ["ก", "", "ข"])
    #expect(try again([String?.none, "", "ก"]) == [nil, "", "ก"])
    #expect(try again([[Int]]()) == [])
    #expect(try again([true, false]) == [true, false])
  }

  @Test func givesBackHashesAndData() throws {
    var writer = PackWriter()
    writer.add(UInt64.max)
    writer.add([1, 2, 3] as [UInt8])
    writer.add(7 as UInt64)
    var reader = PackReader([9] + writer.bytes, from: 1)
    #expect(try reader.hash() == .max)
    #expect(try reader.data() == [1, 2, 3])
    #expect(try reader.hash() == 7)
    #expect(reader.isAtEnd)
  }

  @Test("taken part by part the bytes are the same, every part but the last whole words")
  func parts() throws {
    var (whole, parted) = (PackWriter([1, 2, 3]), PackWriter([1, 2, 3]))
    var bytes: [UInt8] = []
    for turn in 0..<40 {
      whole.add(String(repeating: "ก", count: turn % 5))
      parted.add(String(repeating: "ก", count: turn % 5))
      guard turn % 3 == 0 else { continue }
      let part = parted.taken()
      #expect(part.count % 8 == 0)
      bytes += part
    }
    #expect(bytes + parted.taken(isEnd: true) == whole.bytes)
    #expect(parted.bytes.isEmpty)
  }

  @Test("a word that comes again is its number, and given back whole")
  func words() throws {
    var writer = PackWriter()
    let words = ["เครือข่าย", "ทุน", "เครือข่าย", "", "ทุน", "เครือข่าย", ""]
    for word in words { writer.add(word: word) }
    #expect(writer.bytes.count < 48)
    var reader = PackReader(writer.bytes)
    #expect(try words.map { _ in try reader.word() } == words)
    var wrong = PackReader([2])
    #expect(throws: PackReader.Damaged.self) { try wrong.word() }
  }

  @Test("what is cut short, or says that more follows than does, throws and reads nothing behind the end")
  func damaged() throws {
    var writer = PackWriter()
    writer.add(["เครือข่าย", "ทุน"])
    for count in 0..<writer.bytes.count {
      var reader = PackReader(Array(writer.bytes.prefix(count)))
      #expect(throws: PackReader.Damaged.self) { try reader.next() as [String] }
    }
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<2000 {
      let noise = (0..<Int.random(in: 0..<24, using: &generator)).map { _ in UInt8.random(in: 0...255, using: &generator) }
      var reader = PackReader(noise)
      _ = try? reader.next() as [String?]
      reader = PackReader(noise)
      _ = try? reader.list { try $0.hash() }
      reader = PackReader(noise)
      _ = try? reader.data()
    }
    var reader = PackReader([UInt8](repeating: 0xFF, count: 30))
    #expect(throws: PackReader.Damaged.self) { try reader.next() as Int }
  }
}

@Suite struct ContentHashes {
  @Test func tellApartWhatDiffersInOneBit() {
    var generator = SeededGenerator(seed: 1)
    var seen: Set<UInt64> = []
    for length in 0..<40 {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
      seen.insert(contentHash(bytes))
      for bit in 0..<length * 8 {
        var changed = bytes
        changed[bit / 8] ^= 1 << UInt8(bit % 8)
        #expect(contentHash(changed) != contentHash(bytes))
      }
    }
    #expect(seen.count == 40)
    #expect(contentHash([0]) != contentHash([0, 0]))
  }

  @Test func keepFieldsApart() {
    func hash(_ body: (inout ContentHash) -> Void) -> UInt64 {
      var hash = ContentHash()
      body(&hash)
      return hash.value
    }
    let different = [
      hash {
        $0.add("ab")
        $0.add("c")
      },
      hash {
        $0.add("a")
        $0.add("bc")
      }, hash { $0.add("abc") }, hash { $0.add(["ab", "c"]) }, hash { $0.add("") }, hash { $0.add(String?.none) },
      hash { $0.add(true) }, hash { $0.add(false) }, hash { _ in },
    ]
    #expect(Set(different).count == different.count)
  }
}
