import ChapterImport
import CourseModel
import Diagnostics
import Foundation
import QuizAnalysis
import QuizExporter

/// `tamra analyze`: how the items of a test worked, from what students answered; or how far experts agree on them.
package struct AnalyzeAction: Sendable {
  package enum Format: String, Sendable, CaseIterable { case text, csv, html }

  private let file: String
  private let bank: String?
  private let format: Format
  private let output: String?

  /// - Parameter bank: the JSON bank the test was made of; nil reads the file as experts' ratings (IOC).
  package init(file: String, bank: String?, format: Format = .text, output: String? = nil) {
    self.file = file
    self.bank = bank
    self.format = format
    self.output = output
  }

  package func run(_ console: Console) throws -> Int32 {
    let bytes = try FileReading.bytes(at: file, limit: (64 << 20) + 1)
    guard bytes.count <= 64 << 20 else {
      throw Failure(.io, thai: "\(file) ใหญ่เกิน 64 MiB", english: "\(file) is over 64 MiB")
    }
    guard !bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else {
      throw Failure(
        .usage, thai: "\(file) เป็นสมุดงาน ไม่ใช่ข้อความ: บันทึกเป็น CSV ก่อน", english: "\(file) is a workbook: save it as CSV first")
    }
    let decoded = DecodedText(file: URL(fileURLWithPath: file).lastPathComponent, bytes: bytes)
    var diagnostics: [Diagnostic] = []
    if decoded.replaced > 0 {
      diagnostics.append(
        Diagnostic(
          "not-utf8", .warning, thai: "ไฟล์มีไบต์ที่อ่านไม่ได้ \(decoded.replaced) แห่ง (อ่านเป็น \(decoded.encoding.rawValue))",
          english: "\(decoded.replaced) bytes spell nothing (read as \(decoded.encoding.rawValue))",
          at: SourceSpan(file: decoded.text.file, range: ByteRange(0, 0)),
          repair: Wording(thai: "ส่งออกเป็น CSV UTF-8", english: "export it as CSV UTF-8")))
    }
    let report =
      try bank.map { try analysis(decoded.text, bank: $0, console.language, &diagnostics) }
      ?? ratings(decoded.text, console.language, &diagnostics)
    console.say(diagnostics) { [text = decoded.text] _ in text }
    if let report {
      if let output { try NewFile.replace(output, report) } else { console.print(report) }
    }
    return diagnostics.contains { $0.severity == .error } ? 1 : 0
  }

  private func analysis(_ text: SourceText, bank path: String, _ language: Language, _ diagnostics: inout [Diagnostic]) throws
    -> [UInt8]?
  {
    let bytes = try FileReading.bytes(at: path)
    let bank: QuizBank
    do { bank = try BankReader.read(bytes) } catch { throw Failure.noBank(path, error) }
    let links = BankReader.links(bytes)
    let (sheet, found) = ResponseReading.read(text, bank: bank)
    diagnostics += found
    guard let sheet else { return nil }
    let made = ItemAnalysis(sheet)
    let link = { (item: QuizItem) in links[item.id] }
    switch format {
    case .text: return Array(AnalysisTable.text(made, language: language, link: link).utf8)
    case .csv: return BankCSV.table(AnalysisTable.rows(made, language: language, link: link))
    case .html: return AnalysisPage.html(made, title: bank.title, language: language, link: link)
    }
  }

  private func ratings(_ text: SourceText, _ language: Language, _ diagnostics: inout [Diagnostic]) throws -> [UInt8]? {
    let (validity, found) = ContentValidity.read(text)
    diagnostics += found
    guard let validity else { return nil }
    switch format {
    case .text: return Array(AnalysisTable.text(validity, language: language).utf8)
    case .csv: return BankCSV.table(AnalysisTable.rows(validity))
    case .html:
      throw Failure(.usage, thai: "--ioc เขียนเป็น text หรือ csv", english: "--ioc writes text or csv")
    }
  }
}

extension Failure {
  /// A file given as a bank that is none.
  static func noBank(_ path: String, _ reason: BankReader.Failure) -> Failure {
    switch reason {
    case .malformed(let offset):
      return Failure(
        .usage, thai: "\(path) ไม่ใช่ JSON ที่สมบูรณ์ (ไบต์ที่ \(offset)): ใช้ไฟล์ที่ได้จาก tamra quiz --format json",
        english: "\(path) is no whole JSON (byte \(offset)): give a file that tamra quiz --format json wrote")
    case .schema:
      return Failure(
        .usage, thai: "\(path) ไม่ใช่คลังข้อสอบของ tamra: ใช้ไฟล์ที่ได้จาก tamra quiz --format json",
        english: "\(path) is no bank of tamra's: give a file that tamra quiz --format json wrote")
    }
  }
}
