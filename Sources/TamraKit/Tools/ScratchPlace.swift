import Foundation

/// Gives `body` a folder that is there for it alone and gone after it, whatever happens.
///
/// - Parameter purpose: a word of its name.
/// - Throws: `Failure` when no folder can be made, and what `body` throws.
func withScratchPlace<Value>(_ purpose: String, _ body: (_ path: String) throws -> Value) throws -> Value {
  let base = FileManager.default.temporaryDirectory
  let path = base.appendingPathComponent("tamra-\(purpose)-\(UUID().uuidString)").path
  do {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  } catch {
    throw Failure(
      .io, thai: "สร้างโฟลเดอร์ชั่วคราวใน \(base.path) ไม่ได้: ตรวจสิทธิ์และเนื้อที่ว่าง",
      english: "cannot make a temporary folder in \(base.path): check permissions and free space")
  }
  defer { try? FileManager.default.removeItem(atPath: path) }
  return try body(path)
}
