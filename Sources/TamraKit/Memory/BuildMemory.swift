import Diagnostics
import Foundation
import Packing
import ThaiText

/// What the last build of a course into one folder saw, left and said: enough to know that the next would do the same.
///
/// Decided by content. A stamp stands in for reading where it settles the matter; a file with a new stamp, or one that was written so
/// shortly before it was looked at that another change could hide behind the clock, is read and its bytes compared by a 64-bit hash.
/// What this keeps is one file in the course's `.tamra` (or the folder of `--cache`), safe to delete; one that is damaged, of another
/// version or of another tamra is as good as none.
struct BuildMemory: Sendable {
  /// What a build depends on, as it stood before the build began.
  struct Inputs: Sendable {
    fileprivate var files: [String: FileStamp]
    /// Folders that a link leads to are not looked through: such a course is built every time.
    fileprivate var isKnown: Bool
    /// When it was looked at, in nanoseconds since 1970.
    fileprivate var time: Int64
    /// What the last build remembered.
    fileprivate var last: Kept?
  }

  /// What a build ended with.
  struct Ending: Sendable {
    var diagnostics: [Diagnostic]
    /// Absolute paths of all that was written or left as it was.
    var outputs: [String]
  }

  private let path: String
  private let pagesPath: String
  private let readingsPath: String
  private let course: String
  private let tools: [String]
  private let settings: [String]
  private let jobs: Int
  private let verifies: Bool

  /// - Parameters:
  ///   - folder: where the memory is kept.
  ///   - output: the folder the build fills: each has a memory of its own.
  ///   - tools: programs and fonts that the output depends on; folders are looked through.
  ///   - settings: what else it depends on, as it is.
  ///   - verifies: every file is read, whatever its stamp says.
  init(folder: String, course: CourseFolder, output: String, tools: [String], settings: [String], jobs: Int, verifies: Bool = false)
  {
    path = folder + "/builds/" + stableHash(output)
    pagesPath = folder + "/pages/" + stableHash(output)
    readingsPath = folder + "/readings/" + stableHash(output)
    self.course = course.root
    self.tools = tools
    self.settings = [course.root, output] + settings
    self.jobs = jobs
    self.verifies = verifies
  }

  /// The files of the course and the tools as they stand now.
  func look() -> Inputs {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    let (files, hasLinkedFolder) = stamps()
    return Inputs(
      files: files, isKnown: !hasLinkedFolder && !files.keys.contains { $0.utf8.contains(0x0A) },
      time: Int64(now.tv_sec) &* 1_000_000_000 &+ Int64(now.tv_nsec), last: Kept(at: path))
  }

  private func stamps() -> (files: [String: FileStamp], hasLinkedFolder: Bool) {
    FileStamp.below(CourseFolder.sources.map { course + "/" + $0 } + tools)
  }

  /// The inputs whose bytes are those the last build saw; nil where nothing is remembered, or there are other settings, more files or fewer.
  struct Comparison: Sendable {
    fileprivate var same: Set<String>
    fileprivate var wasRead: Bool
    fileprivate var last: Kept
  }

  /// Reads what a stamp does not settle.
  func compare(_ inputs: Inputs) -> Comparison? {
    guard inputs.isKnown, let kept = inputs.last, kept.settings == settings, kept.inputs.count == inputs.files.count else {
      return nil
    }
    var doubtful: [(path: String, hash: UInt64)] = []
    var same: Set<String> = []
    same.reserveCapacity(inputs.files.count)
    for (path, stamp) in inputs.files {
      guard let known = kept.inputs[path] else { return nil }
      guard known.stamp.size == stamp.size else { continue }
      if verifies || !known.isSettled || known.stamp != stamp {
        doubtful.append((path, known.hash))
      } else {
        same.insert(path)
      }
    }
    let asked = doubtful
    let isSame = try? concurrentMap(count: asked.count, jobs: jobs) {
      try contentHash(ofFile: asked[$0].path) == asked[$0].hash
    }
    guard let isSame else { return nil }
    for (file, isSame) in zip(asked, isSame) where isSame { same.insert(file.path) }
    return Comparison(same: same, wasRead: !asked.isEmpty, last: kept)
  }

  /// How the last build ended, if another would end the same and all it wrote still stands as it left it; else nil.
  func recall(_ inputs: Inputs, _ comparison: Comparison) -> Ending? {
    guard comparison.same.count == inputs.files.count else { return nil }
    for (path, stamp) in comparison.last.outputs where FileStamp(path) != stamp { return nil }
    let ending = Ending(diagnostics: comparison.last.diagnostics, outputs: comparison.last.outputs.map(\.path))
    if comparison.wasRead { keep(inputs, ending) }
    return ending
  }

  /// What the last build left that the next may leave standing.
  struct Standing: Sendable {
    /// Hashes of the chapters whose text is what it was, by their paths from the course folder.
    var chapters: [String: UInt64]
    /// By absolute path.
    var outputs: [String: FileStamp]
    var pages: PageMemory
  }

  /// nil where anything but the text of chapters is another than the last build saw.
  ///
  /// - Parameter chapters: their paths from the course folder.
  func standing(_ inputs: Inputs, _ comparison: Comparison, chapters: [String]) -> Standing? {
    let texts = Set(chapters.map { course + "/" + $0 })
    guard inputs.files.keys.allSatisfy({ comparison.same.contains($0) || texts.contains($0) }),
      let bytes = try? FileReading.bytes(at: pagesPath), contentHash(bytes) == comparison.last.pages,
      let pages = PageMemory(bytes)
    else { return nil }
    var hashes: [String: UInt64] = [:]
    for chapter in chapters where comparison.same.contains(course + "/" + chapter) {
      hashes[chapter] = comparison.last.inputs[course + "/" + chapter]?.hash
    }
    let outputs = Dictionary(comparison.last.outputs.map { ($0.path, $0.stamp) }) { first, _ in first }
    return Standing(chapters: hashes, outputs: outputs, pages: pages)
  }

  /// Readings of the course's chapters, whatever became of the builds that left them; nil where none can be kept.
  ///
  /// - Parameter program: what reads: readings of another are none.
  func readings(_ inputs: Inputs, program: String) -> ReadingLog? {
    var key = ContentHash()
    for path in [program, course + "/Content/course.yml"] { key.add((try? hash(path, inputs)) ?? 0) }
    return ReadingLog(readingsPath, key: key.value)
  }

  /// Of an input; programs are large and change seldom: what settled under this stamp was read once.
  private func hash(_ path: String, _ inputs: Inputs) throws -> UInt64 {
    if let known = inputs.last?.inputs[path], !verifies, known.isSettled, known.stamp == inputs.files[path] { return known.hash }
    return try contentHash(ofFile: path)
  }

  /// Remembers a build, unless its sources changed while it ran. A memory that cannot be written is none: the next build is a whole one.
  ///
  /// - Parameters:
  ///   - inputs: as they were before the build began.
  ///   - pages: nil where nothing was made.
  func keep(_ inputs: Inputs, _ ending: Ending, pages: PageMemory? = nil) {
    guard inputs.isKnown, stamps().files == inputs.files else { return forget() }
    let paths = inputs.files.keys.sorted()
    let hashes = try? concurrentMap(count: paths.count, jobs: jobs) { try hash(paths[$0], inputs) }
    guard let hashes else { return forget() }
    var kept = Kept(settings: settings, diagnostics: ending.diagnostics)
    for (path, hash) in zip(paths, hashes) {
      guard let stamp = inputs.files[path] else { continue }
      let isSettled = max(stamp.modified, stamp.changed) < inputs.time - Self.grain
      kept.inputs[path] = Kept.Input(stamp: stamp, hash: hash, isSettled: isSettled)
    }
    // Where nothing was made, the pages of the build before are still those that stand.
    kept.pages = inputs.last?.pages ?? 0
    if let pages {
      var hash = ContentHash()
      let isWritten: Void? = try? NewFile.replace(pagesPath) { put in
        try pages.encode { part in
          part.withUnsafeBytes { hash.add($0) }
          try put(part)
        }
      }
      guard isWritten != nil else { return forget() }
      kept.pages = hash.value
    }
    for path in ending.outputs {
      guard let stamp = FileStamp(path) else { return forget() }
      kept.outputs.append((path, stamp))
    }
    guard let bytes = kept.encoded(), (try? NewFile.replace(path, bytes)) != nil else { return forget() }
  }

  /// Lets go of what is remembered: before a build touches the first file, and where nothing can be promised.
  func forget() { unlink(path) }

  /// Two seconds: the coarsest clock of the file systems in use.
  private static let grain: Int64 = 2_000_000_000
}
