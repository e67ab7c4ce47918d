/// All spellings of a typed answer that a system comparing letter for letter must be told.
enum TypedAnswers {
  /// Nothing twice, the first as the author writes it.
  static func variants(of accepted: [String]) -> [String] {
    var out: [String] = []
    for text in accepted where !text.isEmpty && !out.contains(text) { out.append(text) }
    return out
  }
}
