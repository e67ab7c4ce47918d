import CourseModel
import Testing

@testable import QuizExporter

private func moodle(_ items: [QuizItem], ladder: [String] = [], _ options: QuizWritingOptions = .init()) throws -> [XMLTree] {
  try XMLTree.parse(MoodleXML().write(bank(items, ladder: ladder), options).bytes).all("question")
}

private func questions(_ nodes: [XMLTree]) -> [XMLTree] { nodes.filter { $0.attributes["type"] != "category" } }

/// Moodle's list: any other number stops the whole import.
private let fractions: Set<String> = {
  let positive = [
    "100", "90", "83.33333", "80", "75", "70", "66.66667", "60", "50", "40", "33.33333", "30", "25", "20", "16.66667", "14.28571",
    "12.5",
    "11.11111", "10", "5",
  ]
  return Set(positive + positive.map { "-" + $0 } + ["0"])
}()

@Test func writesEveryInteractionAsAMoodleType() throws {
  let types = questions(try moodle(everyInteraction)).compactMap { $0.attributes["type"] }
  #expect(
    types == [
      "multichoice", "multichoice", "multichoice", "truefalse", "truefalse", "matching", "matching", "shortanswer", "gapselect",
      "cloze",
      "essay", "multichoice",
    ])
}

@Test func usesOnlyFractionsMoodleKnows() throws {
  for question in questions(try moodle(everyInteraction)) {
    for answer in question.all("answer") { #expect(fractions.contains(answer.attributes["fraction"] ?? "none")) }
  }
}

@Test func givesEachChoiceQuestionWhatTheImporterDemands() throws {
  for question in questions(try moodle(everyInteraction)) where question.attributes["type"] == "multichoice" {
    #expect(question.all("answer").count >= 2)
    #expect(question.value("answernumbering") == "none")
    #expect(question["single"] != nil && question["shuffleanswers"] != nil)
    if question.value("single") == "true" {
      #expect(question.all("answer").filter { $0.attributes["fraction"] == "100" }.count == 1)
    }
  }
}

@Test func namesAreThereAndShort() throws {
  let long = item("long.a", choice(["ก", "ข"]), stem: String(repeating: "เครือข่าย ", count: 80))
  for question in questions(try moodle(everyInteraction + [long])) {
    let name = try #require(question.value("name", "text"))
    #expect(!name.isEmpty && name.unicodeScalars.count <= 255)
  }
}

@Test func carriesHostileTextWhole() throws {
  let question = try #require(questions(try moodle([everyInteraction[everyInteraction.count - 1]])).first)
  let html = try #require(question.value("questiontext", "text"))
  #expect(html.contains("a&lt;b &amp; &quot;c&quot; ]]&gt; -&gt; {x}"))
  #expect(!html.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  #expect(question.all("answer").count == 3)
  #expect(question.all("answer")[2].value("text") == "ค<br/>บรรทัดใหม่")
}

@Test func doublesSlashesInCategoryTitles() throws {
  let nodes = try moodle([everyInteraction[0]])
  #expect(nodes[0].value("category", "text") == "$course$/top/บทที่ 6 เครือข่าย//ฐานคิด")
}

@Test func givesADiscussionQuestionItsOwnCategoryInLadderOrder() throws {
  let nodes = try moodle(everyInteraction, ladder: ["true.a", "choice.a", "essay.a"])
  let start = try #require(nodes.lastIndex { $0.attributes["type"] == "category" })
  #expect(nodes[start].value("category", "text") == "$course$/top/บทที่ 6 เครือข่าย//ฐานคิด/คำถามอภิปราย: แนวคิดมีอะไรบ้าง")
  let names = nodes[(start + 1)...].compactMap { $0.value("name", "text") }
  #expect(names.map { String($0.prefix(2)) } == ["1.", "2.", "3."])
  let ids = nodes.compactMap { $0.value("idnumber") }
  #expect(Set(ids).count == ids.count)
  #expect(ids.allSatisfy { $0.unicodeScalars.count <= 100 })
}

@Test func quotesThePassageAndLinksToIt() throws {
  let options = QuizWritingOptions(link: { item in "https://example.org/#" + (item.passage?.record.text ?? "") })
  let question = try #require(questions(try moodle([everyInteraction[0]], options)).first)
  let feedback = try #require(question.value("generalfeedback", "text"))
  #expect(feedback.contains("<blockquote><p>สายใยของความสัมพันธ์</p></blockquote>"))
  #expect(feedback.contains("href=\"https://example.org/#network.schuler\""))
}

@Test func acceptsTheSpellingsThaiLearnersType() throws {
  let question = try #require(questions(try moodle([item("s", .shortAnswer(accepted: ["น้ำใจ*"]))])).first)
  let answers = question.all("answer").compactMap { $0.value("text") }
  #expect(answers[0] == "น้ำใจ\\*")
  #expect(answers.contains { $0.unicodeScalars.contains("\u{0E4D}") })
  #expect(question.all("answer").allSatisfy { $0.attributes["fraction"] == "100" })
}

@Test func numbersGapsAcrossTheirGroups() throws {
  let question = try #require(questions(try moodle([everyInteraction[8]])).first)
  let html = try #require(question.value("questiontext", "text"))
  #expect(html.contains("เครือข่ายคือ[[1]]ของ[[4]]ทางสังคม"))
  #expect(question.all("selectoption").compactMap { $0.value("group") } == ["1", "1", "1", "2", "2"])
}

@Test func escapesEmbeddedAnswers() {
  #expect(Cloze.gap(.init(accepted: ["a}b~c"], distractors: ["d/e"])) == "{1:MULTICHOICE:=a\\}b\\~c~d\\/e}")
}

@Test func leavesOutWhatCannotBeAnsweredAndSaysSo() {
  let export = MoodleXML().write(bank([item("bad", choice(["เดียว"])), everyInteraction[0]]), .init())
  #expect(export.written == 1)
  #expect(export.omitted == [.init(reason: .notAnswerable, count: 1)])
}

@Test func setsTheNegativeWordOff() throws {
  let question = try #require(questions(try moodle([everyInteraction[2]])).first)
  #expect(question.value("questiontext", "text") == "<p>ข้อใด<strong>ไม่ใช่</strong>องค์ประกอบ</p>")
}

@Test func writesTheSameBytesAgain() {
  let first = MoodleXML().write(bank(everyInteraction, ladder: ["choice.a"]), .init()).bytes
  #expect(MoodleXML().write(bank(everyInteraction, ladder: ["choice.a"]), .init()).bytes == first)
}
