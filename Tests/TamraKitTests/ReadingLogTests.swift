import CourseReader
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import TamraKit

@Suite struct ReadingLogTests {
  private func file(_ name: String) -> CourseFolder.ChapterFile { .init(name: name, path: "Content/\(name)/chapter.md") }

  private func reading(_ name: String, _ statement: String = "สายใยของผู้คน") -> ChapterReading {
    readChapter(
      SourceText(file: file(name).path, "# บท\n\nPutnam (1993) กล่าวว่า เครือข่าย (network) คือ \(statement)\n"), name: name)
  }

  @Test("gives a reading again for the same text, file and folder, in this process and the next")
  func again() throws {
    let scratch = try ScratchFolder()
    let path = scratch.path + "/.tamra/readings/x"
    let log = try #require(ReadingLog(path, key: 1))
    #expect(log.reading(of: file("a"), text: 7) == nil)
    log.keep(reading("a"), of: file("a"), text: 7)
    log.keep(reading("b"), of: file("b"), text: 8)
    for log in [log, try #require(ReadingLog(path, key: 1))] {
      #expect(log.reading(of: file("a"), text: 7)?.definitions.map(\.statement) == ["สายใยของผู้คน"])
      #expect(log.reading(of: file("b"), text: 8)?.file == file("b").path)
      #expect(log.reading(of: file("a"), text: 8) == nil)
      #expect(log.reading(of: .init(name: "c", path: file("a").path), text: 7) == nil)
      #expect(log.reading(of: file("c"), text: 7) == nil)
    }
  }

  @Test("the last reading of a chapter counts; other settings or another program begin anew")
  func lastAndKey() throws {
    let scratch = try ScratchFolder()
    let path = scratch.path + "/x"
    do {
      let log = try #require(ReadingLog(path, key: 1))
      for text in 1...5 { log.keep(reading("a", "ข้อความที่ \(text)"), of: file("a"), text: UInt64(text)) }
    }
    let log = try #require(ReadingLog(path, key: 1))
    #expect(log.reading(of: file("a"), text: 4) == nil)
    #expect(log.reading(of: file("a"), text: 5)?.definitions.first?.statement == "ข้อความที่ 5")
    let other = try #require(ReadingLog(path, key: 2))
    #expect(other.reading(of: file("a"), text: 5) == nil)
    #expect(try #require(ReadingLog(path, key: 1)).reading(of: file("a"), text: 5) == nil)
  }

  @Test("what is cut short, changed or somebody else's gives nothing wrong")
  func damaged() throws {
    let scratch = try ScratchFolder()
    let path = scratch.path + "/x"
    let right = reading("b")
    do {
      let log = try #require(ReadingLog(path, key: 1))
      for name in ["a", "b", "c"] { log.keep(reading(name), of: file(name), text: 7) }
    }
    let whole = try FileReading.bytes(at: path)
    var generator = SeededGenerator(seed: 6)
    for turn in 0..<200 {
      var bytes = whole
      switch turn % 3 {
      case 0: bytes = Array(bytes.prefix(Int.random(in: 0..<bytes.count, using: &generator)))
      case 1: bytes[Int.random(in: bytes.indices, using: &generator)] ^= UInt8.random(in: 1...255, using: &generator)
      default: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: Int.random(in: bytes.indices, using: &generator))
      }
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      let log = try #require(ReadingLog(path, key: 1))
      if let found = log.reading(of: file("b"), text: 7) { #expect("\(found)" == "\(right)") }
      // And goes on being of use.
      log.keep(right, of: file("d"), text: 9)
      #expect(log.reading(of: file("d"), text: 9) != nil)
    }
  }

  @Test("is written anew when most of it is of no use any more")
  func tidying() throws {
    let scratch = try ScratchFolder()
    let path = scratch.path + "/x"
    let log = try #require(ReadingLog(path, key: 1))
    let long = String(repeating: "ข้อความที่ยาว", count: 2000)
    log.keep(reading("a"), of: file("a"), text: 1)
    for text in 1...30 { log.keep(reading("b", long + "\(text)"), of: file("b"), text: UInt64(text)) }
    let size = try FileReading.bytes(at: path).count
    log.tidy([file("a"), file("b")])
    #expect(try FileReading.bytes(at: path).count < size / 10)
    let again = try #require(ReadingLog(path, key: 1))
    #expect(again.reading(of: file("a"), text: 1) != nil)
    #expect(again.reading(of: file("b"), text: 30)?.definitions.first?.statement.hasSuffix("30") == true)
  }

  @Test("a folder that cannot be written to costs a log and nothing else")
  func unwritable() throws {
    let scratch = try ScratchFolder()
    try scratch.put("file", "x")
    #expect(ReadingLog(scratch.path + "/file/x", key: 1) == nil)
    #expect(ReadingLog("/proc/nothing/x", key: 1) == nil)
  }
}
