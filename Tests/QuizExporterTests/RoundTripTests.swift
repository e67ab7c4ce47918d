import CourseModel
import CourseReader
import Diagnostics
import Foundation
import QuizGenerator
import TestSupport
import Testing

@testable import QuizExporter

/// The bank of our own chapter, read and generated as the program does.
let ours: QuizBank = {
  let path = packageRoot.appendingPathComponent("Content/06-network/chapter.md")
  guard let data = try? Data(contentsOf: path) else { return QuizBank(title: "", language: .thai, categories: [], items: []) }
  let reading = readChapter(
    SourceText(file: "Content/06-network/chapter.md", bytes: [UInt8](data)), name: "06-network", settings: CourseSettings())
  let (course, _) = resolveCourse([reading], settings: CourseSettings(), references: References())
  return generateQuiz(course).bank
}()

/// What a format carried of an item, text as a reader sees it.
private struct Carried: Equatable {
  var kind: String
  var stem: String
  var options: [String]
  var keys: [String]
  var feedback: [String]
}

/// Tags taken away, references resolved, runs of space one space.
func plain(_ html: String) -> String {
  var text = ""
  var isTag = false
  for character in html.replacingOccurrences(of: "<br/>", with: " ").replacingOccurrences(of: "</p>", with: " ") {
    if character == "<" { isTag = true } else if character == ">" { isTag = false } else if !isTag { text.append(character) }
  }
  for (name, value) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
    text = text.replacingOccurrences(of: name, with: value)
  }
  return text.split(whereSeparator: \.isWhitespace).joined(separator: " ").precomposedStringWithCanonicalMapping
}

private func expected(_ item: QuizItem) -> Carried? {
  guard case .choice(let options, false, _) = item.interaction else { return nil }
  return Carried(
    kind: "choice", stem: plain(item.stem), options: options.map { plain($0.text) },
    keys: options.filter(\.isKey).map { plain($0.text) }, feedback: options.map { plain($0.feedback) })
}

@Test func ourOwnBankIsThere() { #expect(ours.items.count > 100) }

@Test func moodleXMLReadsBackItemForItem() throws {
  let tree = try XMLTree.parse(MoodleXML().write(ours, .init()).bytes)
  let questions = tree.all("question").filter { $0.attributes["type"] != "category" }
  var byID: [String: XMLTree] = [:]
  // In a ladder an item stands again, its category behind its identifier.
  for question in questions { byID[String((question.value("idnumber") ?? "").prefix { $0 != "@" })] = question }
  #expect(byID.count == ours.items.count)
  for item in ours.items {
    let question = try #require(byID[MoodleID.of(item.id)], "\(item.id)")
    guard let wanted = expected(item) else { continue }
    let answers = question.all("answer")
    #expect(
      Carried(
        kind: question.attributes["type"] == "multichoice" ? "choice" : "other",
        stem: plain(question.value("questiontext", "text") ?? ""),
        options: answers.map { plain($0.value("text") ?? "") },
        keys: answers.filter { $0.attributes["fraction"] == "100" }.map { plain($0.value("text") ?? "") },
        feedback: answers.map { plain($0.value("feedback", "text") ?? "") }) == wanted, "\(item.id)")
  }
}

/// Moodle's limit on identifiers, as the writer keeps it.
private enum MoodleID {
  static func of(_ id: String) -> String {
    id.unicodeScalars.count > 100 ? String(id.prefix(79)) + "-" + StableID.short(id) : id
  }
}

@Test func aikenReadsBackItemForItem() throws {
  let text = String(decoding: Aiken().write(ours, .init()).bytes, as: UTF8.self)
  let blocks = text.components(separatedBy: "\n\n").filter { !$0.isEmpty }
  let wanted = ours.items.filter { item in
    if case .choice(_, false, _) = item.interaction { return true }
    if case .trueFalse = item.interaction { return true }
    return false
  }
  try #require(blocks.count == wanted.count)
  for (block, item) in zip(blocks, wanted) {
    let lines = block.split(separator: "\n").map(String.init)
    guard let carried = expected(item), let letter = lines.last?.last else { continue }
    let options = lines.dropFirst().dropLast()
    #expect(options.map { plain(String($0.dropFirst(3))) } == carried.options, "\(item.id)")
    #expect(options.filter { $0.first == letter }.map { plain(String($0.dropFirst(3))) } == carried.keys, "\(item.id)")
  }
}

@Test func csvReadsBackEveryItem() throws {
  let rows = CSVRows.of(String(decoding: BankCSV().write(ours, .init()).bytes, as: UTF8.self))
  let export = BankCSV().write(ours, .init())
  #expect(rows.count == export.written + 1)
  let byID = Dictionary(rows.dropFirst().map { ($0[0], $0) }) { first, _ in first }
  for item in ours.items {
    guard let carried = expected(item), let row = byID[item.id] else { continue }
    #expect(row[7...12].filter { !$0.isEmpty }.map(plain) == carried.options, "\(item.id)")
    #expect(Int(row[13]).map { carried.options[$0 - 1] } == carried.keys.first, "\(item.id)")
  }
}

/// RFC 4180.
private enum CSVRows {
  static func of(_ text: String) -> [[String]] {
    var rows: [[String]] = [[""]]
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    if scalars.first == "\u{FEFF}" { scalars = scalars.dropFirst() }
    while let scalar = scalars.popFirst() {
      let last = rows.count - 1
      if isQuoted, scalar != "\"" || scalars.first == "\"" {
        if scalar == "\"" { scalars = scalars.dropFirst() }
        rows[last][rows[last].count - 1].unicodeScalars.append(scalar)
        continue
      }
      switch scalar {
      case "\"": isQuoted.toggle()
      case ",": rows[last].append("")
      case "\r": continue
      case "\n": rows.append([""])
      default: rows[last][rows[last].count - 1].unicodeScalars.append(scalar)
      }
    }
    return Array(rows.dropLast())
  }
}

@Test func canvasAndCartridgeCarryTheSameWords() throws {
  for name in ["canvas", "cc11"] {
    let export = try #require(QuizFormats.named(name)).write(ours, .init())
    let files = try ZipReader.files(export.bytes)
    var byTitle: [String: [XMLTree]] = [:]
    for (path, bytes) in files where path.hasSuffix(".qti") || path.hasSuffix("bank.xml") {
      for item in try XMLTree.parse(bytes).descendants("item") { byTitle[item.attributes["ident"] ?? "", default: []].append(item) }
    }
    for item in ours.items {
      guard let carried = expected(item) else { continue }
      let written = try #require(byTitle[PackageID.name("item", item.id)]?.first, "\(name) \(item.id)")
      #expect(written.descendants("response_label").map { plain($0.value("material", "mattext") ?? "") } == carried.options)
      #expect(plain(written.all("presentation")[0].value("material", "mattext") ?? "") == carried.stem)
    }
  }
}

// MARK: - Bad input

/// Five thousand letters, every sign some format escapes, control characters, a blank line.
let monstrous: [QuizItem] = [
  item("long.a", choice([String(repeating: "กำ", count: 2500), "ข", "ค"]), stem: String(repeating: "เครือข่าย ", count: 600)),
  item("nasty.b", .shortAnswer(accepted: [nastyText, "a\n\nb", "\u{0}\u{7}"])),
  item(
    "nasty.c",
    .match(
      pairs: [.init(left: nastyText, right: "]]>"), .init(left: "::", right: "->"), .init(left: "{{c1::x}}", right: "[sound:x]")],
      extra: ["*:/"])),
  item("nasty.d", .gaps(text: ["{{c1::", "}} [[1]] *x*", ""], gaps: [.init(accepted: ["a::b"]), .init(accepted: ["}}"])])),
  item("nasty.e", .order(["=1+1", "@x", "-->"])),
  item(
    "nasty.f",
    .essay(
      .init(
        outline: [.init(text: nastyText, details: [nastyText])], rubric: [.init(criterion: nastyText, points: 3)],
        prompts: [nastyText]))),
]

@Test("survives text that hurts", arguments: QuizFormats.all.map(\.name))
func survivesTextThatHurts(_ name: String) throws {
  let format = try #require(QuizFormats.named(name))
  let export = try format.write(bank(monstrous + everyInteraction, ladder: ["nasty.b"]), .init())
  #expect(export.written + export.omitted.reduce(0) { $0 + $1.count } == monstrous.count + everyInteraction.count)
  if format.fileExtension == "zip" || format.fileExtension == "imscc" {
    for (path, bytes) in try ZipReader.files(export.bytes) {
      #expect(throws: Never.self, "\(path)") { _ = try XMLTree.parse(bytes) }
    }
  } else if name == "moodle" {
    _ = try XMLTree.parse(export.bytes)
  }
}

@Test(
  "packages of text that hurts pass the real readers",
  .enabled(
    if: RealReader.has("anki_check.py", module: "anki") && RealReader.has("qti_xsd_check.py", module: "lxml"),
    "needs ../shared and a Python with anki and lxml"))
func realReadersTakeTextThatHurts() throws {
  let hostile = bank(monstrous + everyInteraction, ladder: ["nasty.b"])
  let deck = try AnkiPackage().write(hostile, .init())
  let anki = try #require(
    try RealReader.check("anki_check.py", module: "anki", arguments: ["--json"], files: [("a.apkg", deck.bytes)]))
  #expect(anki.status == 0, "\(anki.output)")
  let schemas = try #require(SharedInputs.folder).appendingPathComponent("accept/quiz/schemas").path
  let files = ["qti21", "qti22", "qti30", "cc11"].compactMap { name -> (name: String, bytes: [UInt8])? in
    guard let format = QuizFormats.named(name), let export = try? format.write(hostile, .init()) else { return nil }
    return ("\(name).\(format.fileExtension)", export.bytes)
  }
  let qti = try #require(
    try RealReader.check("qti_xsd_check.py", module: "lxml", arguments: ["--schemas", schemas], files: files))
  #expect(files.count == 4 && qti.status == 0, "\(qti.output.suffix(1500))")
}
