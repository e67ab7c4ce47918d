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
    for shard in try index.withLock({ try $0.add(pages, turn: turn) }) { try put(shard) }
  }

  /// - Returns: what the next build is to know.
  func finish() throws -> SearchIndex.Memory {
    try index.withLock { index in try index.finish { try put($0) } }
  }

  private func put(_ file: SearchIndex.File) throws {
    if let bytes = file.bytes { try writer.write(file.path, bytes) } else { writer.keep(file.path) }
  }
}
