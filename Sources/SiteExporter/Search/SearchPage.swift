import Diagnostics
import Packing

/// What kind of page a result is: results are grouped by it, in this order.
package enum SearchGroup: String, Sendable, CaseIterable {
  case concept, person, chapter, question, practice, other

  var wording: Wording {
    switch self {
    case .concept: return Wording(thai: "แนวคิด", english: "Concepts")
    case .person: return Wording(thai: "บุคคล", english: "People")
    case .chapter: return Wording(thai: "ในบทเรียน", english: "In the chapters")
    case .question: return Wording(thai: "คำถาม", english: "Questions")
    case .practice: return Wording(thai: "ฝึกทบทวน", english: "Practice")
    case .other: return Wording(thai: "หน้าอื่น", english: "Other pages")
    }
  }
}

extension SearchGroup {
  /// By the folder a page stands in.
  init(path: String) {
    switch path.split(separator: "/", maxSplits: 1).first {
    case "concepts": self = .concept
    case "people": self = .person
    case "chapters": self = .chapter
    case "practice", "cards": self = .practice
    case let first? where first.hasPrefix("questions"): self = .question
    default: self = .other
    }
  }
}

/// One page as search sees it. Made where the page is rendered, on any core; `SearchIndex` puts them together.
package struct SearchPage: Sendable {
  package let listed: Listed
  /// `["text",[offset,"id",…]]`, as it stands in a shard; nil for a page that stands as an earlier build made it.
  let entry: [UInt8]?

  /// What is kept of a page when its text has been written.
  package struct Listed: Sendable {
    /// From the site's folder, with `/`.
    package var path: String
    package var title: String
    package var group: SearchGroup
    /// Of the entry: its bytes and a hash of them.
    package var size: Int
    package var hash: UInt64
    package var grams: PackedNumbers

    package init(path: String, title: String, group: SearchGroup, size: Int, hash: UInt64, grams: PackedNumbers) {
      self.path = path
      self.title = title
      self.group = group
      self.size = size
      self.hash = hash
      self.grams = grams
    }
  }

  /// nil for what no reader looks for: files that are no pages, and the page that says there is none.
  ///
  /// - Parameter html: the whole page as written; its title is its first heading. O(its bytes).
  package init?(path: String, html: [UInt8]) {
    guard path.hasSuffix(".html"), path != SitePaths.notFound else { return nil }
    let reading = ReadingText(of: html)
    let entry = Self.entry(of: reading)
    self.entry = entry
    listed = Listed(
      path: path, title: String(decoding: ReadingText(of: html, in: .heading).text, as: UTF8.self), group: SearchGroup(path: path),
      size: entry.count, hash: contentHash(entry), grams: LetterGrams.distinct(in: reading.text))
  }

  /// A page that an earlier build made and that still stands.
  package init(kept listed: Listed) {
    self.listed = listed
    entry = nil
  }

  private static func entry(of reading: ReadingText) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(reading.text.count + 24 * reading.anchors.count + 16)
    out += "[\"".utf8
    appendScriptString(reading.text, to: &out)
    out += "\",[".utf8
    for (i, anchor) in reading.anchors.enumerated() {
      if i > 0 { out.append(0x2C) }
      appendDecimal(anchor.offset, to: &out)
      out += [0x2C, 0x22]
      appendScriptString(anchor.id, to: &out)
      out.append(0x22)
    }
    out += "]]".utf8
    return out
  }
}

/// The inside of a double-quoted script string: quotes and backslashes escaped, control characters spaces.
private func appendScriptString(_ text: [UInt8], to out: inout [UInt8]) {
  text.withUnsafeBufferPointer { text in
    var start = 0
    for i in 0..<text.count where text[i] == 0x22 || text[i] == 0x5C || text[i] < 0x20 {
      out.append(contentsOf: text[start..<i])
      if text[i] < 0x20 {
        out.append(0x20)
      } else {
        out.append(0x5C)
        out.append(text[i])
      }
      start = i + 1
    }
    out.append(contentsOf: text[start...])
  }
}

private func appendDecimal(_ value: Int, to out: inout [UInt8]) {
  if value >= 10 { appendDecimal(value / 10, to: &out) }
  out.append(0x30 + UInt8(truncatingIfNeeded: value % 10))
}
