import Diagnostics

// What the reader of Markdown has to say, one function a finding.
extension BlockReader {
  func markupNotFollowed(_ range: ByteRange) -> Diagnostic {
    Diagnostic(
      "markup-not-followed", .warning, thai: "อ่านเครื่องหมายในข้อความตอนนี้ไม่ออก จึงแสดงตามที่พิมพ์ไว้",
      english: "the markup of this passage could not be followed; it is shown as written",
      at: SourceSpan(file: file, range: range),
      repair: Wording(
        thai: "ตรวจเชิงอรรถ [^…] และวงเล็บเหลี่ยมในข้อความตอนนี้ หรือใส่ \\ หน้า [",
        english: "check footnotes [^…] and square brackets in it, or put \\ before ["))
  }

  func inlinesTooDeep(_ range: ByteRange) -> Diagnostic {
    Diagnostic(
      "inline-nesting-too-deep", .warning,
      thai: "เครื่องหมายในข้อความซ้อนกันเกิน \(inlineDepthLimit) ชั้น จึงแสดงตามที่พิมพ์ไว้",
      english: "markup is nested more than \(inlineDepthLimit) deep here; it is shown as written",
      at: SourceSpan(file: file, range: range),
      repair: Wording(
        thai: "ลดเครื่องหมาย * _ [ ที่ซ้อนกัน หรือใส่ \\ ไว้ข้างหน้า", english: "use fewer * _ [ inside one another, or put \\ before them"))
  }

  func attributesWithoutBlock(_ range: ByteRange) -> Diagnostic {
    Diagnostic(
      "attributes-without-block", .warning, thai: "{…} นี้ไม่มีย่อหน้าหรือรายการอยู่ก่อนหน้าให้กำกับ",
      english: "there is nothing before these {…} for them to belong to", at: SourceSpan(file: file, range: range),
      repair: Wording(
        thai: "ย้ายไปไว้บรรทัดใต้ข้อความที่ต้องการกำกับ หรือท้ายหัวข้อ",
        english: "move them to the line below the text they belong to, or to the end of a heading"))
  }
}
