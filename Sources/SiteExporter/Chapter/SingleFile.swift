import CourseModel
import Rendering

/// A chapter as one file that needs nothing else: its page with styles, fonts, scripts and practice inside, for phones and chat groups.
///
/// It stands outside the site's content policy, which forbids what it is made of, and outside its weight.
package struct SingleFile: Sendable {
  /// Bytes of the assets by their names.
  private let assets: [String: [UInt8]]
  private let style: [UInt8]

  /// - Parameter assets: by name below `assets/`, the fonts among them. Reads each once; the value serves all chapters.
  package init(assets: [String: [UInt8]]) {
    self.assets = assets
    var css = assets["site.css"] ?? []
    for weight in ["400", "600"] {
      guard let font = assets["fonts/sarabun-\(weight).woff2"] else { continue }
      css = css.replacing("fonts/sarabun-\(weight).woff2", with: Array("data:font/woff2;base64,".utf8) + Base64.of(font))
    }
    // What is inside comes in time.
    css = css.replacing("font-display: optional", with: Array("font-display: block".utf8))
    style = css.replacing("</", with: Array("<\\/".utf8))
  }

  /// - Parameters:
  ///   - page: the chapter's page as the site has it.
  ///   - practice: what is put behind the text.
  ///   - media: the bytes of a picture by its path from the site's folder; nil leaves its alternative text.
  func make(_ page: [UInt8], practice: [UInt8], media: (String) -> [UInt8]?) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(page.count + style.count + 65_536)
    var rest = page[...]
    // The frame's head without what it loads, then all of it inside.
    while let tag = rest.firstRange(of: Array("<".utf8)) {
      out += rest[..<tag.lowerBound]
      rest = rest[tag.lowerBound...]
      if rest.starts(with: Array("</head>".utf8)) { break }
      if rest.starts(with: Array("<link ".utf8)) || rest.starts(with: Array("<meta http-equiv".utf8)) {
        rest = rest[(rest.firstIndex(of: 0x3E).map { $0 + 1 } ?? rest.endIndex)...]
      } else if rest.starts(with: Array("<script src".utf8)) {
        rest = rest[(rest.firstRange(of: Array("</script>".utf8))?.upperBound ?? rest.endIndex)...]
      } else {
        out += rest.prefix(1)
        rest = rest.dropFirst()
      }
    }
    out += "<style>\n".utf8
    out += style
    out += "</style>\n".utf8
    out += "<style>.site-nav, .menu-button, .site-search, .site-footer a, .paging { display: none !important; }</style>\n".utf8
    script("first.js", into: &out)
    var body = Array(rest)
    let end = body.lastRange(of: "</main>") ?? body.endIndex
    body.insert(contentsOf: practice, at: end)
    out += Self.inside(body, media: media)
    for name in ["parts.js", "words.js", "reader.js", "fold.js", "practice.js"] { script(name, into: &out) }
    return out
  }

  private func script(_ name: String, into out: inout [UInt8]) {
    out += "<script>\n".utf8
    out += (assets[name] ?? []).replacing("</script", with: Array("<\\/script".utf8))
    out += "</script>\n".utf8
  }

  /// Links to other pages of the site lead nowhere from a single file: they become text.
  private static func inside(_ body: [UInt8], media: (String) -> [UInt8]?) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(body.count)
    var rest = body[...]
    let marker = Array(" href=\"".utf8)
    while let found = rest.firstRange(of: marker) {
      let value = rest[found.upperBound...]
      let close = value.firstIndex(of: 0x22) ?? value.endIndex
      let target = value[..<close]
      if let hash = target.firstIndex(of: 0x23), hash == target.startIndex || target.starts(with: Array("../chapters/".utf8)) {
        out += rest[..<found.upperBound]
        out += target[hash...]
      } else if target.starts(with: Array("http".utf8)) || target.starts(with: Array("mailto".utf8)) {
        out += rest[..<close]
        rest = rest[close...]
        continue
      } else {
        out += rest[..<found.lowerBound]
        rest = close < rest.endIndex ? rest[(close + 1)...] : rest[rest.endIndex...]
        continue
      }
      rest = rest[close...]
    }
    return pictures(out + rest, media: media)
  }

  private static func pictures(_ body: [UInt8], media: (String) -> [UInt8]?) -> [UInt8] {
    var out: [UInt8] = []
    var rest = body[...]
    let marker = Array(" src=\"../".utf8)
    while let found = rest.firstRange(of: marker) {
      let value = rest[found.upperBound...]
      let close = value.firstIndex(of: 0x22) ?? value.endIndex
      let path = String(decoding: value[..<close], as: UTF8.self)
      out += rest[..<found.lowerBound]
      if let bytes = media(path), let kind = kinds[path.split(separator: ".").last?.lowercased() ?? ""] {
        out += " src=\"data:\(kind);base64,".utf8
        out += Base64.of(bytes)
        rest = rest[close...]
      } else {
        rest = close < rest.endIndex ? rest[(close + 1)...] : rest[rest.endIndex...]
      }
    }
    return out + rest
  }

  private static let kinds = [
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp", "svg": "image/svg+xml",
  ]
}

extension [UInt8] {
  fileprivate func replacing(_ text: String, with other: [UInt8]) -> [UInt8] {
    let wanted = Array(text.utf8)
    var out: [UInt8] = []
    out.reserveCapacity(count)
    var rest = self[...]
    while let found = rest.firstRange(of: wanted) {
      out += rest[..<found.lowerBound]
      out += other
      rest = rest[found.upperBound...]
    }
    return out + rest
  }

  /// Where the last of these begins.
  fileprivate func lastRange(of text: String) -> Int? {
    let wanted = Array(text.utf8)
    guard count >= wanted.count else { return nil }
    return (0...(count - wanted.count)).last { self[$0..<($0 + wanted.count)].elementsEqual(wanted) }
  }
}
