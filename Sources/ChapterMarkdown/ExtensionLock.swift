import Synchronization

/// Keeps documents that need `strikethrough` or `autolink` apart from all others.
///
/// cmark-gfm 0.29.0.gfm.6 marks their special characters in one global table while it parses, and every parse reads that
/// table. So a document that needs them is parsed alone, and any number of others side by side.
///
/// A lock of many readers and one writer, made of mutexes: a reader takes one of them, the writer all. It needs nothing
/// but the standard library (the core imports no Glibc for `pthread_rwlock_t`), a reader costs one uncontended lock, and
/// a writer cannot starve: it holds each mutex it has reached.
enum ExtensionLock {
  private static let count = 16
  private static let slots = InlineArray<16, Mutex<Void>> { _ in Mutex(()) }
  private static let turn = Atomic<Int>(0)

  static func withShared(_ body: () -> Void) {
    // Turns go round, so that parses running at the same time meet in one slot only when there are more than `count`.
    let slot = turn.wrappingAdd(1, ordering: .relaxed).newValue & (count - 1)
    slots[slot].withLock { _ in body() }
  }

  static func withExclusive(_ body: () -> Void) { withSlots(from: 0, body) }

  private static func withSlots(from slot: Int, _ body: () -> Void) {
    guard slot < count else { return body() }
    slots[slot].withLock { _ in withSlots(from: slot + 1, body) }
  }
}
