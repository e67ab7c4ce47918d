import ChapterImport
import Diagnostics
import Foundation

/// `tamra import FILE`: a text document as a course, or as the next chapter of one. Overwrites nothing.
package struct ImportAction: Sendable {
  private let file: String
  private let output: String

  /// - Parameter output: a new or empty folder, or a course that gets the document as its next chapter.
  package init(file: String, output: String) {
    self.file = file
    self.output = output
  }

  package func run(_ console: Console) throws -> Int32 {
    let bytes = try FileReading.bytes(at: file, limit: (64 << 20) + 1)
    guard bytes.count <= 64 << 20 else {
      throw Failure(
        .io, thai: "\(file) ใหญ่เกิน 64 MiB: แบ่งเป็นบทก่อน", english: "\(file) is over 64 MiB: split it into chapters first")
    }
    let name = URL(fileURLWithPath: file).lastPathComponent
    guard !bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else {
      throw Failure(
        .io, thai: "\(file) ไม่ใช่ไฟล์ข้อความ: บันทึกจากโปรแกรมเดิมเป็น .txt (UTF-8) ก่อน",
        english: "\(file) is not a text file: save it as plain text (.txt, UTF-8) first")
    }
    let imported = importPlainText(file: name, bytes: bytes)
    let folder = try chapterFolder(imported)
    try NewFile.write(folder + "/chapter.md", Array(imported.markdown.utf8))
    if FileReading.kind(of: output + "/Content/course.yml") == nil, FileReading.kind(of: output + "/Site") == nil {
      let title = imported.title.isEmpty ? name : imported.title
      try NewFile.write(output + "/Content/course.yml", Array("title: \(Self.quoted(title))\nlanguage: th\n".utf8))
    }
    console.say(imported.diagnostics) { [source = imported.source] _ in source }
    console.say(
      Wording(
        thai: "เขียน \(folder)/chapter.md แล้ว ขั้นต่อไป: tamra check --course \(output)",
        english: "wrote \(folder)/chapter.md; next: tamra check --course \(output)"))
    return imported.diagnostics.hasErrors ? 1 : 0
  }

  /// The next free number, with the chapter's own where it is free.
  private func chapterFolder(_ imported: ImportedChapter) throws -> String {
    let content = output + "/Content"
    if FileReading.kind(of: output) != nil, FileReading.kind(of: content) == nil, try !FileReading.names(in: output).isEmpty {
      throw Failure(
        .io, thai: "\(output) มีไฟล์อยู่แล้วและไม่ใช่รายวิชา: เลือกโฟลเดอร์ใหม่",
        english: "\(output) is not empty and no course: choose a new folder")
    }
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
