/// Rows of cells as spreadsheets read them (RFC 4180): UTF-8 with the mark that Excel wants, lines that end in CR and LF.
package enum CSVTable {
  package static func bytes(_ rows: some Sequence<[String]>) -> [UInt8] {
    var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    for row in rows { bytes += Array((row.map(cell).joined(separator: ",") + "\r\n").utf8) }
    return bytes
  }

  /// A cell never begins as a formula does: one that would gets an apostrophe before it.
  package static func cell(_ text: String) -> String {
    var text = text
    if let first = text.utf8.first, "=+-@\t\r".utf8.contains(first) { text = "'" + text }
    guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}
