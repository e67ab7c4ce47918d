import Rendering
import CourseModel
import Foundation
import TestSupport
import Testing

@testable import QuizExporter

private let ladder = ["choice.a", "true.a", "essay.a"]

private func files(_ name: String, _ items: [QuizItem] = everyInteraction) throws -> (
  files: [String: [UInt8]], export: ExportedQuiz
) {
  let export = try #require(QuizFormats.named(name)).write(
    bank(items, ladder: ladder), .init(link: { "https://example.org/#\($0.id)" }))
  return (try ZipReader.files(export.bytes), export)
}

private func tree(_ name: String, _ files: [String: [UInt8]], _ suffix: String) throws -> XMLTree {
  try XMLTree.parse(#require(files.first { $0.key.hasSuffix(suffix) }?.value))
}

// MARK: - All packages

@Test("writes the same bytes twice, with names in UTF-8", arguments: ["canvas", "cc11", "anki", "h5p"])
func packageIsStable(_ name: String) throws {
  let format = try #require(QuizFormats.named(name))
  let first = try format.write(bank(everyInteraction, ladder: ladder), .init())
  #expect(try format.write(bank(everyInteraction, ladder: ladder), .init()).bytes == first.bytes)
  #expect(first.written + first.omitted.reduce(0) { $0 + $1.count } == everyInteraction.count)
  #expect(!format.isText)
}

@Test("writes an empty bank without breaking", arguments: QuizFormats.all.map(\.name))
func writesAnEmptyBank(_ name: String) throws {
  let export = try #require(QuizFormats.named(name)).write(QuizBank(title: "", language: .thai, categories: [], items: []), .init())
  #expect(export.written == 0 && export.omitted.isEmpty)
}

@Test("leaves out what cannot be answered, with a reason", arguments: QuizFormats.all.map(\.name).filter { $0 != "json" })
func leavesOutTheUnanswerable(_ name: String) throws {
  let broken = item(
    "broken", .choice(options: [.init(text: "ก", isKey: false, feedback: "")], isMultiple: false, isFixedOrder: false))
  let export = try #require(QuizFormats.named(name)).write(bank([broken]), .init())
  #expect(export.written == 0)
  #expect(export.omitted == [.init(reason: .notAnswerable, count: 1)])
}

// MARK: - Canvas

@Test func canvasHoldsEveryItemOnceInItsQuizAndByCategoryInItsBanks() throws {
  let (files, export) = try files("canvas")
  #expect(export.written == everyInteraction.count)
  let quiz = try tree("quiz", files, "/quiz-_________-\(StableID.short("เครือข่าย")).xml")
  #expect(quiz.descendants("item").count == everyInteraction.count)
  let banks = try files.filter { $0.key.hasSuffix(".xml.qti") }.map { try XMLTree.parse($0.value) }
  #expect(Set(banks.map { $0.descendants("item").count }) == [everyInteraction.count, ladder.count])
  // An identifier stands once in all banks, and the quiz refers to one that is there.
  let idents = banks.flatMap { $0.descendants("item").compactMap { $0.attributes["ident"] } }
  #expect(Set(idents).count == idents.count)
  for item in quiz.descendants("item") { #expect(idents.contains(field("assessment_question_identifierref", item) ?? "")) }
}

private func field(_ label: String, _ item: XMLTree) -> String? {
  item.descendants("qtimetadatafield").first { $0.value("fieldlabel") == label }?.value("fieldentry")
}

@Test func canvasNamesTypesPointsAndBanks() throws {
  let (files, _) = try files("canvas")
  let bankOfLadder = try #require(
    files.filter { $0.key.hasSuffix(".xml.qti") }.map { try XMLTree.parse($0.value) }.first { $0.descendants("item").count == 3 })
  #expect(field("bank_title", bankOfLadder) == "บทที่ 6 เครือข่าย/ฐานคิด › คำถามอภิปราย: แนวคิดมีอะไรบ้าง")
  #expect(
    bankOfLadder.descendants("item").map { field("question_type", $0) } == [
      "multiple_choice_question", "true_false_question", "essay_question",
    ])
  #expect(bankOfLadder.descendants("item").map { field("points_possible", $0) } == ["1", "1", "10"])
  let manifest = try tree("manifest", files, "imsmanifest.xml")
  #expect(manifest.descendants("resource").filter { $0.attributes["type"] == "imsqti_xmlv1p2" }.count == 1)
  for resource in manifest.descendants("resource") {
    for file in resource.all("file") { #expect(files[file.attributes["href"] ?? ""] != nil) }
  }
}

@Test func canvasScoresTheKeyAndSaysWhyEachOptionIsWrong() throws {
  let (files, _) = try files("canvas", [everyInteraction[0]])
  let item = try #require(try tree("bank", files, ".xml.qti").descendants("item").first)
  let labels = item.descendants("response_label")
  #expect(labels.map { $0.value("material", "mattext") } == ["สายใย", "ตาข่าย", "ความร่วมมือ", "ชุมชนแห่งสำนึก"])
  let scoring = item.descendants("respcondition").filter { $0["setvar"]?.text == "100" }
  #expect(scoring.map { $0.value("conditionvar", "varequal") } == [labels[2].attributes["ident"]])
  #expect(item.descendants("itemfeedback").count == 5)
  #expect(item.descendants("itemfeedback").last?.value("flow_mat", "material", "mattext") == "เพราะ ชุมชนแห่งสำนึก")
}

@Test func canvasKeepsMatchesAndGaps() throws {
  let items = everyInteraction.filter { ["match.a", "gaps.a", "typed-gaps.a"].contains($0.id) }
  let (files, _) = try files("canvas", items)
  let written = try tree("bank", files, ".xml.qti").descendants("item")
  #expect(written.map { $0.all("presentation")[0].all("response_lid").count } == [3, 2, 1])
  #expect(written[1].value("presentation", "material", "mattext")?.contains("เครือข่ายคือ[gap1]ของ[gap2]ทางสังคม") == true)
  #expect(written[0].descendants("setvar").map(\.text) == ["33.33", "33.33", "33.33"])
}

// MARK: - Common Cartridge

@Test(
  "a cartridge is valid against 1EdTech's schemas and its own manifest",
  .enabled(if: RealReader.has("qti_xsd_check.py", module: "lxml"), "needs ../shared and a Python with lxml"))
func isValidCartridge() throws {
  let export = CommonCartridge().write(bank(everyInteraction, ladder: ladder), .init())
  let schemas = try #require(SharedInputs.folder).appendingPathComponent("accept/quiz/schemas").path
  let outcome = try #require(
    try RealReader.check(
      "qti_xsd_check.py", module: "lxml", arguments: ["--schemas", schemas], files: [("bank.imscc", export.bytes)]))
  #expect(outcome.status == 0, "\(outcome.output)")
}

@Test func cartridgeHasOneBankAndAnAssessmentACategory() throws {
  let (files, export) = try files("cc11")
  let manifest = try tree("manifest", files, "imsmanifest.xml")
  let types = manifest.descendants("resource").compactMap { $0.attributes["type"] }
  #expect(types.filter { $0.hasSuffix("/question-bank") }.count == 1)
  #expect(types.filter { $0.hasSuffix("/assessment") }.count == 2)
  let bank = try XMLTree.parse(#require(files["question-bank/bank.xml"]))
  #expect(bank.descendants("item").count == export.written)
  #expect(bank.descendants("item").allSatisfy { field("cc_profile", $0)?.hasPrefix("cc.") == true })
  #expect(bank.descendants("item").allSatisfy { field("cc_question_category", $0)?.isEmpty == false })
  #expect(Set(export.omitted.map(\.reason)) == [.noMatching, .noOrdering, .noGaps])
}

// MARK: - Anki

@Test(
  "Anki imports every note, then none again, then a changed one as an update",
  .enabled(if: RealReader.has("anki_check.py", module: "anki"), "needs ../shared and a Python with anki"))
func ankiImports() throws {
  let first = try AnkiPackage().write(bank(everyInteraction, ladder: ladder), .init(link: { _ in "https://example.org/" }))
  var changed = everyInteraction
  changed[0].explanation = "แก้แล้ว"
  changed[0].stem = "เครือข่ายหมายถึงอะไร"
  let second = try AnkiPackage().write(bank(changed, ladder: ladder), .init(date: 1_700_086_400))
  let outcome = try #require(
    try RealReader.check(
      "anki_check.py", module: "anki", arguments: ["--json"],
      files: [("1.apkg", first.bytes), ("2.apkg", first.bytes), ("3.apkg", second.bytes)]))
  #expect(outcome.status == 0, "\(outcome.output)")
  let line = try #require(outcome.output.split(separator: "\n").last { $0.hasPrefix("{") })
  let steps = try JSONValue(Array(line.utf8))["steps"]?.array ?? []
  try #require(steps.count == 3)
  func log(_ step: Int, _ key: String) -> Double? { steps[step]["log"]?[key]?.number }
  let count = Double(everyInteraction.count)
  #expect(first.written == everyInteraction.count)
  #expect(log(0, "new") == count && log(0, "duplicate") == 0)
  #expect(log(1, "new") == 0 && log(1, "duplicate") == count && log(1, "updated") == 0)
  #expect(log(2, "new") == 0 && (log(2, "updated") ?? 0) >= 1)
  #expect(steps[2]["notes"]?.number == count)
  // Two gaps make two cards.
  #expect(steps[0]["cards"]?.number == count + 1)
  #expect(steps[0]["decks"]?["เครือข่าย::บทที่ 6 เครือข่าย/ฐานคิด"]?.number == count + 1)
  #expect(Set(steps[0]["notetypes"]?.names ?? []) == ["tamra basic", "tamra choice", "tamra cloze"])
}

extension JSONValue {
  fileprivate var names: [String] {
    if case .object(let members) = self { return members.map(\.name) }
    return []
  }
}

// MARK: - H5P

@Test func h5pNamesLibrariesAndStableIdentifiers() throws {
  let (files, export) = try files("h5p")
  let package = try JSONValue(#require(files["h5p.json"]))
  #expect(package["mainLibrary"]?.string == "H5P.QuestionSet")
  #expect(package["preloadedDependencies"]?.array.count == 6)
  let questions = try JSONValue(#require(files["content/content.json"]))["questions"]?.array ?? []
  #expect(questions.count == export.written)
  #expect(questions.first?["library"]?.string == "H5P.MultiChoice 1.16")
  #expect(questions.first?["subContentId"]?.string == NamedUUID.of("choice.a"))
  let answers = questions.first?["params"]?["answers"]?.array ?? []
  #expect(answers.map { $0["correct"]?.bool } == [false, false, true, false])
  #expect(answers.allSatisfy { $0["tipsAndFeedback"]?["chosenFeedback"]?.string?.hasPrefix("เพราะ") == true })
}

@Test func h5pHoldsAnEssayUnscoredWithItsModelAnswer() throws {
  let (files, export) = try files("h5p", everyInteraction.filter { $0.id == "essay.a" })
  #expect(export.written == 1)
  let content = try JSONValue(#require(files["content/content.json"]))
  let essay = try #require(content["questions"]?.array.first)
  #expect(essay["library"]?.string == "H5P.Essay 1.5")
  let params = try #require(essay["params"])
  #expect(params["taskDescription"]?.string?.contains("แนวคิดเกี่ยวกับเครือข่ายมีอะไรบ้าง") == true)
  #expect(params["taskDescription"]?.string?.contains("มีด้านใดบ้าง") == true)
  #expect(params["solution"]?["sample"]?.string?.contains("ครบประเด็น") == true)
  #expect(params["keywords"]?.array.map { $0["keyword"]?.string } == ["วัฒนธรรม", "อำนาจ", "การเรียนรู้"])
  #expect(params["behaviour"]?["ignoreScoring"]?.bool == true)
  let bare = item("bare", .essay(.init(outline: [], rubric: [], prompts: [])))
  #expect(H5PQuestionSet().write(bank([bare]), .init()).omitted.map(\.count) == [1])
}

@Test("no field of H5P holds markup of the text's, for players that show plain fields as HTML")
func h5pEscapesPlainFields() throws {
  let harm = "<img src=x onerror=a()>"
  let items = [
    item("a", choice([harm, "ข"]), stem: harm, explanation: harm, passage: harm),
    item("b", .trueFalse(isTrue: false, correction: harm), stem: harm, explanation: harm, passage: harm),
    item(
      "c", .match(pairs: [.init(left: harm, right: "<b>"), .init(left: "ข", right: "ค")], extra: ["<i>"]), stem: harm,
      explanation: harm),
    item("d", .order(["<b>1", "2", "3"]), stem: harm, explanation: harm),
    item(
      "e", .essay(.init(outline: [.init(text: harm, details: [harm])], rubric: [], prompts: [harm])), stem: harm, explanation: harm),
  ]
  let package = try ZipReader.files(H5PQuestionSet().write(bank(items), .init()).bytes)
  let content = String(decoding: try #require(package["content/content.json"]), as: UTF8.self)
  for line in content.split(separator: "\n") where !line.contains("\"title\":") {
    #expect(!line.contains("<img") && !line.contains("<b>") && !line.contains("<i>"), "\(line)")
  }
}

@Test func h5pMarksGapsAndLeavesOutItsOwnSigns() throws {
  let starred = item("starred", .shortAnswer(accepted: ["a*b"]))
  let (files, export) = try files("h5p", everyInteraction.filter { $0.id == "typed-gaps.a" } + [starred])
  let questions = try JSONValue(#require(files["content/content.json"]))["questions"]?.array ?? []
  #expect(questions.first?["params"]?["questions"]?.strings == ["<p>เครือข่ายคือ*สายใย*ทางสังคม</p>"])
  #expect(export.written == 1 && export.omitted.count == 1)
}
