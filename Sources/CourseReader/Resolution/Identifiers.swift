import CourseModel
import ThaiText

/// Gives out identifiers that are unique in the course and do not depend on what stands around a record.
///
/// Each record proposes a name made from what it is. Where several of a kind propose the same, all of them add a short hash of
/// their own paragraph, so that none depends on which comes first; only equal paragraphs are told apart by number. What an
/// author wrote is reserved before anything is derived, and wins.
struct Identifiers {
  struct Proposal {
    var base: String
    var paragraph: UInt64
  }

  private var taken: Set<String> = []
  /// By name: the first number that may be free.
  private var numbers: [String: Int] = [:]

  /// The identifier an author wrote; where another record has it already, with `suffix`.
  mutating func reserve(_ id: String, otherwise suffix: String) -> String {
    if taken.insert(id).inserted { return id }
    return numbered(id + "-" + suffix)
  }

  /// Identifiers for all derived records of one kind, in their order. `kind` tells a record from one of another kind that has its name.
  mutating func assign(_ proposals: [Proposal], kind: String) -> [String] {
    var counts: [String: Int] = [:]
    for proposal in proposals { counts[proposal.base, default: 0] += 1 }
    var claimed: [String] = []
    let result = proposals.map { proposal -> String in
      let base = taken.contains(proposal.base) ? proposal.base + "-" + kind : proposal.base
      if counts[proposal.base] == 1, !taken.contains(base) {
        claimed.append(base)
        return base
      }
      return numbered(base + "-" + Self.short(proposal.paragraph))
    }
    taken.formUnion(claimed)
    return result
  }

  private mutating func numbered(_ name: String) -> String {
    if taken.insert(name).inserted { return name }
    var number = numbers[name] ?? 2
    while !taken.insert("\(name)-\(number)").inserted { number += 1 }
    numbers[name] = number + 1
    return "\(name)-\(number)"
  }

  /// 20 bits of a hash as four letters and digits.
  static func short(_ hash: UInt64) -> String {
    let digits = Array("abcdefghjkmnpqrstvwxyz0123456789".utf8)
    return String(decoding: (0..<4).map { digits[Int(truncatingIfNeeded: hash >> (UInt64($0) * 5)) & 31] }, as: UTF8.self)
  }

  /// A name for a text: its Latin words where it has no Thai, else its hash.
  static func name(_ text: String) -> String {
    (containsThai(text) ? nil : asciiSlug(text)) ?? stableHash(comparisonKey(text))
  }
}
