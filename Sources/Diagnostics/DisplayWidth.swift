/// How many terminal cells a character takes: the only place where positions become cells.
///
/// Thai vowels and tones above and below the line take none, ำ takes one of its own: «น้ำ» is three scalars and a mark, drawn in two cells
/// and a cell for ำ. East Asian wide characters and emoji take two, controls none.
package enum DisplayWidth {
  package static func cells(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0: return 0
    case 0x20..<0x7F, 0xA0..<0x300: return 1
    case 0xE31, 0xE34...0xE3A, 0xE47...0xE4E: return 0
    case 0xE00...0xE7F: return 1
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF: return 0
    case 0x1160...0x11FF: return 0
    default: break
    }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return isWide(scalar) || properties.isEmojiPresentation ? 2 : 1
    }
  }

  /// The cells of a text that begins at a cell of its line; a tab runs to the next multiple of eight.
  package static func cells(of text: some StringProtocol, from start: Int = 0) -> Int {
    var cell = start
    for scalar in text.unicodeScalars { cell += scalar == "\t" ? 8 - cell % 8 : cells(of: scalar) }
    return cell - start
  }

  /// The blocks of East Asian width W and F.
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1B000...0x1B2FF, 0x1F200...0x1F2FF,
      0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
