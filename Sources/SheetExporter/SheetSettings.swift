/// How sheets are printed.
package struct SheetSettings: Hashable, Sendable {
  package enum Paper: String, Hashable, Sendable, CaseIterable {
    case a4, a5
    /// Millimetres.
    package var width: Double { self == .a4 ? 210 : 148 }
    package var height: Double { self == .a4 ? 297 : 210 }
  }
  package enum Size: Hashable, Sendable, CaseIterable {
    case normal
    /// For readers with low vision.
    case large
    package var points: Double { self == .normal ? 11 : 18 }
  }
  package var paper: Paper
  package var size: Size
  /// Of running text: 1 or 2. Paper or print too narrow for two has one.
  package var columns: Int
  /// From a sheet's folder to the site's assets, with `letters.js`, `icon.svg`, `fonts/sarabun-400.woff2` and `fonts/sarabun-600.woff2`;
  /// nil leaves the fonts to the machine.
  package var assetsPath: String?

  var bodyColumns: Int { paper == .a4 && size == .normal ? min(2, max(1, columns)) : 1 }
  /// Room beside the text for remarks.
  var hasMargin: Bool { paper == .a4 && size == .normal && bodyColumns == 1 }
  /// In em: of the margin, with the space before it.
  static let marginWidth = 12.6

  /// True where columns are so narrow that tables need shorter words.
  var isNarrow: Bool { paper == .a5 || size == .large }
  /// True where a line holds some nineteen em: columns of text stand below each other instead.
  var isTight: Bool { paper == .a5 && size == .large }
  /// In em: what the narrowest column of a sheet can hold.
  var widestBox: Double { isNarrow ? 7.8 : 12 }
  /// In em: a column for names.
  var nameColumn: Double { widestBox + 1.2 }
  /// In em: a column for years, in both eras where there is room.
  var yearColumn: Double { isNarrow ? 4.2 : 6.8 }

  package init(paper: Paper = .a4, size: Size = .normal, columns: Int = 1, assetsPath: String? = nil) {
    self.paper = paper
    self.size = size
    self.columns = columns
    self.assetsPath = assetsPath
  }

}
