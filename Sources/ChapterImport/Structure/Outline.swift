import ThaiText

/// Reads passages into headings, lists, captions and paragraphs, from front to back.
///
/// Wording and layout decide, never one text's own words: short lines that name something and stand over text are headings, numbers that
/// count up are lists, or headings where paragraphs stand between them, and a line that was announced («… 3 ประการ ดังนี้») goes below what
/// announced it.
struct Outline {
  let passages: [Passage]
  let chapterNumber: String?
  private(set) var blocks: [ChapterBlock] = []

  enum Mode { case text, questions, references }
  private(set) var mode = Mode.text
  private(set) var levels = OutlineLevels()
  /// What stands between the passage and its heading.
  private(set) var hasTextSinceHeading = true
  private var followsPlainHeading = false

  /// Items of sets that are headings, by passage.
  private var headingItems: [Int: ItemSet.Member] = [:]
  /// Folded titles that a list or a lead-in has announced, and the level they will have.
  private var announced: [[UInt8]: Int] = [:]
  private var pending: (count: Int, level: Int)?
  /// The paragraph before, while it is the last block.
  private(set) var leadIn: [UInt8]?
  /// The last line that could have been a heading and was kept as text.
  private var lastRowLine: Int?
  private var lastNumbers: [[Int]: Int] = [:]
  /// First words of the plain headings by level, to see which belong together.
  private var firstWords: [Int: String] = [:]

  /// Where the last list of questions is among the blocks.
  private(set) var lastQuestions: Int?

  /// Lines that could be headings, to be found in the sentences that announce them.
  private let titles: TermMatcher
  private let titlePassages: [Int]
  /// The last passage with these folded words.
  private let lastTitles: [[UInt8]: Int]
  private let breaker: WordBreaker
  /// Whether the document itself sets headings off.
  let isStyled: Bool
  /// The highest level it uses for them.
  private let outermostStyle: Int
  private let labels: (caption: Int, texts: [[UInt8]])?

  init(
    _ passages: [Passage], in range: Range<Int>, chapterNumber: String?, labels: (caption: Int, texts: [[UInt8]])?,
    breaker: WordBreaker
  ) {
    self.passages = passages
    self.chapterNumber = chapterNumber
    self.labels = labels
    self.breaker = breaker
    outermostStyle = range.compactMap { passages[$0].headingLevel }.min() ?? 1
    isStyled = range.contains { passages[$0].isSetOff && passages[$0].marker == nil }
    titlePassages = range.filter { passages[$0].isTitleLike && passages[$0].marker == nil }
    lastTitles = Dictionary(
      titlePassages.map { (comparisonKey(passages[$0].text).filter { $0 != 0x20 }, $0) }, uniquingKeysWith: max)
    titles = TermMatcher(titlePassages.map { passages[$0].text.asText })
    var i = range.lowerBound
    while i < range.upperBound { i = read(i, limit: range.upperBound) }
  }

  /// Reads the passage at `i` and what belongs to it. Returns the next to read, always after `i`.
  private mutating func read(_ i: Int, limit: Int) -> Int {
    let passage = passages[i]
    if let member = headingItems[i] {
      addNumberedHeading(passage, member)
      return i + 1
    }
    if case .heading(let level) = passage.style {
      addStyledHeading(passage, level)
      return i + 1
    }
    if passage.style == .opaque, mode != .questions || passage.list == nil {
      add(passage.block)
      return i + 1
    }
    if let caption = passage.caption {
      let texts = caption.isTable || labels?.caption != i ? [] : labels?.texts ?? []
      add(.caption(passage.text, labels: texts))
      return i + 1
    }
    if let standing = passage.standing {
      addHeading(passage.text, at: levels.enter(.plain, at: 2))
      followsPlainHeading = true
      pending = nil
      mode = standing == .questions ? .questions : standing == .references ? .references : .text
      return i + 1
    }
    if let part = passage.part {
      let level = levels.enter(.part(part.level), at: mode == .questions ? levels.current + 1 : min(part.level, levels.current + 1))
      // Its name may stand on a line of its own.
      let isNamedBelow = !part.hasTitle && mode == .text && i + 1 < limit && isPlainHeading(i + 1, limit: limit)
      addHeading(isNamedBelow ? passage.text + [0x20] + passages[i + 1].text : passage.text, at: level)
      return isNamedBelow ? i + 2 : i + 1
    }
    switch mode {
    case .references:
      addReference(passage)
      return i + 1
    case .questions: return readQuestions(i, limit: limit)
    case .text: break
    }
    if let marker = passage.marker {
      if case .section = marker.style { return readSection(i, marker) }
      return readSet(i, limit: limit)
    }
    if let run = announcedRun(i, limit: limit) {
      addList(of: run)
      return run.upperBound
    }
    if isPlainHeading(i, limit: limit) {
      addPlainHeading(i)
      return i + 1
    }
    if passage.isPlainTitle { lastRowLine = i }
    addParagraph(passage)
    return i + 1
  }

  // MARK: Headings

  /// Whether a line stands over what follows: it reads as a title, and longer text, a list or one more heading comes next.
  func isPlainHeading(_ i: Int, limit: Int) -> Bool {
    guard passages[i].isPlainTitle else { return false }
    if passages[i].style == .strong { return i + 1 < limit }
    // Where the author sets headings off, plain lines are none.
    if isStyled { return false }
    if announced[folded(passages[i].text)] != nil { return true }
    // A line in a row of short lines is a verse or a table, unless a wider gap sets it apart.
    if lastRowLine == i - 1, passages[i].blankLinesBefore <= passages[i - 1].blankLinesBefore { return false }
    var next = i + 1
    while next < limit, next - i < 3, passages[next].isPlainTitle, passages[next].standing == nil,
      announced[folded(passages[next].text)] == nil
    { next += 1 }
    guard next < limit else { return false }
    let below = passages[next]
    let isOver = below.marker != nil || below.width > passages[next - 1].width || below.standing != nil || below.isPlainTitle
    return next - i <= 2 && isOver
  }

  /// Whether a line stands again, by itself, at a passage or after it.
  func comesAgain(_ i: Int, from start: Int) -> Bool { lastTitles[folded(passages[i].text)].map { $0 >= start } ?? false }

  /// A heading by the document's own style: levels are kept, the highest becomes the second.
  private mutating func addStyledHeading(_ passage: Passage, _ level: Int) {
    addHeading(passage.prose(), at: levels.enter(.plain, at: level - outermostStyle + 2))
    let standing = HeadingCues.standing(passage.text)
    mode = standing == .questions ? .questions : standing == .references ? .references : .text
  }

  private mutating func addPlainHeading(_ i: Int) {
    let text = passages[i].text
    let word = firstWord(text)
    let level: Int
    if let known = announced[folded(text)] {
      level = levels.enter(.announced(known), at: known)
    } else if let (count, known) = pending, count > 0 {
      pending = (count - 1, known)
      level = levels.enter(.announced(known), at: known)
    } else if let leadIn, HeadingCues.announces(leadIn), !levels.isEmpty {
      let below = levels.current + 1
      if let count = HeadingCues.statedCount(leadIn) { pending = (count - 1, below) }
      level = levels.enter(.announced(below), at: below)
    } else if !hasTextSinceHeading, followsPlainHeading {
      level = levels.enter(.plainBelow, at: levels.current + 1)
    } else if levels.current > 2, firstWords[levels.current] == word, firstWords[2] != word {
      level = levels.enter(levels.innermost ?? .plainBelow)
    } else if levels.isNumbered {
      level = levels.innermost == .plainBelow ? levels.enter(.plainBelow) : levels.enter(.plainBelow, at: levels.current + 1)
    } else {
      level = levels.enter(.plain, at: 2)
    }
    firstWords[level] = word
    addHeading(text, at: level)
    followsPlainHeading = true
  }

  /// «6.1 หัวข้อ»: its depth is its level where it counts with the chapter, else below the numbers it counts in.
  private mutating func readSection(_ i: Int, _ marker: ItemMarker) -> Int {
    let passage = passages[i]
    let text = passage.text[marker.textStart...]
    let parent = Array(marker.numbers.dropLast())
    let isNext = marker.ordinal == 1 || lastNumbers[parent] == marker.ordinal - 1
    let isWhole = HeadingCues.isTitleLike(text, width: passage.width)
    let runIn = RunInTitle.end(in: text).flatMap { passage.canCut(at: marker.textStart + $0 + 1) ? $0 : nil }
    let title = isWhole ? text.count : runIn
    guard isNext, let title else {
      addParagraph(passage)
      return i + 1
    }
    lastNumbers[parent] = marker.ordinal
    let countsWithChapter = chapterNumber == String(marker.numbers[0])
    let level =
      countsWithChapter || levels.isEmpty || levels.outermost == .section(2)
      ? marker.numbers.count : levels.levelOfNumbers + marker.numbers.count - 1
    addHeading(Array(passage.text[..<(marker.textStart + title)]), at: levels.enter(.section(marker.numbers.count), at: level))
    addRest(of: passage, from: marker.textStart + title + 1)
    return i + 1
  }

  private mutating func addNumberedHeading(_ passage: Passage, _ member: ItemSet.Member) {
    let end = member.marker.textStart + (member.title ?? 0)
    addHeading(spaced(Array(passage.text[..<end]), member.marker), at: levels.enter(.marker(member.marker.style)))
    addRest(of: passage, from: end + 1)
  }

  /// «1.แนวคิด» as «1. แนวคิด».
  private func spaced(_ text: [UInt8], _ marker: ItemMarker) -> [UInt8] {
    marker.textStart > marker.length ? text : text[..<marker.length] + [0x20] + text[marker.length...]
  }

  private func firstWord(_ text: [UInt8]) -> String {
    breaker.words(in: Array(text.prefix(200))).first.map { text[$0].asText } ?? ""
  }

  // MARK: Blocks

  private mutating func addHeading(_ text: [UInt8], at level: Int) { addHeading(ChapterBlock.Prose(text: text), at: level) }

  private mutating func addHeading(_ prose: ChapterBlock.Prose, at level: Int) {
    blocks.append(.heading(level: level, prose))
    hasTextSinceHeading = false
    followsPlainHeading = false
    leadIn = nil
  }

  mutating func add(_ block: ChapterBlock) {
    blocks.append(block)
    hasTextSinceHeading = true
    followsPlainHeading = false
    leadIn = nil
  }

  mutating func addParagraph(_ passage: Passage, from offset: Int = 0) {
    let prose = passage.prose(from: offset)
    noteTitles(announcedBy: prose.text)
    add(.paragraph(prose))
    leadIn = prose.text
  }

  /// What stands after a title on the same line.
  private mutating func addRest(of passage: Passage, from offset: Int) {
    let isEmpty = offset >= passage.text.count && passage.markup?.markdown(from: offset).map(\.isEmpty) ?? true
    if !isEmpty { addParagraph(passage, from: offset) }
  }

  mutating func addQuestions(_ list: ChapterBlock.ListBlock) {
    add(.list(list))
    lastQuestions = blocks.count - 1
  }

  /// An entry of a list of references; an indented line goes on with the one before.
  private mutating func addReference(_ passage: Passage) {
    if passage.indent >= 4, passage.markup == nil, case .paragraph(var last) = blocks.last, last.markdown == nil {
      last.text += [0x20] + passage.text
      blocks[blocks.count - 1] = .paragraph(last)
    } else {
      addParagraph(passage)
    }
  }

  mutating func markAsHeadings(_ set: ItemSet) {
    for member in set.members { headingItems[member.passage] = member }
  }

  mutating func announce(_ title: some Collection<UInt8>) { announced[folded(Array(title))] = min(6, levels.current + 1) }

  /// Titles of later lines that a paragraph counts out after «ได้แก่» or «คือ», two at least.
  private mutating func noteTitles(announcedBy text: [UInt8]) {
    guard !titles.isEmpty, let cue = ["ได้แก่", "คือ", "ประกอบด้วย"].compactMap({ text.offset(of: $0) }).min() else { return }
    var found: Set<Int> = []
    titles.forEachMatch(in: text.span) { match in
      if match.lowerBound > cue { found.insert(match.term) }
    }
    guard found.count > 1 else { return }
    for term in found {
      let key = folded(passages[titlePassages[term]].text)
      if announced[key] == nil { announced[key] = min(6, levels.current + 1) }
    }
  }

  /// What two lines must share to be the same words.
  func folded(_ text: [UInt8]) -> [UInt8] { comparisonKey(text).filter { $0 != 0x20 } }
}

extension OutlineLevels {
  /// The level of the headings that count «1.», else of the innermost.
  fileprivate var levelOfNumbers: Int { level(of: .marker(.numberDot)) ?? max(1, current) }
}
