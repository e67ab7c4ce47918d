import Diagnostics
import Rendering

/// Writes the files a browser searches with: which pages there are, which grams stand on which page, and the text itself, in shards.
///
/// Scripts, not JSON: a page opened from a folder may load a script beside it but may not fetch. A search loads the page list, the
/// shards of its grams, and the text of the pages that hold all of them; the text decides, so recall is 1 and nothing false is shown.
///
/// A page's text leaves with its shard as soon as all pages before it are there; only its grams and its name stay.
package struct SearchIndex: Sendable {
  package struct File: Sendable {
    package var path: String
    package var bytes: [UInt8]
  }

  private struct Listed: Sendable {
    var path: String
    var title: String
    var group: SearchGroup
    var grams: PackedNumbers
  }

  private let language: Language
  /// Groups of pages that came before their turn.
  private var waiting: [Int: [SearchPage]] = [:]
  private var turn = 0
  private var pages: [Listed] = []
  private var shard: [UInt8] = []
  /// The first page of every shard of text.
  private var starts: [Int] = []

  package init(language: Language) { self.language = language }

  /// Bytes of text a shard holds before the next begins: about 30 kB on the wire.
  private static let shardSize = 160 << 10
  /// Postings a gram shard holds, about: 12 kB.
  private static let shardPostings = 12_000
  /// Postings put in order at once: 16 MiB.
  private static let roundPostings = 4 << 20

  /// The pages of turn `turn`, in the order in which equal results are shown. Every turn from 0 on comes once, in any order.
  ///
  /// - Returns: the shards of text that are full.
  package mutating func add(_ pages: [SearchPage], turn: Int) -> [File] {
    waiting[turn] = pages
    var full: [File] = []
    while let next = waiting.removeValue(forKey: self.turn) {
      self.turn += 1
      for page in next { if let shard = take(page) { full.append(shard) } }
    }
    return full
  }

  /// Gives out what is left, file after file. O(pages + grams).
  package mutating func finish(_ write: (File) throws -> Void) throws {
    if let last = closed() { try write(last) }
    let postings = pages.reduce(0) { $0 + $1.grams.count }
    let shards = max(1, min(256, postings / Self.shardPostings))
    try write(manifest(gramShards: shards))
    // A few shards at a time, so that what is put in order never outgrows the rest of the build.
    let rounds = min(shards, postings / Self.roundPostings + 1)
    for round in 0..<rounds {
      try gramFiles(shards * round / rounds..<shards * (round + 1) / rounds, of: shards, write)
    }
  }

  /// Lists a page; what it gives back is a shard that had no room for it.
  private mutating func take(_ page: SearchPage) -> File? {
    var full: File?
    if !shard.isEmpty, shard.count + page.entry.count > Self.shardSize { full = closed() }
    if shard.isEmpty {
      shard = Array("tamraSearchData(\"text-\(starts.count)\",[".utf8)
      starts.append(pages.count)
    } else {
      shard.append(UInt8(ascii: ","))
    }
    shard += page.entry
    pages.append(Listed(path: page.path, title: page.title, group: page.group, grams: page.grams))
    return full
  }

  /// The shard that is being filled; nil when it is empty.
  private mutating func closed() -> File? {
    guard !shard.isEmpty else { return nil }
    defer { shard = [] }
    return File(path: "search/text-\(starts.count - 1).js", bytes: shard + "])\n".utf8)
  }

  private func manifest(gramShards: Int) -> File {
    var json = JSONBuffer(isPretty: false, isScriptSafe: true)
    let words = SearchWords(language: language)
    json.object { json in
      json.array("pages", pages) { json, page in
        json.array { json in
          json.element(page.path)
          json.element(page.title)
          json.element(page.group.rawValue)
        }
      }
      json.array("texts", starts) { $0.element($1) }
      json.field("grams", gramShards)
      json.object("words") { words.write(to: &$0) }
    }
    return File(path: "search/pages.js", bytes: Array("tamraSearchData(\"pages\",".utf8) + json.bytes + Array(")\n".utf8))
  }

  /// Pages of every gram of some shards, by counting: the grams of page after page fall into places counted beforehand. A gram's shard
  /// is that of its first two letters.
  private func gramFiles(_ range: Range<Int>, of shards: Int, _ write: (File) throws -> Void) throws {
    let symbols = LetterGrams.symbolCount
    let isWanted = (0..<symbols * symbols).map { range.contains($0 % shards) }
    var ends = [Int32](repeating: 0, count: LetterGrams.gramCount + 1)
    for page in pages { for gram in page.grams where isWanted[Int(gram >> 7)] { ends[Int(gram) + 1] += 1 } }
    for i in 1..<ends.count { ends[i] += ends[i - 1] }
    var listed = [Int32](repeating: 0, count: Int(ends[ends.count - 1]))
    for (number, page) in pages.enumerated() {
      for gram in page.grams where isWanted[Int(gram >> 7)] {
        listed[Int(ends[Int(gram)])] = Int32(number)
        ends[Int(gram)] += 1
      }
    }
    // Now `ends[g]` is where the list of `g` ends, and the list before it where it begins.
    for shard in range {
      var bytes = Array("tamraSearchData(\"grams-\(shard)\",{".utf8)
      let start = bytes.count
      for pair in stride(from: shard, to: symbols * symbols, by: shards) {
        let first = pair * symbols
        let from = first == 0 ? 0 : Int(ends[first - 1])
        guard Int(ends[first + symbols - 1]) > from else { continue }
        if bytes.count > start { bytes.append(UInt8(ascii: ",")) }
        bytes += "\(pair):\"".utf8
        appendLists(first..<first + symbols, from: from, ends, listed, to: &bytes)
        bytes.append(UInt8(ascii: "\""))
      }
      bytes += "})\n".utf8
      try write(File(path: "search/grams-\(shard).js", bytes: bytes))
    }
  }

  /// Of every gram that stands anywhere its last letter, how many pages have it, and the distances from page to page.
  private func appendLists(_ grams: Range<Int>, from: Int, _ ends: [Int32], _ listed: [Int32], to out: inout [UInt8]) {
    var start = from
    for gram in grams {
      let end = Int(ends[gram])
      if end > start {
        appendNumber(gram - grams.lowerBound, to: &out)
        appendNumber(end - start, to: &out)
        var last: Int32 = -1
        for i in start..<end {
          appendNumber(Int(listed[i] - last - 1), to: &out)
          last = listed[i]
        }
      }
      start = end
    }
  }
}

/// Five bits a character, the lowest first; the sixth says that more follow.
private func appendNumber(_ value: Int, to out: inout [UInt8]) {
  var rest = value
  while rest >= 32 {
    out.append(digits[32 | rest & 31])
    rest >>= 5
  }
  out.append(digits[rest])
}

private let digits = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_".utf8)
