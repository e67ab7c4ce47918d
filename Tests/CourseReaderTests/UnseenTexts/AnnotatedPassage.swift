import CourseModel
import Diagnostics
import Foundation

@testable import CourseReader

/// A text with what a careful reader finds in it, annotated before anything was run on it.
///
/// A line that begins with `%` says what stands in the lines before it: `%c` a citation in short, `%d` a definition as
/// «author | term | opening … ending», `%p` a term as «ไทย = english; ABBR», `%s` a set as «author | count | item | item». `-` is nobody,
/// or no count. Readings that are as good stand side by side: `|` in `%c` and before `=` in `%p`, `/` between authors; with `?` after its letter a line is what may
/// be read and need not be. Endings as good are parted by ` // ` («… ลิเก // สืบทอดต่อกันมา»).
struct AnnotatedPassage: Sendable {
  struct Note: Sendable {
    var kind: Character
    var isOptional: Bool
    var text: String
  }
  var name: String
  var text: String
  var notes: [Note]

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Passages")

  /// Those of the folder whose numbers stand in a list «19,20».
  static func numbered(_ list: String) -> [AnnotatedPassage] {
    let numbers = list.split(separator: ",")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".txt") && numbers.contains($0.prefix { $0 != "-" }) }.sorted()
      .map { AnnotatedPassage(named: String($0.dropLast(4))) }
  }

  init(named name: String) {
    self.name = name
    let file = Self.folder.appendingPathComponent("\(name).txt")
    var text = ""
    var notes: [Note] = []
    let written = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    for line in written.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.first == "%" else {
        text += line + "\n"
        continue
      }
      var rest = line.dropFirst()
      guard let kind = rest.popFirst(), kind != "n" else { continue }
      let isOptional = rest.first == "?"
      if isOptional { rest = rest.dropFirst() }
      notes.append(Note(kind: kind, isOptional: isOptional, text: String(rest).trimmingCharacters(in: .whitespaces)))
    }
    self.text = text
    self.notes = notes
  }

  var reading: ChapterReading { readChapter(SourceText(file: "\(name).md", text), name: name) }
}

/// How a reading compares with its annotation, one kind of record.
struct Comparison {
  var score = Score(right: 0, reported: 0, expected: 0)
  var missed: [String] = []
  var wrong: [String] = []

  /// Each thing read is right once, for a required note before an optional one, and an optional one counts for nothing.
  init(read: [String], notes: [AnnotatedPassage.Note], matches: (_ read: String, _ note: String) -> Bool) {
    var required = notes.filter { !$0.isOptional }.map(\.text)
    var optional = notes.filter(\.isOptional).map(\.text)
    score.expected = required.count
    for reading in read {
      if let index = required.firstIndex(where: { matches(reading, $0) }) {
        required.remove(at: index)
        score.right += 1
        score.reported += 1
      } else if let index = optional.firstIndex(where: { matches(reading, $0) }) {
        optional.remove(at: index)
      } else {
        wrong.append(reading)
        score.reported += 1
      }
    }
    missed = required
  }

  mutating func add(_ other: Comparison) {
    score.add(other.score)
    missed += other.missed
    wrong += other.wrong
  }
}

extension AnnotatedPassage {
  func compared(_ kind: Character, with reading: ChapterReading) -> Comparison {
    let notes = notes.filter { $0.kind == kind }
    switch kind {
    case "c":
      return Comparison(read: reading.citations.map(\.inShort), notes: notes) { read, note in alternatives(note).contains(read) }
    case "d":
      let read = reading.definitions.filter { $0.kind == .definition }.map(reading.inShort)
      return Comparison(read: read, notes: notes) { read, note in Self.saysSame(read, note) }
    case "p":
      let read = reading.terms.map { $0.term + " = " + $0.english.joined(separator: "; ") }
      return Comparison(read: read, notes: notes) { read, note in
        let sides = note.components(separatedBy: " = ")
        return sides.count == 2 && alternatives(sides[0]).contains { $0 + " = " + sides[1] == read }
      }
    default:
      let read = reading.enumerations.map { set in
        let author = set.citation.flatMap { reading.citations[$0].authors.first?.name } ?? "-"
        return ([author, set.statedCount.map(String.init) ?? "-"] + set.items.map(\.title)).joined(separator: " | ")
      }
      return Comparison(read: read, notes: notes) { read, note in
        let a = read.components(separatedBy: " | ")
        let b = note.components(separatedBy: " | ")
        return a.count == b.count && b[0].components(separatedBy: "/").contains(a[0]) && a[1] == b[1]
          && zip(a, b).dropFirst(2).allSatisfy { $0.hasPrefix($1) }
      }
    }
  }

  /// Whether a definition read in short is the one of a note; `isLenient` leaves out where its statement ends.
  static func saysSame(_ read: String, _ note: String, isLenient: Bool = false) -> Bool {
    let ends = note.components(separatedBy: " … ")
    let head = ends[0].components(separatedBy: " | ")
    let said = read.components(separatedBy: " | ")
    return head.count == 3 && said.count >= 3 && head[0].components(separatedBy: "/").contains(said[0]) && head[1] == said[1]
      && said[2].hasPrefix(head[2])
      && (isLenient || ends.count < 2 || ends[1].components(separatedBy: " // ").contains { read.hasSuffix($0) })
  }

  /// Definitions right but for where they end; of those reported sure, how many are right.
  func definitionsInDetail(with reading: ChapterReading) -> (butForEnds: Score, sure: Score) {
    let notes = notes.filter { $0.kind == "d" }
    let read = reading.definitions.filter { $0.kind == .definition }
    let lenient = Comparison(read: read.map(reading.inShort), notes: notes) { Self.saysSame($0, $1, isLenient: true) }
    let sure = Comparison(read: read.filter { $0.place.certainty == .sure }.map(reading.inShort), notes: notes) {
      Self.saysSame($0, $1)
    }
    return (lenient.score, sure.score)
  }

  private func alternatives(_ text: String) -> [String] { text.components(separatedBy: "|") }
}

extension ChapterReading {
  fileprivate func inShort(_ definition: DefinitionReading) -> String {
    let author = definition.citation.flatMap { citations[$0].authors.first?.name } ?? "-"
    return "\(author) | \(definition.term) | \(definition.statement)"
  }
}

extension CitationReading {
  /// «narrative: [ดร.]สมชาย ใจดี + สมหญิง รักเรียน, 2560 <น. 5>», years and pages as printed.
  var inShort: String {
    func names(_ authors: [NameReading], _ etAl: Bool) -> String {
      authors.map { ($0.honorific.map { "[\($0)]" } ?? "") + $0.name + ($0.role == .editor ? " (บ.ก.)" : "") }.joined(
        separator: " + ")
        + (etAl ? " + …" : "")
    }
    var out = "\(form.rawValue): \(names(authors, etAl))"
    if let year { out += ", \(year.printed)" }
    if let container {
      out += " ใน \(names(container.authors, container.etAl))"
      if let year = container.year { out += ", \(year.printed)" }
      if container.role == .editor { out += " บ.ก." }
    }
    if let locator { out += " <\(locator)>" }
    return out
  }
}
