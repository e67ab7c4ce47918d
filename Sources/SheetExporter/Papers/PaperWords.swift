import CourseModel

/// What exam papers say for themselves.
extension SheetWords {
  func form(_ name: String) -> String { word("ชุด \(name)", "Form \(name)") }
  var courseCode: String { word("รหัสวิชา", "Course code") }
  var courseTitle: String { word("ชื่อวิชา", "Course") }
  var term: String { word("ภาคการศึกษา", "Term") }
  var time: String { word("เวลา", "Time") }
  var fullMarks: String { word("คะแนนเต็ม", "Full marks") }
  var itemCount: String { word("จำนวน", "Questions") }
  func items(_ count: Int) -> String { word("\(count) ข้อ", count == 1 ? "1 question" : "\(count) questions") }
  var seat: String { word("เลขที่นั่งสอบ", "Seat") }
  var room: String { word("ห้องสอบ", "Room") }
  var instructions: String { word("คำชี้แจง", "Instructions") }
  var usualInstructions: [String] {
    [
      word("เขียนชื่อ–สกุล รหัสนักศึกษา และเลขที่นั่งสอบให้ครบก่อนลงมือทำ", "Write your name, student number and seat first."),
      word("ข้อที่มีตัวเลือกให้เลือกคำตอบที่ถูกที่สุดเพียงข้อเดียว", "Choose the one best answer."),
      word("ห้ามนำข้อสอบและกระดาษคำตอบออกจากห้องสอบ", "Leave the paper and the answer sheet in the room."),
    ]
  }
  var setter: String { word("ผู้ออกข้อสอบ", "Set by") }
  var checker: String { word("ผู้ตรวจทานข้อสอบ", "Checked by") }
  func part(_ number: Int) -> String { word("ตอนที่ \(number)", "Part \(number)") }
  func partTitle(_ part: ExamPaper.Part) -> String {
    switch part {
    case .objective: return word("เลือกคำตอบที่ถูกที่สุด", "Choose the best answer")
    case .matching: return word("จับคู่และเรียงลำดับ", "Match and order")
    case .short: return word("เติมคำตอบ", "Fill in")
    case .essay: return word("เขียนตอบ", "Write")
    }
  }
  var several: String { word("เลือกได้มากกว่าหนึ่งข้อ", "more than one may be right") }
  var right: String { word("ถูก", "True") }
  var wrong: String { word("ผิด", "False") }
  var left: String { word("ข้อความ", "Statement") }
  var rightSide: String { word("ตัวเลือก", "Options") }
  var formUsed: String { word("ข้อสอบชุด", "Form") }
  var signature: String { word("ลายมือชื่อ", "Signature") }
  var guide: String { word("คำอธิบายและข้อความอ้างอิง", "Explanations and passages") }
  var topic: String { word("เนื้อหา", "Content") }
  func levelName(_ level: CognitiveLevel) -> String {
    switch level {
    case .remember: return word("จำ", "Remember")
    case .understand: return word("เข้าใจ", "Understand")
    case .apply: return word("ประยุกต์", "Apply")
    case .analyse: return word("วิเคราะห์", "Analyse")
    case .evaluate: return word("ประเมินค่า", "Evaluate")
    case .create: return word("สร้างสรรค์", "Create")
    }
  }
  var number: String { word("ข้อ", "No.") }
  var itemText: String { word("ข้อสอบ", "Item") }
  var keyIs: String { word("เฉลย: ", "Key: ") }
  var remarks: String { word("ข้อเสนอแนะ", "Remarks") }
  var expert: String { word("ผู้เชี่ยวชาญ", "Expert") }
  var position: String { word("ตำแหน่ง", "Position") }
  var congruenceHow: String {
    word(
      "กา ✓ ในช่อง +1 เมื่อแน่ใจว่าข้อสอบวัดตรงจุดประสงค์ 0 เมื่อไม่แน่ใจ และ −1 เมื่อแน่ใจว่าไม่ตรง",
      "Tick +1 where the item surely tests its objective, 0 where unsure, −1 where it surely does not.")
  }
}
