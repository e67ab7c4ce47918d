import ThaiText

/// Terms and names that came or went between two builds: a page that has the words of one may be written otherwise now, though no record it
/// looked up is another.
///
/// Told by grams: a page that lacks one of a term's grams lacks the term. Few terms are asked about; of many, every page is said to have some.
package struct ChangedTerms: Sendable {
  private let isAny: Bool
  /// Three letters of terms, in order, and for each which terms have it.
  private let grams: [(gram: UInt32, terms: [Int])]
  /// Two letters that are all of a run: in a page more may follow. The third is 0.
  private let pairs: [(gram: UInt32, terms: [Int])]
  /// How many of both each term has.
  private let counts: [Int]

  private static let most = 200

  /// Both in ascending order, each term once.
  package init(from old: [String], to new: [String]) {
    let changed = Set(old).symmetricDifference(new).sorted()
    var grams: [UInt32: [Int]] = [:]
    var pairs: [UInt32: [Int]] = [:]
    var counts: [Int] = []
    for (term, text) in changed.enumerated() {
      let found = Array(LetterGrams.distinct(in: Array(normalised(text).utf8)))
      for gram in found where Self.isWhole(gram) { grams[gram, default: []].append(term) }
      // At the end of a longer run they ask for no more than the three letters that end with them.
      for gram in found where !Self.isWhole(gram) { pairs[gram, default: []].append(term) }
      counts.append(found.count)
    }
    // One letter has no grams.
    isAny = changed.count > Self.most || counts.contains(0)
    self.grams = grams.sorted { $0.key < $1.key }.map { (gram: $0.key, terms: $0.value) }
    self.pairs = pairs.sorted { $0.key < $1.key }.map { (gram: $0.key, terms: $0.value) }
    self.counts = counts
  }

  private static func isWhole(_ gram: UInt32) -> Bool { gram & 0x7F != 0 }

  package var isEmpty: Bool { counts.isEmpty }

  /// Whether a page with these grams may hold one of the terms. O(grams).
  package func mayStand(in page: PackedNumbers) -> Bool {
    guard !isAny else { return true }
    var missing = counts
    func strike(_ gram: UInt32, from list: [(gram: UInt32, terms: [Int])], _ i: inout Int) {
      while i < list.count, list[i].gram < gram { i += 1 }
      guard i < list.count, list[i].gram == gram else { return }
      for term in list[i].terms { missing[term] -= 1 }
      i += 1
    }
    var (whole, pair) = (0, 0)
    for gram in page {
      strike(gram, from: grams, &whole)
      strike(gram & ~0x7F, from: pairs, &pair)
    }
    return missing.contains(0)
  }
}
