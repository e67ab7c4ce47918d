import Diagnostics
import ThaiText

/// The sheets' own words in the language of the course.
struct SheetWords {
  private let language: Language
  init(_ language: Language) { self.language = language }

  static func optionLetter(_ index: Int) -> String { thaiListLetter(index) }

  func word(_ thai: String, _ english: String) -> String { language == .thai ? thai : english }

  func chapter(_ number: String) -> String { word("บทที่ ", "Chapter ") + number }
  var name: String { word("ชื่อ–สกุล", "Name") }
  var studentNumber: String { word("รหัสนักศึกษา", "Student number") }
  var term: String { word("คำ", "Term") }
  var meaning: String { word("ความหมาย", "Meaning") }
  var author: String { word("ผู้ให้ความหมาย", "Defined by") }
  var year: String { word("พ.ศ. (ค.ศ.)", "CE (BE)") }
  var statement: String { word("ความหมายตามที่ปรากฏในบท", "As the chapter has it") }
  var thisChapter: String { word("ความหมายที่บทเรียนให้ไว้เอง", "The chapter’s own definition") }
  var prompts: String { word("คิดทีละขั้น", "Step by step") }
  var answer: String { word("คำตอบ", "Answer") }
  var rubric: String { word("เกณฑ์การให้คะแนน", "Marking criteria") }
  var criterion: String { word("สิ่งที่คำตอบควรแสดง", "What the answer shows") }
  var marks: String { word("เต็ม", "Marks") }
  var given: String { word("ได้", "Given") }
  var total: String { word("รวม", "Total") }
  var read: String { word("อ่านทบทวน: ", "Read again: ") }
  var under: String { word("อยู่ในหัวข้อ ", "Under ") }
  var seeAlso: String { word("ดู ", "See ") }
}

extension SheetWords {
  func whatIs(_ term: String, by author: String) -> String {
    author.isEmpty
      ? word("\(term) หมายความว่าอย่างไร อธิบายด้วยถ้อยคำของตนเอง", "What does \(term) mean? Say it in your own words.")
      : word("\(author) อธิบาย \(term) ไว้ว่าอย่างไร", "How does \(author) explain \(term)?")
  }

  func whichAre(_ set: String, count: Int, by author: String) -> String {
    author.isEmpty
      ? word("\(set) มี \(count) ประการ ได้แก่อะไรบ้าง", "Name the \(count) of: \(set).")
      : word("\(set) ตามทัศนะของ \(author) มี \(count) ประการ ได้แก่อะไรบ้าง", "Name the \(count) of: \(set), after \(author).")
  }
}
