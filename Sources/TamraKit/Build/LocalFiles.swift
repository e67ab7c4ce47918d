import Diagnostics
import Prose

/// Checks that pictures and links of a chapter that name files name files of the course.
enum LocalFiles {
  /// What is wrong, and whether anything named stands outside `Content`, where nobody looks for changes.
  typealias Findings = (diagnostics: [Diagnostic], isElsewhere: Bool)

  static func check(_ document: Document, text: SourceText, folder: CourseFolder) -> Findings {
    var found: [Diagnostic] = []
    var isElsewhere = false
    visit(document.blocks) { destination, range in
      let path =
        destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)[0]
        .split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).first.map(String.init) ?? ""
      guard !path.isEmpty, !path.hasPrefix("//"), !hasScheme(path) else { return }
      let decoded = path.removingPercentEncoding ?? path
      let base = text.file.split(separator: "/").dropLast().joined(separator: "/")
      guard let inner = decoded.hasPrefix("/") ? nil : joined(base, decoded) else {
        found.append(
          Diagnostic(
            "outside-course", .error, thai: "“\(decoded)” อยู่นอกโฟลเดอร์รายวิชา", english: "“\(decoded)” is outside the course folder",
            at: text.span(range),
            repair: Wording(
              thai: "คัดลอกไฟล์มาไว้ข้างบทนี้ แล้วอ้างด้วยชื่อไฟล์", english: "copy the file beside the chapter and name it from there")))
        return
      }
      if !inner.hasPrefix("Content/") { isElsewhere = true }
      let full = folder.root + "/" + inner
      guard FileReading.kind(of: full) != nil else {
        found.append(
          Diagnostic(
            "missing-file", .warning, thai: "ไม่พบไฟล์ “\(decoded)”", english: "there is no file “\(decoded)”", at: text.span(range),
            repair: Wording(thai: "ตรวจชื่อไฟล์ ซึ่งนับจาก \(base)/", english: "check the name, which counts from \(base)/")))
        return
      }
      guard let real = FileReading.resolved(full), real.hasPrefix(folder.root + "/") else {
        found.append(
          Diagnostic(
            "outside-course", .error, thai: "“\(decoded)” เป็นลิงก์ที่ออกนอกโฟลเดอร์รายวิชา",
            english: "“\(decoded)” is a link that leaves the course folder", at: text.span(range)))
        return
      }
    }
    return (found, isElsewhere)
  }

  /// A path below the course folder with `.` and `..` worked out; nil when it leads above.
  static func joined(_ base: String, _ path: String) -> String? {
    var parts = base.split(separator: "/").map(String.init)
    for part in path.split(separator: "/", omittingEmptySubsequences: true) {
      switch part {
      case ".": continue
      case "..":
        guard parts.popLast() != nil else { return nil }
      default:
        guard !part.utf8.contains(0) else { return nil }
        parts.append(String(part))
      }
    }
    return parts.isEmpty ? nil : parts.joined(separator: "/")
  }

  private static func hasScheme(_ text: String) -> Bool {
    for byte in text.utf8 {
      switch byte {
      case 0x3A: return true
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E: continue
      default: return false
      }
    }
    return false
  }

  static func visit(_ blocks: [Block], _ body: (String, ByteRange) -> Void) {
    for block in blocks {
      switch block.content {
      case .paragraph(let inlines), .heading(_, let inlines): visit(inlines, body)
      case .list(let list): for item in list.items { visit(item.blocks, body) }
      case .quote(let inner), .footnote(_, _, let inner): visit(inner, body)
      case .callout(let callout):
        visit(callout.title, body)
        visit(callout.blocks, body)
      case .table(let table): for row in table.rows { for cell in row { visit(cell.inlines, body) } }
      case .code, .html, .thematicBreak: continue
      }
    }
  }

  private static func visit(_ inlines: [Inline], _ body: (String, ByteRange) -> Void) {
    for inline in inlines {
      switch inline.content {
      case .link(let destination, _, let inner):
        body(destination, inline.range)
        visit(inner, body)
      case .image(let source, _, _): body(source, inline.range)
      default: visit(inline.content.children, body)
      }
    }
  }
}
