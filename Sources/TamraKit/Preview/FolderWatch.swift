/// Sees that files below some folders changed, by looking: editors save in too many ways (rename, truncate, swap files) to
/// rely on being told, and a look at a course of a few thousand files costs milliseconds.
package struct FolderWatch: Sendable {
  private let folders: [String]
  private var seen: [String: FileStamp]

  package init(_ folders: [String]) {
    self.folders = folders
    self.seen = FileStamp.below(folders).files
  }

  /// The paths that came, went or changed since the last look, in order.
  package mutating func changes() -> [String] {
    let now = FileStamp.below(folders).files
    let changed = Set(now.keys).union(seen.keys).filter { now[$0] != seen[$0] }
    seen = now
    return changed.sorted()
  }

  /// As `changes()`, once nothing has changed for a moment: an editor may empty a file before it fills it, move the old one away before the
  /// new one is there, and save a dozen at once. After half a second of changes it no longer waits.
  package mutating func settledChanges() async -> [String] {
    var changed = Set(changes())
    guard !changed.isEmpty else { return [] }
    let start = ContinuousClock.now
    while ContinuousClock.now - start < .milliseconds(500) {
      try? await Task.sleep(for: .milliseconds(6))
      let more = changes()
      if more.isEmpty { break }
      changed.formUnion(more)
    }
    return changed.sorted()
  }
}
