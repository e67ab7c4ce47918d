import Diagnostics

/// Common misspellings of academic Thai, each with what is meant.
func misspellings(_ checked: CheckedChapter) -> [Diagnostic] {
  checked.outline.units.indices.flatMap { unit -> [Diagnostic] in
    guard checked.isRead(unit) else { return [] }
    let text = checked.outline.units[unit].passage.text
    var found: [Diagnostic] = []
    var i = 0
    while i < text.count {
      guard text.bytes[i] == 0xE0, let match = misspelt.match(text, at: i, end: text.count), text.canBreak(at: i),
        !text.isThaiTail(at: i + match.length)
      else {
        i = text.after(i)
        continue
      }
      if let span = checked.span(i..<i + match.length, in: unit) {
        found.append(
          Diagnostic(
            "misspelling", .note, thai: "“\(text.string(i..<i + match.length))” น่าจะสะกดว่า “\(match.value)”",
            english: "“\(text.string(i..<i + match.length))” is usually spelt “\(match.value)”", at: span,
            repair: Wording(thai: "แก้เป็น “\(match.value)”", english: "write “\(match.value)”"), replacement: match.value))
      }
      i += match.length
    }
    return found
  }
}

/// Wrong and right, by turns.
private let misspelt: PhraseTable<String> = {
  let words = wordList(
    """
    ปรากฎ ปรากฏ ปฎิบัติ ปฏิบัติ ปฎิสัมพันธ์ ปฏิสัมพันธ์ ปฎิรูป ปฏิรูป ปฎิเสธ ปฏิเสธ ปฎิวัติ ปฏิวัติ กฏหมาย กฎหมาย กฏเกณฑ์ กฎเกณฑ์ กฏระเบียบ กฎระเบียบ
    อินเตอร์เน็ต อินเทอร์เน็ต อินเตอร์เนต อินเทอร์เน็ต ประณีประนอม ประนีประนอม อนุญาติ อนุญาต สังเกตุ สังเกต ผลลัพท์ ผลลัพธ์ เว็ปไซต์ เว็บไซต์ เวปไซต์ เว็บไซต์
    ศรีษะ ศีรษะ บริสุทธ์ บริสุทธิ์ ลิขสิทธ์ ลิขสิทธิ์ วิเคราห์ วิเคราะห์ ประสบการ์ณ ประสบการณ์ คำนวน คำนวณ อุปสรรค์ อุปสรรค โอกาศ โอกาส ทัศณคติ ทัศนคติ พลวัตร พลวัต
    เอนกประสงค์ อเนกประสงค์ เลือกสรรค์ เลือกสรร มาตราฐาน มาตรฐาน ดำรงค์ ดำรง ปราณีต ประณีต กระทันหัน กะทันหัน ลายเซ็นต์ ลายเซ็น ซอฟท์แวร์ ซอฟต์แวร์ อีเมล์ อีเมล
    คลีนิก คลินิก โทศัพท์ โทรศัพท์ เชื่องโยง เชื่อมโยง คือข่าย เครือข่าย เพรมแดน พรมแดน กอบโดย กอบโกย โดบเฉพาะ โดยเฉพาะ คามสัมพันธ์ ความสัมพันธ์ ยึดหยุ่น ยืดหยุ่น
    กาต่อรอง การต่อรอง อิทธิผล อิทธิพล สร้างสร้าง สร้าง ย่อมะ ย่อม ต่อสู่ขัดแย้ง ต่อสู้ขัดแย้ง ภาวการณ์แข่งขัน ภาวะการแข่งขัน โครงการณ์ โครงการ จำนงค์ จำนง
    เทอดทูน เทิดทูน สัญญลักษณ์ สัญลักษณ์ หลงไหล หลงใหล ใหลหลั่ง ไหลหลั่ง ผาสุข ผาสุก สัมนา สัมมนา ธุระกิจ ธุรกิจ อาจะ อาจจะ นะค่ะ นะคะ เผอเรอ เผลอเรอ
    """)
  var pairs: [(String, String)] = []
  var i = 0
  while i + 1 < words.count {
    if words[i] != words[i + 1] { pairs.append((words[i], words[i + 1])) }
    i += 2
  }
  return PhraseTable(pairs)
}()
