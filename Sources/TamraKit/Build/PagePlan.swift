import CourseModel
import Packing
import SiteExporter

/// Says of each page whether it stands as the last build left it, and gathers what the next build is to know.
struct PagePlan: Sendable {
  private let folder: String
  private let standing: BuildMemory.Standing?
  private let digests: CourseDigests
  private let changed: ChangedTerms
  /// By path.
  private let listed: [String: SearchPage.Listed]
  /// What a chapter's practice is made from: all records, and all items that authors wrote.
  private let practice: UInt64

  /// - Parameters:
  ///   - folder: the public one.
  ///   - standing: nil where everything is to be made.
  ///   - authored: what the items that authors wrote come to.
  init(_ exporter: SiteExporter, folder: String, standing: BuildMemory.Standing?, authored: UInt64) {
    self.folder = folder
    let digests = CourseDigests(exporter)
    self.digests = digests
    let isSameFrame = standing?.pages.frame == digests.frame
    self.standing = isSameFrame ? standing : nil
    changed = ChangedTerms(from: self.standing?.pages.terms ?? [], to: isSameFrame ? digests.terms : [])
    listed = Dictionary((self.standing?.pages.search.pages ?? []).map { ($0.path, $0) }) { first, _ in first }
    var practice = ContentHash()
    practice.add(digests.course)
    practice.add(authored)
    self.practice = practice.value
  }

  /// nil for a page that nobody keeps track of.
  private func input(_ page: PageInput) -> UInt64? {
    switch page {
    case .anything: nil
    case .course: digests.course
    case .records(let own): own
    }
  }

  // MARK: What stands

  /// A chapter's pages, where they would be made the same again.
  ///
  /// - Parameter items: what its items come to (`PracticeShelves.digest`); asked only where some record changed. nil where nothing is practised.
  func chapter(_ file: String, items: (() -> UInt64)?) -> PageMemory.Unit? {
    guard let text = standing?.chapters[file], var unit = unit(file, text) else { return nil }
    guard let items, unit.practice.source != practice else { return unit }
    guard items() == unit.practice.items else { return nil }
    unit.practice.source = practice
    return unit
  }

  func page(_ path: String, _ page: PageInput) -> PageMemory.Unit? { input(page).flatMap { unit(path, $0) } }

  private func unit(_ key: String, _ input: UInt64) -> PageMemory.Unit? {
    guard let unit = standing?.pages.units[key], unit.input == input, digests.digest(of: unit.reads) == unit.found,
      unit.outputs.allSatisfy(stands)
    else { return nil }
    guard !changed.isEmpty else { return unit }
    let pages = unit.outputs.compactMap { listed[$0] }
    return pages.isEmpty || pages.contains { changed.mayStand(in: $0.grams) } ? nil : unit
  }

  /// Whether a file of the public folder is as the last build left it.
  func stands(_ path: String) -> Bool {
    guard let stamp = standing?.outputs[folder + "/" + path] else { return false }
    return FileStamp(folder + "/" + path) == stamp
  }

  /// For the search files.
  var search: SearchIndex.Standing? {
    standing.map { standing in
      SearchIndex.Standing(
        standing.pages.search, stands: stands, load: { [folder] in try FileReading.bytes(at: folder + "/" + $0) })
    }
  }

  /// What search knows of the pages of a unit.
  func searched(_ unit: PageMemory.Unit) -> [SearchPage] { unit.outputs.compactMap { listed[$0] }.map { SearchPage(kept: $0) } }

  // MARK: What was made

  /// - Parameters:
  ///   - text: `contentHash` of the chapter's.
  ///   - items: as for `chapter`.
  func made(chapter text: UInt64, items: UInt64?, reads: PageReads, outputs: [String], remains: ChapterRemains) -> PageMemory.Unit {
    var unit = unit(text, reads, outputs, remains)
    if let items { unit.practice = .init(source: practice, items: items) }
    return unit
  }

  /// nil for a page that is made every time.
  func made(_ page: PageInput, reads: PageReads, output: String) -> PageMemory.Unit? {
    // A list of everything is made again when anything changed: what it looked up tells no more.
    let reads = if case .course = page { PageReads() } else { reads }
    return input(page).map { unit($0, reads, [output]) }
  }

  private func unit(
    _ input: UInt64, _ reads: PageReads, _ outputs: [String], _ remains: ChapterRemains = ChapterRemains()
  ) -> PageMemory.Unit {
    let keys = reads.sorted
    return .init(input: input, reads: keys, found: digests.digest(of: keys), outputs: outputs, remains: remains)
  }

  func memory(_ units: [String: PageMemory.Unit], search: SearchIndex.Memory) -> PageMemory {
    PageMemory(frame: digests.frame, terms: digests.terms, units: units, search: search)
  }
}
