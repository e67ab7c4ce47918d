/// What of an option tells whether it stands out beside the others, worked out once however many it is put beside.
struct OptionShape {
  let text: String
  /// Graphemes.
  let length: Int
  /// For `WordCue`.
  let letters: [UInt16]
  /// Which of the words that make a noun it begins with, a bit for each.
  let nominalisers: UInt8
  let isPredicate: Bool

  init(_ text: String) {
    self.text = text
    length = Letters.count(text)
    letters = WordCue.letters(text)
    nominalisers = OptionForm.nominalisers(of: text)
    isPredicate = OptionForm.isPredicate(text)
  }
}

/// Tells whether a key is found among other options without knowing it: by its length, its form, or the stem's own words.
struct KeyCover {
  private let key: OptionShape
  private let cue: WordCue
  private let runs: [ArraySlice<UInt16>]
  private let heads: [String]

  init(stem: String, key: String) {
    self.key = OptionShape(key)
    cue = WordCue(stem: stem)
    runs = cue.runs(of: self.key.letters)
    heads = OptionForm.heads(of: key, in: stem)
  }

  /// True when nothing gives the key away beside `others`.
  func holds(beside others: [OptionShape]) -> Bool {
    let longest = others.reduce(0) { max($0, $1.length) }
    return !KeyLength.stands(out: key.length, among: longest) && !OptionForm.isOdd(key, among: others)
      && !OptionForm.isAlone(heads, among: others) && !cue.isAlone(runs, among: others)
      && cue.runMissing(in: key, others: others) == nil
  }
}
