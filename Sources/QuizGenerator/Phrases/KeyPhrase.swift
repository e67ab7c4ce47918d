/// Some whole clauses of a statement, in its own words: what a stem or an option quotes of it.
///
/// It points into the statement; its text is made when asked for.
struct KeyPhrase: Sendable {
  private let bytes: [UInt8]
  private let range: Range<Int>
  /// False when words before or after were left out.
  let startsStatement: Bool
  let endsStatement: Bool
  /// Graphemes of `words`.
  let length: Int
  /// Which clauses of the statement it runs over.
  let clauses: Range<Int>
  /// False for words that lean on what stood before: «ไม่ว่าจะ…», «เหมือน…».
  let standsAlone: Bool
  /// True for a whole sentence, «บุคคลที่เข้าร่วมกัน จะต้องยึดหลัก…»: it says something of its subject and defines nothing.
  let isSentence: Bool

  init(
    _ bytes: [UInt8], _ range: Range<Int>, clauses: Range<Int>, of count: Int, length: Int, standsAlone: Bool,
    isSentence: Bool = false
  ) {
    self.bytes = bytes
    self.range = range
    self.clauses = clauses
    self.length = length
    self.standsAlone = standsAlone
    self.isSentence = isSentence
    startsStatement = clauses.lowerBound == 0
    endsStatement = clauses.upperBound == count
  }

  /// The words alone.
  var words: String { String(decoding: bytes[range], as: UTF8.self) }

  /// As a quotation: with «…» where something was left out.
  var text: String { (startsStatement ? "" : "… ") + words + (endsStatement ? "" : " …") }

  var likeness: Likeness { Likeness(bytes[range]) }

  func holds(_ word: String) -> Bool { bytes.holds(Array(word.utf8), in: range) }
  func holds(_ word: [UInt8]) -> Bool { bytes.holds(word, in: range) }

  /// False for a predicate whose subject was left out: «… เป็นอิสระต่อกัน», «… มีพลังความยึดโยง».
  var hasSubject: Bool { startsStatement || !Self.predicates.match(bytes, at: range.lowerBound) }

  private static let predicates = WordList("เป็น มี เกิด")

  /// As an option: a point in the statement's words, without the connective before it. Ellipses would tell the options
  /// apart by what was cut, not by what they say.
  var point: String {
    let words = words
    guard !startsStatement else { return words }
    for connective in Self.connectives where words.begins(with: connective) {
      let rest = words.droppingBytes(connective.utf8.count)
      return rest.isEmpty || rest.beginsWithAny(of: Self.compounds) ? words : Self.withoutInnerCopula(rest)
    }
    return Self.withoutInnerCopula(words)
  }

  /// «เป็นการ…» further on in a statement is «การ…»; of «เป็นอิสระต่อกัน» nothing would be left that says anything.
  private static func withoutInnerCopula(_ words: String) -> String {
    guard words.begins(with: "เป็น") else { return Statement.withoutCopula(words) }
    let rest = Statement.withoutCopula(words)
    return rest.beginsWithAny(of: nouns) ? rest : words
  }

  private static let nouns = ["การ", "ความ", "ผู้", "สิ่ง", "กระบวนการ", "ระบบ", "กลุ่ม", "วิธี", "รูปแบบ", "พลัง", "เครื่องมือ"]
  private static let connectives = ["โดยที่", "โดย", "ซึ่ง"]
  /// «โดยเฉพาะ», «โดยตรง» and the like are words of their own.
  private static let compounds = ["เฉพาะ", "ตรง", "ทั่ว", "รวม", "นัย"]
}
