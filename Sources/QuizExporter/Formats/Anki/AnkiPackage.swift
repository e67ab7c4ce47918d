import CourseModel
import Diagnostics
import Rendering

/// An Anki deck package (.apkg) in the legacy layout, which every Anki reads: a deck a chapter below one of the course, notes
/// whose guid is made from the item's id, so that a later package updates them and adds nothing twice.
///
/// Anki takes a note's change only when its `mod` has risen: that is `QuizWritingOptions.date`, the age of the course's files.
package struct AnkiPackage: QuizFormat {
  package let name = "anki"
  package let fileExtension = "apkg"
  package let isText = false

  /// When the note types were last changed; theirs, not the course's.
  private static let frozen = 1_700_000_000

  package init() {}

  package func write(_ bank: QuizBank, _ options: QuizWritingOptions) throws -> ExportedQuiz {
    let labels = Labels(language: bank.language)
    let writer = AnkiNoteWriter(labels: labels, options: options)
    var omissions = Omissions()
    let decks = Decks(bank, labels, options)
    let tags = Self.tags(bank)
    var ids = UniqueNumbers()
    var notes: [[SQLiteDatabase.Value]] = []
    var cards: [[SQLiteDatabase.Value]] = []
    var met: Set<String> = []
    for item in bank.items where met.insert(item.id).inserted {
      let deck = decks.deck(of: item)
      guard let note = writer.note(item, chapter: deck.title) else {
        omissions.add(.notAnswerable)
        continue
      }
      let id = ids.number(for: "note." + item.id)
      let first = PlainHTML.text(note.fields[0])
      notes.append([
        .integer(id), .text(StableID.short("guid." + item.id)), .integer(note.type.id), .integer(options.date), .integer(-1),
        .text(" " + (tags[item.id] ?? []).joined(separator: " ") + " "), .text(note.fields.joined(separator: "\u{1F}")),
        .text(first),
        .integer(Self.checksum(first)), .integer(0), .text(""),
      ])
      for ord in 0..<note.cards {
        cards.append(
          [
            ids.number(for: "card.\(ord)." + item.id), id, deck.id, ord, options.date, -1, 0, 0, notes.count, 0, 0, 0, 0, 0, 0, 0,
            0,
          ]
          .map { .integer($0) } + [.text("")])
      }
    }
    let database = try SQLiteDatabase()
    try database.execute(AnkiSchema.tables)
    try database.execute("BEGIN")
    try database.insert(
      "INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, '{}')",
      rows: [
        [
          .integer(Self.frozen), .integer(options.date * 1000), .integer(Self.frozen * 1000), .text(AnkiSchema.configuration),
          .text(AnkiSchema.models(changed: Self.frozen, deck: decks.top.id)),
          .text(AnkiSchema.decks(decks.all.map { ($0.id, $0.name) }, changed: options.date)),
          .text(AnkiSchema.deckOptions),
        ]
      ])
    try database.insert("INSERT INTO notes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows: notes)
    try database.insert("INSERT INTO cards VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows: cards)
    try database.execute("COMMIT")
    var zip = ZipArchive()
    zip.add("collection.anki2", try database.bytes())
    zip.add("media", "{}")
    return ExportedQuiz(bytes: zip.finished(), written: notes.count, omitted: omissions.list)
  }

  /// Kind, level, pool and the discussion questions an item leads up to; a tag has no spaces.
  private static func tags(_ bank: QuizBank) -> [String: [String]] {
    var tags: [String: [String]] = [:]
    for item in bank.items {
      tags[item.id] = [item.kind, "level::" + item.level.rawValue, item.pool.rawValue].map(tag)
    }
    for category in bank.categories {
      guard case .question(let question) = category.subject else { continue }
      for id in category.items { tags[id]?.append("question::" + tag(question.text)) }
    }
    return tags
  }

  private static func tag(_ text: String) -> String {
    String(PlainText.cleaned(text).map { $0.isWhitespace || $0 == "\"" ? "_" : $0 })
  }

  /// The first eight hexadecimal digits of the first field's SHA-1.
  private static func checksum(_ text: String) -> Int {
    SHA1.of(Array(text.utf8)).prefix(4).reduce(0) { $0 << 8 | Int($1) }
  }
}

/// Decks of a bank; identifiers are made from the chapters', so that a retitled chapter keeps its deck's number.
private struct Decks {
  struct Deck {
    let id: Int
    let name: String
    let title: String
  }
  let top: Deck
  let all: [Deck]
  private let byChapter: [ChapterID: Deck]

  init(_ bank: QuizBank, _ labels: Labels, _ options: QuizWritingOptions) {
    var ids = UniqueNumbers()
    let title = Self.name(options.topCategory.map { "\(bank.title) \($0)" } ?? bank.title)
    let top = Deck(id: ids.number(for: "deck." + title), name: title, title: title)
    var byChapter: [ChapterID: Deck] = [:]
    var all = [top]
    for category in bank.categories {
      guard case .chapter(let id) = category.subject, byChapter[id] == nil else { continue }
      let name = Self.name(category.title)
      let deck = Deck(id: ids.number(for: "deck.\(title).\(id.text)"), name: "\(title)::\(name)", title: name)
      byChapter[id] = deck
      all.append(deck)
    }
    self.top = top
    self.all = all
    self.byChapter = byChapter
  }

  func deck(of item: QuizItem) -> Deck { byChapter[item.chapter] ?? top }

  /// `::` would make a deck inside a deck.
  private static func name(_ title: String) -> String {
    let name = PlainText.oneLine(title).replacing("::", with: ": ").replacing("\"", with: "'")
    return name.isEmpty ? "tamra" : name
  }
}

/// Identifiers in the range of Anki's own, which are milliseconds: the same for the same name, never one twice.
private struct UniqueNumbers {
  private var taken: Set<Int> = []

  mutating func number(for name: String) -> Int {
    var number = 1_400_000_000_000 + Int(StableID.number(name) % 299_999_999_999)
    while !taken.insert(number).inserted { number += 1 }
    return number
  }
}

/// Text of HTML we wrote ourselves.
private enum PlainHTML {
  static func text(_ html: String) -> String {
    var out: [UInt8] = []
    var isTag = false
    for byte in html.utf8 {
      if byte == 0x3C { isTag = true } else if byte == 0x3E { isTag = false } else if !isTag { out.append(byte) }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
