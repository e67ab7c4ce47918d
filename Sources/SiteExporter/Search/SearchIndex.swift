import Diagnostics
import Packing
import Rendering

/// Writes the files a browser searches with: which pages there are, which grams stand on which page, and the text itself, in shards.
///
/// Scripts, not JSON: a page opened from a folder may load a script beside it but may not fetch. A search loads the page list, the
/// shards of its grams, and the text of the pages that hold all of them; the text decides, so recall is 1 and nothing false is shown.
///
/// A page's text leaves with its shard as soon as all pages before it are there; only its grams and its name stay. Where shards end and how many
/// there are follows from content in a way that one edited page moves little: a build that knows the one before writes the shards that differ.
package struct SearchIndex: Sendable {
  package struct File: Sendable {
    package var path: String
    /// nil: as it stands.
    package var bytes: [UInt8]?
  }

  /// What the index of one build leaves for the next.
  package struct Memory: Sendable {
    package var pages: [SearchPage.Listed] = []
    /// Of the shards of text, in order.
    package var texts: [UInt64] = []
    package var gramShards = 0

    package init() {}
  }

  /// The site as an earlier build left it.
  package struct Standing: Sendable {
    package let memory: Memory
    /// Whether a file of the site is as that build left it.
    package let stands: @Sendable (_ path: String) -> Bool
    /// A page's bytes.
    package let load: @Sendable (_ path: String) throws -> [UInt8]

    package init(
      _ memory: Memory, stands: @escaping @Sendable (String) -> Bool, load: @escaping @Sendable (String) throws -> [UInt8]
    ) {
      self.memory = memory
      self.stands = stands
      self.load = load
    }
  }

  private let language: Language
  private let standing: Standing?
  /// Groups of pages that came before their turn.
  private var waiting: [Int: [SearchPage]] = [:]
  private var turn = 0
  private var made = Memory()
  /// The shard that is being filled.
  private var shard: [SearchPage] = []
  private var shardSize = 0
  /// The first page of every shard of text.
  private var starts: [Int] = []

  package init(language: Language, standing: Standing? = nil) {
    self.language = language
    self.standing = standing
  }

  /// Bytes of text from which on a shard ends before one page in four, by the page's name, and those it never has more of but in one page:
  /// about 30 kB on the wire. Where one ends so seldom depends on what stands in those before it.
  private static let shardSizes = (least: 80 << 10, most: 240 << 10)
  /// Postings a gram shard holds at least, where there is more than one, and less than twice as many: 12 kB.
  private static let shardPostings = 8_500
  /// Postings put in order at once, 8 MiB, as long as that takes few rounds: each goes over all grams twice.
  private static let roundPostings = 2 << 20
  private static let mostRounds = 6

  /// The pages of turn `turn`, in the order in which equal results are shown. Every turn from 0 on comes once, in any order.
  ///
  /// - Returns: the shards of text that are full.
  package mutating func add(_ pages: [SearchPage], turn: Int) throws -> [File] {
    waiting[turn] = pages
    var full: [File] = []
    while let next = waiting.removeValue(forKey: self.turn) {
      self.turn += 1
      for page in next { if let shard = try take(page) { full.append(shard) } }
    }
    return full
  }

  /// Gives out what is left, file after file. O(pages + grams).
  ///
  /// - Returns: what the next build is to know.
  package mutating func finish(_ write: (File) throws -> Void) throws -> Memory {
    if let last = try closed() { try write(last) }
    let postings = made.pages.reduce(0) { $0 + $1.grams.count }
    made.gramShards = 1
    while made.gramShards < 256, made.gramShards * 2 * Self.shardPostings <= postings { made.gramShards *= 2 }
    let shards = made.gramShards
    try write(manifest(gramShards: shards))
    let changed = changedShards()
    for shard in 0..<shards where !changed.contains(shard) { try write(File(path: Self.gramFile(shard), bytes: nil)) }
    let anew = changed.sorted()
    // A few shards at a time, so that what is put in order never outgrows the rest of the build.
    let rounds = min(anew.count, Self.mostRounds, postings / Self.roundPostings + 1)
    for round in 0..<rounds {
      try gramFiles(Set(anew[anew.count * round / rounds..<anew.count * (round + 1) / rounds]), of: shards, write)
    }
    return made
  }

  /// Gram shards that hold a gram which a page has got or lost, and those that do not stand; all where there are other pages.
  private func changedShards() -> Set<Int> {
    let all = Set(0..<made.gramShards)
    guard let standing, standing.memory.gramShards == made.gramShards,
      standing.memory.pages.lazy.map(\.path).elementsEqual(made.pages.lazy.map(\.path))
    else { return all }
    var changed = all.filter { !standing.stands(Self.gramFile($0)) }
    for (old, new) in zip(standing.memory.pages, made.pages) {
      guard old.grams.bytes != new.grams.bytes else { continue }
      for gram in Set(old.grams).symmetricDifference(new.grams) { changed.insert(Int(gram >> 7) % made.gramShards) }
    }
    return changed
  }

  private static func gramFile(_ shard: Int) -> String { "search/grams-\(shard).js" }

  /// Lists a page; what it gives back is a shard that had no room for it.
  private mutating func take(_ page: SearchPage) throws -> File? {
    var full: File?
    let size = page.listed.size
    let ends = shardSize >= Self.shardSizes.least && contentHash(Array(page.listed.path.utf8)) % 4 == 0
    if !shard.isEmpty, ends || shardSize + size > Self.shardSizes.most { full = try closed() }
    if shard.isEmpty { starts.append(made.pages.count) }
    shard.append(page)
    shardSize += size
    made.pages.append(page.listed)
    return full
  }

  /// The shard that is being filled; nil when it is empty.
  private mutating func closed() throws -> File? {
    guard !shard.isEmpty else { return nil }
    defer { (shard, shardSize) = ([], 0) }
    var hash = ContentHash()
    for page in shard { hash.add(page.listed.hash) }
    let number = starts.count - 1
    let path = "search/text-\(number).js"
    made.texts.append(hash.value)
    if let standing, standing.memory.texts.indices.contains(number), standing.memory.texts[number] == hash.value,
      standing.stands(path)
    {
      return File(path: path, bytes: nil)
    }
    var bytes = Array("tamraSearchData(\"text-\(number)\",[".utf8)
    bytes.reserveCapacity(shardSize + shard.count + 32)
    for (i, page) in shard.enumerated() {
      if i > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes += try page.entry ?? loaded(page.listed.path)
    }
    return File(path: path, bytes: bytes + "])\n".utf8)
  }

  /// The entry of a page that was kept, from the page itself.
  private func loaded(_ path: String) throws -> [UInt8] {
    guard let standing else { return [] }
    return SearchPage(path: path, html: try standing.load(path))?.entry ?? []
  }

  private func manifest(gramShards: Int) -> File {
    var json = JSONBuffer(isPretty: false, isScriptSafe: true)
    let words = SearchWords(language: language)
    json.object { json in
      json.array("pages", made.pages) { json, page in
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
  private func gramFiles(_ wanted: Set<Int>, of shards: Int, _ write: (File) throws -> Void) throws {
    let symbols = LetterGrams.symbolCount
    let isWanted = (0..<symbols * symbols).map { wanted.contains($0 % shards) }
    var ends = [Int32](repeating: 0, count: LetterGrams.gramCount + 1)
    for page in made.pages { for gram in page.grams where isWanted[Int(gram >> 7)] { ends[Int(gram) + 1] += 1 } }
    for i in 1..<ends.count { ends[i] += ends[i - 1] }
    var listed = [Int32](repeating: 0, count: Int(ends[ends.count - 1]))
    for (number, page) in made.pages.enumerated() {
      for gram in page.grams where isWanted[Int(gram >> 7)] {
        listed[Int(ends[Int(gram)])] = Int32(number)
        ends[Int(gram)] += 1
      }
    }
    // Now `ends[g]` is where the list of `g` ends, and the list before it where it begins.
    for shard in wanted.sorted() {
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
      try write(File(path: Self.gramFile(shard), bytes: bytes))
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
