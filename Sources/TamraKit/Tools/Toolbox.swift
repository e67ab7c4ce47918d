import Foundation

/// Finds the programs and fonts that `make` installs beside tamra: in a checkout's `.tools`, or in `PREFIX/lib/tamra`.
///
/// Everything here is optional at run time: what is missing costs one output, and the message says how to get it.
package struct Toolbox: Sendable {
  /// Folders to look in, nearest first.
  private let folders: [String]
  private let environment: [String: String]

  /// Looks beside the binary alone: a course that brings programs of its own must not have them run.
  ///
  /// - Parameter executable: the path of the running binary, links resolved.
  package init(executable: String, environment: [String: String]) {
    self.environment = environment
    var folder = URL(fileURLWithPath: executable).deletingLastPathComponent()
    var folders = [folder.deletingLastPathComponent().appendingPathComponent("lib/tamra").path]
    for _ in 0..<5 where folder.path != "/" {
      folders.append(folder.appendingPathComponent(".tools").path)
      folder = folder.deletingLastPathComponent()
    }
    self.folders = folders
  }

  /// A Python with the `typst` module; `TAMRA_PYTHON` comes first.
  package var python: String? {
    if let named = environment["TAMRA_PYTHON"], !named.isEmpty { return named }
    return first("venv/bin/python")
  }

  /// Which wheels that Python was given, as `make` wrote it down; nil for a Python of one's own.
  package var wheels: String? {
    guard (environment["TAMRA_PYTHON"] ?? "").isEmpty, let stamp = first("venv/site") else { return nil }
    return (try? FileReading.bytes(at: stamp)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The folder with `sarabun-400.woff2` and its sisters for pages.
  package var webFonts: String? { first("fonts/web") }

  /// The files of `webFonts` by name; none where it is missing.
  func webFontFiles() throws -> [(name: String, bytes: [UInt8])] {
    guard let folder = webFonts else { return [] }
    return try FileReading.names(in: folder).filter { $0.hasSuffix(".woff2") }.map {
      ($0, try FileReading.bytes(at: folder + "/" + $0))
    }
  }

  /// The folder with the full fonts for paper.
  package var printFonts: String? { first("fonts/print") }

  /// Files and folders of the machine that output depends on: another Typst, font or Graphviz makes other sheets and figures.
  var parts: [String] {
    var parts = [webFonts, printFonts, program("dot"), program("pandoc"), python ?? program("python3")].compactMap { $0 }
    if let python {
      let libraries = URL(fileURLWithPath: python).deletingLastPathComponent().deletingLastPathComponent().path + "/lib"
      for version in (try? FileReading.names(in: libraries)) ?? [] where version.hasPrefix("python") {
        let packages = libraries + "/" + version + "/site-packages"
        parts += ((try? FileReading.names(in: packages)) ?? []).filter { $0.hasPrefix("typst") }.map { packages + "/" + $0 }
      }
    }
    return parts
  }

  /// A program on PATH.
  package func program(_ name: String) -> String? {
    for folder in (environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":") {
      let path = folder + "/" + name
      if FileManager.default.isExecutableFile(atPath: path) { return path }
    }
    return nil
  }

  private func first(_ path: String) -> String? {
    folders.lazy.map { $0 + "/" + path }.first { FileManager.default.fileExists(atPath: $0) }
  }
}
