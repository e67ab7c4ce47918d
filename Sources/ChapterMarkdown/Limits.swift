import Diagnostics

/// What a text must keep to so that reading it takes bounded time and memory, and what becomes of one that does not.
struct Limits {
  /// Bytes of a chapter.
  static let bytes = 8 << 20

  private let survey: Survey
  private let source: UnsafeBufferPointer<UInt8>
  private let file: String

  init(_ survey: Survey, source: UnsafeBufferPointer<UInt8>, file: String) {
    self.survey = survey
    self.source = source
    self.file = file
  }

  /// Leaves away what the text would make explode; false when the text must not be parsed at all.
  func restrict(_ options: inout MarkdownOptions, report diagnostics: inout [Diagnostic]) -> Bool {
    var mayParse = true
    for excess in survey.work.excesses {
      switch excess.kind {
      case .nesting:
        diagnostics.append(nestingTooDeep(excess))
        mayParse = false
      case .marks, .steps:
        diagnostics.append(tooMuchMarkup(excess))
        mayParse = false
      case .named:
        diagnostics.append(addressTooLong(excess))
        mayParse = false
      case .columns, .cells:
        guard options.tables else { continue }
        diagnostics.append(excess.kind == .columns ? tableTooWide(excess) : tableTooLong(excess))
        options.tables = false
      case .addresses:
        guard options.autolinks else { continue }
        diagnostics.append(tooManyAddresses(excess))
        options.autolinks = false
      }
    }
    // cmark-gfm 0.29.0.gfm.6 reads freed memory where `[` and a reference for `^` stand before a footnote's name.
    if options.footnotes, let place = survey.bracketedReferences.first(where: isCaret) {
      diagnostics.append(caretReference(place))
      mayParse = false
    }
    return mayParse
  }

  private func isCaret(_ offset: Int) -> Bool {
    CharacterReference(in: source, at: offset).map { $0.text == [UInt8(ascii: "^")] } ?? false
  }

  private func span(_ start: Int, _ length: Int = 0) -> SourceSpan {
    SourceSpan(file: file, range: ByteRange(start, start + length))
  }

  // MARK: Findings

  /// A text larger than a chapter may be.
  static func excess(of text: SourceText) -> Diagnostic? {
    guard text.bytes.count > bytes else { return nil }
    return Diagnostic(
      "chapter-too-large", .error,
      thai: "ไฟล์มีขนาด \(text.bytes.count) ไบต์ เกิน \(bytes) ไบต์ (8 MiB) ที่บทหนึ่งมีได้ จึงไม่ได้อ่าน",
      english: "the file has \(text.bytes.count) bytes, more than the \(bytes) (8 MiB) a chapter may have; it was not read",
      at: text.span(ByteRange(0, 0)), repair: Wording(thai: "แบ่งเป็นหลายบท", english: "split it into chapters"))
  }

  static func notUTF8(_ text: SourceText, at range: ByteRange) -> Diagnostic {
    let byte = text.bytes[range.lowerBound]
    let hexadecimal = "0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    return Diagnostic(
      "not-utf8", .error,
      thai: "ไฟล์ไม่ใช่ UTF-8: ไบต์ที่ \(range.lowerBound + 1) (\(hexadecimal)) อ่านไม่ได้ จึงไม่ได้อ่านทั้งไฟล์",
      english: "the file is not UTF-8: byte \(range.lowerBound + 1) (\(hexadecimal)) cannot be read; the file was not read",
      at: text.span(range),
      repair: Wording(
        thai: "บันทึกไฟล์ใหม่เป็น UTF-8 หรือใช้ tamra import กับไฟล์ TIS-620",
        english: "save the file as UTF-8, or use tamra import on a TIS-620 file"))
  }

  static func nulByte(_ text: SourceText, at offset: Int) -> Diagnostic {
    Diagnostic(
      "nul-byte", .warning, thai: "มีไบต์ NUL ในไฟล์ แสดงเป็น \u{FFFD}", english: "the file has a NUL byte; it is shown as \u{FFFD}",
      at: text.span(ByteRange(offset, offset + 1)), repair: Wording(thai: "ลบไบต์นั้น", english: "delete the byte"))
  }

  static func emptyChapter(file: String) -> Diagnostic {
    Diagnostic(
      "empty-chapter", .warning, thai: "ไฟล์ว่างเปล่า", english: "the file is empty",
      at: SourceSpan(file: file, range: ByteRange(0, 0)),
      repair: Wording(thai: "เขียนเนื้อหา หรือลบไฟล์", english: "write the chapter, or delete the file"))
  }

  private func nestingTooDeep(_ excess: MarkupWork.Excess) -> Diagnostic {
    Diagnostic(
      "nesting-too-deep", .error,
      thai: "รายการและอัญพจน์ซ้อนกันลึกหรือยาวเกินไป (เกิน \(MarkupWork.nesting) ชั้น) จึงไม่ได้อ่านบทนี้",
      english:
        "lists and quotes are nested too deep here, or too deep for too long (more than \(MarkupWork.nesting) levels); the chapter was not read",
      at: span(excess.offset), repair: Wording(thai: "ลดชั้นของ - และ > ที่ซ้อนกัน", english: "nest fewer - and > in one another"))
  }

  private func tooMuchMarkup(_ excess: MarkupWork.Excess) -> Diagnostic {
    Diagnostic(
      "too-much-markup", .error,
      thai: "ข้อความตั้งแต่ตรงนี้มีเครื่องหมาย * _ [ ] < & มากเกินกว่าจะอ่านได้ในเวลาอันควร จึงไม่ได้อ่านบทนี้",
      english: "the text here has more marks (* _ [ ] < &) than can be read in reasonable time; the chapter was not read",
      at: span(excess.offset),
      repair: Wording(
        thai: "แบ่งย่อหน้าด้วยบรรทัดว่าง แบ่งเป็นหลายบท หรือใส่ข้อมูลไว้ในบล็อกโค้ด",
        english: "part paragraphs by blank lines, split the chapter, or put data into a code block of its own"))
  }

  private func tableTooWide(_ excess: MarkupWork.Excess) -> Diagnostic {
    Diagnostic(
      "table-too-wide", .error,
      thai: "ตารางมี \(excess.count) คอลัมน์ เกิน \(MarkupWork.columns) ที่ตารางหนึ่งมีได้ ตารางในบทนี้จึงแสดงเป็นข้อความ",
      english:
        "the table has \(excess.count) columns, more than the \(MarkupWork.columns) a table may have; tables of this chapter are shown as text",
      at: span(excess.offset), repair: Wording(thai: "แบ่งเป็นหลายตาราง", english: "split it into several tables"))
  }

  private func tableTooLong(_ excess: MarkupWork.Excess) -> Diagnostic {
    Diagnostic(
      "table-too-long", .error,
      thai: "ตารางถึงตรงนี้มีช่องรวมกันเกิน \(MarkupWork.cells) ช่อง ตารางในบทนี้จึงแสดงเป็นข้อความ",
      english: "tables have more than \(MarkupWork.cells) cells up to here; tables of this chapter are shown as text",
      at: span(excess.offset),
      repair: Wording(thai: "แบ่งข้อมูลเป็นหลายบท หรือแนบเป็นไฟล์", english: "split the data over chapters, or attach it as a file"))
  }

  private func tooManyAddresses(_ excess: MarkupWork.Excess) -> Diagnostic {
    Diagnostic(
      "too-many-addresses", .warning,
      thai: "บรรทัดนี้มีที่อยู่เว็บหรืออีเมลมากเกินไป ที่อยู่เปล่า ๆ ในบทนี้จึงไม่เป็นลิงก์",
      english: "this line has too many web or e-mail addresses; bare addresses of this chapter are not made links",
      at: span(excess.offset),
      repair: Wording(
        thai: "ขึ้นบรรทัดใหม่ระหว่างที่อยู่ หรือเขียนเป็น <https://…>", english: "begin new lines between them, or write <https://…>"))
  }

  private func addressTooLong(_ excess: MarkupWork.Excess) -> Diagnostic {
    Diagnostic(
      "address-too-long", .error,
      thai: "ที่อยู่ที่ตั้งชื่อไว้ ([ชื่อ]: ที่อยู่) ยาวเกินไปสำหรับจำนวนลิงก์ในบทนี้ จึงไม่ได้อ่านบทนี้",
      english: "a named address ([name]: address) is too long for the number of links in this chapter; it was not read",
      at: span(excess.offset),
      repair: Wording(
        thai: "ย่อที่อยู่นั้น หรือเว้นบรรทัดว่างหลังบรรทัดที่ตั้งชื่อ",
        english: "shorten that address, or leave a blank line behind the line that names it"))
  }

  private func caretReference(_ offset: Int) -> Diagnostic {
    Diagnostic(
      "caret-reference", .error, thai: "อ่าน [ ที่ตามด้วยรหัสของ ^ ไม่ได้อย่างปลอดภัย จึงไม่ได้อ่านบทนี้",
      english: "[ with a reference for ^ behind it cannot be read safely; the chapter was not read",
      at: span(offset, 1), repair: Wording(thai: "เขียน \\[ แทน [", english: "write \\[ instead of ["))
  }
}
