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
    files += try index.add(page.map { [$0] } ?? [], turn: turn)
  }
  _ = try index.finish { files.append($0) }
  return Dictionary(uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes ?? [], as: UTF8.self)) })
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
    let long = String(repeating: "เครือข่าย ", count: 6000)
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
    #expect(page?.listed.title == "ทุนทางสังคม & ก")
    #expect(page?.listed.group == .concept)
    #expect(SearchPage(path: "questions--2.html", html: html)?.listed.group == .question)
  }

  @Test func leavesOutWhatNoReaderLooksFor() {
    #expect(SearchPage(path: "404.html", html: []) == nil)
    #expect(SearchPage(path: "assets/site.css", html: []) == nil)
  }
}

/// The pages of a site by their names, and the search files of its builds one after the other.
private struct IndexedSite {
  var pages: [(path: String, html: [UInt8])]
  var files: [String: [UInt8]] = [:]
  var memory: SearchIndex.Memory?
  /// Files of the last build that were written, not left.
  var written: Set<String> = []

  /// - Parameter known: whether pages that are the same come as an earlier build left them.
  mutating func build(changed: Set<String>, knowing isKnown: Bool) throws {
    let (before, pages) = (files, pages)
    let standing =
      isKnown
      ? memory.map { memory in
        SearchIndex.Standing(
          memory, stands: { before[$0] != nil }, load: { path in pages.first { $0.path == path }?.html ?? [] })
      } : nil
    let listed = Dictionary((memory?.pages ?? []).map { ($0.path, $0) }) { first, _ in first }
    var index = SearchIndex(language: .thai, standing: standing)
    var made: [String: [UInt8]] = [:]
    written = []
    func put(_ file: SearchIndex.File) {
      made[file.path] = file.bytes ?? before[file.path] ?? []
      if file.bytes != nil { written.insert(file.path) }
    }
    for (turn, page) in pages.enumerated() {
      let known = standing == nil || changed.contains(page.path) ? nil : listed[page.path]
      let searched = known.map { SearchPage(kept: $0) } ?? SearchPage(path: page.path, html: page.html)
      for file in try index.add(searched.map { [$0] } ?? [], turn: turn) { put(file) }
    }
    memory = try index.finish { put($0) }
    files = made
  }
}

@Suite struct StandingSearchFiles {
  private func text(_ number: Int, _ generator: inout SeededGenerator) -> [UInt8] {
    let stock = ["เครือข่าย", "ทุนทางสังคม", "ชุมชน", "วัฒนธรรม", "network ", "การเรียนรู้", "๒๕๔๖ "]
    var text = "<main><h1>หน้า \(number)</h1>"
    for _ in 0..<Int.random(in: 1...3000, using: &generator) { text += stock[Int.random(in: 0..<stock.count, using: &generator)] }
    return Array((text + "</main>").utf8)
  }

  @Test("after any changes the search files are those made from nothing, and few are written for one page")
  func anyChanges() throws {
    var generator = SeededGenerator(seed: 4)
    var site = IndexedSite(pages: (0..<60).map { ("chapters/\($0).html", text($0, &generator)) })
    try site.build(changed: [], knowing: false)
    let shards = site.files.keys.count { $0.hasPrefix("search/text-") }
    #expect(shards > 8)
    var few = 0
    for turn in 0..<24 {
      var changed: Set<String> = []
      for _ in 0..<Int.random(in: 0...2, using: &generator) {
        let place = Int.random(in: site.pages.indices, using: &generator)
        changed.insert(site.pages[place].path)
        site.pages[place].html = text(1000 + turn, &generator)
      }
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: site.pages.remove(at: Int.random(in: site.pages.indices, using: &generator))
      case 1:
        site.pages.insert(
          ("concepts/\(turn).html", text(turn, &generator)), at: Int.random(in: site.pages.indices, using: &generator))
      case 2: site.files["search/text-\(Int.random(in: 0..<shards, using: &generator)).js"] = nil
      case 3: site.files["search/grams-0.js"] = nil
      default: break
      }
      try site.build(changed: changed, knowing: true)
      var clean = site
      try clean.build(changed: [], knowing: false)
      #expect(site.files == clean.files, "turn \(turn)")
      if site.written.count(where: { $0.hasPrefix("search/text-") }) < shards / 2 { few += 1 }
    }
    #expect(few > 12)
  }

  @Test("a page that changed by a word writes the shard of its text and those of its new grams")
  func oneWord() throws {
    var generator = SeededGenerator(seed: 8)
    var site = IndexedSite(pages: (0..<40).map { ("chapters/\($0).html", text($0, &generator)) })
    try site.build(changed: [], knowing: false)
    site.pages[20].html = Array(String(decoding: site.pages[20].html, as: UTF8.self).replacing("</main>", with: "ฬฬ</main>").utf8)
    try site.build(changed: ["chapters/20.html"], knowing: true)
    #expect(site.written.count { $0.hasPrefix("search/text-") } == 1)
    try site.build(changed: [], knowing: true)
    #expect(site.written == ["search/pages.js"])
  }
}
