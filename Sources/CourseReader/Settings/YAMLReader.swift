import Diagnostics
import Yams

/// A YAML text as a tree whose every node knows its place in the file it was cut from.
///
/// Anchors and aliases are refused before anything is composed: settings need none, and a short text of nested aliases
/// would expand without end.
package struct YAMLReader {
  /// The file the YAML stands in, for spans.
  private let text: SourceText
  package var file: String { text.file }
  private let range: ByteRange
  private let lines: LineIndex
  package private(set) var diagnostics: [Diagnostic] = []

  /// - Parameter range: the part of the file that is YAML: all of a settings file, the middle of a chapter's front matter.
  package init(_ text: SourceText, range: ByteRange? = nil) {
    self.text = text
    self.range = range ?? ByteRange(0, text.bytes.count)
    self.lines = LineIndex(text)
  }

  /// The root, nil for an empty text or one that could not be read (then there is a diagnostic).
  package mutating func root() -> Node? {
    guard range.count <= 1 << 20 else {
      report(
        "yaml-too-large", .error, at: ByteRange(range.lowerBound, range.lowerBound), thai: "YAML ยาวเกิน 1 MiB",
        english: "YAML over 1 MiB")
      return nil
    }
    let bytes = Array(text.bytes[min(range.lowerBound, text.bytes.count)..<min(range.upperBound, text.bytes.count)])
    guard let yaml = String(validating: bytes, as: UTF8.self) else {
      report("not-utf8", .error, at: range, thai: "ไฟล์นี้ไม่ใช่ UTF-8", english: "this file is not UTF-8")
      return nil
    }
    guard nesting(of: bytes) else { return nil }
    do {
      let parser = try Parser(yaml: yaml, resolver: .basic, constructor: .default)
      guard let node = try parser.singleRoot() else { return nil }
      guard !hasAlias(node), !(node.scalar.map { $0.style == .plain && $0.string.isEmpty } ?? false) else { return nil }
      return node
    } catch let error as YamlError {
      report(error)
      return nil
    } catch {
      report("yaml-syntax", .error, at: range, thai: "อ่าน YAML ไม่ได้", english: "this YAML cannot be read")
      return nil
    }
  }

  /// Refuses anchors (`&name`) at the start of a value, where YAML reads them, and nesting over 32.
  private mutating func nesting(of bytes: [UInt8]) -> Bool {
    var depth = 0
    var isStart = true
    var quote: UInt8 = 0
    var previous: UInt8 = 0x0A
    for (i, byte) in bytes.enumerated() {
      if quote != 0 {
        if byte == quote, !(quote == 0x22 && previous == 0x5C) { quote = 0 }
        previous = previous == 0x5C && byte == 0x5C ? 0 : byte
        continue
      }
      switch byte {
      case 0x22, 0x27:
        if isStart { quote = byte }
        isStart = false
      case 0x26, 0x2A:
        if isStart, i + 1 < bytes.count, bytes[i + 1] > 0x20 {
          report(
            "yaml-alias", .error, at: ByteRange(range.lowerBound + i, range.lowerBound + i + 1),
            thai: "ไฟล์ตั้งค่าใช้ anchor (&) และ alias (*) ของ YAML ไม่ได้",
            english: "anchors (&) and aliases (*) are not allowed in settings",
            repair: Wording(thai: "เขียนค่าเต็ม หรือใส่เครื่องหมายคำพูดรอบข้อความ", english: "write the value out, or put the text in quotes")
          )
          return false
        }
        isStart = false
      case 0x5B, 0x7B:
        depth += 1
        isStart = true
        if depth > 32 {
          report(
            "yaml-nesting", .error, at: ByteRange(range.lowerBound + i, range.lowerBound + i + 1), thai: "YAML ซ้อนกันลึกเกิน 32 ชั้น",
            english: "YAML nested deeper than 32")
          return false
        }
      case 0x5D, 0x7D:
        depth -= 1
        isStart = false
      case 0x0A, 0x0D, 0x20, 0x09, 0x3A, 0x2D, 0x2C:
        isStart = byte == 0x0A || byte == 0x2C || (isStart || byte == 0x3A || (byte == 0x2D && isStart)) || previous == 0x3A
      default: isStart = false
      }
      previous = byte
    }
    return true
  }

  private func hasAlias(_ node: Node) -> Bool {
    switch node {
    case .alias: return true
    case .scalar: return false
    case .sequence(let items): return items.contains(where: hasAlias)
    case .mapping(let pairs): return pairs.contains { hasAlias($0.key) || hasAlias($0.value) }
    }
  }

  private mutating func report(_ error: YamlError) {
    var place = ByteRange(range.lowerBound, range.lowerBound)
    var problem = "syntax"
    switch error {
    case .scanner(_, let what, let mark, _), .parser(_, let what, let mark, _), .composer(_, let what, let mark, _):
      place = byteRange(line: mark.line, column: mark.column)
      problem = what
    case .duplicatedKeysInMapping(let duplicates, _): problem = "duplicate key: " + duplicates.joined(separator: ", ")
    case .reader(let what, _, _, _): problem = what
    default: break
    }
    report(
      "yaml-syntax", .error, at: place, thai: "YAML บรรทัดนี้อ่านไม่ได้ (\(problem))",
      english: "this line is not readable YAML (\(problem))",
      repair: Wording(
        thai: "ตรวจย่อหน้า เครื่องหมาย : และเครื่องหมายคำพูด", english: "check the indentation, the colons and the quotation marks"))
  }

  // MARK: Places

  /// The first byte of a node, and for a scalar that stands in the file as it is read, all of it.
  package func range(of node: Node) -> ByteRange {
    guard let mark = node.mark else { return ByteRange(range.lowerBound, range.lowerBound) }
    let start = byteRange(line: mark.line, column: mark.column).lowerBound
    guard case .scalar(let scalar) = node else { return ByteRange(start, start) }
    let value = Array(scalar.string.utf8)
    let quote = start < text.bytes.count && (text.bytes[start] == 0x22 || text.bytes[start] == 0x27) ? 1 : 0
    let end = start + quote + value.count
    guard end <= text.bytes.count, text.bytes[(start + quote)..<end].elementsEqual(value) else { return ByteRange(start, start) }
    return ByteRange(start + quote, end)
  }

  /// Lines and columns of the parser count from 1, columns in scalars, from the start of the YAML.
  private func byteRange(line: Int, column: Int) -> ByteRange {
    let first = lines.location(of: range.lowerBound).line
    let row = lines.range(ofLine: first + line - 1)
    var offset = row.lowerBound
    var left = column - 1
    while left > 0, offset < row.upperBound {
      offset += 1
      while offset < row.upperBound, text.bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      left -= 1
    }
    return ByteRange(offset, offset)
  }

  // MARK: Findings and values

  package mutating func report(
    _ id: String, _ severity: Severity, at range: ByteRange, thai: String, english: String, repair: Wording? = nil
  ) {
    diagnostics.append(Diagnostic(id, severity, thai: thai, english: english, at: text.span(range), repair: repair))
  }

  /// The pairs of a mapping; a diagnostic for anything else and for a key that is none of `known` or stands twice.
  package mutating func mapping(_ node: Node, known: Set<String>, of subject: Wording) -> [String: Node] {
    guard case .mapping(let pairs) = node else {
      report(
        "yaml-type", .error, at: range(of: node), thai: "\(subject.thai)ต้องเป็นคู่ ชื่อ: ค่า",
        english: "\(subject.english) must be pairs of name: value")
      return [:]
    }
    var found: [String: Node] = [:]
    for (key, value) in pairs {
      guard let name = key.string else { continue }
      if !known.contains(name) {
        let list = known.sorted().joined(separator: ", ")
        report(
          "unknown-setting", .warning, at: range(of: key), thai: "ไม่รู้จักค่าตั้ง “\(name)” ใน\(subject.thai)",
          english: "“\(name)” is not a setting of \(subject.english)",
          repair: Wording(thai: "ที่ใช้ได้คือ \(list)", english: "known here: \(list)"))
      }
      found[name] = value
    }
    return found
  }

  /// The text of a scalar; a diagnostic and nil for a list or mapping.
  package mutating func string(_ node: Node?, _ name: String) -> String? {
    guard let node else { return nil }
    if case .scalar(let scalar) = node {
      return scalar.style == .plain && ["", "~", "null"].contains(scalar.string) ? nil : scalar.string
    }
    wrongType(node, name, thai: "ข้อความ", english: "text")
    return nil
  }

  /// A list of texts; one text stands for a list of one.
  package mutating func strings(_ node: Node?, _ name: String) -> [String] {
    guard let node else { return [] }
    if case .scalar = node { return string(node, name).map { [$0] } ?? [] }
    guard case .sequence(let items) = node else {
      wrongType(node, name, thai: "รายการ", english: "a list")
      return []
    }
    return items.compactMap { string($0, name) }
  }

  package mutating func bool(_ node: Node?, _ name: String) -> Bool? {
    guard let node else { return nil }
    switch node.string?.lowercased() {
    case "true", "yes", "on": return true
    case "false", "no", "off": return false
    default:
      wrongType(node, name, thai: "true หรือ false", english: "true or false")
      return nil
    }
  }

  package mutating func number(_ node: Node?, _ name: String, in limits: ClosedRange<Double>) -> Double? {
    guard let node else { return nil }
    if let value = node.string.flatMap({ Double($0) }), limits.contains(value) { return value }
    let bounds = "\(limits.lowerBound.formattedBriefly)–\(limits.upperBound.formattedBriefly)"
    wrongType(node, name, thai: "จำนวน \(bounds)", english: "a number, \(bounds)")
    return nil
  }

  package mutating func wrongType(_ node: Node, _ name: String, thai: String, english: String) {
    report("yaml-type", .error, at: range(of: node), thai: "“\(name)” ต้องเป็น\(thai)", english: "“\(name)” must be \(english)")
  }
}

extension Double {
  fileprivate var formattedBriefly: String { self == rounded() && abs(self) < 1e15 ? String(Int(self)) : "\(self)" }
}
