import Diagnostics
import Foundation
import Packing
import TestSupport
import Testing

@testable import CourseReader

@Suite struct ReadingPackingTests {
  private func again(_ reading: ChapterReading) throws -> ChapterReading {
    var writer = PackWriter()
    writer.add(reading)
    var reader = PackReader(writer.bytes)
    let read: ChapterReading = try reader.next()
    #expect(reader.isAtEnd)
    return read
  }

  /// As text, but for a set, whose order is nobody's.
  private func described(_ reading: ChapterReading) -> String {
    var reading = reading
    let ignored = reading.settings.ignored.sorted()
    reading.settings.ignored = []
    return "\(reading) \(ignored)"
  }

  @Test func givesBackEveryReadingOfTheUnseenTexts() throws {
    let folder = packageRoot.appendingPathComponent("Tests/CourseReaderTests/Passages")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".txt") }
    #expect(names.count > 50)
    for name in names {
      let text = SourceText(file: name, bytes: Array(try Data(contentsOf: folder.appendingPathComponent(name))))
      let reading = readChapter(text, name: name)
      #expect(try described(again(reading)) == described(reading), "\(name)")
    }
  }

  @Test func givesBackWhatFewChaptersHave() throws {
    let reading = chapter(
      """
      ---
      id: x
      title: ชื่อ
      number: 6
      ignore: [definition.is, spacing]
      objectives:
        - id: o-1
          text: อธิบายได้
          level: understand
          sections: [a]
      ---
      # เครือข่าย

      ## ก {#a}

      สมชาย ใจดี (2526) และ สมหญิง ใจงาม (2523) ให้ความหมายว่า เครือข่าย (network) หมายถึง สายใยของผู้คน (อ้างใน ประเวศ วะสี, 2541)

      เครือข่ายแตกต่างจากองค์กร

      องค์ประกอบมี 2 ประการ ได้แก่ 1) สมาชิก 2) จุดมุ่งหมาย

      ```dot
      digraph { a -> b }
      ```
      {#fig-1 caption="แผนภาพที่ 1 สองส่วน" alt="ก ไป ข"}

      > [!question] องค์ประกอบมีอะไรบ้าง {#q answers="#a"}
      >
      > - ใครว่าไว้

      > [!question] ก คืออะไร
      """)
    #expect(!reading.questions.isEmpty && !reading.figures.isEmpty && !reading.citations.isEmpty)
    #expect(try described(again(reading)) == described(reading))
  }

  @Test("what is cut short throws, whatever is left of it")
  func damaged() throws {
    var writer = PackWriter()
    writer.add(chapter("# บท\n\nPutnam (1993) กล่าวว่า เครือข่าย (network) คือ สายใยของผู้คน\n"))
    for count in 0..<writer.bytes.count {
      var reader = PackReader(Array(writer.bytes.prefix(count)))
      #expect(throws: PackReader.Damaged.self) { try reader.next() as ChapterReading }
    }
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<500 {
      var bytes = writer.bytes
      bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
      var reader = PackReader(bytes)
      _ = try? reader.next() as ChapterReading
    }
  }
}
