import CourseModel
import CourseReader
import Prose
import SheetExporter
import SiteExporter

extension CourseFolder {
  /// A picture of the course; nil for one that is missing or stands outside its folder.
  func picture(_ path: String) -> [UInt8]? {
    guard let real = FileReading.resolved(root + "/" + path), real.hasPrefix(root + "/"), FileReading.kind(of: real) == .file
    else { return nil }
    return try? FileReading.bytes(at: real)
  }
}

/// A chapter's text with the pictures it shows, for sheets and books; those that are missing have a diagnostic already.
struct IllustratedChapters: Sendable {
  let folder: CourseFolder
  /// Pages stand beside the site's, which has the pictures already.
  var isBesideSite = false

  /// A picture larger than this is named on paper, not shown.
  private static let largest = 16 << 20
  private static let endings = [".png", ".jpg", ".jpeg", ".svg"]

  func text(_ marked: MarkedChapter, file: String) -> ChapterText {
    var pictures: [String: SheetPicture] = [:]
    let base = file.split(separator: "/").dropLast().joined(separator: "/")
    LocalFiles.visit(marked.document.blocks) { source, _ in
      let name = source.lowercased()
      guard pictures[source] == nil, Self.endings.contains(where: name.hasSuffix), !source.hasPrefix("/") else { return }
      guard let path = LocalFiles.joined(base, source.removingPercentEncoding ?? source) else { return }
      guard let bytes = folder.picture(path), bytes.count <= Self.largest else { return }
      let isShown = isBesideSite && !source.utf8.contains(UInt8(ascii: "%"))
      pictures[source] = SheetPicture(bytes, address: isShown ? "../" + SitePaths.media(path) : nil)
    }
    return ChapterText(document: marked.document, marks: marked.marks, pictures: pictures)
  }
}
