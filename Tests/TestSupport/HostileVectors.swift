import Foundation

/// Text that means harm, of `Tests/Hostile/vectors.txt`.
public struct HostileVector: Sendable {
  public var kind: String
  public var text: String

  public static let all: [HostileVector] = {
    let path = packageRoot.appendingPathComponent("Tests/Hostile/vectors.txt")
    var vectors: [HostileVector] = []
    var kind: String?
    for line in ((try? String(contentsOf: path, encoding: .utf8)) ?? "").components(separatedBy: "\n") {
      if line.hasPrefix("["), line.hasSuffix("]"), line.dropFirst().dropLast().allSatisfy({ ("a"..."z").contains($0) || $0 == " " })
      {
        kind = String(line.dropFirst().dropLast())
      } else if let kind, !line.isEmpty {
        vectors.append(HostileVector(kind: kind, text: unescaped(line)))
      }
    }
    return vectors
  }()

  /// `⟦0A⟧` is the character U+000A.
  private static func unescaped(_ line: String) -> String {
    var out = String.UnicodeScalarView()
    for (i, part) in line.components(separatedBy: "⟦").enumerated() {
      let pieces = part.components(separatedBy: "⟧")
      if i > 0, pieces.count == 2, let scalar = UInt32(pieces[0], radix: 16).flatMap(Unicode.Scalar.init) {
        out.append(scalar)
        out.append(contentsOf: pieces[1].unicodeScalars)
      } else {
        out.append(contentsOf: part.unicodeScalars)
      }
    }
    return String(out)
  }

  /// As Markdown that gives these letters back, on one line.
  public var escaped: String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r", "\t", "\u{B}", "\u{C}": out.append(" ")
      case "\0": continue
      case "!"..."/", ":"..."@", "["..."`", "{"..."~":
        out.append("\\")
        out.append(scalar)
      default: out.append(scalar)
      }
    }
    return String(out)
  }

  /// As Markdown reads it, on one line.
  public var raw: String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\n" || $0 == "\r" || $0 == "\0" ? " " : $0 }))
  }

  /// As a double-quoted scalar of YAML, without what YAML cannot hold.
  public var yaml: String {
    var out = "\""
    for scalar in text.unicodeScalars where scalar.value >= 0x20 && !(0x7F...0xA0).contains(scalar.value) && scalar.value < 0xFE00 {
      if scalar == "\"" || scalar == "\\" { out += "\\" }
      if scalar.value != 0x2028 { out.unicodeScalars.append(scalar) }
    }
    return out + "\""
  }
}
