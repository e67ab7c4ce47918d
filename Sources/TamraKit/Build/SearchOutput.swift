import SiteExporter
import Synchronization

/// The search files of a site, written while its pages are. A class because all threads fill one index.
final class SearchOutput: Sendable {
  private let index: Mutex<SearchIndex>
  private let writer: OutputWriter

  init(_ index: SearchIndex, to writer: OutputWriter) {
    self.index = Mutex(index)
    self.writer = writer
  }

  /// See `SearchIndex.add(_:turn:)`.
  func add(_ pages: [SearchPage], turn: Int) throws {
    for shard in index.withLock({ $0.add(pages, turn: turn) }) { try writer.write(shard.path, shard.bytes) }
  }

  func finish() throws {
    try index.withLock { index in try index.finish { try writer.write($0.path, $0.bytes) } }
  }
}
