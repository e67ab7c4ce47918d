import CourseModel
import ThaiText

/// Finds the records of a chapter that answer a question: by the words that headings and titles of sets share with it, near-synonyms of
/// academic Thai counting as one word, what is asked for («ความสำคัญของ …») more than what it is asked of.
///
/// A heading that fits is answered by the sets under it; where it has none, by the section itself. Made once a course in a pass over the
/// titles of chapters that ask something, none broken into words twice; a question then costs its chapter's titles.
struct QuestionAnswering {
  private struct Title {
    var words: [String]
    /// The first word: what the title is about, or what it says of it.
    var head: String? { words.first }
  }
  private struct Candidate {
    var record: RecordID
    var section: SectionID?
    var title: Title
  }
  private let breaker: WordBreaker
  private let sections: [ChapterID: [Candidate]]
  private let sets: [ChapterID: [Candidate]]
  private let parents: [SectionID: SectionID]

  /// - Parameter asking: chapters with questions; of the others nothing is kept.
  init(chapters: [Chapter], sections: [Section], enumerations: [Enumeration], asking: Set<ChapterID>) {
    let breaker = WordBreaker(terms: Self.synonyms.keys.sorted())
    var known: [String: [String]] = [:]
    func words(_ title: String) -> [String] {
      if let words = known[title] { return words }
      let words = Self.classes(title, breaker)
      known[title] = words
      return words
    }
    var byChapter: [ChapterID: [Candidate]] = [:]
    var headings: [SectionID: String] = [:]
    var parents: [SectionID: SectionID] = [:]
    for section in sections where asking.contains(section.chapter) {
      headings[section.id] = section.title
      parents[section.id] = section.parent
      byChapter[section.chapter, default: []].append(
        Candidate(record: .section(section.id), section: section.id, title: Title(words: words(section.title))))
    }
    let titles = Dictionary(chapters.map { ($0.id, $0.title) }) { first, _ in first }
    var sets: [ChapterID: [Candidate]] = [:]
    for set in enumerations where asking.contains(set.chapter) {
      // A heading that serves a set for a title says nothing of the set itself.
      let isOwn = set.section.flatMap { headings[$0] } != set.title && titles[set.chapter] != set.title
      sets[set.chapter, default: []].append(
        Candidate(record: .enumeration(set.id), section: set.section, title: Title(words: isOwn ? words(set.title) : [])))
    }
    self.breaker = breaker
    self.sections = byChapter
    self.sets = sets
    self.parents = parents
  }

  /// Heaviest first, weights adding up to 1; empty when no title fits.
  ///
  /// - Parameter own: the section the question itself stands in, which does not answer it.
  func answers(to question: String, chapter: ChapterID, under own: SectionID?) -> [Question.Answer] {
    let asked = Self.classes(question, breaker)
    let headings = (sections[chapter] ?? []).filter { $0.section != own }
    let lists = sets[chapter] ?? []
    guard !asked.isEmpty, !(headings.isEmpty && lists.isEmpty) else { return [] }
    let likeness = Likeness(asked: asked, titles: (headings + lists).map(\.title.words))
    var scores: [(record: RecordID, score: Double)] = []
    var answered: Set<RecordID> = []
    func add(_ record: RecordID, _ score: Double) {
      guard score > 0, answered.insert(record).inserted else { return }
      scores.append((record, score))
    }
    for list in lists { add(list.record, likeness.score(list.title.words) * 1.05) }
    for heading in headings {
      let score = likeness.score(heading.title.words)
      guard score > 0, let section = heading.section else { continue }
      let under = setsNearest(section, lists, likeness)
      if under.isEmpty { add(heading.record, score * 0.9) } else { for list in under { add(list.record, score) } }
    }
    guard let best = scores.map(\.score).max(), best >= 0.2 else { return [] }
    let kept = scores.enumerated().filter { $0.element.score >= best * 0.62 }
      .sorted { $0.element.score != $1.element.score ? $0.element.score > $1.element.score : $0.offset < $1.offset }.prefix(8).map(
        \.element)
    let sum = kept.reduce(0) { $0 + $1.score }
    return kept.map { Question.Answer(record: $0.record, weight: $0.score / sum) }
  }

  /// The sets that a section answers with: of its own ones that whose title fits, else the first; where it has none, the same of the
  /// sections under it at the least depth.
  private func setsNearest(_ section: SectionID, _ lists: [Candidate], _ likeness: Likeness) -> [Candidate] {
    var bySection: [SectionID: (depth: Int, list: Candidate, score: Double)] = [:]
    var order: [SectionID] = []
    for list in lists {
      guard let own = list.section else { continue }
      let score = likeness.score(list.title.words)
      if let known = bySection[own] {
        if score > known.score { bySection[own] = (known.depth, list, score) }
        continue
      }
      var depth = 0
      var current: SectionID? = own
      while let id = current, id != section, depth < 8 {
        current = parents[id]
        depth += 1
      }
      if current == section {
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
    let asked: [String]
    private let weights: [String: Double]
    private let total: Double
    /// Some title says what is asked for: then one that only shares the subject does not fit.
    private let needsHead: Bool

    init(asked: [String], titles: [[String]]) {
      self.asked = asked
      var spread: [String: Int] = [:]
      for title in titles { for word in Set(title) { spread[word, default: 0] += 1 } }
      let count = Double(titles.count + 1)
      var weights: [String: Double] = [:]
      for word in asked {
        let rarity = 0.2 + 0.8 * (1 - Double(spread[word] ?? 0) / count)
        weights[word] = word == asked[0] ? 2 * max(0.6, rarity) : rarity
      }
      self.weights = weights
      total = weights.values.reduce(0, +)
      needsHead = spread[asked[0]] != nil
    }

    func score(_ title: [String]) -> Double {
      guard !title.isEmpty, !needsHead || title.contains(asked[0]) else { return 0 }
      let words = Set(title)
      var shared = 0.0
      var count = 0
      for (word, weight) in weights where words.contains(word) {
        shared += weight
        count += 1
      }
      guard count > 0 else { return 0 }
      let precision = Double(count) / Double(words.count)
      // A title that begins with what is asked for is about it.
      let opening = title.first == asked[0] ? 1.0 : 0.5
      return shared / total * (0.6 + 0.4 * precision) * (needsHead ? opening : 1)
    }
  }

  /// The content words of a text in order, each by the name of its group of near-synonyms.
  private static func classes(_ text: String, _ breaker: WordBreaker) -> [String] {
    breaker.contentWords(text).compactMap { word in
      var word = word
      for prefix in ["ความ", "การ"] where word.hasPrefix(prefix) && word.utf8.count > prefix.utf8.count && synonyms[word] == nil {
        word.removeFirst(prefix.count)
      }
      return askingWords.contains(word) ? nil : synonyms[word] ?? word
    }
  }

  private static let askingWords: Set<String> = Set(
    wordList(
      """
      อะไร บ้าง อย่างไร ทำไม เหตุใด จง อธิบาย อภิปราย วิเคราะห์ เปรียบเทียบ ยกตัวอย่าง ใด ท่าน คิด เห็น เกี่ยว เกี่ยวกับ คืออะไร ได้แก่ กล่าว ระบุ บอก แสดง
      นักศึกษา ผู้เรียน นิสิต ประกอบ พร้อม สั้น สังเขป โดยสังเขป พอสังเขป เข้าใจ มี คือ
      """))

  private static let synonyms: [String: String] = {
    let groups: [String] = [
      "สำคัญ จำเป็น ความสำคัญ ความจำเป็น", "พัฒนา เสริมสร้าง สร้าง ส่งเสริม สร้างเสริม การพัฒนา การเสริมสร้าง การสร้าง",
      "แนวคิด ฐานคิด หมาย ความหมาย แนวความคิด นิยาม คำจำกัดความ นัย ทฤษฎี ความคิด คำนิยาม", "องค์ประกอบ ส่วนประกอบ โครงสร้าง",
      "ประเภท ชนิด รูปแบบ ลักษณะ", "สาเหตุ เหตุผล ปัจจัย มูลเหตุ เหตุ", "ประโยชน์ ผลดี คุณค่า ข้อดี", "ปัญหา อุปสรรค ข้อจำกัด",
      "วิธี วิธีการ แนวทาง กระบวนการ ขั้นตอน", "บทบาท หน้าที่ ภารกิจ", "หลัก หลักการ", "ผล ผลกระทบ ผลลัพธ์", "ความสัมพันธ์ สัมพันธ์ ความเชื่อมโยง",
      "วิวัฒนาการ พัฒนาการ ความเป็นมา ประวัติ",
    ]
    var table: [String: String] = [:]
    for group in groups {
      let words = wordList(group)
      for word in words { table[word] = words[0] }
    }
    return table
  }()
}
