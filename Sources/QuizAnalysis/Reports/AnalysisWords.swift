import CourseModel
import Diagnostics

/// The words of a report, in the language it is read in.
struct AnalysisWords {
  let language: Language
  private func say(_ thai: String, _ english: String) -> String { language == .thai ? thai : english }

  var title: String { say("ผลการวิเคราะห์ข้อสอบ", "Item analysis") }
  var number: String { say("ข้อ", "No.") }
  var item: String { say("ข้อสอบ", "Item") }
  var difficulty: String { say("ความยาก p", "p") }
  var discrimination: String { say("อำนาจจำแนก r (27%)", "r (27%)") }
  var pointBiserial: String { say("r พอยต์ไบซีเรียล", "point-biserial") }
  var omitted: String { say("ไม่ตอบ", "omitted") }
  var options: String { say("การเลือกตัวเลือก", "Options chosen") }
  var remarks: String { say("ข้อสังเกต", "Remarks") }
  var students: String { say("ผู้สอบ", "Students") }
  var items: String { say("จำนวนข้อ", "Items") }
  var mean: String { say("คะแนนเฉลี่ย", "Mean") }
  var deviation: String { say("ส่วนเบี่ยงเบนมาตรฐาน", "Standard deviation") }
  var alpha: String { say("สัมประสิทธิ์แอลฟา", "Cronbach's alpha") }
  var error: String { say("ความคลาดเคลื่อนมาตรฐานของการวัด", "Standard error of measurement") }
  var passage: String { say("ข้อความในบทเรียน", "Passage") }
  var scatter: String { say("ความยากกับอำนาจจำแนกของแต่ละข้อ", "Difficulty and discrimination of each item") }
  var histogram: String { say("การกระจายของคะแนนรวม", "Distribution of total scores") }
  var flagged: String { say("ข้อที่ควรทบทวน", "Items to look at again") }
  var none: String { say("ไม่มี", "none") }
  var count: String { say("จำนวนคน", "students") }
  var upper: String { say("กลุ่มสูง", "upper") }
  var lower: String { say("กลุ่มต่ำ", "lower") }
  var score: String { say("คะแนนรวม", "total score") }
  func letter(_ i: Int) -> String {
    let thai = ["ก", "ข", "ค", "ง", "จ", "ฉ", "ช", "ซ"]
    return language == .thai && thai.indices.contains(i) ? thai[i] : String(UnicodeScalar(UInt8(0x41 + min(max(i, 0), 25))))
  }

  func flag(_ flag: ItemAnalysis.Flag) -> String {
    func letters(_ options: [Int]) -> String { options.map(letter).joined(separator: " ") }
    switch flag {
    case .tooHard: return say("ยากเกินไป (p < 0.20)", "too hard (p < 0.20)")
    case .tooEasy: return say("ง่ายเกินไป (p > 0.80)", "too easy (p > 0.80)")
    case .negative: return say("จำแนกกลับทิศ: ตรวจเฉลย", "discriminates backwards: check the key")
    case .weak: return say("จำแนกได้น้อย (r < 0.20)", "discriminates little (r < 0.20)")
    case .noVariance: return say("ทุกคนได้คะแนนเท่ากัน", "all scored alike")
    case .idle(let options): return say("ตัวลวง \(letters(options)) แทบไม่มีผู้เลือก", "distractor \(letters(options)) hardly chosen")
    case .attracting(let options):
      return say("ตัวลวง \(letters(options)) ดึงกลุ่มสูงมากกว่ากลุ่มต่ำ", "distractor \(letters(options)) draws the upper group more")
    }
  }
}

/// Numbers as reports print them.
enum Figure {
  /// Two decimals, a true minus; «–» for what cannot be computed.
  static func short(_ value: Double?) -> String {
    guard let value, value.isFinite else { return "–" }
    let hundredths = Int((abs(value) * 100).rounded())
    let digits = "\(hundredths / 100)." + String(String(hundredths % 100 + 100).dropFirst())
    return (value < 0 && hundredths > 0 ? "−" : "") + digits
  }

  /// All digits, for other programs; empty for what cannot be computed.
  static func whole(_ value: Double?) -> String { value.map { "\($0)" } ?? "" }
}
