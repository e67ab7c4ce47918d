import Foundation
import Rendering

/// One run of a Python script that makes many files, each from a source: a line of JSON that is the same for all, then a line a file, on
/// standard input; a line of JSON a file, `{"ok": …, "error": …}`, comes back. What was made before is not made again.
struct PythonBatch: Sendable {
  let python: String
  /// The script's text.
  let script: String
  /// What files are made, as an ending without a dot.
  let fileExtension: String
  /// Seconds allowed for each file, beside a minute for all.
  let secondsEach: Double
  /// nil keeps nothing.
  let made: MadeFiles?

  /// The bytes of a file, or why there are none.
  typealias Outcome = Result<[UInt8], Refusal>
  struct Refusal: Error { let reason: String }

  /// Forgets what was made long ago.
  func prune() { made?.prune(now: Date()) }

  /// In the order of the sources.
  ///
  /// - Parameters:
  ///   - common: writes the members of the first line.
  ///   - file: writes the members of every file's line beside `source` and `output`, which is where the script puts it.
  ///   - broken: the failure to throw, with its reason, when the program as a whole does not work.
  func run(
    _ sources: [String], common: (inout JSONBuffer) -> Void, file: (inout JSONBuffer) -> Void = { _ in },
    broken: (String) -> Failure
  ) throws -> [Outcome] {
    var outcomes = sources.map { source in made?.file(of: source).map { Outcome.success($0) } }
    let missing = sources.indices.filter { outcomes[$0] == nil }
    for (index, outcome) in zip(missing, try runAnew(missing.map { sources[$0] }, common, file, broken)) {
      outcomes[index] = outcome
      if case .success(let bytes) = outcome { made?.keep(bytes, of: sources[index]) }
    }
    return outcomes.compactMap { $0 }
  }

  private func runAnew(
    _ sources: [String], _ common: (inout JSONBuffer) -> Void, _ file: (inout JSONBuffer) -> Void, _ broken: (String) -> Failure
  ) throws -> [Outcome] {
    guard !sources.isEmpty else { return [] }
    return try withScratchPlace(fileExtension) { scratch in
      try NewFile.write(scratch + "/script.py", Array(script.utf8))
      func line(_ members: (inout JSONBuffer) -> Void) -> [UInt8] {
        var json = JSONBuffer(isPretty: false)
        json.object(members)
        return json.bytes + [0x0A]
      }
      var input = line(common)
      for (index, source) in sources.enumerated() {
        input += line { json in
          json.field("output", "\(scratch)/\(index).\(fileExtension)")
          json.field("source", source)
          file(&json)
        }
      }
      let output = try ToolProcess(python, ["-I", scratch + "/script.py"]).run(
        input: input, limit: 60 + secondsEach * Double(sources.count))
      guard output.status == 0 || output.status == 1, !output.timedOut else { throw broken(output.complaint) }
      let answers = output.standardOutput.split(separator: 0x0A)
      return sources.indices.map { index in
        let answer = index < answers.count ? try? JSONDecoder().decode(Answer.self, from: Data(answers[index])) : nil
        guard answer?.ok == true, let bytes = try? FileReading.bytes(at: "\(scratch)/\(index).\(fileExtension)") else {
          return .failure(Refusal(reason: answer?.error ?? "no answer"))
        }
        return .success(bytes)
      }
    }
  }

  private struct Answer: Decodable {
    var ok: Bool
    var error: String?
  }
}

extension ToolProcess.Output {
  /// Why it ended badly, in a few words: the last line of what it said.
  var complaint: String { timedOut ? "time" : standardError.split(separator: "\n").last.map(String.init) ?? "?" }
}
