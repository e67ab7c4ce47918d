/// Where each byte of a rewritten text stood before the rewriting: one entry for every place the two run out of step.
///
/// Built by the rewriters of this folder, always from front to back. A look-up costs O(log entries).
struct OffsetMap: Sendable {
  private struct Step: Sendable {
    var output: Int32
    var source: Int32
    /// Bytes of the source that became this piece; 0 where bytes were copied one for one up to the next step.
    var replaced: Int32
  }
  private var steps: [Step] = []

  /// From `output` on, bytes are copied from `source` on.
  mutating func copies(output: Int, source: Int) {
    if let last = steps.last, last.output == Int32(clamping: output), last.replaced == 0 { steps.removeLast() }
    if steps.isEmpty, output == source { return }
    steps.append(Step(output: Int32(clamping: output), source: Int32(clamping: source), replaced: 0))
  }

  /// The bytes from `output` on stand for `count` bytes from `source` on, as a whole.
  mutating func replaces(output: Int, source: Int, count: Int) {
    if let last = steps.last, last.output == Int32(clamping: output), last.replaced == 0 { steps.removeLast() }
    steps.append(Step(output: Int32(clamping: output), source: Int32(clamping: source), replaced: Int32(clamping: max(1, count))))
  }

  var isIdentity: Bool { steps.isEmpty }

  /// Where the character begins that `offset` is in.
  func start(of offset: Int) -> Int {
    guard let step = step(atOrBefore: offset) else { return offset }
    if step.replaced > 0 { return Int(step.source) }
    return Int(step.source) + offset - Int(step.output)
  }

  /// Where what is before `offset` ends; what was dropped at that place is not in it.
  func end(of offset: Int) -> Int {
    guard offset > 0, let step = step(atOrBefore: offset - 1) else { return offset }
    if step.replaced > 0 { return Int(step.source) + Int(step.replaced) }
    return Int(step.source) + offset - Int(step.output)
  }

  private func step(atOrBefore offset: Int) -> Step? {
    var low = 0
    var high = steps.count
    while low < high {
      let middle = (low + high) / 2
      if Int(steps[middle].output) <= offset { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : steps[low - 1]
  }
}
