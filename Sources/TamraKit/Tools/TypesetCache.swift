import Foundation
import Rendering

/// PDFs and pictures that were set before, by what they were set from: a sheet of an unchanged chapter is not set again.
///
/// A folder that may be deleted at any time. An entry that is cut short or changed is as good as none, and a folder that cannot be
/// written to costs only time.
package struct TypesetCache: Sendable {
  private let folder: String
  /// Everything that goes into a PDF but the sheet's source.
  private let setting: [UInt8]
  /// Seconds after which an entry is set again, so that the folder does not grow for ever.
  private static let lifetime = 60.0 * 86_400

  /// - Parameters:
  ///   - folder: below the course folder; nil is returned where it leads out of it through a link.
  ///   - fonts: a folder; names and contents count.
  ///   - engine: what tells one release of Typst from another.
  package init?(courseRoot: String, fonts: String, script: String, engine: String) {
    let base = courseRoot + "/.tamra"
    let folder = base + "/pdf"
    for path in [base, folder] {
      if let kind = FileReading.kind(of: path), kind != .folder { return nil }
    }
    self.folder = folder
    var parts = Self.framed(Array(script.utf8)) + Self.framed(Array(engine.utf8))
    guard let names = try? FileReading.names(in: fonts) else { return nil }
    for name in names {
      guard let bytes = try? FileReading.bytes(at: fonts + "/" + name) else { continue }
      parts += Self.framed(Array(name.utf8)) + SHA1.of(bytes)
    }
    setting = SHA1.of(parts)
  }

  /// Length first, so that two lists of parts never read the same.
  private static func framed(_ bytes: [UInt8]) -> [UInt8] { Array("\(bytes.count):".utf8) + bytes }

  private func path(of source: String, as form: Typesetter.Form) -> String {
    folder + "/" + Self.hex(SHA1.of(setting + Array(source.utf8))) + "." + form.rawValue
  }

  /// What a source was set to; nil where there is nothing, or nothing that is whole.
  package func entry(of source: String, as form: Typesetter.Form = .pdf) -> [UInt8]? {
    let path = path(of: source, as: form)
    guard FileReading.kind(of: path) == .file, let entry = try? FileReading.bytes(at: path), entry.count > 40 else { return nil }
    let made = Array(entry[40...])
    return entry[..<40].elementsEqual(Self.hex(SHA1.of(made)).utf8) ? made : nil
  }

  package func keep(_ made: [UInt8], of source: String, as form: Typesetter.Form = .pdf) {
    try? NewFile.replace(path(of: source, as: form), Array(Self.hex(SHA1.of(made)).utf8) + made)
  }

  /// Takes away what was set long ago.
  package func prune(now: Date) {
    for name in (try? FileReading.names(in: folder)) ?? [] where name.hasSuffix(".pdf") || name.hasSuffix(".png") {
      let path = folder + "/" + name
      guard let stamp = FileStamp(path) else { continue }
      if now.timeIntervalSince1970 - Double(stamp.modified) / 1e9 > Self.lifetime {
        try? FileManager.default.removeItem(atPath: path)
      }
    }
  }

  private static func hex(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
