import CourseModel
import Diagnostics

/// What makes an item bad though it is answerable; after Haladyna and Downing's rules of item writing. A new check is a file
/// beside this one and a line in `flawChecks`.
package protocol FlawCheck: Sendable {
  /// The name a diagnostic carries: lower case with hyphens.
  var id: String { get }
  /// nil when the item has not the flaw.
  func flaw(in item: QuizItem) -> Wording?
}

/// A flaw that shows only between the items of one test.
package protocol TestFlawCheck: Sendable {
  var id: String { get }
  /// Pairs of an item and what is wrong with it among the others.
  func flaws(in items: [QuizItem]) -> [(item: String, wording: Wording)]
}

package enum Flaws {
  /// Checks of one item by itself.
  package static let checks: [any FlawCheck] = [
    LongKey(),
    AllOrNone(),
    CombinedOptions(),
    PlainNegative(),
    AbsoluteWords(),
    MixedOptions(),
    RepeatedOptions(),
    WordsOfTheStem(),
    UnorderedYears(),
    OddForm(),
  ]

  /// Checks of a test as a whole.
  package static let testChecks: [any TestFlawCheck] = [
    UnbalancedKeys(),
    GivenAway(),
  ]

  /// Every flaw of an item, by the check's name.
  package static func flaws(in item: QuizItem) -> [(id: String, wording: Wording)] {
    checks.compactMap { check in check.flaw(in: item).map { (check.id, $0) } }
  }

  /// The flaws of hand-written items as findings; `span` says where an item stands.
  package static func diagnostics(of items: [QuizItem], at span: (QuizItem) -> SourceSpan?) -> [Diagnostic] {
    items.flatMap { item in
      flaws(in: item).map { flaw in
        Diagnostic("item-\(flaw.id)", .warning, thai: flaw.wording.thai, english: flaw.wording.english, at: span(item))
      }
    }
  }
}

extension QuizItem {
  /// Key and distractors of a single choice; nil for any other item.
  var singleChoice: (key: Interaction.Option, distractors: [Interaction.Option])? {
    guard case .choice(let options, false, _) = interaction, let key = options.first(where: { $0.isKey }) else { return nil }
    return (key, options.filter { !$0.isKey })
  }

  var optionTexts: [String] {
    if case .choice(let options, _, _) = interaction { return options.map(\.text) }
    return []
  }
}
