/// What the English of a pair says of the Thai before it.
struct EnglishSide {
  /// About how long the Thai can be, in characters.
  var weight: Int
  private let letters: Int
  /// «of» between its words.
  private(set) var isOf: Bool
  /// Two words joined: «and», «/».
  var isPaired: Bool
  /// «…-based», «…-oriented»
  var isBased: Bool
  /// «…ing», «…tion»: something done, so that a verb may open the Thai.
  var isProcess: Bool
  /// «…er», «…ist», «people»: somebody.
  var isAgent: Bool
  /// Its last word is something done: «probability sampling».
  private(set) var isAct = false
  /// All of it in small letters.
  let words: String

  init(_ terms: [String]) {
    letters = terms.map { $0.utf8.count }.max() ?? 0
    weight = 12 + 2 * letters
    isPaired = false
    isOf = false
    isBased = false
    isProcess = false
    isAgent = false
    words = terms.joined(separator: " ").lowercased()
    for term in terms {
      let text = ReadingText(term)
      var start = 0
      for i in 0...text.count {
        let byte = i < text.count ? text.bytes[i] : 0x20
        guard byte == 0x20 || byte == 0x2D || byte == 0x2F || byte == 0x26 else { continue }
        if byte == 0x2F || byte == 0x26 { isPaired = true }
        if i > start {
          isAct = false
          read(text, start..<i)
        }
        start = i + 1
      }
    }
  }

  private mutating func read(_ text: ReadingText, _ word: Range<Int>) {
    switch englishWords.match(text, at: word.lowerBound, end: word.upperBound) {
    case let match? where match.length == word.count: set(match.value)
    default: if let match = englishEndings.match(text, before: word.upperBound, from: word.lowerBound) { set(match.value) }
    }
  }

  private mutating func set(_ kind: EnglishWord) {
    switch kind {
    case .pair: isPaired = true
    case .of: isOf = true
    case .based: isBased = true
    case .process:
      isProcess = true
      isAct = true
    case .agent: isAgent = true
    }
  }
}

private enum EnglishWord { case pair, of, based, process, agent }

private let englishWords = PhraseTable<EnglishWord>(
  [("and", .pair), ("or", .pair), ("of", .of)] + wordList("people person groups man agent agents").map { ($0, .agent) }
    + wordList("capture control failure exposure abuse use study research design change").map { ($0, .process) })

private let englishEndings = SuffixTable<EnglishWord>(
  wordList("based Based oriented Oriented centered centred Centered assisted driven").map { ($0, .based) }
    + wordList("ing tion tions sion ment sis ance ence").map { ($0, .process) }
    + wordList("er ers or ors ist ists ee ees ant ants ian").map { ($0, .agent) })

extension EnglishSide {
  /// «อัลกอริทึม» of algorithm: one English word in Thai letters.
  func sounds(like thai: String) -> Bool {
    guard words.utf8.count > 3, !words.contains(" ") else { return false }
    let text = ReadingText(thai)
    return ReadingText.sound(text, text.all, like: ReadingText(words))
  }

  /// Whether so few characters of Thai say too little for it.
  func isMuchMore(than count: Int) -> Bool { count * 20 < letters * 9 }
}
