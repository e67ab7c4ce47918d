/// «อธิบายครบสามด้าน (3 คะแนน)» → the criterion and its marks, in Thai or Arabic digits; marks nil where none are written.
package func splitMarks(_ text: String) -> (text: String, marks: Int?) {
  let scalars = Array(text.unicodeScalars)
  guard scalars.last == ")", let open = scalars.lastIndex(of: "(") else { return (text, nil) }
  let inside = scalars[(open + 1)..<(scalars.count - 1)]
  let digits = inside.prefix { $0.properties.numericType == .decimal }
  guard let marks = wholeNumber(String(String.UnicodeScalarView(digits))), marks <= 1000 else { return (text, nil) }
  let unit = String(String.UnicodeScalarView(inside.dropFirst(digits.count).drop { $0 == " " || $0 == "\u{A0}" }))
  guard unit.isEmpty || unit == "คะแนน" || unit == "marks" || unit == "points" else { return (text, nil) }
  var end = open
  while end > 0, scalars[end - 1] == " " { end -= 1 }
  return (String(String.UnicodeScalarView(scalars[..<end])), marks)
}
