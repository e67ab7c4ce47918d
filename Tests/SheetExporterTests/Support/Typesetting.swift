import Foundation
import TestSupport

/// Typst through the sheets' own driver, as TamraKit runs it. Tests that need it are skipped, saying so, where it is missing:
/// `make test` puts it into `.tools`, TAMRA_PYTHON names another.
enum Typesetting {
  static let python: String? = {
    let named = ProcessInfo.processInfo.environment["TAMRA_PYTHON"].map { [$0] } ?? []
    let candidates = named + [packageRoot.appendingPathComponent(".tools/venv/bin/python").path]
    return candidates.first {
      FileManager.default.isExecutableFile(atPath: $0) && run($0, ["-c", "import typst, fontpkg_sarabun"]).status == 0
    }
  }()
  static let isAvailable = python != nil && reader != nil
  static let reader: String? = ["/usr/bin/pdftotext", "/usr/local/bin/pdftotext"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  static let fonts: String = {
    let made = packageRoot.appendingPathComponent(".tools/fonts/print").path
    if FileManager.default.fileExists(atPath: made + "/Sarabun-Regular.ttf") { return made }
    let folder = run(
      python ?? "", ["-c", "import fontpkg_sarabun, os; print(os.path.dirname(fontpkg_sarabun.__file__) + '/files')"]
    ).output
    return String(decoding: folder, as: UTF8.self).trimmingCharacters(in: .newlines)
  }()

  struct Report: Decodable {
    var output: String
    var ok: Bool
    var changed: Bool?
    var pages: Int?
    var warnings: [String]?
    var error: String?
  }

  /// Sets a batch in one process, into `folder`.
  static func set(_ sources: [String], standards: [String] = [], in folder: URL) throws -> [Report] {
    var input = try line(["fonts": fonts])
    for (i, source) in sources.enumerated() {
      input += try line(["output": folder.appendingPathComponent("\(i).pdf").path, "source": source, "standards": standards])
    }
    let driver = packageRoot.appendingPathComponent("Templates/sheets/typeset.py").path
    let result = run(python ?? "", ["-I", driver], input: input)
    return try result.output.split(separator: 0x0A).map { try JSONDecoder().decode(Report.self, from: Data($0)) }
  }

  private static func line(_ object: [String: Any]) throws -> Data {
    try JSONSerialization.data(withJSONObject: object) + Data([0x0A])
  }

  static func text(of pdf: URL) -> String {
    String(decoding: run(reader ?? "", ["-raw", pdf.path, "-"]).output, as: UTF8.self)
  }

  static func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tamra-sheets-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  static func run(_ program: String, _ arguments: [String], input: Data = Data()) -> (output: Data, status: Int32) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let standardInput = Pipe()
    let standardOutput = Pipe()
    process.standardInput = standardInput
    process.standardOutput = standardOutput
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return (Data(), 127) }
    DispatchQueue.global().async {
      try? standardInput.fileHandleForWriting.write(contentsOf: input)
      try? standardInput.fileHandleForWriting.close()
    }
    let output = standardOutput.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (output, process.terminationStatus)
  }
}
