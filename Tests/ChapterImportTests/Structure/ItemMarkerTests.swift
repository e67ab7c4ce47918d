import Testing

@testable import ChapterImport

@Suite struct ItemMarkerTests {
  private func marker(_ text: String) -> ItemMarker? { ItemMarker(Array(text.utf8)) }

  @Test(arguments: [
    ("1) เป็นคำ", ItemMarker.Style.numberBracket, 1), ("2.แนวคิด", .numberDot, 2), ("12. แนวคิด", .numberDot, 12),
    ("(3) การดูแล", .numberBrackets, 3),
    ("๔. แนวคิด", .numberDot, 4), ("ก. มิติ", .letter(close: 0x2E, opens: false), 1), ("(ค) มิติ", .letter(close: 0x29, opens: true), 3),
    ("6.1 ความหมาย", .section(depth: 2), 1), ("6.1.2 ความหมาย", .section(depth: 3), 2), ("๖.๒. ความหมาย", .section(depth: 2), 2),
    ("• การดูแล", .bullet, 0),
    ("- การดูแล", .bullet, 0), ("\u{F0B7}การดูแล", .bullet, 0), ("– การดูแล", .bullet, 0),
  ])
  func readsTheMark(_ text: String, _ style: ItemMarker.Style, _ ordinal: Int) {
    #expect(marker(text)?.style == style)
    #expect(marker(text)?.ordinal == ordinal)
    #expect(marker(text).map { String(text.utf8.dropFirst($0.textStart)) ?? "" }?.first?.isLetter == true)
  }

  @Test(arguments: [
    "2547 เป็นปีที่", "(2547) ได้ศึกษา", "100 คน", "3.", "1)", "-ก", "ก.พ. 2547", "น. 5", "2.5%", "1.5–2.0 เมตร", "10.30 น.", "", "ก",
    "(ลองผิด) ลองถูก", "0. ศูนย์", "*คำ*",
  ])
  func readsNoMark(_ text: String) { #expect(marker(text) == nil, "\(String(describing: marker(text)))") }
}

@Suite struct RunInTitleTests {
  private func title(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    return RunInTitle.end(in: bytes[...]).map { bytes[..<$0].asText }
  }
  private let rest = "เป็นองค์ประกอบที่สำคัญของความเป็นเครือข่ายในสังคมไทยปัจจุบัน"

  @Test(arguments: [
    ("จุดมุ่งหมาย ", "จุดมุ่งหมาย"), ("การดูแล (nurturing) ได้แก่ ", "การดูแล (nurturing)"), ("ความรู้ ทักษะ และเจตคติ หมายถึง ", "ความรู้"),
    ("การสื่อสารเพื่อสร้างความรู้ ความหมายและโลกทัศน์ร่วมกัน ได้แก่ ", "การสื่อสารเพื่อสร้างความรู้ ความหมายและโลกทัศน์ร่วมกัน"),
    ("ความเท่าเทียมของฝ่ายต่าง ๆ ได้แก่ ", "ความเท่าเทียมของฝ่ายต่าง ๆ"),
    ("ความสัมพันธ์เชิงอำนาจ ในสังคมไทยความสัมพันธ์ ", "ความสัมพันธ์เชิงอำนาจ"), ("ชุมทาง: ", "ชุมทาง:"),
  ])
  func findsTheTitle(_ text: String, _ expected: String) { #expect(title(text + rest) == expected) }

  @Test(arguments: [
    "เป็นคำที่นำมาอธิบาย ", "สมาชิกต้องเข้าประชุม และ", "ควรศึกษาให้เข้าใจ ", "เมื่อเกิดปัญหา ",
    "คำที่ยาวเกินกว่าจะเป็นชื่อเพราะเล่าเรื่องไปเรื่อย ๆ จนเกินหกสิบช่องของจอภาพ ",
  ])
  func findsNoneInASentence(_ text: String) { #expect(title(text + rest) == nil) }

  @Test func wantsTextAfterIt() {
    #expect(title("จุดมุ่งหมาย ร่วมกัน") == nil)
    #expect(title("จุดมุ่งหมาย") == nil)
    #expect(title("") == nil)
  }
}
