import CourseModel
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import QuizAnalysis

func item(_ id: String, _ interaction: Interaction, stem: String) -> QuizItem {
  QuizItem(
    id: id, kind: "test", level: .remember, difficulty: 0.5, stem: stem, interaction: interaction, explanation: "", passage: nil,
    records: [], chapter: .init("a"), section: nil)
}

func choice(_ texts: [String], key: Int = 0, isMultiple: Bool = false) -> Interaction {
  .choice(
    options: texts.enumerated().map { .init(text: $1, isKey: $0 == key, feedback: "") }, isMultiple: isMultiple, isFixedOrder: false
  )
}

let bank = QuizBank(
  title: "คลัง", language: .thai, categories: [],
  items: [
    item("q.one", choice(["สายใย", "ตาข่าย", "ร่างแห", "โหนด"]), stem: "เครือข่ายคือ “อะไร”"),
    item("q.two", .shortAnswer(accepted: ["น้ำใจ"]), stem: "ข้อใดคือคำตอบที่พิมพ์"),
    item("q.three", .trueFalse(isTrue: false, correction: ""), stem: "ชุมทางคือ hub ใช่หรือไม่"),
  ])

func read(_ csv: String, bank: QuizBank = bank) -> (sheet: ResponseSheet?, diagnostics: [Diagnostic]) {
  ResponseReading.read(SourceText(file: "r.csv", csv), bank: bank)
}

func scores(_ sheet: ResponseSheet?) -> [[Double?]] { sheet?.columns.map { $0.answers.map(\.score) } ?? [] }

// MARK: - Hostile files

@Test("quotation marks behind a long cell, columns by the hundred thousand: as long as their bytes, and no longer")
func readsHostileTablesInLinearTime() {
  let clock = ContinuousClock()
  let spaces = "student,1,2\n" + String(repeating: " ", count: 200_000) + "x" + String(repeating: "\"", count: 200_000) + "\n"
  #expect(clock.measure { _ = read(spaces) } < .seconds(5))
  let wide =
    (1...10_000).map { "Response \($0),Right answer \($0),Question \($0)" }.joined(separator: ",") + "\n"
    + String(repeating: "ก\n", count: 3_000)
  var found: (sheet: ResponseSheet?, diagnostics: [Diagnostic])?
  #expect(clock.measure { found = read(wide) } < .seconds(20))
  #expect(found?.sheet == nil)
  #expect(found?.diagnostics.map(\.id) == ["too-many-responses"])
}

@Test func opensAQuotedCellBehindSpacesAlone() {
  let table = DelimitedTable(SourceText(file: "r.csv", "a,  \"b,c\" ,d\"e,\" \"\"f\n"))
  #expect(table.rows.map { $0.map(\.text) } == [["a", "b,c", "d\"e", "\"f"]] || table.rows.first?.count == 4)
}

// MARK: - Figures

/// Random answers with a seed, some blank, written as a table of scores.
private func table(students: Int, items: Int, seed: UInt64, isPartial: Bool) -> String {
  var state = seed
  func next() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 11) / Double(1 << 53)
  }
  var csv = "student," + (1...items).map { "item \($0)" }.joined(separator: ",") + "\n"
  for s in 0..<students {
    let ability = next()
    let row = (0..<items).map { i -> String in
      let draw = next()
      if draw < 0.03 { return "" }
      let hit = next() < 0.15 + 0.7 * ability * (1 - Double(i) / Double(2 * items))
      return hit ? (isPartial && draw > 0.8 ? "0.5" : "1") : "0"
    }
    csv += "s\(s)," + row.joined(separator: ",") + "\n"
  }
  return csv
}

@Test(
  "gives the figures numpy gives, to nine places",
  .enabled(if: Python.with("numpy") != nil, "needs a Python with numpy: make packages-test"),
  arguments: [(40, 20, false), (7, 5, false), (133, 31, true), (2, 2, false)])
func equalsNumpy(_ students: Int, _ items: Int, _ isPartial: Bool) throws {
  let csv = table(students: students, items: items, seed: UInt64(students * 31 + items), isPartial: isPartial)
  let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString + ".csv")
  try Data(csv.utf8).write(to: file)
  defer { try? FileManager.default.removeItem(at: file) }
  let script = """
    import csv, json, sys, numpy as np
    rows = list(csv.reader(open(sys.argv[1])))[1:]
    x = np.array([[float(c) if c else 0.0 for c in r[1:]] for r in rows])
    n, k = x.shape
    t = x.sum(axis=1)
    order = np.argsort(-t, kind="stable")
    g = max(1, int(np.floor(0.27 * n + 0.5)))
    up, low = order[:g], order[n - g:]
    def r(a, b):
        return None if a.std() < 1e-9 or b.std() < 1e-9 else float(np.corrcoef(a, b)[0, 1])
    v = t.var()
    alpha = None if v == 0 else k / (k - 1) * (1 - x.var(axis=0).sum() / v)
    p = x.mean(axis=0)
    kr = None if v == 0 or not np.isin(x, (0, 1)).all() else k / (k - 1) * (1 - (p * (1 - p)).sum() / v)
    sd = float(t.std(ddof=1))
    print(json.dumps({"p": p.tolist(), "d": (x[up].mean(axis=0) - x[low].mean(axis=0)).tolist(),
      "rest": [r(x[:, j], t - x[:, j]) for j in range(k)], "total": [r(x[:, j], t) for j in range(k)],
      "mean": float(t.mean()), "sd": sd, "alpha": alpha, "kr": kr,
      "sem": None if alpha is None else sd * max(0.0, 1 - alpha) ** 0.5}))
    """
  let python = try #require(Python.with("numpy"))
  let outcome = try #require(Python.run([python, "-c", script, file.path]))
  let expected = try #require(
    try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any], "\(outcome.output)")
  let (sheet, diagnostics) = read(csv, bank: QuizBank(title: "", language: .thai, categories: [], items: []))
  let made = ItemAnalysis(try #require(sheet, "\(diagnostics)"))
  func close(_ mine: Double?, _ theirs: Any?, _ what: String) {
    guard let theirs = theirs as? Double else { return #expect(mine == nil, "\(what)") }
    #expect(abs((mine ?? .infinity) - theirs) < 1e-9, "\(what): \(String(describing: mine)) \(theirs)")
  }
  try #require(made.items.count == items && made.students == students)
  for (name, path) in [("p", \ItemAnalysis.Item.difficulty), ("d", \.discrimination)]
    as [(String, KeyPath<ItemAnalysis.Item, Double>)]
  {
    for (i, value) in (expected[name] as? [Any] ?? []).enumerated() { close(made.items[i][keyPath: path], value, "\(name) \(i)") }
  }
  for (i, value) in (expected["rest"] as? [Any] ?? []).enumerated() { close(made.items[i].pointBiserial, value, "rest \(i)") }
  for (i, value) in (expected["total"] as? [Any] ?? []).enumerated() { close(made.items[i].itemTotal, value, "total \(i)") }
  close(made.mean, expected["mean"], "mean")
  close(made.standardDeviation, expected["sd"], "sd")
  close(made.alpha, expected["alpha"], "alpha")
  close(made.kr20, expected["kr"], "kr20")
  close(made.standardError, expected["sem"], "sem")
}

@Test func flagsWhatDoesNotDiscriminateAndWhatNobodyTakes() throws {
  let rows = (0..<20).map { i in "s\(i),\(i < 10 ? "ข" : "ก"),\(i < 10 ? 1 : 0),1,\(i < 10 ? 1 : 0)" }.joined(separator: "\n")
  let made = ItemAnalysis(try #require(read("student,q.one,i2,i3,i4\n" + rows).sheet))
  #expect(made.items[0].flags == [.negative, .idle([2, 3]), .attracting([1])])
  #expect(made.items[0].options.map(\.count) == [10, 10, 0, 0] && made.items[0].options[1].upper == 1)
  #expect(made.items[2].flags == [.tooEasy, .noVariance])
}

// MARK: - Layouts

@Test func readsMoodlesResponsesByTheirQuestionsWords() throws {
  let (sheet, diagnostics) = read(
    """
    Last name,First name,Email address,State,Grade/3.00,Question 1,Response 1,Right answer 1,Question 2,Response 2,Right answer 2,Question 3,Response 3,Right answer 3
    ก,ข,a@x.ac.th,Finished,3.00,<p>เครือข่ายคือ “อะไร”</p>,สายใย,สายใย,ข้อใดคือคำตอบที่พิมพ์,น้ําใจ,น้ำใจ,ชุมทางคือ hub ใช่หรือไม่,False,False
    ค,ง,b@x.ac.th,Finished,0.00,เครือข่ายคือ “อะไร”,ตาข่าย,สายใย,ข้อใดคือคำตอบที่พิมพ์,-,น้ำใจ,ชุมทางคือ hub ใช่หรือไม่,True,False
    Overall average,,,,1.50,,,,,,,,,
    """)
  #expect(diagnostics.isEmpty)
  #expect(sheet?.columns.map(\.name) == ["q.one", "q.two", "q.three"])
  #expect(scores(sheet) == [[1, 0], [1, nil], [1, 0]])
  #expect(sheet?.columns[0].answers.map(\.option) == [0, 1])
}

@Test func readsMoodlesGradesAsSharesOfTheirPoints() {
  let (sheet, _) = read("Last name,First name,Q. 1 /2.00,Q. 2 /1.00\nก,ข,1.00,1.00\nค,ง,2.00,-\n")
  #expect(scores(sheet) == [[0.5, 1], [1, nil]])
}

@Test func readsCanvasByTheQuestionsBehindItsNumbers() {
  let (sheet, diagnostics) = read(
    """
    name,id,section,submitted,attempt,4711: เครือข่ายคือ “อะไร”,1.0,4712: คำถามที่ไม่มีในคลัง,2.0,n correct,score
    ก,1,s,2026,1,สายใย,1.0,อะไรก็ได้,1.0,1,2.0
    ข,2,s,2026,1,โหนด,0.0,,0.0,0,0.0
    """)
  #expect(diagnostics.isEmpty)
  #expect(sheet?.columns.map(\.name) == ["q.one", "2"])
  #expect(scores(sheet) == [[1, 0], [0.5, 0]])
}

@Test func readsATableByIdentifiersAndLetters() {
  let (sheet, _) = read("รหัส;q.one;q.two;q.three\n65001;ก;น้ำใจ;ผิด\n65002;ง.;อื่น;ถูก\n65003;2;;\n")
  #expect(scores(sheet) == [[1, 0, 0], [1, 0, nil], [1, 0, nil]])
  #expect(sheet?.columns[0].answers.map(\.option) == [0, 3, 1])
}

@Test func marksMatchesGapsAndSeveralKeys() throws {
  let pairs = item("m", .match(pairs: [.init(left: "ก", right: "1"), .init(left: "ข", right: "2")], extra: ["3"]), stem: "จับคู่")
  #expect(AnswerScoring(pairs)?.answer("ก -> 1; ข -> 3", byLetter: false).score == 0.5)
  let gaps = item(
    "g",
    .gaps(
      text: ["", "", ""], gaps: [.init(accepted: ["สายใย"], distractors: ["x"]), .init(accepted: ["อำนาจ"], distractors: ["x"])]),
    stem: "เติม")
  #expect(AnswerScoring(gaps)?.answer("{สายใย} {อื่น}", byLetter: false).score == 0.5)
  #expect(AnswerScoring(gaps)?.answer("part 1: สายใย; part 2: อำนาจ", byLetter: false).score == 1)
  let several = item(
    "s",
    .choice(
      options: [
        .init(text: "ก1", isKey: true, feedback: ""), .init(text: "ข1", isKey: true, feedback: ""),
        .init(text: "ค1", isKey: false, feedback: ""),
      ], isMultiple: true, isFixedOrder: false),
    stem: "เลือก")
  #expect(AnswerScoring(several)?.answer("ก1; ค1", byLetter: false).score == 0)
  #expect(AnswerScoring(several)?.answer("ก1; ข1", byLetter: false).score == 1)
  #expect(AnswerScoring(item("e", .essay(.init(outline: [], rubric: [], prompts: [])), stem: "เขียน")) == nil)
}

@Test func tellsItemsThatAskAlikeApartByTheirOptions() {
  let twins = QuizBank(
    title: "", language: .thai, categories: [],
    items: [
      item("a", choice(["หนึ่ง", "สอง"]), stem: "ข้อใดเป็นสาระ"), item("b", choice(["สาม", "สี่"]), stem: "ข้อใดเป็นสาระ"),
      item("c", choice(["ห้า", "หก"]), stem: "ข้อใดอื่น"),
    ])
  let (sheet, diagnostics) = read(
    "name,id,1: ข้อใดเป็นสาระ,1.0,2: ข้อใดเป็นสาระ,1.0,3: ข้อใดอื่น,1.0\nก,1,สี่,0,หนึ่ง,1,ห้า,1\nข,2,สาม,1,สอง,0,หก,0\n", bank: twins)
  #expect(diagnostics.isEmpty && sheet?.columns.map(\.name) == ["b", "a", "c"])
  #expect(scores(sheet) == [[0, 1], [1, 0], [1, 0]])
}

// MARK: - Bad input

@Test func saysWhatIsWrongWithAFile() {
  #expect(read("").diagnostics.map(\.id) == ["no-responses"])
  #expect(read("student,q.one\n").diagnostics.map(\.id) == ["no-responses"])
  let wrong = read("ชื่อ,เพศ,คณะ\nก,ช,ศิลปศาสตร์\n")
  #expect(wrong.sheet == nil && wrong.diagnostics.map(\.id) == ["unknown-response-columns"])
  #expect(read("student,q.one,q.two\nก,ก,น้ำใจ\n").diagnostics.map(\.id) == ["too-few-responses"])
}

@Test func leavesOutRowsThatAreNoStudentAndSaysWhere() {
  let (sheet, diagnostics) = read("s,q.one,q.two\nก,ก,น้ำใจ\nข,,\nก,ข,x\nค,ก,น้ำใจ,เกิน\nง,ฉ,น้ำใจ\n")
  #expect(sheet?.students == ["ก", "ง"])
  #expect(diagnostics.map(\.id) == ["blank-student", "second-attempt", "ragged-row", "unknown-answers"])
  #expect(diagnostics.allSatisfy { $0.span?.file == "r.csv" })
  #expect(diagnostics[2].span.map { $0.range.lowerBound } == Array("s,q.one,q.two\nก,ก,น้ำใจ\nข,,\nก,ข,x\n".utf8).count)
}

@Test func readsQuotedCellsWithBreaksAndDelimiters() {
  let table = DelimitedTable(SourceText(file: "a", "\"a,\"\"b\"\"\nc\",d\r\n\n1;2,\"3\"\n"))
  #expect(table.rows.map { $0.map(\.text) } == [["a,\"b\"\nc", "d"], ["1;2", "3"]])
}

@Test func survivesNoise() {
  var state: UInt64 = 7
  let alphabet = Array("ก,;\"\n\t1-ข: สายใยQ. /Response 1".unicodeScalars)
  for _ in 0..<2000 {
    var text = String.UnicodeScalarView()
    for _ in 0..<40 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text.append(alphabet[Int((state >> 33) % UInt64(alphabet.count))])
    }
    let (sheet, diagnostics) = read(String(text))
    if let sheet { _ = ItemAnalysis(sheet) } else { #expect(!diagnostics.isEmpty) }
    _ = ContentValidity.read(SourceText(file: "a", String(text)))
  }
}

// MARK: - Reports

private func analysis() throws -> ItemAnalysis {
  ItemAnalysis(
    try #require(
      read(
        "s,q.one,q.two,q.three\n"
          + (0..<12).map { "s\($0),\($0 % 3 == 0 ? "ก" : "ข"),\($0 < 6 ? "น้ำใจ" : "x"),ผิด" }.joined(separator: "\n")
      ).sheet))
}

@Test func tableNamesFlaggedItemsWithTheirPassages() throws {
  let text = AnalysisTable.text(try analysis(), language: .thai) { "https://example.org/#\($0.id)" }
  #expect(text.contains("ก* 4  ข 8  ค 0  ง 0"))
  #expect(text.contains("ง่ายเกินไป (p > 0.80); ทุกคนได้คะแนนเท่ากัน") && text.contains("https://example.org/#q.three"))
  #expect(AnalysisTable.rows(try analysis(), language: .english, link: { _ in nil })[1][2] == "0.3333333333333333")
}

@Test func pageHoldsItsPlotsAndAsksForNothing() throws {
  let html = String(decoding: AnalysisPage.html(try analysis(), title: "<ทดสอบ>", language: .thai) { _ in nil }, as: UTF8.self)
  #expect(html.contains("&lt;ทดสอบ&gt;") && html.components(separatedBy: "<svg").count == 3)
  #expect(html.components(separatedBy: "<circle").count == 4)
  for outside in ["<script", "src=", "@import", "url("] { #expect(!html.contains(outside), "\(outside)") }
}

// MARK: - IOC

@Test func computesTheCongruenceOfRatings() throws {
  let (validity, diagnostics) = ContentValidity.read(
    SourceText(file: "i.csv", "ข้อ,ผชช1,ผชช2,ผชช3\nq1,+1,1,0\nq2,−1,0,1\nq3,1,1,1\n"))
  #expect(diagnostics.isEmpty)
  #expect(validity?.items.map { ($0.index * 100).rounded() } == [67, 0, 100])
  #expect(validity?.items.map(\.isAccepted) == [true, false, true])
  #expect(
    AnalysisTable.text(try #require(validity), language: .thai).contains("q2  −1    0     +1    0.00  ปรับปรุง (IOC < 0.50)"))
}

@Test func refusesRatingsThatAreNone() {
  let (validity, diagnostics) = ContentValidity.read(SourceText(file: "i.csv", "ข้อ,ก,ข\nq1,5,1\nq2,1,1\nq3,1\n"))
  #expect(validity?.items.map(\.name) == ["q2"])
  #expect(diagnostics.map(\.id) == ["bad-rating", "ragged-row"])
  #expect(ContentValidity.read(SourceText(file: "i.csv", "")).diagnostics.map(\.id) == ["no-ratings"])
}
