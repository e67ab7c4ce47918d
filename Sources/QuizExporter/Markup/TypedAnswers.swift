import ThaiText

/// All spellings of a typed answer that a system comparing letter for letter must be told.
enum TypedAnswers {
  /// Nothing twice, the first as the author writes it.
  static func variants(of accepted: [String]) -> [String] {
    var out: [String] = []
    for text in accepted where !text.isEmpty {
      // `==` of strings would take ํ + า and ำ for different and e + ´ for equal to é: exactly what such systems do.
      for variant in [text] + answerVariants(text) where !out.contains(variant) { out.append(variant) }
    }
    return out
  }
}
