import Diagnostics
import Foundation

/// `tamra init DIR`: a new course from what the binary carries. Overwrites nothing.
package struct InitAction: Sendable {
  private let folder: String

  package init(folder: String) { self.folder = folder }

  package func run(_ console: Console) throws -> Int32 {
    let resources = try Resources(course: nil)
    if let existing = try? FileManager.default.contentsOfDirectory(atPath: folder), !existing.isEmpty {
      throw Failure(
        .io, thai: "\(folder) มีไฟล์อยู่แล้ว: เลือกโฟลเดอร์ใหม่หรือโฟลเดอร์ว่าง",
        english: "\(folder) is not empty: choose a new or empty folder")
    }
    for (path, text) in resources.starter.sorted(by: { $0.key < $1.key }) {
      try NewFile.write(folder + "/" + path, Array(text.utf8))
    }
    for empty in ["Templates", "Site/assets"] {
      try FileManager.default.createDirectory(atPath: folder + "/" + empty, withIntermediateDirectories: true)
    }
    console.say(
      Wording(
        thai: "สร้างรายวิชาใน \(folder) แล้ว ขั้นต่อไป: tamra serve --course \(folder)",
        english: "made a course in \(folder); next: tamra serve --course \(folder)"))
    return 0
  }
}
