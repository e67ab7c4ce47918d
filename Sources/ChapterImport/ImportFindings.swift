import Diagnostics
import ThaiText

/// What import says about what it did: one finding a kind, counted, at the first place.
struct ImportFindings {
  private(set) var diagnostics: [Diagnostic] = []
  private let source: SourceText

  init(source: SourceText, decoded: DecodedText, counts: CleaningCounts, moved: [MovedBlock], furniture: [MovedBlock]) {
    self.source = source
    encoding(decoded)
    cleaning(counts)
    for block in moved { self.moved(block) }
    self.furniture(furniture)
  }

  private mutating func encoding(_ decoded: DecodedText) {
    if decoded.encoding != .utf8 {
      note(
        "import-encoding", thai: "อ่านแฟ้มนี้เป็น \(decoded.encoding.rawValue) และเขียนบทเป็น UTF-8",
        english: "the file was read as \(decoded.encoding.rawValue); the chapter is written as UTF-8", at: ByteRange(0, 0))
    }
    if decoded.replaced > 0 {
      let place = source.bytes.offset(of: "\u{FFFD}") ?? 0
      diagnostics.append(
        Diagnostic(
          "import-replaced-bytes", .warning,
          thai: "มี \(decoded.replaced) ไบต์ที่ไม่เป็นตัวอักษรใน \(decoded.encoding.rawValue) ใส่ \u{FFFD} ไว้แทน",
          english: "\(decoded.replaced) bytes spell nothing in \(decoded.encoding.rawValue); \u{FFFD} stands for them",
          at: source.span(ByteRange(place, place + 3)),
          repair: Wording(thai: "บันทึกต้นฉบับเป็น UTF-8 แล้วนำเข้าใหม่", english: "save the original as UTF-8 and import it again")))
    }
  }

  private mutating func cleaning(_ counts: CleaningCounts) {
    counted(
      counts.spellings, "import-thai-spelling", thai: "จัดลำดับสระและวรรณยุกต์ หรือรวม ํา และ เเ ใน %d บรรทัด",
      english: "Thai marks were put in order in %d lines")
    counted(
      counts.spaces, "import-spaces", thai: "ยุบช่องว่างที่ซ้ำกัน %d แห่งเหลือช่องเดียว", english: "doubled spaces became one in %d places")
    counted(
      counts.softHyphens, "import-soft-hyphens", thai: "ตัดยัติภังค์ที่มองไม่เห็น (U+00AD) %d ตัว", english: "%d soft hyphens were dropped")
    counted(
      counts.invisible, "import-invisible-characters", thai: "ตัดอักขระที่มองไม่เห็น %d ตัว",
      english: "%d invisible characters were dropped")
    counted(counts.controls, "import-control-characters", thai: "ตัดอักขระควบคุม %d ตัว", english: "%d control characters were dropped")
    counted(counts.pages, "import-form-feeds", thai: "ตัดเครื่องหมายขึ้นหน้าใหม่ %d แห่ง", english: "%d form feeds were dropped")
    counted(
      counts.joinedLines, "import-joined-lines", thai: "ต่อบรรทัดที่ถูกตัดตามความกว้างหน้า %d บรรทัดเข้าเป็นย่อหน้า",
      english: "%d lines that were cut to a width were joined into paragraphs")
    counted(
      counts.joinedWords, "import-joined-words", thai: "ต่อคำที่ถูกตัดข้ามบรรทัด %d คำ",
      english: "%d words broken over lines were made whole")
  }

  private mutating func moved(_ block: MovedBlock) {
    let text = Self.excerpt(block.text)
    switch block.to {
    case .end:
      note(
        "import-moved", thai: "ข้อความก่อนชื่อบท «\(text)» ย้ายไปไว้ท้ายบท",
        english: "text before the chapter's opening, «\(text)», now stands at its end", at: block.source)
    case .questions:
      note(
        "import-moved", thai: "ข้อความก่อนชื่อบท «\(text)» ย้ายไปไว้ท้ายคำถาม",
        english: "text before the chapter's opening, «\(text)», now stands after its questions",
        at: block.source)
    case .figure:
      note(
        "import-moved", thai: "คำในภาพ «\(text)» ย้ายไปไว้ใต้คำบรรยายภาพ",
        english: "words of a figure, «\(text)», now stand below its caption", at: block.source,
        repair: Wording(thai: "วาดภาพนี้ใหม่เป็นบล็อก ```dot", english: "draw the figure again as a ```dot block"))
    case .frontMatter, .nowhere: break
    }
  }

  private mutating func furniture(_ blocks: [MovedBlock]) {
    guard let first = blocks.first else { return }
    var kinds: [String] = []
    for block in blocks where kinds.count < 4 && !kinds.contains(block.text) { kinds.append(block.text) }
    let list = kinds.map { "«\(Self.excerpt($0))»" }.joined(separator: " ")
    diagnostics.append(
      Diagnostic(
        "import-page-furniture", .warning, thai: "ตัดเลขหน้าและหัวกระดาษท้ายกระดาษ \(blocks.count) บรรทัด: \(list)",
        english: "\(blocks.count) lines of page numbers, headers and footers were left out: \(list)", at: source.span(first.source),
        repair: Wording(thai: "ถ้าเป็นเนื้อหา ให้พิมพ์คืนในบท", english: "if they are text, write them into the chapter again")))
  }

  /// `%d` stands for the count.
  private mutating func counted(_ count: CleaningCounts.Count, _ id: String, thai: String, english: String) {
    guard let first = count.first else { return }
    note(id, thai: Self.filled(thai, count.count), english: Self.filled(english, count.count), at: first)
  }

  private mutating func note(_ id: String, thai: String, english: String, at range: ByteRange, repair: Wording? = nil) {
    diagnostics.append(Diagnostic(id, .note, thai: thai, english: english, at: source.span(range), repair: repair))
  }

  private static func filled(_ wording: String, _ count: Int) -> String {
    let bytes = Array(wording.utf8)
    guard let place = bytes.offset(of: "%d") else { return wording }
    return bytes[..<place].asText + "\(count)" + bytes[(place + 2)...].asText
  }

  private static func excerpt(_ text: String) -> String { shortened(text, to: 60) }
}
