import ChapterImport
import Diagnostics
import Foundation

/// `tamra import FILE`: a document as a course, or as the next chapter of one; a folder of them as chapters. Overwrites nothing.
package struct ImportAction: Sendable {
  private let file: String
  private let output: String
  private let toolbox: Toolbox

  /// - Parameters:
  ///   - file: a text file, a `.docx`, or a folder of them, read in the order of their names.
  ///   - output: a new or empty folder, or a course that gets the document as its next chapter.
  ///   - toolbox: where pandoc is looked for.
  package init(file: String, output: String, toolbox: Toolbox = Toolbox(executable: "tamra", environment: [:])) {
    self.file = file
    self.output = output
    self.toolbox = toolbox
  }

  package func run(_ console: Console) throws -> Int32 {
    let files = try documents()
    // All are read before any is written: a document that cannot be read leaves no half a course.
    let read = try files.map { path in (path: path, document: try document(path)) }
    try refuseOthersFolder()
    var hasErrors = false
    for (path, document) in read {
      let imported = document.chapter
      let folder = try chapterFolder(imported)
      try NewFile.write(folder + "/chapter.md", Array(imported.markdown.utf8))
      for picture in document.pictures { try NewFile.write(folder + "/" + picture.path, picture.bytes) }
      if FileReading.kind(of: output + "/Content/course.yml") == nil, FileReading.kind(of: output + "/Site") == nil {
        let title = imported.title.isEmpty || files.count > 1 ? URL(fileURLWithPath: file).lastPathComponent : imported.title
        try NewFile.write(output + "/Content/course.yml", Array("title: \(Self.quoted(title))\nlanguage: th\n".utf8))
      }
      console.say(imported.diagnostics) { [source = imported.source] _ in source }
      console.say(Wording(thai: "\(path) → \(folder)/chapter.md", english: "\(path) → \(folder)/chapter.md"))
      hasErrors = hasErrors || imported.diagnostics.hasErrors
    }
    console.say(
      Wording(
        thai: "เขียนแล้ว \(read.count) บท ขั้นต่อไป: tamra check --course \(output)",
        english: "chapters written: \(read.count); next: tamra check --course \(output)"))
    return hasErrors ? 1 : 0
  }

  /// The file itself, or the documents in a folder in the byte order of their names.
  private func documents() throws -> [String] {
    guard FileReading.kind(of: FileReading.resolved(file) ?? file) == .folder else { return [file] }
    let names = try FileReading.names(in: file).filter { name in
      (name.lowercased().hasSuffix(".txt") || DocumentReader.reads(name)) && FileReading.kind(of: file + "/" + name) == .file
        && !name.hasPrefix("~")
    }
    guard !names.isEmpty else {
      throw Failure(
        .io, thai: "\(file) ไม่มีไฟล์ .txt หรือ .docx", english: "\(file) has no .txt or .docx in it")
    }
    return names.map { file + "/" + $0 }
  }

  private func document(_ path: String) throws -> (chapter: ImportedChapter, pictures: [(path: String, bytes: [UInt8])]) {
    let bytes = try FileReading.bytes(at: path, limit: (64 << 20) + 1)
    guard bytes.count <= 64 << 20 else {
      throw Failure(
        .io, thai: "\(path) ใหญ่เกิน 64 MiB: แบ่งเป็นบทก่อน", english: "\(path) is over 64 MiB: split it into chapters first")
    }
    let name = URL(fileURLWithPath: path).lastPathComponent
    guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return (importPlainText(file: name, bytes: bytes), []) }
    guard DocumentReader.reads(name) else {
      throw Failure(
        .io, thai: "\(path) ไม่ใช่ไฟล์ข้อความหรือ .docx: บันทึกจากโปรแกรมเดิมเป็น .docx หรือ .txt (UTF-8) ก่อน",
        english: "\(path) is neither text nor .docx: save it as .docx or as plain text (.txt, UTF-8) first")
    }
    let read = try DocumentReader(toolbox: toolbox).read(path)
    return (importPandocMarkdown(SourceText(file: name, bytes: read.markdown), title: read.title), read.pictures)
  }

  private func refuseOthersFolder() throws {
    if FileReading.kind(of: output) != nil, FileReading.kind(of: output + "/Content") == nil,
      try !FileReading.names(in: output).isEmpty
    {
      throw Failure(
        .io, thai: "\(output) มีไฟล์อยู่แล้วและไม่ใช่รายวิชา: เลือกโฟลเดอร์ใหม่",
        english: "\(output) is not empty and no course: choose a new folder")
    }
  }

  /// The next free number, with the chapter's own where it is free.
  private func chapterFolder(_ imported: ImportedChapter) throws -> String {
    let content = output + "/Content"
    let taken = FileReading.kind(of: content) == nil ? [] : try FileReading.names(in: content)
    let numbers = Set(taken.compactMap { Int($0.prefix { $0.isASCII && $0.isNumber }) })
    var number = imported.number.flatMap { Int($0) } ?? (numbers.max() ?? 0) + 1
    while numbers.contains(number) || number < 0 || number > 99_999 { number = number < 0 || number > 99_999 ? 1 : number + 1 }
    return content + "/" + (number < 10 ? "0" : "") + "\(number)-chapter"
  }

  private static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { out += "\\" }
      out.unicodeScalars.append(scalar.value < 0x20 ? " " : scalar)
    }
    return out + "\""
  }
}
