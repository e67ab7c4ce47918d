import CourseModel
import Packing
import Synchronization

/// A record, or a table's entry, that a page looked up: a hash of its kind and name.
struct ReadKey: Hashable, Sendable {
  enum Kind: UInt64, Sendable {
    case chapter = 1
    case section, concept, definition, citation, work, person, enumeration, figure, question
    /// A work by its key in the references.
    case key
    /// A chapter by its file.
    case file
  }
  let hash: UInt64

  init(_ kind: Kind, _ name: String) {
    var hash = ContentHash()
    hash.add(kind.rawValue)
    hash.add(name)
    self.hash = hash.value
  }
}

/// What was looked up while a page was made. A page whose look-ups would all find the same again, and whose own input is the same, is the same
/// page: `CourseDigests` decides.
///
/// A class because the copies of a page's context, which rendering hands on, fill one list.
package final class PageReads: Sendable {
  private let keys = Mutex<Set<UInt64>>([])

  package init() {}

  func note(_ key: ReadKey) { keys.withLock { _ = $0.insert(key.hash) } }

  /// A concept whose words the page has, whether or not it shows any of its record.
  package func note(_ concept: ConceptID) { note(ReadKey(.concept, concept.text)) }

  /// In order, each once: as a memory keeps them.
  package var sorted: [UInt64] { keys.withLock { $0.sorted() } }
}

/// What a page is made from beside the frame all pages share.
package enum PageInput: Sendable {
  /// More than anybody keeps track of: it is made every time.
  case anything
  /// All records: a list of many.
  case course
  /// The records it looks up, and what this hash stands for.
  case records(UInt64)
}
