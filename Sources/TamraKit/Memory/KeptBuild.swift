import Diagnostics
import Foundation
import Packing

extension BuildMemory {
  /// The file a memory is kept in: a line for its version and a hash of the rest, then what the build depended on, what it wrote, and
  /// how it ended. Lines, since a large course has tens of thousands of them.
  struct Kept: Sendable {
    struct Input: Sendable {
      var stamp: FileStamp
      var hash: UInt64
      /// Old enough when it was looked at for its stamp to tell any later change.
      var isSettled: Bool
    }
    var settings: [String]
    var inputs: [String: Input] = [:]
    var outputs: [(path: String, stamp: FileStamp)] = []
    /// The hash of the `PageMemory` that belongs to it.
    var pages: UInt64 = 0
    var diagnostics: [Diagnostic]

    init(settings: [String], diagnostics: [Diagnostic]) {
      self.settings = settings
      self.diagnostics = diagnostics
    }

    private static let header = "tamra build 2 "

    func encoded() -> [UInt8]? {
      var body: [UInt8] = []
      func line(_ text: String) {
        body += text.utf8
        body.append(0x0A)
      }
      func words(_ stamp: FileStamp) -> String { "\(stamp.inode) \(stamp.size) \(stamp.modified) \(stamp.changed)" }
      for setting in settings { line("s \(setting)") }
      for (path, input) in inputs.sorted(by: { $0.key < $1.key }) {
        line("i \(words(input.stamp)) \(input.hash) \(input.isSettled ? 1 : 0) \(path)")
      }
      line("p \(pages)")
      for output in outputs { line("o \(words(output.stamp)) \(output.path)") }
      guard !settings.contains(where: { $0.utf8.contains(0x0A) }), let diagnostics = try? JSONEncoder().encode(diagnostics) else {
        return nil
      }
      body += diagnostics
      return Array((Self.header + String(contentHash(body)) + "\n").utf8) + body
    }

    /// nil for a file that is missing, damaged or of another version.
    init?(at path: String) {
      guard let bytes = try? FileReading.bytes(at: path), let end = bytes.firstIndex(of: 0x0A) else { return nil }
      let body = Array(bytes[(end + 1)...])
      guard String(decoding: bytes[..<end], as: UTF8.self) == Self.header + String(contentHash(body)) else { return nil }
      var settings: [String] = []
      var inputs: [String: Input] = [:]
      var outputs: [(String, FileStamp)] = []
      var pages: UInt64 = 0
      var start = 0
      while start < body.count, body[start] != UInt8(ascii: "[") {
        var line = Fields(body[start..<(body[start...].firstIndex(of: 0x0A) ?? body.count)])
        start = line.end + 1
        switch line.word() {
        case "s": settings.append(line.rest())
        case "i":
          guard let stamp = line.stamp(), let hash = line.number(UInt64.self), let settled = line.number(Int.self) else {
            return nil
          }
          inputs[line.rest()] = Input(stamp: stamp, hash: hash, isSettled: settled == 1)
        case "p":
          guard let hash = line.number(UInt64.self) else { return nil }
          pages = hash
        case "o":
          guard let stamp = line.stamp() else { return nil }
          outputs.append((line.rest(), stamp))
        default: return nil
        }
      }
      guard start < body.count, let diagnostics = try? JSONDecoder().decode([Diagnostic].self, from: Data(body[start...])) else {
        return nil
      }
      self.init(settings: settings, diagnostics: diagnostics)
      self.inputs = inputs
      self.outputs = outputs
      self.pages = pages
    }
  }

  /// Words of a line, parted by one space each; the last may hold spaces.
  private struct Fields {
    private let bytes: ArraySlice<UInt8>
    private var i: Int
    var end: Int { bytes.endIndex }

    init(_ bytes: ArraySlice<UInt8>) {
      self.bytes = bytes
      i = bytes.startIndex
    }

    mutating func word() -> String {
      let stop = bytes[i...].firstIndex(of: 0x20) ?? bytes.endIndex
      defer { i = min(stop + 1, bytes.endIndex) }
      return String(decoding: bytes[i..<stop], as: UTF8.self)
    }

    mutating func number<Number: FixedWidthInteger>(_ type: Number.Type) -> Number? { Number(word()) }

    mutating func stamp() -> FileStamp? {
      guard let inode = number(UInt64.self), let size = number(Int64.self), let modified = number(Int64.self),
        let changed = number(Int64.self)
      else { return nil }
      return FileStamp(inode: inode, size: size, modified: modified, changed: changed)
    }

    func rest() -> String { String(decoding: bytes[i...], as: UTF8.self) }
  }
}
