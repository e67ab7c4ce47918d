import ThaiText

/// What tells a heading from a paragraph in Thai teaching texts: the wording of headings that every chapter has, and what no heading
/// begins or ends with.
enum HeadingCues {
  /// The widest heading, in terminal cells.
  static let widest = 72
  /// The widest heading that nothing but its wording shows to be one.
  static let widestPlain = 64

  /// What stands over a part of a chapter by its own name.
  enum Standing: Hashable, Sendable {
    /// Questions, exercises, activities: what follows is put to the reader.
    case questions
    case references
    /// Introduction, objectives, summary and the like.
    case other
  }

  /// The part a line names, if it is a heading that every chapter may have: «สรุป», «คำถามท้ายบท:», «5. เอกสารอ้างอิง».
  static func standing(_ text: [UInt8]) -> Standing? {
    var words = text[...]
    if let marker = ItemMarker(text), marker.style != .bullet { words = text[marker.textStart...] }
    while let last = words.last, last == 0x3A || last == 0x20 { words.removeLast() }
    let key = comparisonKey(Array(words)).asText
    if questionHeadings.contains(key) { return .questions }
    if referenceHeadings.contains(key) { return .references }
    return otherHeadings.contains(key) ? .other : nil
  }

  /// Whether a line could be a heading by its own wording: short, of letters, no sentence that goes on.
  static func isTitleLike(_ text: some RandomAccessCollection<UInt8>, width: Int) -> Bool {
    guard width <= widest, width >= 2 else { return false }
    let text = Array(text)
    guard letters(text) >= 2 else { return false }
    if notBefore.contains(where: { text.begins(with: $0) }) || notAfter.contains(where: { text.ends(with: $0) }) { return false }
    if sentences.contains(where: { text.has($0) }) || defines(text, "คือ") || defines(text, "หมายถึง") { return false }
    if text.has("http") || text.has(". ") && text.allSatisfy({ $0 < 0x80 }) { return false }
    if text.first == 0x28, text.last == 0x29 { return false }
    return !hasCitation(text) && text.reduce(0, { $0 + ($1 == 0x20 ? 1 : 0) }) <= 9
  }

  /// Whether a line says what something is; «… คืออะไร» only asks.
  private static func defines(_ text: [UInt8], _ verb: String) -> Bool {
    guard let place = text.offset(of: verb) else { return false }
    return !text[(place + verb.utf8.count)...].begins(with: "อะไร")
  }

  /// Whether a paragraph ends by announcing what stands below it: «… ดังนี้», «… ได้แก่», «… คือ», «… :».
  static func announces(_ text: [UInt8]) -> Bool { leadIns.contains { text.ends(with: $0) } }

  /// How many things the end of a paragraph announces: «… 3 ประการ ดังนี้» is 3; nil where no count is stated.
  static func statedCount(_ text: [UInt8]) -> Int? {
    let tail = Array(text.suffix(240))
    var best: (place: Int, count: Int)?
    for unit in countingUnits {
      var from = 0
      while let place = tail.offset(of: unit, from: from) {
        if let count = number(before: place, in: tail), best.map({ place > $0.place }) ?? true { best = (place, count) }
        from = place + 1
      }
    }
    return best?.count
  }

  /// A bracket with a year and something before it, «(อภิชัย พันธเสน, 2539)», or a year after a name, «Schuler (1996)».
  private static func hasCitation(_ text: [UInt8]) -> Bool {
    var open: Int?
    for i in text.indices {
      if text[i] == 0x28 { open = i }
      guard text[i] == 0x29, let start = open else { continue }
      open = nil
      let inside = text[(start + 1)..<i]
      if inside.has("พ.ศ.") || inside.has("ค.ศ.") { continue }
      let year = arabicDigits(inside.asText).utf8.suffix(4)
      if year.count == 4, parseYear(String(decoding: year, as: UTF8.self)) != nil { return true }
    }
    return false
  }

  private static func letters(_ text: [UInt8]) -> Int {
    text.reduce(0) { $0 + ($1 == 0xE0 || ($1 | 0x20 >= 0x61 && $1 | 0x20 <= 0x7A) ? 1 : 0) }
  }

  private static func number(before place: Int, in text: [UInt8]) -> Int? {
    var end = place
    if end > 0, text[end - 1] == 0x20 { end -= 1 }
    let before = text[..<end].asText
    let digits = before.unicodeScalars.reversed().prefix { wholeNumber(String($0)) != nil }
    if !digits.isEmpty {
      let count = wholeNumber(String(String.UnicodeScalarView(digits.reversed()))) ?? 0
      return (2...30).contains(count) ? count : nil
    }
    return numberWords.first { text[..<end].ends(with: $0.word) }?.count
  }

  private static let numberWords: [(word: String, count: Int)] = [
    ("สอง", 2), ("สาม", 3), ("สี่", 4), ("ห้า", 5), ("หก", 6), ("เจ็ด", 7), ("แปด", 8), ("เก้า", 9), ("สิบ", 10),
  ]

  private static let countingUnits = [
    "ประการ", "ข้อ", "ด้าน", "ประเภท", "ส่วน", "ขั้นตอน", "ขั้น", "องค์ประกอบ", "ลักษณะ", "นัย", "แนวทาง", "วิธี", "อย่าง", "ระดับ", "กลุ่ม", "ชนิด",
    "รูปแบบ", "หลัก",
    "มิติ", "แนวคิด", "ทฤษฎี", "ระยะ", "ปัจจัย", "ตัว", "เรื่อง", "สำนัก", "ยุค", "สาเหตุ", "คำ",
  ]

  private static let leadIns = [
    "ดังนี้", "ดังนี้คือ", "ดังต่อไปนี้", "ต่อไปนี้", "ได้แก่", "คือ", "ประกอบด้วย", "ดังนี้ :", "ดังนี้:", "ได้แก่ :", "ได้แก่:", "คือ :", "คือ:", ":", "กล่าวคือ",
    "เช่น", "อาทิ",
  ]

  /// Words that carry a sentence on: no heading begins with them.
  private static let notBefore = [
    "และ", "หรือ", "แต่", "ซึ่ง", "โดย", "เช่น", "อาทิ", "ได้แก่", "คือ ", "ดังนั้น", "เพราะ", "เนื่องจาก", "ทั้งนี้", "นอกจาก", "อย่างไรก็ตาม",
    "กล่าวคือ", "จึง", "เพื่อ", "ถ้า",
    "เมื่อ", "หาก", "แม้", "ดังที่", "ดังแสดง", "ดังตัวอย่าง", "ดังภาพ", "จากภาพ", "จากแผนภาพ", "จากตาราง", "กล่าวโดย", "ที่มา", "หมายเหตุ",
    "ดัดแปลงจาก", "แหล่งที่มา", "โดย ",
    "ผศ.", "รศ.", "ศ.", "ดร.", "อ.", "อาจารย์", "ผู้ช่วยศาสตราจารย์", "รองศาสตราจารย์", "ศาสตราจารย์", "นาย", "นาง", "นางสาว", "เรียบเรียง",
    "ผู้เขียน", "ผู้แต่ง", "- ", "=",
  ]

  /// Words that only a sentence has.
  private static let sentences = [
    "จึง", "ย่อม", " ซึ่ง", "ดังกล่าว", "เห็นว่า", "กล่าวว่า", "พบว่า", "เชื่อว่า", "ได้แก่", "นี้มี", "นี้เป็น", " แต่", "อาจจะ", "อาจเป็น", "ผู้เขียน",
  ]

  private static let notAfter = [
    "และ", "หรือ", "ว่า", "คือ", "ซึ่ง", "โดย", "เช่น", "ดังนี้", "ต่อไปนี้", "ได้แก่", "เป็นต้น", "ฯลฯ", "จาก", "ให้", "ของ", "แห่ง", ",", ";",
    "ด้วย", "แล้ว", "นั้น", "ก็ตาม", "ต่อไป", "…", "...",
  ]

  private static let questionHeadings: Set<String> = [
    "คำถาม", "คำถามท้ายบท", "คำถามท้ายบทเรียน", "คำถามท้ายหน่วย", "คำถามทบทวน", "คำถามทบทวนท้ายบท", "คำถามทบทวนความรู้", "คำถามประจำบท",
    "คำถามเพื่อการอภิปราย", "คำถามอภิปราย",
    "คำถามเพื่อการทบทวน", "คำถามชวนคิด", "คำถามเพื่อการเรียนรู้", "คำถามนำ", "แบบฝึกหัด", "แบบฝึกหัดท้ายบท", "แบบฝึกหัดท้ายบทเรียน", "แบบฝึกหัดท้ายหน่วย",
    "แบบฝึกหัดทบทวน", "แบบทดสอบ",
    "แบบทดสอบท้ายบท", "แบบทดสอบหลังเรียน", "แบบทดสอบก่อนเรียน", "กิจกรรม", "กิจกรรมท้ายบท", "กิจกรรมการเรียนรู้", "กิจกรรมการเรียนการสอน",
    "กิจกรรมเสนอแนะ", "กิจกรรมในชั้นเรียน",
    "กิจกรรมและคำถามท้ายบท", "คำถามและกิจกรรม", "คำถามและกิจกรรมท้ายบท", "ประเด็นอภิปราย", "ประเด็นคำถาม", "หัวข้ออภิปราย", "ใบงาน", "questions",
    "review questions",
    "discussion questions", "study questions", "exercises", "exercise", "activities",
  ]

  private static let referenceHeadings: Set<String> = [
    "เอกสารอ้างอิง", "เอกสารอ้างอิงท้ายบท", "เอกสารอ้างอิงประจำบท", "บรรณานุกรม", "บรรณานุกรมท้ายบท", "รายการอ้างอิง", "รายการเอกสารอ้างอิง",
    "อ้างอิง", "หนังสืออ้างอิง", "เชิงอรรถ",
    "เอกสารอ่านเพิ่มเติม", "หนังสืออ่านเพิ่มเติม", "หนังสืออ่านประกอบ", "แหล่งข้อมูลเพิ่มเติม", "references", "bibliography", "further reading",
    "works cited",
  ]

  private static let otherHeadings: Set<String> = [
    "บทนำ", "ความนำ", "คำนำ", "เกริ่นนำ", "บทสรุป", "สรุป", "สรุปท้ายบท", "สรุปความ", "สรุปสาระสำคัญ", "วัตถุประสงค์", "วัตถุประสงค์ประจำบท",
    "วัตถุประสงค์การเรียนรู้",
    "วัตถุประสงค์เชิงพฤติกรรม", "จุดประสงค์", "จุดประสงค์การเรียนรู้", "จุดมุ่งหมาย", "จุดมุ่งหมายการเรียนรู้", "ผลการเรียนรู้", "ผลการเรียนรู้ที่คาดหวัง",
    "ผลลัพธ์การเรียนรู้", "สาระสำคัญ",
    "สาระการเรียนรู้", "เนื้อหา", "หัวข้อเนื้อหา", "เนื้อหาประจำบท", "หัวข้อเนื้อหาประจำบท", "เค้าโครงเรื่อง", "แผนบริหารการสอนประจำบท", "คำสำคัญ",
    "ภาคผนวก", "อภิธานศัพท์", "นิยามศัพท์", "นิยามศัพท์เฉพาะ",
    "introduction", "summary", "conclusion", "objectives", "learning objectives", "learning outcomes", "key terms", "glossary",
    "appendix",
  ]
}
