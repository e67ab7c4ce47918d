import Foundation
import Packing
import Rendering

/// Files that tools made before, by what they were made from: a sheet of an unchanged chapter is not set again.
///
/// A folder that may be deleted at any time. An entry that is cut short or changed is as good as none, and a folder that cannot be
/// written to costs only time.
struct MadeFiles: Sendable {
  private let folder: String
  private let fileExtension: String
  /// Everything that goes into a file but its source.
  private let setting: [UInt8]
  /// Seconds after which an entry is made again, so that the folder does not grow for ever.
  private static let lifetime = 60.0 * 86_400

  /// - Parameters:
  ///   - courseRoot: whose `.tamra` keeps them; nil is returned where there is none, or it leads out of the course through a link.
  ///   - fileExtension: of what is made, without a dot; each has a folder of its own.
  ///   - parts: whatever else the files depend on: the script, the language, what tells one release of the tool from another.
  ///   - program: what makes them, told from another release by how its file stands there: it may be too large to read for every
  ///     build. nil is returned where it is missing.
  ///   - fonts: a folder; names and contents count.
  init?(courseRoot: String?, fileExtension: String, parts: [String], program: String? = nil, fonts: String? = nil) {
    guard let courseRoot else { return nil }
    var parts = parts
    if let program {
      guard let stamp = FileStamp(program) else { return nil }
      parts += [program, "\(stamp.size) \(stamp.modified)"]
    }
    let base = courseRoot + "/.tamra"
    let folder = base + "/" + fileExtension
    for path in [base, folder] {
      if let kind = FileReading.kind(of: path), kind != .folder { return nil }
    }
    self.folder = folder
    self.fileExtension = fileExtension
    var all = parts.flatMap { Self.framed(Array($0.utf8)) }
    if let fonts {
      guard let names = try? FileReading.names(in: fonts) else { return nil }
      for name in names {
        guard let bytes = try? FileReading.bytes(at: fonts + "/" + name) else { continue }
        all += Self.framed(Array(name.utf8)) + Self.framed(Array(String(contentHash(bytes)).utf8))
      }
    }
    setting = SHA1.of(all)
  }

  /// Length first, so that two lists of parts never read the same.
  private static func framed(_ bytes: [UInt8]) -> [UInt8] { Array("\(bytes.count):".utf8) + bytes }

  private func path(of source: String) -> String {
    folder + "/" + SHA1.hex(SHA1.of(setting + Array(source.utf8))) + "." + fileExtension
  }

  /// What was made from a source; nil where there is none, or none that is whole.
  func file(of source: String) -> [UInt8]? {
    let path = path(of: source)
    guard FileReading.kind(of: path) == .file, let entry = try? FileReading.bytes(at: path) else { return nil }
    return Self.content(of: entry)
  }

  func keep(_ bytes: [UInt8], of source: String) {
    try? NewFile.replace(path(of: source), Array(SHA1.hex(SHA1.of(bytes)).utf8) + bytes)
  }

  /// Takes away what was made long ago.
  func prune(now: Date) {
    for name in (try? FileReading.names(in: folder)) ?? [] where name.hasSuffix("." + fileExtension) {
      let path = folder + "/" + name
      guard let stamp = FileStamp(path) else { continue }
      if now.timeIntervalSince1970 - Double(stamp.modified) / 1e9 > Self.lifetime {
        try? FileManager.default.removeItem(atPath: path)
      }
    }
  }

  /// Takes over what another folder of this kind holds: entries that are whole and have a name of ours.
  ///
  /// - Parameters:
  ///   - other: a `.tamra` folder, perhaps a stranger's; links in it are not followed.
  ///   - own: ours, there or not.
  /// - Returns: how many were new.
  static func adopt(from other: String, into own: String) throws -> Int {
    var taken = 0
    for kind in ["docx", "json", "pdf", "png"] where FileReading.kind(of: other + "/" + kind) == .folder {
      for name in try FileReading.names(in: other + "/" + kind) where isName(name, of: kind) {
        let target = own + "/" + kind + "/" + name
        guard FileReading.kind(of: target) == nil, FileReading.kind(of: other + "/" + kind + "/" + name) == .file,
          let entry = try? FileReading.bytes(at: other + "/" + kind + "/" + name), content(of: entry) != nil
        else { continue }
        try NewFile.write(target, entry)
        taken += 1
      }
    }
    return taken
  }

  private static func isName(_ name: String, of kind: String) -> Bool {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 2 && parts[1] == kind && parts[0].utf8.count == 40
      && parts[0].utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  /// An entry is the hash of a file and the file; nil for one that is not whole.
  private static func content(of entry: [UInt8]) -> [UInt8]? {
    guard entry.count > 40 else { return nil }
    let bytes = Array(entry[40...])
    return entry[..<40].elementsEqual(SHA1.hex(SHA1.of(bytes)).utf8) ? bytes : nil
  }
}
