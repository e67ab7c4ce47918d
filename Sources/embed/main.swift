import Foundation

// embed ROOT OUTPUT FOLDER…: writes a Swift file with the text of every file below the folders.
let arguments = CommandLine.arguments
guard arguments.count > 3 else {
  FileHandle.standardError.write(Data("usage: embed ROOT OUTPUT FOLDER...\n".utf8))
  exit(64)
}
let root = URL(fileURLWithPath: arguments[1])
var entries: [(path: String, text: String)] = []
for folder in arguments[3...] {
  let base = root.appendingPathComponent(folder)
  for case let path as String in FileManager.default.enumerator(atPath: base.path) ?? .init() {
    var isFolder: ObjCBool = false
    let file = base.appendingPathComponent(path)
    guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue,
      !file.lastPathComponent.hasPrefix(".")
    else { continue }
    guard let text = String(data: try Data(contentsOf: file), encoding: .utf8) else {
      FileHandle.standardError.write(Data("\(folder)/\(path): only UTF-8 text can be embedded\n".utf8))
      exit(1)
    }
    entries.append((folder + "/" + path, text))
  }
}
entries.sort { $0.path < $1.path }

func literal(_ text: String) -> String {
  var out = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\\": out += "\\\\"
    case "\"": out += "\\\""
    case "\n": out += "\\n"
    case "\r": out += "\\r"
    case "\t": out += "\\t"
    default:
      if scalar.value < 0x20 || scalar.properties.generalCategory == .nonspacingMark {
        out += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        out.unicodeScalars.append(scalar)
      }
    }
  }
  return out + "\""
}

var source =
  "// Made by the build from Templates/ and Site/assets/.\n\nenum EmbeddedFiles {\n  static let all: [(path: String, text: StaticString)] = [\n"
for entry in entries { source += "    (\(literal(entry.path)), \(literal(entry.text))),\n" }
source += "  ]\n}\n"
try Data(source.utf8).write(to: URL(fileURLWithPath: arguments[2]), options: .atomic)
