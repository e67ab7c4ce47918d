import Diagnostics
import Foundation
import Testing

@testable import TamraKit

@Suite struct Mending {
  private func request(_ folder: ScratchFolder) -> CourseRequest {
    CourseRequest(course: folder.path, workingFolder: "/", executable: folder.path + "/bin/tamra", environment: ["PATH": ""])
  }

  private let path = "Content/01-a/chapter.md"
  private let text = "# ก\n\nสิ่งที่ปรากฎบนอินเตอร์เน็ต  มีมาก\n\nบรรทัดที่ถูกต้อง\n\nเครือข่าย(network) และสิ่งต่างๆ\n"

  @Test func showsWithoutWriting() throws {
    let folder = try ScratchFolder()
    try folder.put(path, text)
    let recorder = Recorder()
    #expect(try CheckAction(request(folder), mending: .show).run(recorder.console) == 0)
    #expect(folder.text(path) == text)
    let shown = """
      --- Content/01-a/chapter.md
      +++ Content/01-a/chapter.md
      @@ -3 +3 @@
      -สิ่งที่ปรากฎบนอินเตอร์เน็ต  มีมาก
      +สิ่งที่ปรากฏบนอินเทอร์เน็ต มีมาก
      @@ -7 +7 @@
      -เครือข่าย(network) และสิ่งต่างๆ
      +เครือข่าย (network) และสิ่งต่าง ๆ

      """
    #expect(recorder.output.hasPrefix(shown), "\(recorder.output)")
    #expect(recorder.messages.contains("5 places in 1 files would change"))
  }

  @Test func writesWhatIsCertainAndReportsWhatIsLeft() throws {
    let folder = try ScratchFolder()
    try folder.put(path, text + "\n[แฟ้ม](none.pdf)\n")
    let recorder = Recorder()
    #expect(try CheckAction(request(folder), isStrict: true, mending: .apply).run(recorder.console) == 1)
    #expect(
      folder.text(path)
        == "# ก\n\nสิ่งที่ปรากฏบนอินเทอร์เน็ต มีมาก\n\nบรรทัดที่ถูกต้อง\n\nเครือข่าย (network) และสิ่งต่าง ๆ\n\n[แฟ้ม](none.pdf)\n")
    #expect(recorder.output.contains("+เครือข่าย (network) และสิ่งต่าง ๆ") && recorder.output.contains("missing-file"))
    let again = Recorder()
    _ = try CheckAction(request(folder), mending: .apply).run(again.console)
    #expect(again.messages.contains("nothing can be mended"))
  }

  @Test func leavesASilencedFindingAlone() throws {
    let folder = try ScratchFolder()
    try folder.put(path, "---\nignore: [misspelling]\n---\n# ก\n\nสิ่งที่ปรากฎ\n")
    _ = try CheckAction(request(folder), mending: .apply).run(Recorder().console)
    #expect(folder.text(path)?.contains("ปรากฎ") == true)
  }
}
