import Diagnostics
import Mustache

/// What a template may ask for, the same on every page of a build.
package indirect enum TemplateValue: Sendable {
  case text(String)
  case flag(Bool)
  case list([[String: TemplateValue]])
}

/// A page's frame, ready to be filled: the mustache template is rendered once a build, and a page is the concatenation of its pieces with
/// the page's own slots.
package struct PageTemplate: Sendable {
  /// What differs from page to page. `body`, `head` and `base` are markup; the others are text and stand in text or a double-quoted attribute.
  package enum Slot: String, Sendable, CaseIterable {
    case title, description, kind, body
    /// What this page alone has in its head: its scripts, what machines read of it.
    case head
    /// A `base` element for the page that is shown at any depth; empty elsewhere.
    case base
    /// The way back to the site's folder, with its slash («../»); empty at the top.
    case root
  }

  private enum Piece: Sendable {
    case literal([UInt8])
    case slot(Slot)
  }
  private var pieces: [Piece]

  /// Loads `name` out of `templates`; the others are its partials, named by their file's name without `.mustache`.
  ///
  /// nil with at least one error where the template cannot be used: unknown keys and partials, sections left open, circles.
  package static func load(
    _ name: String, from templates: [String: SourceText], values: [String: TemplateValue]
  ) -> (template: PageTemplate?, diagnostics: [Diagnostic]) {
    var check = TemplateCheck(templates: templates, values: values)
    check.template(name, referredFrom: nil)
    guard !check.diagnostics.hasErrors else { return (nil, check.diagnostics.inSourceOrder()) }

    var library = MustacheLibrary()
    for used in check.visited.sorted() {
      guard let source = templates[used] else { continue }
      do {
        try library.register(String(decoding: source.bytes, as: UTF8.self), named: used)
      } catch {
        let text = "\(error)"
        check.report(
          "template-syntax", at: source.span(ByteRange(0, 0)), thai: "อ่านแม่แบบไม่ได้: \(text)",
          english: "the template cannot be read: \(text)")
      }
    }
    guard !check.diagnostics.hasErrors else { return (nil, check.diagnostics.inSourceOrder()) }
    var object: [String: Any] = values.mapValues(\.object)
    for slot in Slot.allCases { object[slot.rawValue] = "\(sentinel)\(slot.rawValue)\(sentinel)" }
    let rendered = library.render(object, withTemplate: name) ?? ""
    return (PageTemplate(pieces: cut(rendered)), check.diagnostics)
  }

  /// O(bytes of the page).
  package func render(
    title: String, description: String = "", kind: String, root: String, base: [UInt8] = [], head: [UInt8] = [], body: [UInt8]
  ) -> [UInt8] {
    var out = HTMLBuffer(capacity: body.count + 4096)
    for piece in pieces {
      switch piece {
      case .literal(let bytes): out.html(bytes)
      case .slot(.title): out.text(title)
      case .slot(.description): out.text(description)
      case .slot(.kind): out.text(kind)
      case .slot(.root): out.text(root)
      case .slot(.body): out.html(body)
      case .slot(.head): out.html(head)
      case .slot(.base): out.html(base)
      }
    }
    return out.bytes
  }

  /// Splits at the sentinels: odd pieces are slots.
  private static func cut(_ rendered: String) -> [Piece] {
    var pieces: [Piece] = []
    for (i, part) in rendered.utf8.split(separator: sentinelByte, omittingEmptySubsequences: false).enumerated() {
      if i % 2 == 1, let slot = Slot(rawValue: String(decoding: part, as: UTF8.self)) {
        pieces.append(.slot(slot))
      } else if !part.isEmpty {
        pieces.append(.literal(Array(part)))
      }
    }
    return pieces
  }
}

/// A character no page may hold: values lose it before they are rendered.
private let sentinel = "\u{1}"
private let sentinelByte: UInt8 = 1

extension TemplateValue {
  fileprivate var object: Any {
    switch self {
    case .text(let text): return String(decoding: text.utf8.filter { $0 != sentinelByte }, as: UTF8.self)
    case .flag(let flag): return flag
    case .list(let rows): return rows.map { $0.mapValues(\.object) }
    }
  }
}
