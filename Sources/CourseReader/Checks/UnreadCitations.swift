import Diagnostics

/// A bracket with a name-like text and a year that no rule could read.
func unreadCitations(_ checked: CheckedChapter) -> [Diagnostic] {
  checked.readings.indices.flatMap { unit in
    checked.readings[unit].unread.compactMap { range in
      checked.span(range, in: unit).map { span in
        Diagnostic(
          "unread-citation", .note, thai: "วงเล็บนี้ดูเหมือนการอ้างอิงแต่อ่านไม่ออก",
          english: "this bracket looks like a citation but could not be read", at: span,
          repair: Wording(
            thai: "เขียนเป็น (ชื่อ สกุล, ปี) หรือ [@key] ถ้าไม่ใช่การอ้างอิงให้ใส่ [...]{.plain}",
            english: "write (Name, year) or [@key]; if it is none, mark it [...]{.plain}"))
      }
    }
  }
}
