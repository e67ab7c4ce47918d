/// The wordings of a list, white space between them; `_` stands for a space inside one.
///
/// One literal instead of hundreds: quick to compile, easy to add a word to.
func wordList(_ text: String) -> [String] {
  text.split { $0 == " " || $0 == "\n" }.map { word in String(word.map { $0 == "_" ? " " : $0 }) }
}
