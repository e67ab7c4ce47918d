import ThaiText

/// What a reader reads of a page, taken from its markup, with the places a link can land on.
///
/// `main` where the page has one, else the body: never an article alone, since a chapter may hold some among its paragraphs.
/// Navigation, scripts, styles and templates are left out, white space is one space, Thai in its one spelling. Taken from the finished
/// page rather than from records, so that whatever a page shows is found, whoever wrote it.
package struct ReadingText: Hashable, Sendable {
  package struct Anchor: Hashable, Sendable {
    /// UTF-16 code units from the start of the text, as the browser's scripts count.
    package var offset: Int
    /// As the markup has it.
    package var id: [UInt8]
  }
  package var text: [UInt8]
  /// In order of offset; no two at one offset.
  package var anchors: [Anchor]

  /// O(bytes).
  package init(of html: [UInt8]) { self.init(of: html, within: [.main, .body]) }

  /// Of one region alone; empty where the page has none.
  init(of html: [UInt8], in region: MarkupReader.Region) { self.init(of: html, within: [region]) }

  /// The first region that has text.
  private init(of html: [UInt8], within regions: [MarkupReader.Region]) {
    var found: [MarkupReader.Anchor] = []
    let read = html.withUnsafeBufferPointer { bytes in
      [UInt8](unsafeUninitializedCapacity: bytes.count) { out, count in
        guard let room = out.baseAddress else { return }
        for region in regions {
          guard region == .body || bytes.firstOffset(of: region.startTag) != nil else { continue }
          var reader = MarkupReader(bytes, within: region, into: room)
          reader.read()
          count = reader.count
          found = reader.anchors
          if count > 0 { return }
        }
      }
    }
    let normal = NormalisedText(read)
    if normal.isIdentity {
      text = read
    } else {
      // Rarely: a stretch between two anchors at a time, so that each stays where it was.
      var out: [UInt8] = []
      var start = 0
      for i in found.indices {
        out += normalised(Array(read[start..<found[i].offset]))
        start = found[i].offset
        found[i].offset = out.count
      }
      text = out + normalised(Array(read[start...]))
    }
    anchors = Self.counted(found, in: text, html)
  }

  /// Byte offsets to UTF-16 offsets, in one pass.
  private static func counted(_ found: [MarkupReader.Anchor], in text: [UInt8], _ html: [UInt8]) -> [Anchor] {
    var out: [Anchor] = []
    out.reserveCapacity(found.count)
    text.withUnsafeBufferPointer { text in
      var units = 0
      var start = 0
      for anchor in found {
        for i in start..<max(start, anchor.offset) {
          units &+= (text[i] & 0xC0 == 0x80 ? 0 : 1) &+ (text[i] >= 0xF0 ? 1 : 0)
        }
        start = max(start, anchor.offset)
        out.append(Anchor(offset: units, id: Array(html[anchor.id])))
      }
    }
    return out
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where an ASCII string first stands at or after `start`.
  func firstOffset(of needle: StaticString, from start: Int = 0) -> Int? {
    let length = needle.utf8CodeUnitCount
    let pattern = needle.utf8Start
    guard length > 0, count >= length else { return nil }
    var i = Swift.max(0, start)
    while let place = first(pattern[0], from: i), place <= count - length {
      var k = 1
      while k < length, self[place + k] == pattern[k] { k += 1 }
      if k == length { return place }
      i = place + 1
    }
    return nil
  }
}
