import Foundation

/// Large inputs kept beside the checkout, not in it. Tests that read them are skipped, saying so, where they are absent.
public enum SharedInputs {
  /// `../shared` next to the package, or nil.
  public static let folder: URL? = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let folder = root.deletingLastPathComponent().appendingPathComponent("shared")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()

  public static func has(_ path: String) -> Bool {
    guard let folder else { return false }
    return FileManager.default.fileExists(atPath: folder.appendingPathComponent(path).path)
  }

  public static func bytes(_ path: String) -> [UInt8] {
    guard let folder, let data = try? Data(contentsOf: folder.appendingPathComponent(path)) else { return [] }
    return [UInt8](data)
  }
}

/// The top folder of the package.
public let packageRoot: URL = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()
