import Diagnostics

/// The site's and the sheets' own words, in the course's language.
package struct Words: Sendable {
  package let language: Language
  package init(_ language: Language) { self.language = language }

  package func callAsFunction(_ word: Word) -> String { word.wording.text(in: language) }

  /// «3 นิยาม», «1 definition».
  package func count(_ number: Int, _ unit: Unit) -> String {
    let (thai, one, many) = unit.forms
    return language == .thai ? "\(number) \(thai)" : "\(number) \(number == 1 ? one : many)"
  }

  /// «บทที่ 6», «Chapter 6»; without a number only the word.
  package func chapter(_ number: String?) -> String {
    guard let number else { return language == .thai ? "บทเรียน" : "Chapter" }
    return language == .thai ? "บทที่\u{A0}\(number)" : "Chapter\u{A0}\(number)"
  }

  package enum Unit: Sendable, CaseIterable {
    case definition, citation, question, item, chapter, entry, term

    package var forms: (thai: String, one: String, many: String) {
      switch self {
      case .definition: return ("นิยาม", "definition", "definitions")
      case .citation: return ("ครั้งที่อ้าง", "citation", "citations")
      case .question: return ("คำถาม", "question", "questions")
      case .item: return ("ข้อ", "item", "items")
      case .chapter: return ("บท", "chapter", "chapters")
      case .entry: return ("รายการ", "entry", "entries")
      case .term: return ("ศัพท์", "term", "terms")
      }
    }
  }
}

/// One of the interface's words: closed, so that a word without its two languages does not compile.
package enum Word: Sendable, CaseIterable {
  case skipToText, menu, siteNavigation, search, home, chapters, glossary, people, references, questions, practice
  case contents, objectives, margin, definitions, definedBy, chapterItself, sections, relations, alsoCalled
  case broader, narrower, partOf, hasPart, contrasts, seeAlso
  case works, citedAt, undated, knownThrough, previous, next, page
  case discussionQuestion, activity, exercise, practiseThis, leadingQuestions, rubric, answeredBy
  case showAnswer, answer, explanation, fromTheText, goToPassage, check, nextItem, correct, notCorrect, progress, restart,
    yourAnswer
  case isTrue, isFalse, outline, points, keyboardHelp, writeHere, noItems
  case item, notFound, notFoundText, read, figure, footnotes, backToText, english, thai, term, organisation, finished,
    compareWithKey
  case timeline, flashcards, readerSettings, storedHere, belongsTo, termInside, keptHere, mapHelp, mapOmits, noRelations
  case practiceOfChapter, nextSection, allItems, weak, practiseAgain, practiceHelp, startPractice, bySection, atLarge,
    shareOfAnswer, savedHere, letters
  case printAnswer, outlineHelp, point, tryFirst, morePractice, conceptMap, shared, ownWords, passages, practiseConcept
  case because, downloads, wholeChapter, wholeSite, asList, sheetsToPrint
  case thaiToEnglish, englishToThai, copy, copied

  package var wording: Wording {
    func both(_ thai: String, _ english: String) -> Wording { Wording(thai: thai, english: english) }
    switch self {
    case .thaiToEnglish: return both("ไทย–อังกฤษ", "Thai–English")
    case .englishToThai: return both("อังกฤษ–ไทย", "English–Thai")
    case .copy: return both("คัดลอก", "Copy")
    case .copied: return both("คัดลอกแล้ว", "Copied")
    case .skipToText: return both("ข้ามไปยังเนื้อหา", "Skip to the text")
    case .menu: return both("เมนู", "Menu")
    case .siteNavigation: return both("เมนูหลัก", "Site")
    case .search: return both("ค้นหา", "Search")
    case .home: return both("หน้าแรก", "Home")
    case .chapters: return both("บทเรียน", "Chapters")
    case .glossary: return both("อภิธานศัพท์", "Glossary")
    case .people: return both("บุคคล", "People")
    case .references: return both("เอกสารอ้างอิง", "References")
    case .questions: return both("คำถามท้ายบท", "Questions")
    case .practice: return both("ฝึกทบทวน", "Practice")
    case .contents: return both("สารบัญบท", "Contents")
    case .objectives: return both("เมื่อจบบทนี้ ผู้เรียนจะ", "After this chapter you can")
    case .margin: return both("บันทึกข้างบรรทัด", "Margin notes")
    case .definitions: return both("นิยาม", "Definitions")
    case .definedBy: return both("นิยามที่ให้ไว้", "Definitions given")
    case .chapterItself: return both("ผู้เขียนตำรา", "the author of this text")
    case .sections: return both("หัวข้อที่กล่าวถึง", "Sections that mention it")
    case .relations: return both("เกี่ยวข้องกับ", "Related terms")
    case .alsoCalled: return both("เรียกอีกอย่างว่า", "Also called")
    case .broader: return both("ความหมายกว้างกว่า", "broader")
    case .narrower: return both("ความหมายแคบกว่า", "narrower")
    case .partOf: return both("เป็นส่วนของ", "part of")
    case .hasPart: return both("มีส่วนประกอบ", "has part")
    case .contrasts: return both("เทียบกับ", "contrasts with")
    case .seeAlso: return both("ดูเพิ่ม", "see also")
    case .works: return both("งานที่อ้าง", "Works cited")
    case .citedAt: return both("อ้างใน", "Cited in")
    case .undated: return both("ม.ป.ป.", "n.d.")
    case .knownThrough: return both("อ้างถึงใน", "as cited in")
    case .previous: return both("ก่อนหน้า", "Previous")
    case .next: return both("ถัดไป", "Next")
    case .page: return both("หน้า", "Page")
    case .discussionQuestion: return both("คำถามอภิปราย", "Discussion question")
    case .activity: return both("กิจกรรม", "Activity")
    case .exercise: return both("แบบฝึกหัด", "Exercise")
    case .practiseThis: return both("ฝึกตอบคำถามนี้", "Practise this question")
    case .leadingQuestions: return both("คำถามนำทาง", "Questions that lead to it")
    case .rubric: return both("คำตอบที่ดี", "A good answer")
    case .answeredBy: return both("อ่านเพื่อตอบ", "Read to answer")
    case .showAnswer: return both("ดูเฉลย", "Show the answer")
    case .answer: return both("เฉลย", "Answer")
    case .explanation: return both("คำอธิบาย", "Explanation")
    case .fromTheText: return both("อ่านจากบท", "From the text")
    case .goToPassage: return both("ไปที่ข้อความ", "Go to the passage")
    case .check: return both("ตรวจคำตอบ", "Check")
    case .nextItem: return both("ข้อต่อไป", "Next item")
    case .correct: return both("ถูกต้อง", "Right")
    case .notCorrect: return both("ยังไม่ถูก", "Not yet")
    case .progress: return both("ความคืบหน้า", "Progress")
    case .restart: return both("เริ่มใหม่", "Start again")
    case .yourAnswer: return both("คำตอบของคุณ", "Your answer")
    case .isTrue: return both("ถูก", "True")
    case .isFalse: return both("ผิด", "False")
    case .outline: return both("โครงคำตอบตัวอย่าง", "Model outline")
    case .points: return both("คะแนน", "points")
    case .keyboardHelp:
      return both(
        "แป้นพิมพ์: 1–9 หรือ ก–ง เลือกคำตอบ Enter ตรวจหรือไปข้อต่อไป", "Keyboard: 1–9 choose, Enter checks or goes to the next item")
    case .writeHere: return both("เขียนคำตอบของคุณก่อนดูเฉลย", "Write your answer before you look")
    case .noItems: return both("บทนี้ยังไม่มีข้อฝึก", "There are no practice items for this chapter yet")
    case .notFound: return both("ไม่พบหน้านี้", "Page not found")
    case .notFoundText: return both("หน้าที่ค้นหาอาจถูกย้ายหรือเปลี่ยนชื่อ", "The page may have been moved or renamed.")
    case .read: return both("อ่านบทเรียน", "Read the chapter")
    case .figure: return both("ภาพที่", "Figure")
    case .footnotes: return both("เชิงอรรถ", "Notes")
    case .backToText: return both("กลับไปที่ข้อความ", "Back to the text")
    case .english: return both("อังกฤษ", "English")
    case .thai: return both("ไทย", "Thai")
    case .term: return both("ศัพท์", "Term")
    case .organisation: return both("หน่วยงาน", "Organisation")
    case .finished: return both("ครบทุกข้อแล้ว", "All items done")
    case .item: return both("ข้อที่", "Item")
    case .timeline: return both("เส้นเวลา", "Timeline")
    case .flashcards: return both("บัตรคำ", "Flashcards")
    case .readerSettings: return both("ตั้งค่าการอ่าน", "Reading settings")
    case .storedHere: return both("ข้อมูลที่เก็บไว้ในเครื่องนี้", "What is stored on this device")
    case .practiceOfChapter: return both("แบบฝึกทั้งบท", "Practice of the chapter")
    case .nextSection: return both("หัวข้อต่อไป", "Next section")
    case .allItems: return both("แสดงทุกข้อ", "Show all items")
    case .weak: return both("ควรทบทวนเพิ่ม", "Worth another look")
    case .practiseAgain: return both("ทำข้อที่ยังผิดอีกครั้ง", "Try again what went wrong")
    case .practiceHelp: return both("ทุกข้อมีเฉลยพร้อมข้อความจากบทเรียน", "Every answer comes with the passage it stands on")
    case .startPractice: return both("เริ่มฝึก", "Start")
    case .bySection: return both("ฝึกทีละหัวข้อ", "Section by section")
    case .atLarge: return both("ทั้งบท", "The whole chapter")
    case .shareOfAnswer: return both("ส่วนของคำตอบ", "Share of the answer")
    case .savedHere: return both("เก็บไว้ในเครื่องนี้แล้ว", "Kept on this device")
    case .letters: return both("ตัวอักษร", "letters")
    case .printAnswer: return both("พิมพ์คำตอบ", "Print your answer")
    case .outlineHelp: return both("ลองเขียนเองก่อน แล้วเปิดดูทีละประเด็น", "Write first, then unfold point by point")
    case .point: return both("ประเด็นที่", "Point")
    case .tryFirst: return both("ลองตอบก่อนไปต่อ", "Try this before you read on")
    case .morePractice: return both("ฝึกหัวข้อนี้ต่อ", "Practise this section")
    case .conceptMap: return both("แผนที่ความคิด", "Concept map")
    case .shared: return both("คำที่ใช้ร่วมกัน", "words they share")
    case .ownWords: return both("คำที่ท่านนี้ใช้ต่างจากคนอื่น", "words only this one uses")
    case .passages: return both("ข้อความที่กล่าวถึง", "Passages that mention it")
    case .practiseConcept: return both("ฝึกเรื่องนี้", "Practise this")
    case .because: return both("เพราะ", "because")
    case .downloads: return both("ดาวน์โหลด", "Downloads")
    case .wholeChapter: return both("บทนี้เป็นไฟล์เดียว", "This chapter as one file")
    case .wholeSite: return both("ทั้งเว็บไซต์เป็น zip", "The whole site as a zip")
    case .asList: return both("ดูเป็นรายการ", "As a list")
    case .sheetsToPrint: return both("เอกสารสำหรับพิมพ์", "Sheets to print")
    case .mapHelp:
      return both(
        "จากเรื่องหลัก แยกเป็นสิ่งที่กล่าวถึงเรื่องนั้น และสมาชิกของแต่ละข้อ กดที่กล่องเพื่อเปิดหน้าหรือข้อความนั้น",
        "From the main subject to what is said of it, and the members of each. A box opens its page or its passage.")
    case .mapOmits:
      return both("แสดงเท่าที่อ่านได้สบายตา ส่วนที่เหลืออยู่ในบทเรียน", "As much as can be read with ease; the rest stands in the chapter.")
    case .keptHere: return both("สิ่งที่เขียนเก็บไว้ในเครื่องนี้เท่านั้น", "What you write stays on this device alone")
    case .noRelations: return both("ยังไม่พบคำที่สัมพันธ์กัน", "No related terms were found")
    case .belongsTo: return both("อยู่ในชุด", "Belongs to")
    case .termInside: return both("มีคำนี้อยู่ในชื่อ", "has this term in its name")
    case .compareWithKey: return both("เทียบคำตอบของคุณกับเฉลย", "Compare your answer with the key")
    }
  }
}
