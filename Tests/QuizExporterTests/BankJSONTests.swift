import CourseModel
import TestSupport
import Testing

@testable import QuizExporter

private func json(_ bank: QuizBank) -> [UInt8] { BankJSON().write(bank, .init(link: { _ in "chapters/a.html#x" })).bytes }

@Test func readsBackEveryItemAsItWas() throws {
  let original = bank(everyInteraction, ladder: ["true.a", "essay.a"])
  #expect(try BankReader.read(json(original)) == original)
}

@Test func followsItsPublishedSchema() throws {
  let schema = try JSONValue(Array(QuizSchema.text.utf8))
  let document = try JSONValue(json(bank(everyInteraction, ladder: ["true.a"])))
  #expect(problems(document, schema, root: schema, at: "") == [])
  // The check itself: a wrong value must be seen.
  let wrong = try JSONValue(Array(#"{"schema":"tamra.quiz/1","language":"la","categories":[{"id":1}],"items":[]}"#.utf8))
  #expect(problems(wrong, schema, root: schema, at: "").count == 4)
}

/// The part of JSON Schema our schema uses; fields it does not name are a problem too.
private func problems(_ value: JSONValue, _ schema: JSONValue, root: JSONValue, at path: String) -> [String] {
  if let reference = schema["$ref"]?.string, let name = reference.split(separator: "/").last {
    return problems(value, root["$defs"]?[String(name)] ?? .null, root: root, at: path)
  }
  if let expected = schema["const"], expected != value { return ["\(path): not \(expected)"] }
  if let allowed = schema["enum"], !allowed.array.contains(value) { return ["\(path): \(value)"] }
  switch (schema["type"]?.string, value) {
  case ("object", .object(let members)):
    var found = (schema["required"]?.strings ?? []).filter { value[$0] == nil }.map { "\(path): no \($0)" }
    for member in members {
      guard let inner = schema["properties"]?[member.name] else {
        found.append("\(path).\(member.name): unknown")
        continue
      }
      found += problems(member.value, inner, root: root, at: "\(path).\(member.name)")
    }
    return found
  case ("array", .array(let values)):
    guard let inner = schema["items"] else { return [] }
    return values.enumerated().flatMap { problems($1, inner, root: root, at: "\(path)[\($0)]") }
  case ("string", .string), ("number", .number), ("boolean", .bool), (nil, _): return []
  default: return ["\(path): wrong type"]
  }
}

@Test func refusesWhatIsNoBankOfOurs() {
  #expect(throws: BankReader.Failure.schema("other/1")) { try BankReader.read(Array(#"{"schema":"other/1"}"#.utf8)) }
  #expect(throws: BankReader.Failure.schema(nil)) { try BankReader.read(Array("[]".utf8)) }
  #expect(throws: BankReader.Failure.malformed(offset: 1)) { try BankReader.read(Array("{".utf8)) }
  #expect(throws: BankReader.Failure.self) { try BankReader.read([UInt8](repeating: 0x5B, count: 100_000)) }
}

@Test func survivesNoiseForABank() {
  var generator = SeededGenerator(seed: 11)
  let whole = json(bank(everyInteraction))
  for _ in 0..<300 {
    var bytes = whole
    for _ in 0..<3 { bytes[Int(generator.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: generator.next()) }
    _ = try? BankReader.read(Array(bytes.prefix(Int(generator.next() % UInt64(bytes.count)))))
    _ = try? BankReader.read(bytes)
  }
}

@Test func readsEscapesAndSurrogates() throws {
  #expect(try JSONValue(Array(#""a\n\u0e01\ud83d\ude00\ud800x""#.utf8)) == .string("a\nก😀\u{FFFD}x"))
}

@Test func deliversOnlyWhatIsNewOrChanged() {
  let old = bank(everyInteraction)
  var items = everyInteraction
  items.removeAll { $0.id == "true.a" }
  items[0].stem = "ถ้อยคำที่แก้แล้ว"
  items.append(item("new.a", choice(["ก", "ข"])))
  var moved = items[1]
  if let range = moved.passage?.span.range { moved.passage?.span.range = range.shifted(by: 99) }
  items[1] = moved
  let changes = QuizChanges(from: old, to: bank(items))
  #expect(changes.new == ["new.a"])
  #expect(changes.changed == ["choice.a"])
  #expect(changes.retired == ["true.a", "choice.a"])
  #expect(changes.bank.items.map(\.id) == ["choice.a", "new.a"])
  #expect(changes.bank.categories[0].items == ["choice.a", "new.a"])
}
