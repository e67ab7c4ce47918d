import CourseModel
import Diagnostics
import Foundation
import QuizExporter
import QuizGenerator
import SheetExporter
import TestSupport
import Testing

@testable import TamraKit

private let chapter = """
  # บทที่ 1 ทุนทางสังคม {#capital}

  Putnam (1993) กล่าวว่า ทุนทางสังคม (social capital) คือ ลักษณะของสังคมที่ทำให้ผู้คนร่วมมือกันสะดวกขึ้น

  Bourdieu (1986) กล่าวว่า ทุนทางสังคม คือ ทรัพยากรที่บุคคลได้มาจากเครือข่ายของผู้ที่รู้จักและยอมรับกัน

  องค์ประกอบของทุนทางสังคมมี 3 ประการ ได้แก่

  1. **ความไว้วางใจ** (trust)
  2. **บรรทัดฐาน** (norm)
  3. **เครือข่าย** (network)

  > [!quiz] ข้อใด **ไม่ใช่** องค์ประกอบของทุนทางสังคม {#outsider level=apply pool=exam}
  > - [ ] ความไว้วางใจ
  >
  >   เป็นองค์ประกอบข้อแรก
  > - [x] เงินทุนสำรอง
  > - [ ] บรรทัดฐาน
  >
  > บทเรียนกล่าวไว้ 3 ประการ

  > [!quiz] ทุนทางสังคมตรงกับคำภาษาอังกฤษใด
  > ตอบ: social capital | ทุนสังคม
  """

private struct Course {
  let folder: ScratchFolder

  init(_ files: [String: String] = [:], chapter text: String = chapter) throws {
    folder = try ScratchFolder()
    try folder.put("Content/01-capital/chapter.md", text)
    for (name, text) in files { try folder.put(name, text) }
  }

  var request: CourseRequest {
    CourseRequest(
      course: folder.path, workingFolder: folder.path, executable: folder.path + "/bin/tamra", environment: ["PATH": ""], jobs: 2)
  }

  func load() throws -> LoadedCourse {
    try LoadedCourse(request.folder(), jobs: 1, console: Recorder().console)
  }

  func text(_ path: String) throws -> String {
    String(decoding: try FileReading.bytes(at: folder.path + "/" + path), as: UTF8.self)
  }

  func quiz(
    _ format: String = "json", pools: Set<QuizPool>? = nil, output: String? = nil, since: String? = nil, forms: FormRequest? = nil
  ) throws -> (status: Int32, output: String, messages: String) {
    let recorder = Recorder()
    let status = try QuizAction(
      request, format: format, pools: pools, output: output.map { folder.path + "/" + $0 },
      since: since.map { folder.path + "/" + $0 }, forms: forms, today: "2569-11-22"
    ).run(recorder.console)
    return (status, recorder.output, recorder.messages)
  }
}

// MARK: - quiz.yml

@Test func readsSharePoolBlueprintAndCover() throws {
  let course = try Course([
    "Content/quiz.yml": """
    exam-share: 50
    pool: exam
    university: มหาวิทยาลัยทดสอบ
    time: 2 ชั่วโมง
    instructions: [ตอบทุกข้อ, ห้ามเปิดตำรา]
    blueprint:
      - {chapter: 01-capital, remember: 2, understand: 1}
      - {concept: social-capital, items: 3}
    """
  ])
  let loaded = try course.load()
  let settings = loaded.quizSettings
  #expect(!loaded.diagnostics.contains { $0.id == "unknown-blueprint-row" })
  #expect(settings.options.examShare == 0.5 && settings.pools == [.exam])
  #expect(settings.cover.university == "มหาวิทยาลัยทดสอบ" && settings.cover.instructions == ["ตอบทุกข้อ", "ห้ามเปิดตำรา"])
  #expect(settings.blueprint.rows.map(\.count) == [2, 1, 3])
  #expect(settings.blueprint.rows[0].cell == .init(subject: .chapter("01-capital"), level: .remember))
}

@Test func saysWhatIsWrongWithABlueprint() throws {
  let course = try Course([
    "Content/quiz.yml": """
    pool: everyone
    blueprint:
      - {objective: obj-none, remember: 2}
      - {remember: 2}
      - {chapter: 01-capital, remember: many}
    """
  ])
  let found = try course.load().diagnostics.filter { $0.span?.file == "Content/quiz.yml" }
  #expect(found.map(\.id).sorted() == ["blueprint-subject", "unknown-blueprint-row", "yaml-type", "yaml-type"])
  #expect(found.first { $0.id == "unknown-blueprint-row" }?.span?.range.lowerBound == 30)
}

// MARK: - Hand-written items

@Test func handWrittenItemsJoinTheBank() throws {
  let course = try Course()
  let bank = try BankReader.read(Array(course.quiz(pools: [.practice, .exam]).output.utf8))
  let outsider = try #require(bank.items.first { $0.id == "authored.01-capital.outsider" })
  #expect(outsider.stem == "ข้อใด ไม่ใช่ องค์ประกอบของทุนทางสังคม" && outsider.emphasis == ["ไม่ใช่"])
  #expect(outsider.pool == .exam && outsider.level == .apply && outsider.explanation == "บทเรียนกล่าวไว้ 3 ประการ")
  guard case .choice(let options, false, false) = outsider.interaction else { return #expect(Bool(false)) }
  #expect(options.map(\.isKey) == [false, true, false] && options[0].feedback == "เป็นองค์ประกอบข้อแรก")
  let typed = try #require(bank.items.first { $0.kind == "authored" && $0.id != outsider.id })
  #expect(typed.interaction == .shortAnswer(accepted: ["social capital", "ทุนสังคม"]) && typed.pool == .practice)
}

/// Neither in banks, pages and sheets, nor in the book, whose files stand in it as they are.
@Test func examItemsNeverReachThePublicFolder() throws {
  try expectHidden(["เงินทุนสำรอง"], in: Course(everything))
}

@Test func whatAnItemSaysIsNothingTheChapterSays() throws {
  let nested = """


    - รายการหนึ่ง

      > [!quiz] Lin (2001) นิยามว่า ทุนลับเฉพาะ (secret capital) หมายถึงสิ่งใด {pool=exam}
      > - [ ] ทุนที่เห็นได้
      > - [x] ทุนที่ปกปิดไว้
      >
      > ทุนปกปิด (veiled capital) คือ ทุนที่ไม่มีใครเห็น
    """
  let course = try Course(everything, chapter: chapter + nested)
  try expectHidden(["เงินทุนสำรอง", "ลับเฉพาะ", "secret capital", "ปกปิด", "veiled"], in: course)
  #expect(try course.load().course.citations.map(\.text) == ["Putnam (1993)", "Bourdieu (1986)"])
}

/// Every kind of output there is.
private let everything = [
  "Site/site.yml": """
  banks: [\(QuizFormats.all.map(\.name).joined(separator: ", "))]
  sheets: [\(sheetKinds.map(\.id).joined(separator: ", ")), book]
  downloads: [chapters, site]
  """
]

private func expectHidden(_ secrets: [String], in course: Course) throws {
  #expect(try BuildAction(course.request).run(Recorder().console) == 0)
  let base = course.folder.path + "/Site/public"
  let paths = try FileManager.default.subpathsOfDirectory(atPath: base)
  #expect(
    paths.contains { $0.hasSuffix(".epub") } && paths.contains { $0.hasSuffix("-chapter.html") }
      && paths.contains { $0.hasSuffix(".zip") })
  for path in paths {
    guard let data = FileManager.default.contents(atPath: base + "/" + path) else { continue }
    for secret in secrets { #expect(data.range(of: Data(secret.utf8)) == nil, "\(secret) in \(path)") }
  }
  let hidden = try course.text("Site/instructor/quiz/json-exam.json")
  for secret in secrets where secret.utf8.first == 0xE0 { #expect(hidden.contains(secret), "\(secret)") }
}

@Test func reportsHandWrittenItemsThatCannotBeAnsweredOrAreFlawed() throws {
  let text =
    chapter + """


      > [!quiz] ข้อใดถูก
      > - [ ] ก
      > - [ ] ข

      > [!quiz] ข้อใดถูกต้อง
      > - [x] ถูกทุกข้อ
      > - [ ] สายใย
      > - [ ] ตาข่าย

      > [!quiz] ถามไว้เฉย ๆ
      """
  let course = try Course(chapter: text)
  let found = try course.load().diagnostics.filter { $0.id.hasPrefix("quiz-") || $0.id.hasPrefix("item-") }
  #expect(found.map(\.id).sorted() == ["item-all-or-none", "quiz-no-answer", "quiz-no-key"])
  #expect(found.allSatisfy { $0.span?.file == "Content/01-capital/chapter.md" })
}

// MARK: - Forms and deliveries

@Test func writesFormsWithKeyAndSpecification() throws {
  let course = try Course()
  let made = try course.quiz(
    "gift", pools: [.practice, .exam], output: "forms", forms: FormRequest(count: 2, items: 3, seed: 2569))
  #expect(made.status == 0, "\(made.messages)")
  let forms = try (1...2).map { try course.text("forms/form-\($0).gift") }
  #expect(forms.allSatisfy { $0.contains("{") } && forms[0] != forms[1])
  let key = try course.text("forms/key.csv").split(separator: "\r\n")
  #expect(key.count == 7 && key[1].hasPrefix("1,1,"))
  #expect(try course.text("forms/specification.csv").contains("รวม,,,3,3"))
  #expect(try course.quiz("gift", output: "again", forms: FormRequest(count: 2, items: 300)).status == 1)
}

@Test func deliversChangesInADatedCategoryAndListsWhatToRetire() throws {
  let course = try Course()
  _ = try course.quiz(pools: [.practice, .exam], output: "old.json")
  try course.folder.put(
    "Content/01-capital/chapter.md", chapter.replacingOccurrences(of: "ตอบ: social capital | ทุนสังคม", with: "ตอบ: social capital"))
  let made = try course.quiz("moodle", pools: [.practice, .exam], since: "old.json")
  #expect(made.output.contains("$course$/top/2569-11-22/"))
  #expect(made.messages.contains("0 new and 1 changed") && made.messages.contains("to be retired: authored.01-capital."))
  #expect(throws: Failure.self) { try course.quiz(since: "Content/01-capital/chapter.md") }
}

@Test func deckAgesWithTheCourseAndObeysTheSourceDate() throws {
  let course = try Course()
  let loaded = try course.load()
  #expect(BankOutput(loaded: loaded, environment: [:]).date == loaded.changed && loaded.changed > 1_600_000_000)
  #expect(BankOutput(loaded: loaded, environment: ["SOURCE_DATE_EPOCH": "1700000000"]).date == 1_700_000_000)
}
