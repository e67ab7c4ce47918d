import Diagnostics
import Foundation
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

  /// How the last build ended, if another would end the same and all it wrote still stands as it left it; else nil.
  func recall(_ inputs: Inputs) -> Ending? {
    guard inputs.isKnown, let kept = inputs.last, kept.settings == settings, kept.inputs.count == inputs.files.count else {
      return nil
    }
    var doubtful: [(path: String, hash: UInt64)] = []
    for (path, stamp) in inputs.files {
      guard let known = kept.inputs[path], known.stamp.size == stamp.size else { return nil }
      if verifies || !known.isSettled || known.stamp != stamp { doubtful.append((path, known.hash)) }
    }
    for (path, stamp) in kept.outputs where FileStamp(path) != stamp { return nil }
    let asked = doubtful
    let isSame = try? concurrentMap(count: asked.count, jobs: jobs) {
      try contentHash(ofFile: asked[$0].path) == asked[$0].hash
    }
    guard isSame?.allSatisfy({ $0 }) == true else { return nil }
    let ending = Ending(diagnostics: kept.diagnostics, outputs: kept.outputs.map(\.path))
    if !asked.isEmpty { keep(inputs, ending) }
    return ending
  }

  /// Remembers a build, unless its sources changed while it ran. A memory that cannot be written is none: the next build is a whole one.
  ///
  /// - Parameter inputs: as they were before the build began.
  func keep(_ inputs: Inputs, _ ending: Ending) {
    guard inputs.isKnown, stamps().files == inputs.files else { return forget() }
    let paths = inputs.files.keys.sorted()
    let hashes = try? concurrentMap(count: paths.count, jobs: jobs) { index in
      // Programs are large and change seldom: what settled under this stamp was read once.
      if let known = inputs.last?.inputs[paths[index]], !verifies, known.isSettled,
        known.stamp == inputs.files[paths[index]]
      {
        return known.hash
      }
      return try contentHash(ofFile: paths[index])
    }
    guard let hashes else { return forget() }
    var kept = Kept(settings: settings, diagnostics: ending.diagnostics)
    for (path, hash) in zip(paths, hashes) {
      guard let stamp = inputs.files[path] else { continue }
      let isSettled = max(stamp.modified, stamp.changed) < inputs.time - Self.grain
      kept.inputs[path] = Kept.Input(stamp: stamp, hash: hash, isSettled: isSettled)
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
