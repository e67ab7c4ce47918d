import CourseModel
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
  var termHead: String { word("คำ", "Term") }
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

// Summary, definitions and notes.
extension SheetWords {
  var otherTerms: String { word("คำอื่นในบท", "Other terms") }
  var compare: String { word("ความหมายที่เทียบกันได้", "Definitions to compare") }
  var shortYear: String { word("ปี", "Year") }
  var think: String { word("คิดต่อ", "Think on") }
  var fillHow: String {
    word(
      "อ่านบทเรียนก่อน แล้วเติมคำโดยไม่เปิดดู คำตอบอยู่ด้านหลังตามหมายเลข",
      "Read the chapter, then fill the gaps from memory. Answers are on the back, by number.")
  }
  var answers: String { word("คำตอบ", "Answers") }
  var fold: String { word("ตรวจด้วยตนเอง ข้อที่ผิดให้กลับไปอ่านในบทอีกครั้ง", "Mark your own; read the chapter again where you erred.") }
  func isWhat(_ term: String) -> String { word("\(term)คือ", "What \(term) is") }
}

// Concept map and chapter.
extension SheetWords {
  var mapHow: String {
    word(
      "เติมคำในช่องว่างของแผนผังโดยไม่เปิดบทเรียน แผนผังที่สมบูรณ์อยู่ด้านหลัง",
      "Fill the empty boxes from memory. The whole map is on the back.")
  }
  var mapBank: String { word("คำที่หายไป: ", "Missing: ") }
  var mapBlank: String { word("แผนผังมโนทัศน์ที่เว้นช่องให้เติม", "A concept map with boxes to fill in") }
  func mapOf(_ nodes: String) -> String { word("แผนผังมโนทัศน์ซึ่งโยง \(nodes)", "A concept map that joins \(nodes)") }
  var footnotes: String { word("เชิงอรรถ", "Notes") }
  func picture(_ alternative: String) -> String { word("ภาพ: \(alternative)", "Picture: \(alternative)") }
}

// E-book.
extension SheetWords {
  var contents: String { word("สารบัญ", "Contents") }
  var pageList: String { word("หน้า", "Pages") }
  var glossaryTitle: String { word("อภิธานศัพท์", "Glossary") }
  var referencesTitle: String { word("เอกสารอ้างอิง", "References") }
  var practice: String { word("คำถามทบทวน", "Review questions") }
  var backToQuestion: String { word("กลับไปที่คำถาม", "Back to the question") }
  var accessible: String {
    word(
      "เนื้อหาทั้งหมดอ่านได้เป็นข้อความ ภาพทุกภาพมีคำบรรยาย มีสารบัญ หัวข้อ และเลขหน้าให้เลื่อนไปมาได้",
      "All content can be read as text, every figure is described, and contents, headings and page numbers can be navigated.")
  }
  var bareFigures: String {
    word(
      "เนื้อหาอ่านได้เป็นข้อความ มีสารบัญ หัวข้อ และเลขหน้าให้เลื่อนไปมาได้ แต่ภาพบางภาพไม่มีคำบรรยายเกินกว่าชื่อภาพ",
      "The content can be read as text, and contents, headings and page numbers can be navigated; some figures have no description but their caption."
    )
  }
}

// Cards.
extension SheetWords {
  var inEnglish: String { word("ภาษาอังกฤษว่าอย่างไร", "in English?") }
  func after(_ source: String) -> String { word("ตาม \(source)", "after \(source)") }
  func members(_ count: Int, by author: String) -> String {
    author.isEmpty
      ? word("มี \(count) ประการ ได้แก่อะไรบ้าง", "Which \(count)?")
      : word("\(count) ประการ ตามทัศนะของ \(author)", "Which \(count), after \(author)?")
  }
}

// Self-explanation.
extension SheetWords {
  var namely: String { word("ได้แก่", "namely") }
  var explainHow: String {
    word(
      "อ่านข้อความแล้วอธิบายเหมือนเล่าให้เพื่อนที่ยังไม่ได้เรียนฟัง ใช้ถ้อยคำของตนเอง ไม่ลอกข้อความ",
      "Explain each passage as if to a friend who has not read the chapter. Use your own words.")
  }
  func prompt(_ number: Int) -> String { word("ข้อ \(number)", "Prompt \(number)") }
  var theText: String { word("บทเรียน", "the chapter") }
  func compareTwo(_ term: String, _ first: String, _ second: String) -> String {
    word(
      "ความหมายของ \(term) ที่ \(first) กับ \(second) ให้ไว้ เน้นสิ่งใดเหมือนกันและต่างกัน เพราะเหตุใดท่านจึงคิดเช่นนั้น",
      "What do \(first) and \(second) stress alike and differently about \(term)? Why do you think so?")
  }
  func whyMatters(_ term: String) -> String {
    word(
      "ถ้าไม่มีคำว่า \(term) เราจะอธิบายเรื่องใดในบทนี้ได้ยากขึ้น ยกตัวอย่างประกอบ",
      "What in this chapter would be harder to explain without \(term)? Give an example.")
  }
  func example(_ count: Int) -> String {
    word(
      "เลือกหนึ่งข้อจาก \(count) ข้อนี้ แล้วยกตัวอย่างจากสิ่งที่ท่านเคยพบ พร้อมบอกว่าตรงกับข้อนั้นอย่างไร",
      "Choose one of these \(count), give an example you have met, and say how it fits.")
  }
}

// Reading guide.
extension SheetWords {
  var objective: String { word("จุดประสงค์", "Objective") }
  var before: String { word("ก่อนอ่าน", "Before") }
  var afterReading: String { word("หลังอ่าน", "After") }
  var checkHow: String {
    word("ให้คะแนนความมั่นใจของตนเอง 1–5 ก่อนอ่านและหลังอ่าน", "Rate how sure you are, 1 to 5, before and after reading.")
  }
  var readHere: String { word("อ่าน ", "read ") }
  var watchFor: String { word("คำที่ควรรู้: ", "Terms: ") }
  var gist: String { word("สาระสำคัญของส่วนนี้คืออะไร", "What is the gist of this part?") }
  func level(_ level: CognitiveLevel) -> String {
    switch level {
    case .remember: return word("ระดับจำ", "remember")
    case .understand: return word("ระดับเข้าใจ", "understand")
    case .apply: return word("ระดับประยุกต์ใช้", "apply")
    case .analyse: return word("ระดับวิเคราะห์", "analyse")
    case .evaluate: return word("ระดับประเมินค่า", "evaluate")
    case .create: return word("ระดับสร้างสรรค์", "create")
    }
  }
}
