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
  /// From a sheet's folder to the folder with `sarabun-400.woff2` and `sarabun-600.woff2`; nil leaves the fonts to the machine.
  package var fontPath: String?

  /// True where columns are so narrow that tables need shorter words.
  var isNarrow: Bool { paper == .a5 || size == .large }
  /// In em: what the narrowest column of a sheet can hold.
  var widestBox: Double { isNarrow ? 7.8 : 12 }
  /// In em: a column for names.
  var nameColumn: Double { widestBox + 1.2 }

  package init(paper: Paper = .a4, size: Size = .normal, fontPath: String? = nil) {
    self.paper = paper
    self.size = size
    self.fontPath = fontPath
  }

}
