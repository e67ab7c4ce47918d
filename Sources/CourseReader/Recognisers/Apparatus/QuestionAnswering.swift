import CourseModel
import ThaiText

/// Finds the records of a chapter that answer a question: by the words that headings and titles of sets share with it, near-synonyms of
/// academic Thai counting as one word, what is asked for («ความสำคัญของ …») more than what it is asked of.
///
/// A heading that fits is answered by the sets under it; where it has none, by the section itself. A chapter's own titles are all it needs, so
/// pass one has the answers. Made once a chapter that asks something; a question then costs its chapter's titles.
struct QuestionAnswering {
  /// Indices in the chapter's reading.
  private struct Candidate {
    var record: QuestionReading.Answer.Record
    var section: Int?
    /// As the vocabulary numbers them, in order.
    var words: [Int]
    var distinct: Set<Int>

    init(_ record: QuestionReading.Answer.Record, section: Int?, words: [Int]) {
      self.record = record
      self.section = section
      self.words = words
      distinct = Set(words)
    }
  }
  private var vocabulary = Vocabulary()
  private let sections: [Candidate]
  private let sets: [Candidate]
  /// By section, the sets in it and below it, in their order: how many steps below, and which.
  private let setsUnder: [Int: [(depth: Int, set: Int)]]

  /// Headings and sets of a chapter that are looked at, and questions that are answered: no chapter to be taught from has as many, and a
  /// question costs as many looks as there are titles.
  private static let mostTitles = 1_000
  fileprivate static let mostQuestions = 300

  init(_ chapter: ChapterReading) {
    var vocabulary = Vocabulary()
    sections = chapter.sections.prefix(Self.mostTitles).enumerated().map { index, section in
      Candidate(.section(index), section: index, words: vocabulary.numbers(of: section.title))
    }
    sets = chapter.enumerations.prefix(Self.mostTitles).enumerated().map { index, set in
      // A heading that serves a set for a title says nothing of the set itself.
      let heading = set.section.flatMap { chapter.sections.indices.contains($0) ? chapter.sections[$0].title : nil }
      let isOwn = heading != set.title && chapter.title.text != set.title
      return Candidate(.enumeration(index), section: set.section, words: isOwn ? vocabulary.numbers(of: set.title) : [])
    }
    self.vocabulary = vocabulary
    var under: [Int: [(depth: Int, set: Int)]] = [:]
    for (index, set) in sets.enumerated() {
      var depth = 0
      var current = set.section
      while let section = current, depth <= 8 {
        under[section, default: []].append((depth, index))
        current = chapter.sections.indices.contains(section) ? chapter.sections[section].parent : nil
        depth += 1
      }
    }
    setsUnder = under
  }

  /// Heaviest first, weights adding up to 1; empty when no title fits.
  ///
  /// - Parameter own: the section the question itself stands in, which does not answer it.
  mutating func answers(to question: String, under own: Int?) -> [QuestionReading.Answer] {
    let asked = vocabulary.numbers(of: question)
    let headings = sections.filter { $0.section != own }
    guard let head = asked.first, !(headings.isEmpty && sets.isEmpty) else { return [] }
    let likeness = Likeness(asked: asked, head: head, titles: headings + sets)
    let scored = sets.map { (list: $0, score: likeness.score($0)) }
    var scores: [(record: QuestionReading.Answer.Record, score: Double)] = []
    var answered: Set<QuestionReading.Answer.Record> = []
    func add(_ record: QuestionReading.Answer.Record, _ score: Double) {
      guard score > 0, answered.insert(record).inserted else { return }
      scores.append((record, score))
    }
    for (list, score) in scored { add(list.record, score * 1.05) }
    for heading in headings {
      let score = likeness.score(heading)
      guard score > 0, let section = heading.section else { continue }
      let under = setsNearest(section, scored)
      if under.isEmpty { add(heading.record, score * 0.9) } else { for list in under { add(list.record, score) } }
    }
    guard let best = scores.map(\.score).max(), best >= 0.2 else { return [] }
    let kept = scores.enumerated().filter { $0.element.score >= best * 0.62 }
      .sorted { $0.element.score != $1.element.score ? $0.element.score > $1.element.score : $0.offset < $1.offset }.prefix(8).map(
        \.element)
    let sum = kept.reduce(0) { $0 + $1.score }
    return kept.map { .init(record: $0.record, weight: $0.score / sum) }
  }

  /// The sets that a section answers with: of its own ones that whose title fits, else the first; where it has none, the same of the
  /// sections under it at the least depth.
  private func setsNearest(_ section: Int, _ lists: [(list: Candidate, score: Double)]) -> [Candidate] {
    var bySection: [Int: (depth: Int, list: Candidate, score: Double)] = [:]
    var order: [Int] = []
    for (depth, index) in setsUnder[section] ?? [] {
      let (list, score) = lists[index]
      guard let own = list.section else { continue }
      if let known = bySection[own] {
        if score > known.score { bySection[own] = (known.depth, list, score) }
      } else {
        bySection[own] = (depth, list, score)
        order.append(own)
      }
    }
    let found = order.compactMap { bySection[$0] }
    guard let least = found.map(\.depth).min() else { return [] }
    return found.filter { $0.depth == least }.map(\.list)
  }

  /// How well titles fit a question.
  private struct Likeness {
    /// What is asked for.
    private let head: Int
    /// Each word once, as asked: sums are alike in every run.
    private let weights: [(word: Int, weight: Double)]
    private let total: Double
    /// Some title says what is asked for: then one that only shares the subject does not fit.
    private let needsHead: Bool

    init(asked: [Int], head: Int, titles: [Candidate]) {
      self.head = head
      let count = Double(titles.count + 1)
      var known: Set<Int> = []
      weights = asked.filter { known.insert($0).inserted }.map { word in
        let spread = titles.count { $0.distinct.contains(word) }
        let rarity = 0.2 + 0.8 * (1 - Double(spread) / count)
        return (word, word == head ? 2 * max(0.6, rarity) : rarity)
      }
      total = weights.reduce(0) { $0 + $1.weight }
      needsHead = titles.contains { $0.distinct.contains(head) }
    }

    func score(_ title: Candidate) -> Double {
      guard !title.words.isEmpty, !needsHead || title.distinct.contains(head) else { return 0 }
      var shared = 0.0
      var count = 0
      for (word, weight) in weights where title.distinct.contains(word) {
        shared += weight
        count += 1
      }
      guard count > 0 else { return 0 }
      let precision = Double(count) / Double(title.distinct.count)
      // A title that begins with what is asked for is about it.
      let opening = title.words.first == head ? 1.0 : 0.5
      return shared / total * (0.6 + 0.4 * precision) * (needsHead ? opening : 1)
    }
  }

  /// Numbers content words, near-synonyms alike.
  private struct Vocabulary {
    private var numbers: [TextKey: Int] = [:]
    /// By word as it is written; nil for one that only asks.
    private var known: [TextKey: Int?] = [:]

    /// The content words of a text in order.
    mutating func numbers(of text: String) -> [Int] { breaker.contentWords(text).compactMap { number(of: TextKey($0)) } }

    private mutating func number(of word: TextKey) -> Int? {
      if let known = known[word] { return known }
      var number: Int?
      if let group = QuestionAnswering.group(of: word) {
        number = numbers[group] ?? numbers.count
        numbers[group] = number
      }
      known[word] = .some(number)
      return number
    }
  }

  /// The name of a word's group of near-synonyms; nil for a word that only asks.
  private static func group(of word: TextKey) -> TextKey? {
    var stem = word
    for prefix in ["ความ", "การ"] where stem.text.utf8.starts(with: prefix.utf8) && synonyms[stem] == nil {
      if stem.text.utf8.count > prefix.utf8.count { stem = TextKey(String(Substring(stem.text.utf8.dropFirst(prefix.utf8.count)))) }
    }
    return askingWords.contains(stem) ? nil : synonyms[stem] ?? stem
  }

  private static let breaker = WordBreaker(terms: synonyms.keys.map(\.text).sorted())

  private static let askingWords = Set(
    texts: wordList(
      """
      อะไร บ้าง อย่างไร ทำไม เหตุใด จง อธิบาย อภิปราย วิเคราะห์ เปรียบเทียบ ยกตัวอย่าง ใด ท่าน คิด เห็น เกี่ยว เกี่ยวกับ คืออะไร ได้แก่ กล่าว ระบุ บอก แสดง
      นักศึกษา ผู้เรียน นิสิต ประกอบ พร้อม สั้น สังเขป โดยสังเขป พอสังเขป เข้าใจ มี คือ
      """))

  private static let synonyms: [TextKey: TextKey] = {
    let groups: [String] = [
      "สำคัญ จำเป็น ความสำคัญ ความจำเป็น", "พัฒนา เสริมสร้าง สร้าง ส่งเสริม สร้างเสริม การพัฒนา การเสริมสร้าง การสร้าง",
      "แนวคิด ฐานคิด หมาย ความหมาย แนวความคิด นิยาม คำจำกัดความ นัย ทฤษฎี ความคิด คำนิยาม", "องค์ประกอบ ส่วนประกอบ โครงสร้าง",
      "ประเภท ชนิด รูปแบบ ลักษณะ", "สาเหตุ เหตุผล ปัจจัย มูลเหตุ เหตุ", "ประโยชน์ ผลดี คุณค่า ข้อดี", "ปัญหา อุปสรรค ข้อจำกัด",
      "วิธี วิธีการ แนวทาง กระบวนการ ขั้นตอน", "บทบาท หน้าที่ ภารกิจ", "หลัก หลักการ", "ผล ผลกระทบ ผลลัพธ์", "ความสัมพันธ์ สัมพันธ์ ความเชื่อมโยง",
      "วิวัฒนาการ พัฒนาการ ความเป็นมา ประวัติ",
    ]
    var table: [TextKey: TextKey] = [:]
    for group in groups {
      let words = wordList(group).map(TextKey.init)
      for word in words { table[word] = words[0] }
    }
    return table
  }()
}

extension ChapterReading {
  /// Finds what answers the questions whose author does not say it, of very many the first.
  mutating func answerQuestions() {
    guard questions.contains(where: { $0.answers.isEmpty }) else { return }
    var answering = QuestionAnswering(self)
    for index in questions.indices.prefix(QuestionAnswering.mostQuestions) where questions[index].answers.isEmpty {
      questions[index].found = answering.answers(to: questions[index].text, under: questions[index].section)
    }
  }
}
