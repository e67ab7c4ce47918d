import Foundation

/// Compares output with a file beside the test; `UPDATE_GOLDENS=1` writes the file and still fails, so that CI never records.
///
/// Returns nil when equal, else what to tell the reader.
public func goldenMismatch(_ actual: String, _ name: String, file: String = #filePath) -> String? {
  let folder = URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent("Goldens")
  let golden = folder.appendingPathComponent(name)
  let expected = try? String(contentsOf: golden, encoding: .utf8)
  if expected == actual { return nil }
  if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] != nil {
    do {
      try FileManager.default.createDirectory(at: golden.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(actual.utf8).write(to: golden)
      return "recorded Goldens/\(name): look at it, then run again without UPDATE_GOLDENS"
    } catch { return "cannot write Goldens/\(name): \(error)" }
  }
  guard let expected else { return "Goldens/\(name) is missing: run with UPDATE_GOLDENS=1 to record it" }
  let a = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let b = actual.split(separator: "\n", omittingEmptySubsequences: false)
  let line = zip(a, b).prefix { $0 == $1 }.count
  return """
    Goldens/\(name) differs at line \(line + 1)
      expected: \(line < a.count ? String(a[line]) : "(end)")
      actual:   \(line < b.count ? String(b[line]) : "(end)")
    """
}
