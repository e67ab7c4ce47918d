/// How a title stands to the name after it.
enum HonorificKind: Sendable {
  /// ดร., ศ.นพ., Dr.: never part of a name in print.
  case academic
  /// นาย, Mr.
  case civil
  /// พระมหา, พระครูปลัด: apart from the name, kept in print.
  case monastic
  /// ม.ร.ว.: kept in print.
  case royal

  /// A title that a bibliography prints with the name (thai.md, «References»).
  var isPrinted: Bool { self == .monastic || self == .royal }
}

extension ReadingText {
  /// The end of the titles at `i`, one after another («ศ.ดร.», «ศ. นพ. »), where a name can follow; `i` itself when there is none.
  func endOfHonorifics(at i: Int, limit: Int) -> (end: Int, kind: HonorificKind?) {
    var end = i
    var kind: HonorificKind?
    var nameStart = i
    while nameStart < limit {
      guard let match = honorifics.match(self, at: nameStart, end: limit) else { break }
      let after = nameStart + match.length
      let next = skippingSpaces(from: after, to: limit)
      let isDotted = bytes[after - 1] == 0x2E
      // «นายก…», «นางฟ้า»: an undotted title needs a consonant or leading vowel that begins a name.
      if !isDotted, isThaiTail(at: after) || next >= limit { break }
      if isDotted, next >= limit { break }
      if match.value == .monastic, isRankName(at: nameStart, limit: limit) { break }
      end = after
      kind = kind == .monastic || kind == .royal ? kind : match.value
      nameStart = next
    }
    return (end, kind)
  }

  /// Where the titles directly before `i` begin, a space between them allowed; `i` itself when there is none.
  func startOfHonorifics(before i: Int, from floor: Int) -> Int {
    var start = i
    while start > floor {
      let before = skippingSpaces(before: start, from: floor)
      guard start - before <= 2, let match = honorificsBefore.match(self, before: before, from: floor) else { break }
      let candidate = before - match.length
      // A title inside a word («อ.» of «พ.อ.») begins no title.
      if candidate > floor, !canBreak(at: candidate) || isLatinLetter(at: candidate - 1) { break }
      if match.value == .civil, before == start, candidate > floor, isThaiLetter(at: candidate - 3),
        !endsLeadIn(at: candidate, from: floor)
      {
        break
      }
      start = candidate
    }
    return start
  }

  /// A rank that is a monk's name («พระธรรมปิฎก», «พระราชวรมุนี»): พระ, a rank word, and no space.
  func isRankName(at i: Int, limit: Int) -> Bool {
    var i = i
    if hasPrefix("สมเด็จ", at: i, end: limit) { i += 18 }
    guard hasPrefix("พระ", at: i, end: limit), notRanks.match(self, at: i, end: limit) == nil else { return false }
    return rankWords.match(self, at: i + 9, end: limit) != nil
  }
}

/// Words of law, the palace and the teaching that begin as ranks do.
private let notRanks = PhraseTable(
  wordList(
    """
    พระราชบัญญัติ พระราชกฤษฎีกา พระราชกำหนด พระราชดำรัส พระราชดำริ พระราชนิพนธ์ พระราชวัง พระราชทาน พระราชพิธี พระราชหัตถเลขา พระราชโอวาท
    พระราชอำนาจ พระราชปณิธาน พระราชกรณียกิจ พระพุทธศาสนา พระพุทธเจ้า พระพุทธองค์ พระพุทธรูป พระธรรมวินัย พระธรรมคำสอน พระธรรมเทศนา พระศรีรัตนตรัย
    """))

private let rankWords = PhraseTable(
  wordList(
    """
    ยา องค์เจ้า ธรรม ราช เทพ พรหม ศรี โสภณ วิสุทธิ เมธี กวี ญาณ สุธี อุดม ปริยัติ พุทธ สังฆราช วันรัต ครูวิ ครูศรี ครูสุ
    ครูปริยัติ ครูพิ ครูธรรม ครูโสภณ ครูอุ ครูนิ ครูพุทธ ครูภาวนา วิมล สุนทร ภาวนา มงคล รัตน สิริ อริย ปัญญา พิศาล
    วชิร สารประสาธน์ มหาโพธิ ธีร นิโรธ
    """))

private let titles: [(String, HonorificKind)] = [
  ("ศ.", .academic), ("รศ.", .academic), ("ผศ.", .academic), ("อ.", .academic), ("ดร.", .academic), ("นพ.", .academic),
  ("พญ.", .academic),
  ("ทพ.", .academic), ("ทพญ.", .academic), ("ภก.", .academic), ("ภญ.", .academic), ("สพ.ญ.", .academic), ("น.สพ.", .academic),
  ("พย.", .academic),
  ("ศ.ดร.", .academic), ("รศ.ดร.", .academic), ("ผศ.ดร.", .academic), ("ศ.นพ.", .academic), ("รศ.นพ.", .academic),
  ("ผศ.นพ.", .academic), ("ผ.ศ.", .academic), ("ร.ศ.", .academic),
  ("ศาสตราจารย์", .academic), ("ศาสตราจารย์เกียรติคุณ", .academic), ("รองศาสตราจารย์", .academic), ("ผู้ช่วยศาสตราจารย์", .academic),
  ("อาจารย์", .academic), ("รองศาสตราจารย์ ดร.", .academic), ("ผู้ช่วยศาสตราจารย์ ดร.", .academic), ("ศ.เกียรติคุณ", .academic),
  ("ศ.กิตติคุณ", .academic), ("ศาสตราจารย์กิตติคุณ", .academic),
  ("ศาสตราจารย์พิเศษ", .academic), ("ศ.พิเศษ", .academic), ("ศ.คลินิก", .academic), ("รศ.พิเศษ", .academic), ("บาทหลวง", .monastic),
  ("คุณพ่อ", .monastic), ("ซิสเตอร์", .monastic), ("ฮัจญี", .monastic), ("พระสังฆรักษ์", .monastic), ("พระวินัยธร", .monastic),
  ("ดอกเตอร์", .academic), ("ด็อกเตอร์", .academic), ("นายแพทย์", .academic), ("แพทย์หญิง", .academic), ("ทันตแพทย์", .academic),
  ("เภสัชกร", .academic), ("เภสัชกรหญิง", .academic),
  ("ศาสตราจารย์นายแพทย์", .academic), ("ศาสตราจารย์ ดร.", .academic), ("Dr.", .academic), ("Prof.", .academic),
  ("Professor", .academic), ("Assoc.", .academic),
  ("Asst.", .academic), ("Mr.", .civil), ("Mrs.", .civil), ("Ms.", .civil), ("Ajarn", .academic), ("Dr", .academic),
  ("นาย", .civil), ("นาง", .civil), ("นางสาว", .civil), ("น.ส.", .civil), ("คุณหญิง", .royal), ("ท่านผู้หญิง", .royal),
  ("พล.อ.", .civil), ("พล.ต.", .civil), ("พล.ท.", .civil), ("พล.ต.อ.", .civil), ("พล.ต.ท.", .civil), ("พล.ต.ต.", .civil),
  ("พ.อ.", .civil), ("พ.ท.", .civil), ("พ.ต.", .civil),
  ("พ.ต.อ.", .civil), ("พ.ต.ท.", .civil), ("พ.ต.ต.", .civil), ("ร.อ.", .civil), ("ร.ต.อ.", .civil), ("ร.ต.", .civil),
  ("ร.ท.", .civil), ("พลเอก", .civil), ("พลตำรวจเอก", .civil), ("พันเอก", .civil),
  ("ม.ร.ว.", .royal), ("ม.ล.", .royal), ("ม.จ.", .royal), ("หม่อมราชวงศ์", .royal), ("หม่อมหลวง", .royal), ("หม่อมเจ้า", .royal),
  ("หม่อม", .royal),
  ("พระ", .monastic), ("พระมหา", .monastic), ("พระครู", .monastic), ("พระครูปลัด", .monastic), ("พระครูสังฆรักษ์", .monastic),
  ("พระครูใบฎีกา", .monastic), ("พระครูสมุห์", .monastic),
  ("พระปลัด", .monastic), ("พระสมุห์", .monastic), ("พระใบฎีกา", .monastic), ("พระอธิการ", .monastic), ("พระอาจารย์", .monastic),
  ("หลวงพ่อ", .monastic), ("หลวงปู่", .monastic),
  ("แม่ชี", .monastic), ("ครูบา", .monastic), ("พ่อ", .civil), ("พ่อครู", .civil), ("แม่ครู", .civil), ("พ่อหลวง", .civil),
  ("สามเณร", .monastic), ("พระดร.", .monastic), ("พระมหาดร.", .monastic), ("พระภิกษุ", .monastic),
]

private let honorifics = PhraseTable<HonorificKind>(titles)
private let honorificsBefore = SuffixTable<HonorificKind>(titles)

extension ReadingText {
  /// Whether a range is titles and nothing else.
  func isHonorific(_ range: Range<Int>) -> Bool { honorifics.isPhrase(range, of: self) }
}
