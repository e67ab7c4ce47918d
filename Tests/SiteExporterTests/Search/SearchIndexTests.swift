import Diagnostics
import TestSupport
import Testing

@testable import SiteExporter

private func grams(_ text: String) -> Set<UInt32> { Set(LetterGrams.distinct(in: Array(text.utf8))) }

/// The files of an index, by path; pages come in the order of `turns`.
private func index(_ texts: [String], language: Language = .thai, turns: [Int]? = nil) throws -> [String: String] {
  var files: [SearchIndex.File] = []
  var index = SearchIndex(language: language)
  for turn in turns ?? Array(texts.indices) {
    let page = SearchPage(path: "\(turn).html", html: Array("<main>\(texts[turn])</main>".utf8))
    files += index.add(page.map { [$0] } ?? [], turn: turn)
  }
  try index.finish { files.append($0) }
  return Dictionary(uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
}

/// Reads a posting list as the browser does.
private func pages(of pair: Int, third: Int, in shard: String) -> [Int] {
  guard let start = shard.firstRange(of: "{\(pair):\"") ?? shard.firstRange(of: ",\(pair):\"") else { return [] }
  let digits = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_")
  var rest = shard[start.upperBound...].prefix { $0 != "\"" }
  func number() -> Int {
    var value = 0
    var shift = 0
    while let digit = rest.first, let v = digits.firstIndex(of: digit) {
      rest = rest.dropFirst()
      value |= (v & 31) << shift
      shift += 5
      if v < 32 { break }
    }
    return value
  }
  while !rest.isEmpty {
    let c = number()
    var last = -1
    let listed = (0..<number()).map { _ in
      last += number() + 1
      return last
    }
    if c == third { return listed }
  }
  return []
}

@Suite struct SearchIndexTests {
  @Test func countsLettersAcrossSpacesAndNotAcrossMarks() {
    #expect(grams("กข ค") == grams("กขค"))
    #expect(grams("กข(ค)") == grams("กข"))
  }

  @Test func endsARunWithItsLastTwoLetters() {
    let k: UInt32 = 1
    #expect(grams("กก") == [k << 14 | k << 7])
    #expect(grams("กกก") == [k << 14 | k << 7 | k, k << 14 | k << 7])
    #expect(grams("ก").isEmpty)
  }

  @Test func foldsCaseAndDigits() {
    #expect(grams("Net ๒๕๔๖") == grams("nET2546"))
  }

  @Test func holdsEveryDifferentGramOnce() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<200 {
      let text = thaiNoise(pieces: 60, using: &generator)
      let found = LetterGrams.distinct(in: Array(text.utf8))
      #expect(found.count == Set(found).count)
    }
  }

  @Test func givesGramsInOrderAndKeepsThemSmall() {
    let found = LetterGrams.distinct(in: Array("เครือข่ายทางสังคม social network 2539".utf8))
    #expect(Array(found) == Array(found).sorted())
    var packed = PackedNumbers(capacity: 0)
    let numbers: [UInt32] = [0, 0, 1, 127, 128, 16_511, 2_097_151, .max]
    for number in numbers { packed.append(number) }
    #expect(Array(packed) == numbers)
    #expect(packed.count == numbers.count)
  }

  @Test func listsThePagesOfEveryGramInOrder() throws {
    let texts = (0..<70).map { $0 % 3 == 0 ? "กขค" : "คขก" }
    let shard = try index(texts)["search/grams-0.js"] ?? ""
    // ก is 1, ข 2 and ค 4 in the Thai block.
    #expect(pages(of: 1 * 128 + 2, third: 4, in: shard) == (0..<70).filter { $0 % 3 == 0 })
    #expect(pages(of: 2 * 128 + 1, third: 0, in: shard) == (0..<70).filter { $0 % 3 != 0 })
  }

  @Test func beginsANewShardWhenOneIsFull() throws {
    let long = String(repeating: "เครือข่าย ", count: 4000)
    let files = try index(Array(repeating: long, count: 4))
    #expect(
      files.keys.filter { $0.hasPrefix("search/text-") }.sorted() == [
        "search/text-0.js", "search/text-1.js", "search/text-2.js", "search/text-3.js",
      ])
    #expect(files["search/pages.js"]?.contains("\"texts\":[0,1,2,3]") == true)
  }

  @Test func writesTextThatAScriptCanHold() throws {
    let files = try index(["“ก” &quot;ข&quot; \\ค"])
    #expect(files["search/text-0.js"] == "tamraSearchData(\"text-0\",[[\"“ก” \\\"ข\\\" \\\\ค\",[]]])\n")
  }

  @Test func makesTheSameBytesWhateverTheOrderPagesComeIn() throws {
    let texts = (0..<40).map { String(repeating: "เครือข่ายทางสังคม social network \($0) ", count: 300) }
    let inOrder = try index(texts, language: .english)
    #expect(inOrder.keys.count { $0.hasPrefix("search/text-") } > 2)
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<5 {
      #expect(try index(texts, language: .english, turns: texts.indices.shuffled(using: &generator)) == inOrder)
    }
  }

  @Test func namesAPageByItsHeadingAndGroupsItByItsFolder() {
    let html = Array("<title>x</title><main><h1>ทุน<b>ทางสังคม</b> &amp; ก</h1><p>ข</p><h1>ค</h1></main>".utf8)
    let page = SearchPage(path: "concepts/a.html", html: html)
    #expect(page?.title == "ทุนทางสังคม & ก")
    #expect(page?.group == .concept)
    #expect(SearchPage(path: "questions--2.html", html: html)?.group == .question)
  }

  @Test func leavesOutWhatNoReaderLooksFor() {
    #expect(SearchPage(path: "404.html", html: []) == nil)
    #expect(SearchPage(path: "assets/site.css", html: []) == nil)
  }
}
