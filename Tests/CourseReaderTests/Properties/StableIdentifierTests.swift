import CourseModel
import Diagnostics
import TestSupport
import Testing

@testable import CourseReader

/// Identifiers of records that nobody touched, whatever happens around them (records.md).
@Suite struct StableIdentifiers {
  /// One section with one record of each kind, all of its own words.
  private func section(_ n: Int) -> (heading: String, body: String) {
    (
      "หัวข้อ\(thai(n))",
      """
      สมชาย ใจ\(thai(n)) (25\(40 + n)) กล่าวว่า แนวคิด\(thai(n)) (concept \(n)) คือ ความเข้าใจเรื่องที่\(thai(n))ของผู้เรียนทุกคน

      องค์ประกอบของแนวคิด\(thai(n))มี 2 ประการ ได้แก่

      1. **ความรู้\(thai(n))** (knowledge \(n))
      2. **ทักษะ\(thai(n))** (skill \(n))

      > [!question] แนวคิด\(thai(n))สำคัญอย่างไร

      """
    )
  }

  private func thai(_ n: Int) -> String {
    let letters = Array("กขคงจชซญดตถทธนบปผพภมยรลวสหอฮ".unicodeScalars)
    return String(Character(letters[n % letters.count])) + "า" + String(Character(letters[(n / letters.count) % letters.count]))
      + "ู"
  }

  private func markdown(_ sections: [(heading: String, body: String)]) -> String {
    "# บทที่ 1 รวมแนวคิด\n\n" + sections.map { "## \($0.heading)\n\n\($0.body)" }.joined(separator: "\n")
  }

  /// Every record by its words: kind and text → identifier.
  private func identifiers(_ markdown: String) -> [String: String] {
    let course = resolveCourse([chapter(markdown)]).course
    var found: [String: String] = [:]
    for x in course.concepts { found["concept " + x.term] = x.id.text }
    for x in course.definitions { found["definition " + x.statement] = x.id.text }
    for x in course.citations { found["citation " + x.text] = x.id.text }
    for x in course.works { found["work \(x.authors.map(\.name)) \(x.year?.printed ?? "")"] = x.id.text }
    for x in course.people { found["person " + x.name] = x.id.text }
    for x in course.enumerations { found["list " + x.title] = x.id.text }
    for x in course.questions { found["question " + x.text] = x.id.text }
    for x in course.sections { found["section " + x.title] = x.id.text }
    return found
  }

  private func untouched(_ before: [String: String], in after: [String: String], except changed: Set<String> = []) {
    for (record, id) in before where !changed.contains(record) { #expect(after[record] == id, "\(record)") }
  }

  private let base = (0..<10)

  @Test func stayWhenTwentySectionsAreInserted() {
    let old = base.map(section)
    let before = identifiers(markdown(old))
    #expect(before.count >= 10 * 9)
    for seed in UInt64(1)...5 {
      var generator = SeededGenerator(seed: seed)
      var sections = old
      for n in 10..<30 { sections.insert(section(n), at: Int(generator.next() % UInt64(sections.count + 1))) }
      untouched(before, in: identifiers(markdown(sections)))
    }
  }

  @Test func stayWhenTwentySectionsAreMoved() {
    let old = (0..<20).map(section)
    let before = identifiers(markdown(old))
    for seed in UInt64(1)...5 {
      var generator = SeededGenerator(seed: seed)
      untouched(before, in: identifiers(markdown(old.shuffled(using: &generator))))
    }
  }

  @Test func stayWhenTwentySectionsAreRetitled() {
    let old = (0..<20).map(section)
    let before = identifiers(markdown(old))
    let retitled = old.enumerated().map { ("ชื่อใหม่\(thai($0.offset + 40))", $0.element.body) }
    untouched(before, in: identifiers(markdown(retitled)), except: Set(old.map { "section " + $0.heading }))
  }

  @Test func areUniqueAcrossKinds() {
    let ids = identifiers(markdown((0..<30).map(section))).values
    #expect(Set(ids).count == ids.count)
  }
}
