import Diagnostics
import Foundation
import Glibc
import TestSupport
import Testing

@testable import TamraKit

/// A course of several chapters that speak of each other, built again and again into one folder.
private struct Edited {
  let scratch: ScratchFolder
  var root: String { scratch.path }

  init() throws {
    scratch = try ScratchFolder()
    for (name, text) in Self.chapters { try put("Content/\(name)/chapter.md", text) }
  }

  static let chapters: [(String, String)] = [
    (
      "01-network",
      """
      # บทที่ 1 เครือข่าย

      ## ความหมาย

      Putnam (1993) กล่าวว่า **เครือข่าย** (network) คือ สายใยของผู้คนที่ไว้วางใจกันและกัน

      ทุนทางสังคมมีอยู่ในเครือข่ายทุกแห่ง ดู [บทที่สอง](../02-capital/chapter.md)

      ## องค์ประกอบของเครือข่าย

      องค์ประกอบของเครือข่ายมี 3 ประการ ได้แก่

      1. **สมาชิก** คนที่เข้าร่วม
      2. **จุดมุ่งหมาย** สิ่งที่หวังร่วมกัน
      3. **การเรียนรู้** สิ่งที่ได้จากกัน

      > [!question] เครือข่ายมีองค์ประกอบอะไรบ้าง
      """
    ),
    (
      "02-capital",
      """
      # บทที่ 2 ทุนทางสังคม

      ## นิยาม

      สมชาย ใจดี (2541) ให้ความหมายว่า **ทุนทางสังคม** (social capital) หมายถึง ความไว้วางใจที่คนในชุมชนมีต่อกัน

      Coleman (1988) กล่าวว่า **ทุนทางสังคม** คือ ทรัพยากรที่เกิดจากความสัมพันธ์ (อ้างใน สมชาย ใจดี, 2541)

      > [!question] ทุนทางสังคมคืออะไร
      """
    ),
    (
      "03-community",
      """
      # บทที่ 3 ชุมชน

      ## ชุมชนเข้มแข็ง

      สมชาย ใจดี (2541) กล่าวว่า **ชุมชนเข้มแข็ง** (strong community) หมายถึง ชุมชนที่แก้ปัญหาของตนได้ด้วยเครือข่าย

      วัฒนธรรมชุมชนเป็นฐานของทุกอย่าง
      """
    ),
    ("04-plain", "# บทที่ 4 ส่งท้าย\n\n## สรุป\n\nบทนี้ไม่มีนิยามใด กล่าวเพียงว่าทุกอย่างเกี่ยวข้องกัน\n"),
  ]

  func put(_ path: String, _ text: String) throws {
    try scratch.put(path, text)
    var times = [timeval(tv_sec: time(nil) - 100, tv_usec: 0), timeval(tv_sec: time(nil) - 100, tv_usec: 0)]
    utimes(root + "/" + path, &times)
  }

  func text(_ path: String) -> String? {
    FileManager.default.contents(atPath: root + "/" + path).map { String(decoding: $0, as: UTF8.self) }
  }

  func change(_ name: String, _ old: String, _ new: String) throws {
    let path = "Content/\(name)/chapter.md"
    let text = try #require(self.text(path))
    #expect(text.contains(old))
    try put(path, text.replacing(old, with: new))
  }

  func build(output: String? = nil, cache: String? = nil, kept: KeptReadings? = nil) throws -> BuildAction.Result {
    try BuildAction(
      CourseRequest(course: root, workingFolder: root, executable: root + "/bin/tamra", environment: ["PATH": ""], jobs: 2),
      output: output, cache: cache
    ).build(Recorder().console, kept: kept)
  }

  /// The first path at which the output differs from that of a clean build; nil where they are alike.
  func difference() throws -> String? {
    let clean = try ScratchFolder()
    let result = try build(output: clean.path + "/out", cache: clean.path + "/cache")
    let (a, b) = (root + "/Site/public", result.publicFolder)
    let paths = Set(try FileManager.default.subpathsOfDirectory(atPath: a))
      .union(try FileManager.default.subpathsOfDirectory(atPath: b))
    return paths.sorted().first {
      FileManager.default.contents(atPath: a + "/" + $0) != FileManager.default.contents(atPath: b + "/" + $0)
    }
  }
}

@Suite struct StandingPages {
  @Test("a sentence that no record is read from makes one chapter's pages again, and no others but lists that show all")
  func prose() throws {
    let course = try Edited()
    let all = try course.build().made
    try course.change("04-plain", "## สรุป\n", "## สรุป\n\nประโยคใหม่ที่เลื่อนทุกอย่างข้างหลังไป\n")
    let again = try course.build()
    #expect(again.made == 1, "of \(all)")
    #expect(try course.difference() == nil)
  }

  @Test("a definition put in makes again what shows its concept, its author and the lists")
  func definition() throws {
    let course = try Edited()
    try course.put("Site/site.yml", "practice: false\n")
    let all = try course.build().made
    try course.change("04-plain", "## สรุป\n", "## สรุป\n\nPutnam (1993) กล่าวว่า **เครือข่าย** คือ คนที่ช่วยเหลือกัน\n")
    let again = try course.build()
    #expect(again.made > 3 && again.made < all, "\(again.made) of \(all)")
    #expect(try course.difference() == nil)
  }

  @Test("a new term is found in chapters that had its words all along, a lost one is no longer linked in them")
  func terms() throws {
    let course = try Edited()
    try course.put("Site/site.yml", "practice: false\n")
    _ = try course.build()
    let sentence = "\n\nประเวศ วะสี (2540) กล่าวว่า **วัฒนธรรมชุมชน** หมายถึง วิถีชีวิตร่วมกันของคนในชุมชน\n"
    try course.change("04-plain", "เกี่ยวข้องกัน", "เกี่ยวข้องกัน" + sentence)
    _ = try course.build()
    let page = try #require(course.text("Site/public/chapters/03-community.html"))
    #expect(page.components(separatedBy: "concepts/").count > 2)
    #expect(try course.difference() == nil)
    try course.change("04-plain", sentence, "")
    _ = try course.build()
    #expect(try course.difference() == nil)
  }

  @Test("what stands is put back where somebody changed or deleted it")
  func tampering() throws {
    let course = try Edited()
    _ = try course.build()
    let page = course.root + "/Site/public/concepts"
    for name in try FileManager.default.contentsOfDirectory(atPath: page) {
      try FileManager.default.removeItem(atPath: page + "/" + name)
    }
    try Data("x".utf8).write(to: URL(fileURLWithPath: course.root + "/Site/public/search/text-0.js"))
    try course.change("04-plain", "ทุกอย่างเกี่ยวข้องกัน", "ทุกอย่างเกี่ยวข้องกันดี")
    _ = try course.build()
    #expect(try course.difference() == nil)
  }

  @Test("a memory of pages or readings that is damaged, gone or another build's does no harm", arguments: ["pages", "readings"])
  func damaged(folder: String) throws {
    let course = try Edited()
    let all = try course.build().made
    let path = course.root + "/.tamra/" + folder
    let file = path + "/" + (try #require(try FileManager.default.contentsOfDirectory(atPath: path).first))
    let whole = try FileReading.bytes(at: file)
    var generator = SeededGenerator(seed: 9)
    for turn in 0..<4 {
      var bytes = try FileReading.bytes(at: file)
      if turn == 0 {
        try FileManager.default.removeItem(atPath: file)
      } else {
        if turn == 1 { bytes = Array(bytes.dropLast()) } else { bytes[Int.random(in: bytes.indices, using: &generator)] ^= 1 }
        if turn == 3 { bytes = whole }
        try Data(bytes).write(to: URL(fileURLWithPath: file))
      }
      try course.change("04-plain", "## สรุป\n", "## สรุป\n\nประโยคใหม่ \(turn)\n")
      let made = try course.build().made
      if folder == "pages" { #expect(made == all) }
      #expect(try course.difference() == nil)
    }
  }

  @Test("a page memory is given back as it was")
  func roundTrip() throws {
    let course = try Edited()
    _ = try course.build()
    let path = course.root + "/.tamra/pages"
    let bytes = try FileReading.bytes(
      at: path + "/" + (try #require(try FileManager.default.contentsOfDirectory(atPath: path).first)))
    let memory = try #require(PageMemory(bytes))
    var again: [UInt8] = []
    memory.encode { again += $0 }
    #expect(again == bytes)
    #expect(memory.units.count > 10 && memory.search.pages.count > 10)
    for count in stride(from: 0, to: bytes.count, by: 997) { #expect(PageMemory(Array(bytes.prefix(count))) == nil) }
  }

  /// The property the memory of pages lives by. `EDITS=300 swift test --filter StandingPages` tries more.
  @Test("after any edits the output is that of a clean build", arguments: [1, 2])
  func anyEdits(seed: Int) throws {
    let course = try Edited()
    let kept = seed == 2 ? KeptReadings() : nil
    var generator = SeededGenerator(seed: UInt64(seed) * 7919)
    var author = Author(course: course, generator: SeededGenerator(seed: UInt64(seed)))
    var made = 0
    var all = 0
    let edits = ProcessInfo.processInfo.environment["EDITS"].flatMap { Int($0) } ?? 16
    for turn in 0..<edits {
      let said = try author.edit()
      // Sometimes several before a build.
      if Int.random(in: 0..<4, using: &generator) == 0 { continue }
      let result = try course.build(kept: kept)
      made += result.made
      all += result.summary.written + result.summary.unchanged
      let difference = try course.difference()
      #expect(difference == nil, "\(difference ?? "") after edit \(turn): \(said)")
      if difference != nil { return }
    }
    #expect(made < all)
  }
}

/// Edits as authors make them, at random.
private struct Author {
  let course: Edited
  var generator: SeededGenerator

  private static let terms = ["เครือข่าย", "ทุนทางสังคม", "ชุมชนเข้มแข็ง", "วัฒนธรรมชุมชน", "การเรียนรู้", "จุดมุ่งหมาย", "ประชาสังคม", "สมาชิก"]
  private static let people = ["Putnam", "สมชาย ใจดี", "Coleman", "ประเวศ วะสี", "อมรา พงศาพิชญ์", "Castells"]
  private static let english = ["network", "social capital", "civil society", "strong community", "learning"]

  /// What was done.
  mutating func edit() throws -> String {
    let names = ["01-network", "02-capital", "03-community", "04-plain", "05-new", "06-other"]
    let name = pick(names)
    let path = "Content/\(name)/chapter.md"
    guard let text = course.text(path) else {
      try course.put(path, "# บทที่ \(number(9)) \(pick(Self.terms))\n\n## ความหมาย\n\n\(paragraph())\n")
      return "new \(name)"
    }
    var blocks = text.components(separatedBy: "\n\n")
    let place = 1 + number(max(1, blocks.count))
    switch number(16) {
    case 0:
      try FileManager.default.removeItem(atPath: course.root + "/Content/" + name)
      if try FileManager.default.contentsOfDirectory(atPath: course.root + "/Content").count < 3 {
        try course.put(path, text)
        return "nothing"
      }
      return "deleted \(name)"
    case 1:
      try course.put(
        "Content/course.yml", "title: วิชาที่ \(number(3))\n" + (number(2) == 0 ? "authors: [อาจารย์ \(number(2))]\n" : ""))
      return "course.yml"
    case 2:
      try course.put(
        "Content/references.yml",
        "- id: putnam\n  title: Bowling \(number(3))\n  author: [{family: Putnam, given: Robert}]\n  issued: {date-parts: [[1993]]}\n"
      )
      return "references.yml"
    case 3:
      try course.put("Site/site.yml", number(2) == 0 ? "practice: false\n" : "downloads: [chapters]\n")
      return "site.yml"
    case 4:
      let (old, new) = (pick(Self.terms), pick(Self.terms))
      try course.put(path, text.replacing(old, with: new))
      return "\(old) is \(new) in \(name)"
    case 5 where blocks.count > 2:
      blocks.remove(at: min(place, blocks.count - 1))
      try course.put(path, blocks.joined(separator: "\n\n"))
      return "paragraph \(place) of \(name) deleted"
    case 6 where blocks.count > 3:
      blocks.swapAt(1 + number(blocks.count - 1), 1 + number(blocks.count - 1))
      try course.put(path, blocks.joined(separator: "\n\n"))
      return "paragraphs of \(name) swapped"
    case 7:
      try course.put(path, text)
      return "\(name) touched"
    case 8:
      try course.put(path, text.replacing("# บทที่", with: "# บทที่ \(number(9))", maxReplacements: 1))
      return "number of \(name)"
    default:
      let block = paragraph()
      blocks.insert(block, at: min(place, blocks.count))
      try course.put(path, blocks.joined(separator: "\n\n"))
      return "put into \(name): \(block)"
    }
  }

  private mutating func paragraph() -> String {
    let (term, other, person) = (pick(Self.terms), pick(Self.terms), pick(Self.people))
    let year = person.utf8.first == 0xE0 ? 2540 + number(3) : 1990 + number(3)
    switch number(9) {
    case 0: return "\(person) (\(year)) กล่าวว่า **\(term)** (\(pick(Self.english))) คือ สิ่งที่ \(other) ทำให้เกิดขึ้น"
    case 1: return "**\(term)** หมายถึง ความร่วมมือของคนใน\(other) (\(person), \(year))"
    case 2: return "## \(term)และ\(other)"
    case 3: return "\(term)มี 2 ประการ ได้แก่\n\n1. **\(pick(Self.terms))** อย่างแรก\n2. **\(pick(Self.terms))** อย่างที่สอง"
    case 4: return "> [!question] \(term)สำคัญอย่างไร"
    case 5: return "ข้อความที่กล่าวถึง\(term)และ\(other)ตามที่เห็นทั่วไป ดู [บท](../03-community/chapter.md)"
    case 6: return "> [!quiz] \(term)คืออะไร\n>\n> - [x] \(other)\n> - [ ] อื่น"
    case 7: return "ดังที่กล่าวไว้ [@putnam] และ (\(person), \(year); \(pick(Self.people)), 2541)"
    default: return "ประโยคธรรมดาที่ไม่มีอะไรให้อ่าน \(number(100))"
    }
  }

  private mutating func number(_ count: Int) -> Int { Int.random(in: 0..<max(1, count), using: &generator) }
  private mutating func pick(_ list: [String]) -> String { list.randomElement(using: &generator) ?? "" }
}
