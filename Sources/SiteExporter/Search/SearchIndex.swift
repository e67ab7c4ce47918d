import Diagnostics
import Rendering

/// The files a browser searches with: which pages there are, which grams stand on which page, and the text itself, in shards.
///
/// Scripts, not JSON: a page opened from a folder may load a script beside it but may not fetch. A search loads the page list, the
/// shards of its grams, and the text of the pages that hold all of them; the text decides, so recall is 1 and nothing false is shown.
package struct SearchIndex: Sendable {
  package struct File: Sendable {
    package var path: String
    package var bytes: [UInt8]
  }

  private let pages: [SearchPage]
  private let language: Language

  /// - Parameter pages: in the order in which equal results are shown.
  package init(_ pages: [SearchPage], language: Language) {
    self.pages = pages
    self.language = language
  }

  /// Bytes of text a shard holds before the next begins: about 30 kB on the wire.
  private static let shardSize = 160 << 10
  /// Postings a gram shard holds, about: 12 kB.
  private static let shardPostings = 12_000

  /// O(text + grams).
  package func files() -> [File] {
    let starts = textShardStarts()
    let postings = pages.reduce(0) { $0 + $1.grams.count }
    let gramShards = max(1, min(256, postings / Self.shardPostings))
    var files = [manifest(textShards: starts, gramShards: gramShards)]
    for (number, start) in starts.enumerated() {
      let end = number + 1 < starts.count ? starts[number + 1] : pages.count
      files.append(textShard(number, start..<end))
    }
    return files + gramFiles(gramShards, postings: postings)
  }

  // MARK: Pages and text

  private func textShardStarts() -> [Int] {
    var starts: [Int] = []
    var size = 0
    for (i, page) in pages.enumerated() {
      let bytes = page.entry.count
      if starts.isEmpty || size + bytes > Self.shardSize {
        starts.append(i)
        size = 0
      }
      size += bytes
    }
    return starts
  }

  private func manifest(textShards: [Int], gramShards: Int) -> File {
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
      json.array("texts", textShards) { $0.element($1) }
      json.field("grams", gramShards)
      json.object("words") { words.write(to: &$0) }
    }
    return File(path: "search/pages.js", bytes: Array("tamraSearchData(\"pages\",".utf8) + json.bytes + Array(")\n".utf8))
  }

  private func textShard(_ number: Int, _ range: Range<Int>) -> File {
    var out: [UInt8] = []
    out.reserveCapacity(range.reduce(64) { $0 + pages[$1].entry.count + 1 })
    out += "tamraSearchData(\"text-\(number)\",[".utf8
    for i in range {
      if i > range.lowerBound { out.append(0x2C) }
      out += pages[i].entry
    }
    out += "])\n".utf8
    return File(path: "search/text-\(number).js", bytes: out)
  }

  // MARK: Grams

  /// Pages of every gram, by counting: the grams of page after page fall into places counted beforehand.
  private func gramFiles(_ shards: Int, postings: Int) -> [File] {
    var ends = [Int32](repeating: 0, count: LetterGrams.gramCount + 1)
    for page in pages { for gram in page.grams { ends[Int(gram) + 1] += 1 } }
    for i in 1..<ends.count { ends[i] += ends[i - 1] }
    var listed = [Int32](repeating: 0, count: postings)
    for (number, page) in pages.enumerated() {
      for gram in page.grams {
        listed[Int(ends[Int(gram)])] = Int32(number)
        ends[Int(gram)] += 1
      }
    }
    // Now `ends[g]` is where the list of `g` ends, and the list before it where it begins.
    var files = (0..<shards).map { File(path: "search/grams-\($0).js", bytes: Array("tamraSearchData(\"grams-\($0)\",{".utf8)) }
    var isFirst = [Bool](repeating: true, count: shards)
    var encoded: [UInt8] = []
    let symbols = LetterGrams.symbolCount
    for pair in 0..<(symbols * symbols) {
      let first = pair * symbols
      let from = first == 0 ? 0 : Int(ends[first - 1])
      guard Int(ends[first + symbols - 1]) > from else { continue }
      encoded.removeAll(keepingCapacity: true)
      var start = from
      for gram in first..<(first + symbols) {
        let end = Int(ends[gram])
        if end > start {
          appendNumber(gram - first, to: &encoded)
          appendNumber(end - start, to: &encoded)
          var last: Int32 = -1
          for i in start..<end {
            appendNumber(Int(listed[i] - last - 1), to: &encoded)
            last = listed[i]
          }
        }
        start = end
      }
      let shard = pair % shards
      if !isFirst[shard] { files[shard].bytes.append(UInt8(ascii: ",")) }
      isFirst[shard] = false
      files[shard].bytes += "\(pair):\"".utf8
      files[shard].bytes += encoded
      files[shard].bytes.append(UInt8(ascii: "\""))
    }
    for shard in files.indices { files[shard].bytes += "})\n".utf8 }
    return files
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
