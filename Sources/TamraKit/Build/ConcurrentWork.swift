import Foundation
import Synchronization

/// Runs `body` on every index below `count`, on `jobs` threads, and returns the results in index order.
///
/// The one place where work is spread over cores. Threads have 16 MiB of stack, because a nested chapter is walked
/// recursively. When bodies throw, no new ones start and the error of the lowest index is thrown after the running ones end.
package func concurrentMap<Value: Sendable, Problem: Error>(
  count: Int, jobs: Int, _ body: @escaping @Sendable (Int) throws(Problem) -> Value
) throws(Problem) -> [Value] {
  guard count > 0 else { return [] }
  let work = SharedWork<Value, Problem>(count: count)
  let group = DispatchGroup()
  for _ in 0..<max(1, min(jobs, count)) {
    group.enter()
    let thread = Thread {
      work.run(body)
      group.leave()
    }
    thread.stackSize = 16 << 20
    thread.start()
  }
  group.wait()
  return try work.results()
}

/// The processors this process may use.
package var processorCount: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }

/// What the threads of one `concurrentMap` share: a class because it is one counter and one heap of results for all.
private final class SharedWork<Value: Sendable, Problem: Error>: Sendable {
  private struct Outcome {
    var values: [(index: Int, value: Value)] = []
    var failure: (index: Int, error: Problem)?
  }
  private let count: Int
  private let next = Atomic<Int>(0)
  private let outcome = Mutex(Outcome())

  init(count: Int) { self.count = count }

  func run(_ body: (Int) throws(Problem) -> Value) {
    var values: [(index: Int, value: Value)] = []
    while true {
      let index = next.add(1, ordering: .relaxed).oldValue
      guard index < count else { break }
      do throws(Problem) {
        values.append((index, try body(index)))
      } catch {
        next.store(count, ordering: .relaxed)
        outcome.withLock { if ($0.failure?.index ?? count) > index { $0.failure = (index, error) } }
      }
    }
    let collected = values
    outcome.withLock { $0.values += collected }
  }

  func results() throws(Problem) -> [Value] {
    let outcome = outcome.withLock { $0 }
    if let failure = outcome.failure { throw failure.error }
    return outcome.values.sorted { $0.index < $1.index }.map(\.value)
  }
}
