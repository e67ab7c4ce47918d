import CourseModel
import Diagnostics

/// A file format that quiz systems import. A new one is a file in Formats/ and a line in `QuizFormats.all`.
package protocol QuizFormat: Sendable {
  /// What `--format` takes.
  var name: String { get }
  /// Without the dot.
  var fileExtension: String { get }
  /// False for packages: they are not for a terminal.
  var isText: Bool { get }
  /// The bank as one file. The same bank and options give the same bytes.
  ///
  /// - Throws: when the machine fails (memory), never for what the bank holds.
  func write(_ bank: QuizBank, _ options: QuizWritingOptions) throws -> ExportedQuiz
}

package enum QuizFormats {
  /// In the order a reader is shown them.
  package static let all: [any QuizFormat] = [
    MoodleXML(),
    GIFT(),
    Aiken(),
    BankCSV(),
    Kahoot(),
    QTIPackage.v21,
    QTIPackage.v22,
    QTIPackage.v30,
    CanvasPackage(),
    CommonCartridge(),
    AnkiPackage(),
    H5PQuestionSet(),
    BankJSON(),
  ]

  package static func named(_ name: String) -> (any QuizFormat)? { all.first { $0.name == name } }
}

/// What writers need to know beside the bank.
package struct QuizWritingOptions: Sendable {
  /// The address of an item's passage on the study site; nil where there is none to give.
  package var link: @Sendable (QuizItem) -> String?
  /// A category that holds everything, for a delivery of new and changed items («2569-11-22»).
  package var topCategory: String?
  /// Seconds since 1970, for formats that must carry a time; a fixed date keeps builds reproducible.
  package var date: Int

  package init(
    link: @escaping @Sendable (QuizItem) -> String? = { _ in nil }, topCategory: String? = nil, date: Int = 1_700_000_000
  ) {
    self.link = link
    self.topCategory = topCategory
    self.date = date
  }
}

/// A written bank, and what the format could not hold.
package struct ExportedQuiz: Sendable {
  /// Items left out, with the reason.
  package struct Omission: Hashable, Sendable {
    package var reason: Wording
    package var count: Int

    package init(reason: Wording, count: Int) {
      self.reason = reason
      self.count = count
    }
  }
  package var bytes: [UInt8]
  /// Items written, each counted once though it may stand in several categories.
  package var written: Int
  package var omitted: [Omission]

  package init(bytes: [UInt8], written: Int, omitted: [Omission] = []) {
    self.bytes = bytes
    self.written = written
    self.omitted = omitted
  }
}

/// Counts what is left out, by reason, in order of first occurrence.
struct Omissions {
  private(set) var list: [ExportedQuiz.Omission] = []

  mutating func add(_ reason: Wording) {
    if let i = list.firstIndex(where: { $0.reason == reason }) {
      list[i].count += 1
    } else {
      list.append(.init(reason: reason, count: 1))
    }
  }
}
