import CourseModel
import CourseReader
import Diagnostics
import Foundation
import Testing

@testable import RecordExporter

private let pandoc = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { $0 + "/pandoc" }.first {
  FileManager.default.isExecutableFile(atPath: $0)
}

/// The works of a course with references go out, and come back as they were: through our own readers and through pandoc's.
@Suite struct WorksRoundTrip {
  private static let yaml = """
    - {id: castells1998, type: book, title: End of Millennium, author: [{given: Manuel, family: Castells}], issued: 1998, publisher: Blackwell}
    - {id: kan2538, type: book, title: การพัฒนาแนววัฒนธรรมชุมชน, author: [{given: กาญจนา, family: แก้วเทพ}], issued: 2538, publisher-place: กรุงเทพฯ}
    - {id: moe2551, type: report, title: "หลักสูตรแกนกลาง 50% & อื่น ๆ", author: [{literal: กระทรวงศึกษาธิการ}], issued: 2551, URL: "https://example.org/a_b"}
    - {id: two2010, type: article-journal, title: Ties, author: [{given: Ann, family: Lee}, {given: Bo, family: Day}], issued: 2010, container-title: Networks, volume: 3, page: 5-7}
    """
  private let course = resolveCourse(
    [readChapter(SourceText(file: "a.md", "[@castells1998] [@kan2538] [@moe2551] [@two2010]"), name: "a")],
    references: References.read(SourceText(file: "r.yml", yaml)).references
  ).course

  private func bytes(_ format: any RecordFormat) -> [UInt8] { format.write(course, texts: RecordTexts([])).first?.bytes ?? [] }

  private func inShort(_ references: References) -> [String] {
    references.entries.map { entry in
      let who = entry.authors.map(\.full).joined(separator: "+")
      let details = entry.details.filter { $0.field != "language" }.map { "\($0.field)=\($0.value)" }.sorted()
      return ([entry.key, entry.type ?? "-", who, entry.year ?? "-", entry.title ?? "-"] + details).joined(separator: " · ")
    }
  }
  private let expected = [
    "castells1998 · book · Manuel Castells · 1998 · End of Millennium · publisher=Blackwell",
    "kan2538 · book · กาญจนา แก้วเทพ · 1995 · การพัฒนาแนววัฒนธรรมชุมชน · publisher-place=กรุงเทพฯ",
    "moe2551 · report · กระทรวงศึกษาธิการ · 2008 · หลักสูตรแกนกลาง 50% & อื่น ๆ · URL=https://example.org/a_b",
    "two2010 · article-journal · Ann Lee+Bo Day · 2010 · Ties · container-title=Networks · page=5-7 · volume=3",
  ]

  @Test func comesBackFromCSLInJSON() {
    let (references, diagnostics) = References.read(SourceText(file: "w.json", bytes: bytes(CSLRecords())))
    #expect(diagnostics.isEmpty)
    #expect(inShort(references) == expected)
  }

  @Test func comesBackFromBibTeX() {
    let (references, diagnostics) = References.readBibTeX(SourceText(file: "w.bib", bytes: bytes(BibTeXRecords())))
    #expect(diagnostics.isEmpty)
    #expect(inShort(references) == expected)
  }

  private func run(_ arguments: [String], _ input: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: pandoc ?? "")
    process.arguments = arguments
    let (standardInput, standardOutput) = (Pipe(), Pipe())
    (process.standardInput, process.standardOutput) = (standardInput, standardOutput)
    try process.run()
    try standardInput.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try standardInput.fileHandleForWriting.close()
    let data = standardOutput.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: data, as: UTF8.self)
  }

  @Test(.enabled(if: pandoc != nil, "pandoc is not installed"), arguments: ["json", "bib"])
  func isCitedByPandocsCitationProcessor(_ ending: String) throws {
    let file = NSTemporaryDirectory() + "tamra-works-\(UUID().uuidString)." + ending
    defer { try? FileManager.default.removeItem(atPath: file) }
    try Data(ending == "json" ? bytes(CSLRecords()) : bytes(BibTeXRecords())).write(to: URL(fileURLWithPath: file))
    let text = try run(
      ["--citeproc", "--bibliography", file, "--to", "plain", "--wrap", "none"],
      "ดู [@castells1998], [@kan2538], [@moe2551], [@two2010]\n")
    for words in [
      "(Castells 1998)", "1995)", "กระทรวงศึกษาธิการ 2008)", "(Lee and Day 2010)", "End of Millennium", "การพัฒนาแนววัฒนธรรมชุมชน",
      "50% & อื่น ๆ", "Blackwell", "https://example.org/a_b", "Networks",
    ] {
      #expect(text.contains(words), "\(words) in \(text)")
    }
  }

  @Test func isOneRowAWorkInCSV() {
    let files = CSVRecords().write(course, texts: RecordTexts([]))
    let works = files.first { $0.name == "works.csv" }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
    #expect(works.split(whereSeparator: \.isNewline).count == 5)
    #expect(works.contains("กระทรวงศึกษาธิการ") && works.contains("หลักสูตรแกนกลาง 50% & อื่น ๆ"))
  }
}
