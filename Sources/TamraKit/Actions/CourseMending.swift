import Diagnostics

/// Puts the certain repairs of findings in place: what a `Diagnostic` has a replacement for.
struct CourseMending {
  struct File {
    var path: String
    var before: [UInt8]
    var after: [UInt8]
    /// The findings that were mended.
    var mended: [Diagnostic]
  }
  private(set) var files: [File] = []

  /// Of findings that overlap the first in source order is mended; the other is found again in the mended text.
  init(_ diagnostics: [Diagnostic], source: (String) throws -> SourceText?) rethrows {
    var order: [String] = []
    var byFile: [String: [Diagnostic]] = [:]
    for diagnostic in diagnostics.inSourceOrder() {
      guard let span = diagnostic.span, diagnostic.replacement != nil else { continue }
      if byFile[span.file] == nil { order.append(span.file) }
      byFile[span.file, default: []].append(diagnostic)
    }
    for path in order {
      guard let bytes = try source(path)?.bytes else { continue }
      var out: [UInt8] = []
      var mended: [Diagnostic] = []
      var done = 0
      for diagnostic in byFile[path] ?? [] {
        guard let span = diagnostic.span, let replacement = diagnostic.replacement, span.range.lowerBound >= done,
          span.range.upperBound <= bytes.count
        else { continue }
        out += bytes[done..<span.range.lowerBound]
        out += replacement.utf8
        done = span.range.upperBound
        mended.append(diagnostic)
      }
      out += bytes[done...]
      if out != bytes { files.append(File(path: path, before: bytes, after: out, mended: mended)) }
    }
  }

  var count: Int { files.reduce(0) { $0 + $1.mended.count } }

  /// The changed lines as a unified difference without context. Replacements hold no line ends, so that lines pair off.
  func difference() -> String {
    var out = ""
    for file in files {
      let before = file.before.split(separator: 0x0A, omittingEmptySubsequences: false)
      let after = file.after.split(separator: 0x0A, omittingEmptySubsequences: false)
      out += "--- \(file.path)\n+++ \(file.path)\n"
      guard before.count == after.count else { continue }
      var line = 0
      while line < before.count {
        guard before[line] != after[line] else {
          line += 1
          continue
        }
        var end = line
        while end < before.count, before[end] != after[end] { end += 1 }
        let place = end - line == 1 ? "\(line + 1)" : "\(line + 1),\(end - line)"
        out += "@@ -\(place) +\(place) @@\n"
        for changed in line..<end { out += "-" + String(decoding: before[changed], as: UTF8.self) + "\n" }
        for changed in line..<end { out += "+" + String(decoding: after[changed], as: UTF8.self) + "\n" }
        line = end
      }
    }
    return out
  }
}
