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
}
