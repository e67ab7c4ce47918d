import Diagnostics

/// A file of rows and cells as spreadsheets write them (RFC 4180), parted by comma, semicolon or tab, whichever its first line has most of.
struct DelimitedTable {
  struct Cell {
    let text: String
    /// With its quotes.
    let range: ByteRange
  }
  /// Rows of nothing but empty cells are left out.
  private(set) var rows: [[Cell]] = []

  /// Costs one pass over the bytes.
  init(_ text: SourceText) {
    let bytes = text.bytes
    let delimiter = Self.delimiter(bytes)
    var row: [Cell] = []
    var content: [UInt8] = []
    /// Nothing but spaces so far: a quotation mark opens a quoted cell.
    var isBlank = true
    var start = 0
    var isQuoted = false
    var i = 0
    func trimmed(_ content: [UInt8]) -> String {
      var slice = content[...]
      while let last = slice.last, last == 0x20 || last == 0x09 { slice.removeLast() }
      while let first = slice.first, first == 0x20 || first == 0x09 { slice.removeFirst() }
      return String(decoding: slice, as: UTF8.self)
    }
    func finishCell(at end: Int) {
      row.append(Cell(text: trimmed(content), range: ByteRange(start, end)))
      content = []
      isBlank = true
      start = end + 1
    }
    func finishRow() {
      if row.contains(where: { !$0.text.isEmpty }) { rows.append(row) }
      row = []
    }
    while i < bytes.count {
      let byte = bytes[i]
      if isQuoted {
        if byte != 0x22 {
          content.append(byte)
        } else if i + 1 < bytes.count, bytes[i + 1] == 0x22 {
          content.append(0x22)
          i += 1
        } else {
          isQuoted = false
          isBlank = content.allSatisfy { $0 == 0x20 }
        }
      } else if byte == 0x22, isBlank {
        isQuoted = true
        content = []
      } else if byte == delimiter {
        finishCell(at: i)
      } else if byte == 0x0A || byte == 0x0D {
        finishCell(at: i)
        if byte == 0x0D, i + 1 < bytes.count, bytes[i + 1] == 0x0A {
          i += 1
          start += 1
        }
        finishRow()
      } else {
        content.append(byte)
        if byte != 0x20 { isBlank = false }
      }
      i += 1
    }
    if !content.isEmpty || !row.isEmpty {
      finishCell(at: bytes.count)
      finishRow()
    }
  }

  private static func delimiter(_ bytes: [UInt8]) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in bytes {
      if byte == 0x22 { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A || byte == 0x0D { break }
      if byte == 0x2C || byte == 0x3B || byte == 0x09 { counts[byte, default: 0] += 1 }
    }
    return [0x2C, 0x3B, 0x09].max { counts[$0, default: 0] < counts[$1, default: 0] } ?? 0x2C
  }
}
