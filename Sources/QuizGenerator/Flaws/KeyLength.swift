/// When the length of the key gives it away.
enum KeyLength {
  /// - Parameter longest: graphemes of the longest distractor.
  static func stands(out key: Int, among longest: Int) -> Bool { key >= longest + 6 && key * 10 > longest * 13 }
}
