import Diagnostics
import Foundation

/// The folder of one course: where its chapters, settings, templates and assets stand.
package struct CourseFolder: Sendable {
  /// Absolute, links resolved.
  package let root: String

  /// All that a build reads of a course, from its folder.
  static let sources = ["Content", "Templates", "Site/assets", "Site/site.yml"]

  /// One chapter's file, by the name of its folder.
  package struct ChapterFile: Sendable {
    package let name: String
    /// From the course folder, with `/`.
    package let path: String
  }

  /// The course at `path`, or the nearest one above the working folder when `path` is nil.
  ///
  /// - Throws: `Failure` when there is no `Content` folder.
  package init(at path: String?, workingFolder: String) throws {
    if let path {
      guard let root = FileReading.resolved(path), Self.isFolder(root + "/Content") else { throw Self.missing(path) }
      self.root = root
      return
    }
    var candidate = URL(fileURLWithPath: FileReading.resolved(workingFolder) ?? workingFolder)
    while !Self.isFolder(candidate.path + "/Content") {
      let parent = candidate.deletingLastPathComponent()
      guard parent.path != candidate.path else { throw Self.missing(workingFolder) }
      candidate = parent
    }
    root = candidate.path
  }

  private static func missing(_ path: String) -> Failure {
    Failure(
      .io, thai: "ไม่พบโฟลเดอร์ Content ใน \(path): ใช้ --course ชี้ไปที่โฟลเดอร์รายวิชา หรือเริ่มใหม่ด้วย tamra init",
      english: "no Content folder in \(path): name the course folder with --course, or start one with tamra init")
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }

  /// Every `Content/*/chapter.md`, in the byte order of the folder names, and what stands in the way of others.
  package func chapters() throws -> (files: [ChapterFile], diagnostics: [Diagnostic]) {
    var files: [ChapterFile] = []
    var diagnostics: [Diagnostic] = []
    for name in try FileReading.names(in: root + "/Content") {
      let path = "Content/\(name)/chapter.md"
      guard FileReading.kind(of: root + "/" + path) != nil || FileReading.kind(of: root + "/Content/" + name) == .link else {
        continue
      }
      guard let real = FileReading.resolved(root + "/" + path), real.hasPrefix(root + "/") else {
        diagnostics.append(
          Diagnostic(
            "outside-course", .error, thai: "\(path) เป็นลิงก์ที่ออกนอกโฟลเดอร์รายวิชาหรือวนกลับหาตัวเอง จึงไม่อ่าน",
            english: "\(path) is a link that leaves the course folder or runs in a circle; it was not read",
            at: SourceSpan(file: path, range: ByteRange(0, 0)),
            repair: Wording(thai: "คัดลอกไฟล์จริงมาไว้ใน Content", english: "copy the file itself into Content")))
        continue
      }
      files.append(ChapterFile(name: name, path: path))
    }
    return (files, diagnostics)
  }

  /// The text of a file of the course; nil when there is none.
  ///
  /// At most one byte over `limit` is read: the parsers report what is longer.
  package func text(_ path: String, limit: Int = 8 << 20) throws -> SourceText? {
    let full = root + "/" + path
    guard FileReading.kind(of: full) != nil else { return nil }
    guard let real = FileReading.resolved(full), real.hasPrefix(root + "/") else {
      throw Failure(
        .content, thai: "\(path) เป็นลิงก์ที่ออกนอกโฟลเดอร์รายวิชา", english: "\(path) is a link that leaves the course folder")
    }
    return SourceText(file: path, bytes: try FileReading.bytes(at: real, limit: limit + 1))
  }

  /// The text of a file by the name diagnostics give it; nil when it has gone.
  package var source: @Sendable (String) -> SourceText? { { path in (try? text(path)).flatMap { $0 } } }

  /// A folder of the course's that tamra writes into, there or not.
  ///
  /// - Throws: `Failure` when a link stands on the way: a stranger's course must not choose where on this machine files go.
  package func own(_ path: String) throws -> String {
    var full = root
    for name in path.split(separator: "/") {
      full += "/" + name
      guard FileReading.kind(of: full) == .link else { continue }
      throw Failure(
        .io, thai: "\(full) เป็นลิงก์ จึงไม่เขียนลงไป: ใช้ --output ชี้ไปที่โฟลเดอร์ปลายทางเอง",
        english: "\(full) is a link and was not written to: name the folder it leads to with --output")
    }
    return full
  }

  /// Every file below a folder of the course, as paths from that folder, in byte order; links are not followed.
  package func files(below folder: String) throws -> [String] {
    var found: [String] = []
    func visit(_ path: String, _ depth: Int) throws {
      guard depth < 32 else { return }
      for name in try FileReading.names(in: root + "/" + folder + (path.isEmpty ? "" : "/" + path)) {
        let inner = path.isEmpty ? name : path + "/" + name
        switch FileReading.kind(of: root + "/" + folder + "/" + inner) {
        case .file: found.append(inner)
        case .folder: try visit(inner, depth + 1)
        default: continue
        }
      }
    }
    guard Self.isFolder(root + "/" + folder) else { return [] }
    try visit("", 0)
    return found
  }
}
