extension HTMLBuffer {
  /// Raw HTML as it is, but for the tags GFM filters, whose `<` is escaped.
  mutating func filteredHTML(_ html: String) {
    var html = html
    html.withUTF8 { source in
      var start = 0
      for i in 0..<source.count where source[i] == UInt8(ascii: "<") && Self.isFiltered(source, at: i) {
        self.html(Array(source[start..<i]))
        markup("&lt;")
        start = i + 1
      }
      self.html(Array(source[start..<source.count]))
    }
  }

  private static let filtered: [StaticString] = [
    "title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script", "plaintext",
  ]

  private static func isFiltered(_ source: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    var from = start + 1
    if from < source.count, source[from] == UInt8(ascii: "/") { from += 1 }
    return filtered.contains { name in
      let count = name.utf8CodeUnitCount
      guard from + count < source.count else { return false }
      for i in 0..<count where source[from + i] | 0x20 != name.utf8Start[i] { return false }
      let next = source[from + count]
      if next == UInt8(ascii: ">") || next == 0x20 || (next >= 0x09 && next <= 0x0D) { return true }
      return next == UInt8(ascii: "/") && from + count + 1 < source.count && source[from + count + 1] == UInt8(ascii: ">")
    }
  }
}
