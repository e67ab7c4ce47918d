/// A trie over folded scalars whose edges live in one hash table: small for thousands of terms, and a step costs one look-up.
struct SymbolTrie: Sendable {
  static let root: Int32 = 0

  private struct Edge: Sendable {
    /// The parent above the symbol's 21 bits; 0 is free, for no symbol is 0.
    var key: UInt64
    var child: Int32
    /// The term that ends at the child; -1 where none does.
    var value: Int32
  }
  private var edges: [Edge] = Array(repeating: Edge(key: 0, child: 0, value: -1), count: 16)
  private var used = 0

  var isEmpty: Bool { used == 0 }

  /// Of equal terms the first stays.
  mutating func insert(_ symbols: [UInt32], value: Int32) {
    var node = Self.root
    for (index, symbol) in symbols.enumerated() {
      let isLast = index + 1 == symbols.count
      let slot = slot(of: Self.key(node, symbol))
      if edges[slot].key != 0 {
        node = edges[slot].child
        if isLast, edges[slot].value < 0 { edges[slot].value = value }
      } else {
        let key = Self.key(node, symbol)
        used += 1
        node = Int32(clamping: used)
        edges[slot] = Edge(key: key, child: node, value: isLast ? value : -1)
        if used * 2 > edges.count { grow() }
      }
    }
  }

  /// Leaves the table sparse enough for short searches.
  mutating func finish() { if used * 4 > edges.count { grow() } }

  /// The node that a symbol leads to and the term that ends there, -1 for none; nil where it leads nowhere.
  @inline(__always)
  func child(of node: Int32, _ symbol: UInt32) -> (node: Int32, value: Int32)? {
    let key = Self.key(node, symbol)
    let edge = edges[slot(of: key)]
    return edge.key == key ? (edge.child, edge.value) : nil
  }

  /// Where a key is, or would go. The table is never full.
  @inline(__always)
  private func slot(of key: UInt64) -> Int {
    let mask = edges.count - 1
    var slot = Int((key &* 0x9E37_79B9_7F4A_7C15) >> 33) & mask
    while edges[slot].key != key, edges[slot].key != 0 { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = edges
    edges = Array(repeating: Edge(key: 0, child: 0, value: -1), count: old.count * 2)
    for edge in old where edge.key != 0 { edges[slot(of: edge.key)] = edge }
  }

  @inline(__always)
  private static func key(_ node: Int32, _ symbol: UInt32) -> UInt64 { UInt64(UInt32(bitPattern: node)) << 21 | UInt64(symbol) }
}
