import CourseModel
import ThaiText

/// Finds the records of a chapter that answer a discussion question: by the words their headings and titles share with it, near-synonyms
/// of academic Thai counting as one word, the head of the question («ความสำคัญของ …») more than what stands beside it.
///
/// Made once a course: a pass over the records' titles. A question then costs its chapter's titles.
struct QuestionAnswering {
  private struct Candidate {
    var record: RecordID
    var section: SectionID?
    var words: [String]
    var isSet: Bool
  }
  private let breaker = WordBreaker(terms: QuestionAnswering.synonyms.keys.sorted())
  private let titles: [SectionID: [String]]
  private let parents: [SectionID: SectionID]
  private let candidates: [ChapterID: [Candidate]]
  /// In how many candidates of its chapter each word stands.
  private let spread: [ChapterID: [String: Int]]

  init(sections: [Section], enumerations: [Enumeration]) {
    let breaker = breaker
    var known: [String: [String]] = [:]
    func classes(_ title: String) -> [String] {
      if let words = known[title] { return words }
      let words = Self.classes(title, breaker)
      known[title] = words
      return words
    }
    var titles: [SectionID: [String]] = [:]
    var parents: [SectionID: SectionID] = [:]
    var candidates: [ChapterID: [Candidate]] = [:]
    for section in sections {
      let words = classes(section.title)
      titles[section.id] = words
      parents[section.id] = section.parent
      candidates[section.chapter, default: []].append(
        Candidate(record: .section(section.id), section: section.id, words: words, isSet: false))
    }
    for enumeration in enumerations {
      candidates[enumeration.chapter, default: []].append(
        Candidate(
          record: .enumeration(enumeration.id), section: enumeration.section, words: classes(enumeration.title),
          isSet: true))
    }
    self.titles = titles
    self.parents = parents
    self.candidates = candidates
    spread = candidates.mapValues { candidates in
      var counts: [String: Int] = [:]
      for candidate in candidates {
        for (index, word) in candidate.words.enumerated() where !candidate.words[..<index].contains(word) { counts[word, default: 0] += 1 }
      }
      return counts
    }
  }

  /// Heaviest first, weights adding up to 1; empty when no title shares more with the question than the chapter's own subject.
  func answers(to question: String, chapter: ChapterID, under own: SectionID?) -> [Question.Answer] {
    let asked = Self.classes(question, breaker)
    guard let candidates = candidates[chapter], !asked.isEmpty else { return [] }
    let spread = spread[chapter] ?? [:]
    let total = Double(candidates.count)
    func rarity(_ word: String) -> Double { spread[word].map { count in 1 - Double(count) / (total + 1) } ?? 0 }
    func likeness(_ words: [String]) -> Double {
      var sum = 0.0
      for (index, word) in words.enumerated() where asked.contains(word) && !words[..<index].contains(word) {
        let isHead = word == asked.first
        sum += rarity(word) * (isHead ? 2 : 1) * (isHead && words.first == word ? 1.5 : 1)
      }
      return sum
    }
    var scored: [(record: RecordID, score: Double)] = []
    for candidate in candidates where candidate.section != own || own == nil {
      var score = likeness(candidate.words)
      if candidate.isSet {
        // A set answers for its own title or for the heading it stands under, whichever asks the same.
        var section = candidate.section
        var share = 0.9
        while let current = section, share > 0.5 {
          score = max(score, share * likeness(titles[current] ?? []))
          section = parents[current]
          share -= 0.1
        }
        score *= 1.2
      }
      if score > 0 { scored.append((candidate.record, score)) }
    }
    guard let best = scored.map(\.score).max(), best >= 0.5 else { return [] }
    let kept = scored.enumerated().filter { $0.element.score >= best * 0.45 }
      .sorted { $0.element.score != $1.element.score ? $0.element.score > $1.element.score : $0.offset < $1.offset }.prefix(8).map(
        \.element)
    let sum = kept.reduce(0) { $0 + $1.score }
    return kept.map { Question.Answer(record: $0.record, weight: $0.score / sum) }
  }

  /// The content words of a title in order, each by the name of its group of near-synonyms.
  private static func classes(_ text: String, _ breaker: WordBreaker) -> [String] {
    breaker.contentWords(text).compactMap { word in
      var word = word
      for prefix in ["ความ", "การ"] where word.hasPrefix(prefix) && word.utf8.count > prefix.utf8.count {
        word.removeFirst(prefix.count)
      }
      return askingWords.contains(word) ? nil : synonyms[word] ?? word
    }
  }

  private static let askingWords: Set<String> = [
    "อะไร", "บ้าง", "อย่างไร", "ทำไม", "เหตุใด", "จง", "อธิบาย", "อภิปราย", "วิเคราะห์", "เปรียบเทียบ", "ยกตัวอย่าง", "ใด", "ท่าน", "คิด", "เห็น",
    "เกี่ยว", "เกี่ยวกับ", "คืออะไร", "ได้แก่", "กล่าว", "ระบุ", "บอก", "แสดง", "นักศึกษา", "ผู้เรียน",
  ]

  private static let synonyms: [String: String] = {
    let groups: [[String]] = [
      ["สำคัญ", "จำเป็น"], ["พัฒนา", "เสริมสร้าง", "สร้าง", "ส่งเสริม", "สร้างเสริม"],
      ["แนวคิด", "ฐานคิด", "หมาย", "ความหมาย", "แนวความคิด", "นิยาม", "คำจำกัดความ", "นัย", "ทฤษฎี"],
      ["องค์ประกอบ", "ส่วนประกอบ", "โครงสร้าง"], ["ประเภท", "ชนิด", "รูปแบบ", "ลักษณะ"], ["สาเหตุ", "เหตุผล", "ปัจจัย", "มูลเหตุ"],
      ["ประโยชน์", "ผลดี", "คุณค่า", "ข้อดี"], ["ปัญหา", "อุปสรรค", "ข้อจำกัด"], ["วิธี", "วิธีการ", "แนวทาง", "กระบวนการ", "ขั้นตอน"],
      ["บทบาท", "หน้าที่", "ภารกิจ"], ["หลัก", "หลักการ"], ["ผล", "ผลกระทบ"],
    ]
    var table: [String: String] = [:]
    for group in groups { for word in group { table[word] = group[0] } }
    return table
  }()
}
