/// The style rules that depend on the sheet: paper, size, fonts, running lines.
struct PageRules {
  var sheet: Sheet
  var settings: SheetSettings

  var css: [UInt8] {
    var out: [UInt8] = []
    func add(_ text: String) { out += Array(text.utf8) }
    if let path = settings.assetsPath {
      // On a slow line the screen shows its own Thai at once; print has a family of its own, so that a browser waits for it.
      for (family, display) in [("Sarabun", "optional"), ("\"Sarabun Print\"", "block")] {
        for weight in [400, 600] {
          add("@font-face { font-family: \(family); font-weight: \(weight); font-display: \(display); src: url(")
          out += Self.string(path + "/fonts/sarabun-\(weight).woff2")
          add(") format(\"woff2\"); }\n")
        }
      }
      add("@media print { :root { --face: \"Sarabun Print\"; } }\n")
    }
    let paper = settings.paper
    let side = paper == .a4 ? 20 : 14
    let top = paper == .a4 ? 21 : 16
    add(
      ":root { --base: \(Int(settings.size.points))pt; --paper: \(Int(paper.width))mm; --height: \(Int(paper.height))mm; --side: \(side)mm; --names: \(settings.isNarrow ? "9" : "13.2")em; }\n"
    )
    if settings.isTight { add(".glossary > div { grid-template-columns: 1fr; }\ndt { grid-row: auto; }\ndd { grid-column: 1; }\n") }
    guard !sheet.isBare else {
      add("@page { size: \(paper.rawValue.uppercased()); margin: 10mm; }\n")
      return out
    }
    add("@page { size: \(paper.rawValue.uppercased()); margin: \(top)mm \(side)mm; @bottom-left { content: ")
    out += Self.string(sheet.footer)
    add("; } @bottom-right { content: counter(page) \" / \" counter(pages); } @top-left { content: ")
    out += Self.string(sheet.kicker + " · " + sheet.title)
    add("; } }\n@page :first { @top-left { content: none; } }\n")
    return out
  }

  /// A CSS string that holds in a style element: everything of ASCII but letters, digits and spaces is a numeric escape.
  static func string(_ text: String) -> [UInt8] {
    var out: [UInt8] = [0x22]
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x20, 0x2D...0x2F, 0x80...: out.append(byte)
      case 0..<0x20, 0x7F: out.append(0x20)
      default: out += Array("\\\(String(byte, radix: 16)) ".utf8)
      }
    }
    return out + [0x22]
  }
}
