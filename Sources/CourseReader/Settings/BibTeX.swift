import CourseModel
import Diagnostics

extension References {
  /// The entries of a `.bib` file. Strings that `@string` names, `#` between parts, braces inside values and the accents of LaTeX are read as far as
  /// bibliographies use them; what is no entry is a comment, as BibTeX has it. Linear in the text.
  package static func readBibTeX(_ text: SourceText) -> (references: References, diagnostics: [Diagnostic]) {
    var reader = BibTeXReader(text)
    return (References(entries: reader.entries()), reader.diagnostics)
  }
}

private struct BibTeXReader {
  private let text: SourceText
  private let bytes: [UInt8]
  private var i = 0
  private var strings: [String: String] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  init(_ text: SourceText) {
    self.text = text
    bytes = text.bytes
  }

  mutating func entries() -> [References.Entry] {
    var found: [References.Entry] = []
    var seen: Set<String> = []
    while let at = bytes[i...].firstIndex(of: 0x40) {
      i = at + 1
      let kind = word().lowercased()
      skipSpaces()
      guard i < bytes.count, bytes[i] == 0x7B || bytes[i] == 0x28, !kind.isEmpty else { continue }
      let close: UInt8 = bytes[i] == 0x7B ? 0x7D : 0x29
      i += 1
      if kind == "comment" || kind == "preamble" { continue }
      if kind == "string" {
        let fields = self.fields(until: close)
        for (name, value) in fields { strings[name] = value }
        continue
      }
      skipSpaces()
      let start = i
      while i < bytes.count, bytes[i] != 0x2C, bytes[i] != close, bytes[i] > 0x20 { i += 1 }
      let range = ByteRange(start, i)
      let key = text.slice(range)
      skipSpaces()
      guard !key.isEmpty, i < bytes.count, bytes[i] == 0x2C || bytes[i] == close else {
        report(
          "bibtex-entry", ByteRange(at, min(bytes.count, i + 1)), thai: "อ่านรายการ BibTeX นี้ไม่ได้",
          english: "this BibTeX entry cannot be read",
          repair: Wording(thai: "เขียนเป็น @book{key, author = {…}, …}", english: "write @book{key, author = {…}, …}"))
        continue
      }
      if bytes[i] == 0x2C { i += 1 }
      let fields = Dictionary(self.fields(until: close)) { first, _ in first }
      guard seen.insert(key).inserted else {
        report(
          "duplicate-reference", range, thai: "มีรายการ “\(key)” มากกว่าหนึ่งครั้ง", english: "the key “\(key)” stands more than once",
          repair: Wording(thai: "ตั้งชื่อใหม่ให้รายการหลัง", english: "give the later one a key of its own"))
        continue
      }
      found.append(entry(kind, key, fields, range))
    }
    return found
  }

  private mutating func report(_ id: String, _ range: ByteRange, thai: String, english: String, repair: Wording) {
    diagnostics.append(Diagnostic(id, .error, thai: thai, english: english, at: text.span(range), repair: repair))
  }

  // MARK: Letters

  private mutating func skipSpaces() { while i < bytes.count, bytes[i] <= 0x20 { i += 1 } }

  private mutating func word() -> String {
    let start = i
    while i < bytes.count, bytes[i] > 0x20, !",={}()\"#@".utf8.contains(bytes[i]) { i += 1 }
    return String(decoding: bytes[start..<i], as: UTF8.self)
  }

  /// `name = value` by turns, to the closing bracket of the entry.
  private mutating func fields(until close: UInt8) -> [(String, String)] {
    var found: [(String, String)] = []
    while true {
      skipSpaces()
      guard i < bytes.count else { return found }
      if bytes[i] == close {
        i += 1
        return found
      }
      if bytes[i] == 0x2C {
        i += 1
        continue
      }
      let name = word().lowercased()
      skipSpaces()
      // What is no field ends the entry: the next one is looked for from here.
      guard !name.isEmpty, i < bytes.count, bytes[i] == 0x3D else { return found }
      i += 1
      found.append((name, value().trimmingSpaces))
    }
  }

  private mutating func value() -> String {
    var out = ""
    while true {
      skipSpaces()
      guard i < bytes.count else { return out }
      if bytes[i] == 0x7B {
        out += braced()
      } else if bytes[i] == 0x22 {
        out += quoted()
      } else {
        let word = word()
        out += strings[word.lowercased()] ?? word
        if word.isEmpty { return out }
      }
      skipSpaces()
      guard i < bytes.count, bytes[i] == 0x23 else { return out }
      i += 1
    }
  }

  private mutating func braced() -> String {
    i += 1
    let start = i
    var depth = 1
    while i < bytes.count, depth > 0 {
      if bytes[i] == 0x5C { i += 1 } else if bytes[i] == 0x7B { depth += 1 } else if bytes[i] == 0x7D { depth -= 1 }
      i += 1
    }
    i = min(i, bytes.count)
    return plain(bytes[start..<max(start, depth == 0 ? i - 1 : i)])
  }

  private mutating func quoted() -> String {
    i += 1
    let start = i
    var depth = 0
    while i < bytes.count, bytes[i] != 0x22 || depth > 0 {
      if bytes[i] == 0x5C { i += 1 } else if bytes[i] == 0x7B { depth += 1 } else if bytes[i] == 0x7D { depth -= 1 }
      i += 1
    }
    i = min(i, bytes.count)
    let end = i
    if i < bytes.count { i += 1 }
    return plain(bytes[start..<end])
  }

  /// Without braces, LaTeX's accents as letters, any white space one space.
  private func plain(_ value: ArraySlice<UInt8>) -> String {
    var scalars = String.UnicodeScalarView()
    var rest = Array(String(decoding: value, as: UTF8.self).unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "{", "}": continue
      case "~": scalars.append(" ")
      case "-" where rest.first == "-":
        while rest.first == "-" { rest.removeFirst() }
        scalars.append("–")
      case "\\":
        guard let sign = rest.popFirst() else { continue }
        if let mark = Self.accents[sign] {
          while rest.first == "{" || rest.first == "\\" { rest.removeFirst() }
          if let letter = rest.popFirst() {
            scalars.append(letter)
            scalars.append(mark)
          }
        } else if sign.properties.isAlphabetic {
          var name = String(sign)
          while let next = rest.first, next.isASCII, next.properties.isAlphabetic { name.unicodeScalars.append(rest.removeFirst()) }
          scalars.append(contentsOf: (Self.letters[name] ?? "").unicodeScalars)
        } else {
          scalars.append(sign)
        }
      default: scalars.append(scalar.properties.isWhitespace ? " " : scalar)
      }
    }
    // A space at either end stays: parts are joined by «#».
    var folded = String.UnicodeScalarView()
    for scalar in scalars where scalar != " " || folded.last != " " { folded.append(scalar) }
    return String(folded)
  }

  private static let accents: [Unicode.Scalar: Unicode.Scalar] = [
    "\"": "\u{308}", "'": "\u{301}", "`": "\u{300}", "^": "\u{302}", "~": "\u{303}", "=": "\u{304}", ".": "\u{307}",
  ]
  private static let letters = [
    "ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "i": "i",
    "textendash": "–", "textemdash": "—", "ldots": "…",
  ]

  // MARK: An entry

  private func entry(_ kind: String, _ key: String, _ fields: [String: String], _ range: ByteRange) -> References.Entry {
    func first(_ names: String...) -> String? { names.lazy.compactMap { fields[$0] }.first { !$0.isEmpty } }
    var details: [Work.Detail] = []
    for (name, field) in Self.details {
      guard let value = fields[name], !value.isEmpty, !details.contains(where: { $0.field == field }) else { continue }
      details.append(Work.Detail(field: field, value: value))
    }
    let title = [first("title"), first("subtitle")].compactMap { $0 }.joined(separator: ": ")
    return References.Entry(
      key: key, type: Self.types[kind], title: title.isEmpty ? nil : title, authors: names(fields["author"]),
      editors: names(fields["editor"]), year: first("year", "date").map { String($0.prefix { $0 != "-" && $0 != "/" }) },
      details: details,
      span: text.span(range))
  }

  /// «Given Family and Family, Given and {กระทรวงศึกษาธิการ}»: a name of one word, or one that an office's first word opens, is whole.
  private func names(_ written: String?) -> [References.Name] {
    guard let written else { return [] }
    return written.components(between: " and ").map { name in
      let parts = name.split(separator: ",", maxSplits: 1).map { $0.trimmingSpaces }
      if parts.count == 2 { return References.Name(given: parts[1], family: parts[0]) }
      let words = name.split(separator: " ").map(String.init)
      let reading = ReadingText(name)
      guard words.count > 1, let last = words.last, !reading.startsOrganisation(at: 0, end: reading.count) else {
        return References.Name(literal: name.trimmingSpaces)
      }
      return References.Name(given: words.dropLast().joined(separator: " "), family: last)
    }
  }

  private static let types = [
    "article": "article-journal", "book": "book", "booklet": "book", "collection": "book", "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference", "conference": "paper-conference", "proceedings": "book", "phdthesis": "thesis",
    "mastersthesis": "thesis", "thesis": "thesis", "techreport": "report", "report": "report", "online": "webpage",
    "electronic": "webpage",
    "manual": "book", "unpublished": "manuscript",
  ]
  private static let details = [
    ("publisher", "publisher"), ("institution", "publisher"), ("school", "publisher"), ("organization", "publisher"),
    ("address", "publisher-place"), ("location", "publisher-place"), ("journal", "container-title"),
    ("journaltitle", "container-title"),
    ("booktitle", "container-title"), ("series", "collection-title"), ("volume", "volume"), ("number", "issue"), ("pages", "page"),
    ("edition", "edition"), ("url", "URL"), ("doi", "DOI"), ("isbn", "ISBN"), ("type", "genre"), ("note", "note"),
    ("translator", "translator"),
    ("urldate", "accessed"),
  ]
}

extension StringProtocol {
  fileprivate var trimmingSpaces: String {
    var rest = Substring(self)
    while rest.first == " " { rest = rest.dropFirst() }
    while rest.last == " " { rest = rest.dropLast() }
    return String(rest)
  }

  /// Split at a phrase.
  fileprivate func components(between phrase: String) -> [String] {
    var parts: [String] = []
    var words: [Substring] = []
    let joiner = phrase.trimmingSpaces
    for word in split(separator: " ") {
      if word == joiner, !words.isEmpty {
        parts.append(words.joined(separator: " "))
        words = []
      } else {
        words.append(Substring(word))
      }
    }
    if !words.isEmpty { parts.append(words.joined(separator: " ")) }
    return parts
  }
}
