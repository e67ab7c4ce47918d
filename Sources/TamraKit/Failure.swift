import Diagnostics

/// What the machine refuses: said in one sentence with what to do, and the exit status it leads to.
package struct Failure: Error, Sendable {
  package enum Status: Int32, Sendable {
    case content = 1
    case usage = 64
    case io = 74
  }
  package var message: Wording
  package var status: Status

  package init(_ status: Status, thai: String, english: String) {
    self.status = status
    self.message = Wording(thai: thai, english: english)
  }

  /// `--format` with a name that no registry has.
  static func unknownFormat(_ name: String, known: [String]) -> Failure {
    let list = known.joined(separator: ", ")
    return Failure(.usage, thai: "ไม่รู้จักรูปแบบ “\(name)” ที่ใช้ได้คือ \(list)", english: "unknown format “\(name)”; known: \(list)")
  }
}
