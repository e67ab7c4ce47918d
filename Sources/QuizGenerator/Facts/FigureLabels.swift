/// The words written in a figure's boxes, read from its `dot` source.
enum FigureLabels {
  /// Node labels in source order, nothing twice; edge labels and attributes of the graph are left out.
  ///
  /// Reads `name [label="…"]` and quoted names; costs one pass.
  static func labels(of graph: String) -> [String] {
    let bytes = Array(graph.utf8)
    var labels: [String] = []
    var i = 0
    while i < bytes.count {
      guard bytes[i] == 0x5B, let close = closing(bytes, from: i) else {
        i += 1
        continue
      }
      if !follows(bytes, i), let label = label(in: bytes, i + 1..<close), !label.isEmpty, !labels.contains(label), labels.count < 64
      {
        labels.append(label)
      }
      i = close + 1
    }
    return labels
  }

  /// The `]` that ends the attributes, quoted ones jumped over.
  private static func closing(_ bytes: [UInt8], from open: Int) -> Int? {
    var i = open + 1
    var quoted = false
    while i < bytes.count {
      if quoted, bytes[i] == 0x5C {
        i += 1
      } else if bytes[i] == 0x22 {
        quoted.toggle()
      } else if bytes[i] == 0x5D, !quoted {
        return i
      }
      i += 1
    }
    return nil
  }

  /// Whether the attributes belong to an edge or to `graph`, `node`, `edge`: then they label no part.
  private static func follows(_ bytes: [UInt8], _ open: Int) -> Bool {
    var start = open
    while start > 0, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x3B, bytes[start - 1] != 0x7B { start -= 1 }
    let head = String(decoding: bytes[start..<open], as: UTF8.self)
    if head.holds("->") || head.holds("--") { return true }
    let word = head.filter { $0 != " " && $0 != "\t" }
    return word == "graph" || word == "node" || word == "edge"
  }

  private static func label(in bytes: [UInt8], _ range: Range<Int>) -> String? {
    let key = Array("label".utf8)
    var i = range.lowerBound
    while i + key.count < range.upperBound {
      guard bytes.starts(with: key, at: i), i == range.lowerBound || !isName(bytes[i - 1]) else {
        i += 1
        continue
      }
      var j = i + key.count
      while j < range.upperBound, bytes[j] == 0x20 || bytes[j] == 0x3D { j += 1 }
      guard j < range.upperBound, bytes[j] == 0x22 else { return nil }
      var out: [UInt8] = []
      j += 1
      while j < range.upperBound, bytes[j] != 0x22 {
        if bytes[j] == 0x5C, j + 1 < range.upperBound {
          j += 1
          // \n, \l and \r break the line.
          out.append(bytes[j] == 0x6E || bytes[j] == 0x6C || bytes[j] == 0x72 ? 0x20 : bytes[j])
        } else {
          out.append(bytes[j])
        }
        j += 1
      }
      return String(decoding: out, as: UTF8.self)
    }
    return nil
  }

  private static func isName(_ byte: UInt8) -> Bool {
    ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A) || byte == 0x5F || (byte >= 0x30 && byte <= 0x39)
  }
}
