import CourseModel
import Packing
import SiteExporter

/// What one build leaves the next about its pages: from what each was made, and what others need of it.
///
/// One file beside that of the build it belongs to, named in it by a hash: another build's, or a damaged one, is as good as none.
struct PageMemory: Sendable {
  /// A page, or a chapter with all pages made of its text.
  struct Unit: Sendable {
    /// What it was made from beside the records it looked up.
    var input: UInt64
    /// Of a chapter that is practised: what its items were made from, and what they came to.
    var practice = Practice()

    struct Practice: Hashable, Sendable {
      var source: UInt64 = 0
      var items: UInt64 = 0
    }

    /// Keys of what was looked up, in order, and what was found, as one number.
    var reads: [UInt64]
    var found: UInt64
    /// Paths from the site's folder, in the order they were written.
    var outputs: [String]
    var remains = ChapterRemains()

    init(
      input: UInt64 = 0, practice: Practice = Practice(), reads: [UInt64] = [], found: UInt64 = 0, outputs: [String],
      remains: ChapterRemains = .init()
    ) {
      self.input = input
      self.practice = practice
      self.reads = reads
      self.found = found
      self.outputs = outputs
      self.remains = remains
    }
  }

  /// `CourseDigests.frame` and `terms` of the build.
  var frame: UInt64
  var terms: [String]
  /// By the chapter's file or the page's path.
  var units: [String: Unit]
  var search: SearchIndex.Memory

  private static let header = Array("tamra pages 1\n".utf8)

  /// In parts, since a long course's is as large as its texts: each but the last whole words of eight bytes.
  func encode(_ put: ([UInt8]) throws -> Void) rethrows {
    var out = PackWriter(Self.header, capacity: Self.part + 4096)
    func flush(_ isEnd: Bool = false) throws { if isEnd || out.bytes.count > Self.part { try put(out.taken(isEnd: isEnd)) } }
    out.add(frame)
    out.add(terms)
    out.add(units.count)
    for (key, unit) in units.sorted(by: { $0.key < $1.key }) {
      out.add(key)
      for hash in [unit.input, unit.practice.source, unit.practice.items, unit.found] { out.add(hash) }
      out.add(unit.reads) { $0.add($1) }
      out.add(unit.outputs)
      out.add(unit.remains)
      try flush()
    }
    out.add(search.pages.count)
    for page in search.pages {
      out.add(page.path)
      out.add(page.title)
      out.add(page.group)
      out.add(page.size)
      out.add(page.hash)
      out.add(page.grams.count)
      out.add(page.grams.bytes)
      try flush()
    }
    out.add(search.texts) { $0.add($1) }
    out.add(search.gramShards)
    try flush(true)
  }

  private static let part = 1 << 20

  /// nil for bytes that are no memory, or of another version.
  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: Self.header) else { return nil }
    var reader = PackReader(bytes, from: Self.header.count)
    guard let read = try? PageMemory(&reader), reader.isAtEnd else { return nil }
    self = read
  }

  private init(_ reader: inout PackReader) throws {
    frame = try reader.hash()
    terms = try reader.next()
    units = [:]
    for (key, unit) in try reader.list({ try ($0.next() as String, Unit(&$0)) }) { units[key] = unit }
    search = SearchIndex.Memory()
    search.pages = try reader.list { reader in
      let (path, title, group): (String, String, SearchGroup) = (try reader.next(), try reader.next(), try reader.next())
      let (size, hash, count) = (try reader.next() as Int, try reader.hash(), try reader.next() as Int)
      return SearchPage.Listed(
        path: path, title: title, group: group, size: size, hash: hash,
        grams: PackedNumbers(bytes: try reader.data(), count: count))
    }
    search.texts = try reader.list { try $0.hash() }
    search.gramShards = try reader.next()
  }

  init(frame: UInt64, terms: [String], units: [String: Unit], search: SearchIndex.Memory) {
    self.frame = frame
    self.terms = terms
    self.units = units
    self.search = search
  }
}

extension PageMemory.Unit {
  fileprivate init(_ reader: inout PackReader) throws {
    input = try reader.hash()
    practice = .init(source: try reader.hash(), items: try reader.hash())
    found = try reader.hash()
    reads = try reader.list { try $0.hash() }
    outputs = try reader.next()
    remains = try reader.next()
  }
}

/// What a chapter's pages leave for the pages made after all chapters.
struct ChapterRemains: Sendable {
  /// Course paths of the pictures it shows.
  var media: [String] = []
  var practised: [(concept: ConceptID, place: PracticePlace)] = []
  var passages: [ConceptPassage] = []
}

extension SearchGroup: Packable {}

extension ChapterRemains: Packable {
  init(unpacking reader: inout PackReader) throws {
    media = try reader.next()
    practised = try reader.list { reader in
      let (concept, link, section): (String, String, String?) = (try reader.next(), try reader.next(), try reader.next())
      return (
        ConceptID(concept), PracticePlace(link: link, section: section.map { SectionID($0) }, count: try reader.next())
      )
    }
    passages = try reader.list { reader in
      let (concept, chapter, section): (String, String, String?) = (try reader.next(), try reader.next(), try reader.next())
      return ConceptPassage(
        concept: ConceptID(concept), chapter: ChapterID(chapter), section: section.map { SectionID($0) },
        anchor: try reader.next(), before: try reader.next(), match: try reader.next(), after: try reader.next())
    }
  }

  func pack(into writer: inout PackWriter) {
    writer.add(media)
    writer.add(practised) { writer, practised in
      writer.add(practised.concept.text)
      writer.add(practised.place.link)
      writer.add(practised.place.section?.text)
      writer.add(practised.place.count)
    }
    writer.add(passages) { writer, passage in
      writer.add(passage.concept.text)
      writer.add(passage.chapter.text)
      writer.add(passage.section?.text)
      writer.add(passage.anchor)
      for text in [passage.before, passage.match, passage.after] { writer.add(text) }
    }
  }
}
