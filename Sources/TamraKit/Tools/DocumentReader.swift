import Diagnostics
import Foundation

/// Reads a word processor's document through pandoc, as Markdown with its pictures.
package struct DocumentReader: Sendable {
  package struct Document: Sendable {
    package var title: String?
    package var markdown: [UInt8]
    /// By path from the chapter's folder, as the Markdown names them.
    package var pictures: [(path: String, bytes: [UInt8])]
  }
  /// What pandoc reads by the end of a name.
  private static let formats = ["docx": "docx", "odt": "odt"]

  package static func reads(_ name: String) -> Bool { formats[(name as NSString).pathExtension.lowercased()] != nil }

  private let pandoc: String

  /// - Throws: `Failure` that says what to install where pandoc is missing.
  package init(toolbox: Toolbox) throws {
    guard let pandoc = toolbox.program("pandoc") else {
      throw Failure(
        .io, thai: "อ่าน .docx ต้องใช้ pandoc: ติดตั้งด้วย sudo apt-get install pandoc หรือบันทึกเป็น .txt (UTF-8)",
        english: "reading .docx needs pandoc: sudo apt-get install pandoc, or save the document as .txt (UTF-8)")
    }
    self.pandoc = pandoc
  }

  /// What the styles Title, Subtitle, Author and Date hold is text like any other: pandoc takes it out of the body.
  private static let template = """
    $title$
    $if(subtitle)$

    $subtitle$
    $endif$
    $for(author)$

    $author$
    $endfor$
    $if(date)$

    $date$
    $endif$

    $body$
    """

  package func read(_ path: String) throws -> Document { try withScratchPlace("import") { try read(path, in: $0) } }

  private func read(_ path: String, in scratch: String) throws -> Document {
    try NewFile.write(scratch + "/template.md", Array(Self.template.utf8))
    let format = Self.formats[(path as NSString).pathExtension.lowercased()] ?? "docx"
    // The document goes in by name and nothing else of it reaches the command line.
    let output = try ToolProcess(
      pandoc,
      [
        "--from", format, "--to", "gfm-raw_html", "--wrap", "none", "--standalone", "--template", scratch + "/template.md",
        "--extract-media", scratch, "--", path,
      ]
    ).run(limit: 120)
    guard output.status == 0, !output.timedOut else {
      let reason = output.complaint
      throw Failure(
        .io, thai: "pandoc อ่าน \(path) ไม่ได้ (\(reason)): เปิดในโปรแกรมเดิมแล้วบันทึกใหม่ หรือบันทึกเป็น .txt (UTF-8)",
        english: "pandoc cannot read \(path) (\(reason)): open it and save it again, or save it as .txt (UTF-8)")
    }
    let text = String(decoding: output.standardOutput, as: UTF8.self).replacingOccurrences(of: scratch + "/", with: "")
    let lines = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    let title = lines.first.map { $0.trimmingCharacters(in: .whitespaces) } ?? ""
    var pictures: [(path: String, bytes: [UInt8])] = []
    if FileReading.kind(of: scratch + "/media") == .folder {
      for name in try FileReading.names(in: scratch + "/media") where FileReading.kind(of: scratch + "/media/" + name) == .file {
        pictures.append(("media/" + name, try FileReading.bytes(at: scratch + "/media/" + name, limit: 64 << 20)))
      }
    }
    return Document(
      title: title.isEmpty ? nil : title, markdown: Array((lines.count > 1 ? lines[1] : "").utf8), pictures: pictures)
  }
}
