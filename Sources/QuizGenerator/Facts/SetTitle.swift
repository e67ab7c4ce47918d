import CourseModel

/// How a set and its items are named in a stem.
enum SetTitle {
  /// Longer titles of items are cut to whole clauses of about this many graphemes.
  private static let limit = 90

  /// An item's title as an option: without a trailing colon, shortened when it is a paragraph.
  static func shown(_ title: String) -> String {
    var title = Statement.withoutCopula(title)
    while let last = title.last, last == ":" || last == " " || last == "." { title.removeLast() }
    guard title.utf8.count > limit, let phrase = Statement(title).opening(limit: limit) else { return title }
    return phrase.text
  }

  /// «ความหมายของเครือข่ายทางสังคม (social network)» without what stands in the bracket.
  static func withoutEnglish(_ title: String) -> String {
    guard title.utf8.last == 0x29, let open = title.utf8.lastIndex(of: 0x28) else { return title }
    guard Letters.isLatin(String(title[open...])) else { return title }
    var end = open
    while end > title.startIndex, title.utf8[title.utf8.index(before: end)] == 0x20 { end = title.utf8.index(before: end) }
    return String(title[..<end])
  }

  /// True when «ข้อใดเป็น…» can be followed by the title: a noun phrase without a break, of moderate length.
  static func isNoun(_ title: String) -> Bool {
    guard !title.isEmpty, Letters.count(title) <= 60, !title.utf8.contains(0x28) else { return false }
    return !title.beginsWithAny(of: verbs)
  }

  /// True when «ข้อใดเป็น…» can be followed by the title: it names what its items are («องค์ประกอบ…», «ปัจจัย…»), or they are named
  /// like it. «วัฒนธรรม» and «สมการที่เกี่ยวกับ…» are what the items are parts of.
  static func isClass(_ title: String, of items: [String]) -> Bool {
    if title.beginsWithAny(of: classes) { return true }
    guard let head = OptionForm.head(of: title, 5) else { return false }
    return items.allSatisfy { $0.begins(with: head) }
  }

  /// Nouns for what a set is made of, as textbooks use them.
  private static let classes = [
    "องค์ประกอบ", "ประเภท", "ชนิด", "ลักษณะ", "คุณลักษณะ", "คุณสมบัติ", "รูปแบบ", "หลัก", "ปัจจัย", "ขั้น", "แนวทาง", "วิธี", "เหตุผล", "สาเหตุ",
    "ประโยชน์", "บทบาท", "หน้าที่", "ข้อดี", "ข้อเสีย", "ข้อจำกัด", "ข้อควร", "ปัญหา", "อุปสรรค", "เป้าหมาย", "จุดมุ่งหมาย", "วัตถุประสงค์", "กิจกรรม",
    "เครื่องมือ", "ระดับ", "มิติ", "ด้าน", "ทักษะ", "กลยุทธ์", "ยุทธศาสตร์", "มาตรการ", "เงื่อนไข", "แนวคิด", "ทฤษฎี", "ตัวชี้วัด", "ผลกระทบ",
    "ความจำเป็น",
    "ทรัพยากร", "พฤติกรรม", "สิ่งที่", "เกณฑ์", "ตัวอย่าง", "อาการ", "คุณธรรม", "องค์กร", "หน่วยงาน", "แหล่ง", "ภารกิจ", "กฎ", "ข้อกำหนด",
    "ความสัมพันธ์",
  ]

  /// What «สองมิติ», «3 ส่วนที่สำคัญ» count; nil where the title does not begin with a number. Such a title says nothing without
  /// the heading it stands under.
  static func counted(_ title: String) -> String? {
    let digits = title.unicodeScalars.prefix { $0.properties.numericType != nil }.reduce(0) { $0 + UTF8.width($1) }
    let number = digits > 0 ? digits : numbers.first { title.begins(with: $0) }?.utf8.count ?? 0
    guard number > 0 else { return nil }
    let rest = title.utf8.dropFirst(number).drop { $0 == 0x20 }
    return String(Substring(rest))
  }

  private static let numbers = ["สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า", "สิบ"]

  /// «ความหมายของเครือข่าย»: «ข้อใดเป็นความหมายของ…» would ask for a definition, not for an item of the list.
  static func isMeaning(_ title: String) -> Bool { title.begins(with: "ความหมาย") }

  private static let verbs = [
    "กล่าว", "ประกอบ", "ได้แก่", "มี", "เป็น", "คือ", "ดัง", "สามารถ", "แบ่ง", "จาก", "ใน", "โดย", "นอกจาก", "ซึ่ง", "เพราะ",
  ]
}
