/// The wordings of a list, white space between them; `_` stands for a space inside one.
///
/// One literal instead of hundreds: quick to compile, easy to add a word to. There are thousands of words, read before the first chapter
/// is: O(bytes), no letter is looked at as one.
func wordList(_ text: String) -> [String] {
  var words: [String] = []
  var word: [UInt8] = []
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\n"):
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word.removeAll(keepingCapacity: true)
    case UInt8(ascii: "_"): word.append(UInt8(ascii: " "))
    default: word.append(byte)
    }
  }
  if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
  return words
}
