import Foundation
import TestSupport
import Testing

/// What each target may import, beyond the Swift standard library: the design's table, held by reading the sources.
private let allowed: [String: Set<String>] = [
  "Diagnostics": [],
  "Packing": [],
  "ThaiText": ["CLibThai", "Synchronization"],
  "Prose": ["Diagnostics"],
  "ChapterMarkdown": ["CCMarkGFM", "Prose", "Diagnostics", "Synchronization"],
  "CourseModel": ["Prose", "Diagnostics"],
  "CourseReader": ["ChapterMarkdown", "Prose", "CourseModel", "ThaiText", "Packing", "Diagnostics", "Yams"],
  "ChapterImport": ["CourseReader", "ChapterMarkdown", "Prose", "CourseModel", "ThaiText", "Diagnostics"],
  "QuizGenerator": ["CourseModel", "ThaiText", "Diagnostics", "Synchronization"],
  "Rendering": ["Prose", "CourseModel", "ThaiText", "Diagnostics", "Mustache"],
  "SiteExporter": ["Rendering", "Prose", "CourseModel", "ThaiText", "Packing", "Diagnostics", "Synchronization"],
  "SheetExporter": ["Rendering", "Prose", "CourseModel", "ThaiText", "Diagnostics"],
  "QuizExporter": ["Rendering", "CourseModel", "ThaiText", "Diagnostics", "CSQLite", "CZlib"],
  "QuizAnalysis": ["Rendering", "CourseModel", "ThaiText", "Diagnostics"],
  "RecordExporter": ["Rendering", "CourseModel", "ThaiText", "Diagnostics"],
]

@Suite struct ImportRules {
  @Test(arguments: allowed.keys.sorted()) func holdFor(_ target: String) throws {
    let folder = packageRoot.appendingPathComponent("Sources/\(target)")
    var seen = 0
    for case let path as String in FileManager.default.enumerator(atPath: folder.path) ?? .init() where path.hasSuffix(".swift") {
      seen += 1
      let text = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
      for line in text.split(separator: "\n") {
        let words = line.split(separator: " ").filter { !$0.hasPrefix("@") }
        guard let at = words.firstIndex(of: "import"), at == 0 || words[0] == "package" || words[0] == "internal" else { continue }
        let module = words.dropFirst(at + 1).first { !["struct", "func", "class", "enum"].contains($0) } ?? ""
        let name = String(module.prefix { $0 != "." })
        #expect(name == "Swift" || allowed[target, default: []].contains(name), "Sources/\(target)/\(path) imports \(name)")
      }
    }
    #expect(seen > 0)
  }

  @Test func onlyTheCommandLineKnowsItsParser() throws {
    let sources = packageRoot.appendingPathComponent("Sources")
    for case let path as String in FileManager.default.enumerator(atPath: sources.path) ?? .init()
    where path.hasSuffix(".swift") && !path.hasPrefix("tamra/") {
      let text = try String(contentsOf: sources.appendingPathComponent(path), encoding: .utf8)
      #expect(!text.contains("import ArgumentParser"), "\(path)")
    }
  }
}
