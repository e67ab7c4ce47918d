import Diagnostics
import SheetExporter

/// `tamra build --shard 3/16`: makes what takes long of some chapters, sheets as PDF and Word documents, and keeps it in the course's `.tamra`;
/// no site is written.
///
/// Pages are not worth a machine of their own (thousands of chapters are a matter of seconds), and each needs the whole course to be read.
/// What tools make of a chapter takes a hundred times as long and is told apart by its source alone: `MergeAction` gathers it.
package struct ShardAction: Sendable {
  private let request: CourseRequest
  private let share: CourseShare

  package init(_ request: CourseRequest, share: CourseShare) {
    self.request = request
    self.share = share
  }

  /// 0, or 1 when the course has errors: what can be made is made all the same.
  ///
  /// - Throws: `Failure` where nothing can be kept, since then nothing would be gained.
  package func run(_ console: Console) throws -> Int32 {
    let folder = try request.folder()
    let loaded = try LoadedCourse(folder, jobs: request.threads, console: console)
    let (sheets, _) = try SheetOutput.alone(request, loaded, settings: SheetSettings(loaded.site.print), share: share)
    var diagnostics = loaded.diagnostics
    guard loaded.site.sheets.isEmpty || (request.toolbox.wheels != nil && sheets.typesetter(&diagnostics) != nil) else {
      throw Failure(
        .io, thai: "ไม่มี Typst ที่ make ติดตั้ง จึงเก็บเอกสารไว้ให้เครื่องอื่นไม่ได้: สั่ง make ก่อน",
        english: "Typst as make installs it is missing, so nothing can be kept for another machine: run make first")
    }
    let made = try sheets.prepare(kinds: loaded.site.sheets, &diagnostics)
    console.endProgress()
    console.say(diagnostics.inSourceOrder(), source: loaded.source)
    console.say(
      Wording(
        thai: "ส่วนที่ \(share.number)/\(share.of): ทำเอกสาร \(made) ฉบับไว้ใน \(folder.root)/.tamra รวมด้วย tamra merge",
        english:
          "share \(share.number)/\(share.of): \(made) documents made, kept in \(folder.root)/.tamra; gather them with tamra merge"))
    return diagnostics.hasErrors ? 1 : 0
  }
}

/// `tamra merge`: takes over what the shares of a course made, and builds the course.
///
/// The output is that of a whole build, whatever the shares held: what they lack, or made of other sources or with other tools, is made here.
package struct MergeAction: Sendable {
  private let request: CourseRequest
  private let parts: [String]
  private let output: String?

  /// - Parameter parts: the `.tamra` folders of the shares.
  package init(_ request: CourseRequest, parts: [String], output: String? = nil) {
    self.request = request
    self.parts = parts
    self.output = output
  }

  /// - Throws: `Failure` when a part is no folder of a share.
  package func run(_ console: Console) throws -> Int32 {
    let folder = try request.folder()
    let own = try folder.own(".tamra")
    var taken = 0
    for part in parts {
      let path = part.hasPrefix("/") ? part : request.workingFolder + "/" + part
      guard FileReading.kind(of: path) == .folder else {
        throw Failure(
          .io, thai: "\(part) ไม่ใช่โฟลเดอร์ .tamra ของส่วนใด: ระบุโฟลเดอร์ที่ tamra build --shard เก็บไว้",
          english: "\(part) is no .tamra folder of a share: name what tamra build --shard left")
      }
      taken += try MadeFiles.adopt(from: path, into: own)
    }
    console.say(Wording(thai: "รับเอกสารจากส่วนต่าง ๆ \(taken) ฉบับ", english: "\(taken) documents taken over"))
    return try BuildAction(request, output: output).run(console)
  }
}
