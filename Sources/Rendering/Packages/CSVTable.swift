/// Rows of cells as spreadsheets read them (RFC 4180): UTF-8 with the mark that Excel wants, lines that end in CR and LF.
package enum CSVTable {
  package static func bytes(_ rows: some Sequence<[String]>) -> [UInt8] {
    var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    for row in rows { bytes += Array((row.map(cell).joined(separator: ",") + "\r\n").utf8) }
    return bytes
  }

  /// A cell never begins as a formula does, behind blanks or in wide letters either: one that would gets an apostrophe before it. So does
  /// what stands behind a semicolon or a tab, where some spreadsheets part cells.
  package static func cell(_ text: String) -> String {
    var text = text
    if mayHoldFormula(text) {
      var out = String.UnicodeScalarView()
      var isStart = true
      var blanks = String.UnicodeScalarView()
      for scalar in text.unicodeScalars {
        if isStart, isBlank(scalar) {
          blanks.append(scalar)
          continue
        }
        if isStart, isFormula(scalar) || blanks.contains(where: { $0.value < 0x20 }) { out.append("'") }
        out.append(contentsOf: blanks)
        blanks = String.UnicodeScalarView()
        out.append(scalar)
        isStart = scalar == ";"
      }
      out.append(contentsOf: blanks)
      text = String(out)
    }
    guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x3B || $0 < 0x20 }) else { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }

  /// False for most text, by its bytes: a sign at its start or behind a semicolon, a blank at its start.
  private static func mayHoldFormula(_ text: String) -> Bool {
    var isStart = true
    for byte in text.utf8 {
      // Blanks and wide signs of more than a byte begin with these three.
      if isStart, byte <= 0x20 || "=+-@".utf8.contains(byte) || byte == 0xC2 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF {
        return true
      }
      isStart = byte == 0x3B
    }
    return false
  }

  private static func isFormula(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "\u{2212}": return true
    default: return false
    }
  }

  /// What a spreadsheet may pass over at the start of a cell.
  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value <= 0x20 || scalar.properties.isWhitespace || scalar.properties.generalCategory == .format
  }
}
