import ChapterMarkdown
import Diagnostics
import Prose

/// A heading and its place among the others.
struct OutlineSection {
  var level: Int
  var parent: Int?
  /// The number printed before the title.
  var number: String?
  var title: String
  var titleRange: ByteRange
  var id: String?
  /// The unit that is its heading.
  var unit: Int
  var role: SectionRole
}

/// What stands under a heading, told by its words.
enum SectionRole: Hashable {
  case text
  case questions(SectionQuestions)
  /// บรรณานุกรม, เอกสารอ้างอิง: entries, not citations.
  case bibliography
  /// วัตถุประสงค์: apparatus, not subject matter.
  case objectives
}

enum SectionQuestions: Hashable { case discussion, activity, exercise }

/// One block of reading text and where it stands.
struct Unit {
  enum Role: Hashable {
    case heading(level: Int), paragraph, cell
    /// The words after `[!kind]`.
    case calloutTitle
  }
  var passage: Passage
  var role: Role
  var section: Int?
  var block: ByteRange
  var attributes: Attributes
  /// The innermost list and the item in it.
  var list: Int?
  var item: Int
  /// The first block of its item.
  var opensItem: Bool
  var callout: Int?
  /// Inside a footnote: no part of the running text.
  var isNote: Bool
  /// Inside a hand-written item: proof-read, but nothing the chapter says.
  var isQuiz = false
}

struct OutlineList {
  var marker: List.Marker
  var parent: Int?
  var callout: Int?
  var section: Int?
  /// Units from the first of the list to after its last.
  var units: Range<Int>
  /// By item, the units of it.
  var items: [Range<Int>]
  var depth: Int
  var range: ByteRange
}

struct OutlineCallout {
  var kind: String
  var range: ByteRange
  var attributes: Attributes
  var units: Range<Int>
  var section: Int?
}

/// A `dot` block or a picture that stands alone.
struct OutlineFigure {
  var graph: String?
  var alternative: String?
  var attributes: Attributes
  var block: ByteRange
  /// How many units stand before it.
  var position: Int
  var section: Int?
}

/// A chapter's blocks in the order they are read, one after another: what the recognisers of sets, figures and questions walk over.
struct Outline {
  var units: [Unit] = []
  var sections: [OutlineSection] = []
  var lists: [OutlineList] = []
  var callouts: [OutlineCallout] = []
  var figures: [OutlineFigure] = []
  /// The first level-1 heading: the chapter's title.
  var title: OutlineSection?

  private let source: SourceText
  private var open: [Int] = []

  init(_ document: Document, in source: SourceText) {
    self.source = source
    walk(document.blocks, Place())
  }

  private struct Place {
    var list: Int?
    var item = 0
    var opensItem = false
    var callout: Int?
    var isNote = false
    var isQuiz = false
    var depth = 0
  }

  private mutating func walk(_ blocks: [Block], _ place: Place) {
    var place = place
    guard place.depth < 100 else { return }
    for block in blocks {
      walk(block, place)
      place.opensItem = false
    }
  }

  private mutating func walk(_ block: Block, _ place: Place) {
    var inner = place
    inner.depth += 1
    switch block.content {
    case .heading(_, let inlines) where place.isQuiz: add(inlines, .paragraph, block, place)
    case .heading(let level, let inlines): addHeading(level, inlines, block, place)
    case .paragraph(let inlines):
      if inlines.count == 1, !place.isQuiz, case .image(_, _, let words) = inlines[0].content {
        figures.append(
          OutlineFigure(
            graph: nil, alternative: words.plainText, attributes: block.attributes, block: block.range, position: units.count,
            section: open.last))
        return
      }
      add(inlines, .paragraph, block, place)
    case .list(let list): addList(list, block, place)
    case .quote(let blocks): walk(blocks, inner)
    case .callout(let callout):
      let index = callouts.count
      let start = units.count
      callouts.append(
        OutlineCallout(
          kind: callout.kind, range: block.range, attributes: block.attributes, units: start..<start, section: open.last))
      inner.callout = index
      inner.list = nil
      inner.isQuiz = place.isQuiz || callout.kind == Callout.quizKind
      if !callout.title.isEmpty { add(callout.title, .calloutTitle, block, inner) }
      walk(callout.blocks, inner)
      callouts[index].units = start..<units.count
    case .code where place.isQuiz: return
    case .code(let info, let text):
      guard info == "dot" || info.hasPrefix("dot ") || info.hasPrefix("dot{") else { return }
      figures.append(
        OutlineFigure(
          graph: text, alternative: nil, attributes: block.attributes, block: block.range, position: units.count, section: open.last
        ))
    case .table(let table):
      for row in table.rows {
        for cell in row { add(cell.inlines, .cell, Block(.paragraph([]), range: cell.range), place) }
      }
    case .footnote(_, _, let blocks):
      inner.isNote = true
      walk(blocks, inner)
    case .html, .thematicBreak: return
    }
  }

  private mutating func add(_ inlines: [Inline], _ role: Unit.Role, _ block: Block, _ place: Place) {
    units.append(
      Unit(
        passage: Passage(inlines, in: source), role: role, section: open.last, block: block.range, attributes: block.attributes,
        list: place.list,
        item: place.item, opensItem: place.opensItem, callout: place.callout, isNote: place.isNote, isQuiz: place.isQuiz))
  }

  private mutating func addList(_ list: List, _ block: Block, _ place: Place) {
    let index = lists.count
    let start = units.count
    lists.append(
      OutlineList(
        marker: list.marker, parent: place.list, callout: place.callout, section: open.last, units: start..<start, items: [],
        depth: place.depth,
        range: block.range))
    var items: [Range<Int>] = []
    for (number, item) in list.items.enumerated() {
      var inner = place
      inner.list = index
      inner.item = number
      inner.opensItem = true
      inner.depth += 1
      let first = units.count
      walk(item.blocks, inner)
      items.append(first..<units.count)
    }
    lists[index].items = items
    lists[index].units = start..<units.count
  }

  private mutating func addHeading(_ level: Int, _ inlines: [Inline], _ block: Block, _ place: Place) {
    let passage = Passage(inlines, in: source)
    let text = passage.text
    var range = text.trimmed(text.all)
    var number: String?
    if let marker = text.ordinalMarker(at: range.lowerBound, end: range.upperBound), marker.dress != .latinParen {
      number = marker.printed
      range = text.trimmed(marker.end..<range.upperBound)
    }
    let span = passage.source(of: range) ?? passage.source(of: text.trimmed(text.all))
    guard let span, !range.isEmpty else { return }
    var section = OutlineSection(
      level: level, parent: nil, number: number, title: text.string(range), titleRange: span, id: block.attributes.id,
      unit: units.count,
      role: text.sectionRole(range))
    if level == 1, title == nil, sections.isEmpty,
      units.isEmpty || !units.contains(where: { if case .heading = $0.role { true } else { false } })
    {
      title = section
      units.append(
        Unit(
          passage: passage, role: .heading(level: 1), section: nil, block: block.range, attributes: block.attributes, list: nil,
          item: 0, opensItem: false,
          callout: nil, isNote: false))
      return
    }
    while let last = open.last, sections[last].level >= level { open.removeLast() }
    section.parent = open.last
    // What stands under «บรรณานุกรม» or «คำถาม» stays so in its own headings.
    if section.role == .text, let parent = section.parent { section.role = sections[parent].role }
    open.append(sections.count)
    sections.append(section)
    units.append(
      Unit(
        passage: passage, role: .heading(level: level), section: open.last, block: block.range, attributes: block.attributes,
        list: place.list,
        item: place.item, opensItem: place.opensItem, callout: place.callout, isNote: place.isNote))
  }
}

extension ReadingText {
  /// What a heading's words promise.
  func sectionRole(_ range: Range<Int>) -> SectionRole {
    guard let match = sectionRoles.match(self, at: range.lowerBound, end: range.upperBound) else { return .text }
    // «คำถามวิจัย», «กิจกรรมทางสังคม» are subject matter: the word stands alone or with one that says for whom it is.
    let rest = trimmed(range.lowerBound + match.length..<range.upperBound, also: ":")
    if rest.isEmpty || scalarCount(rest) <= 2 { return match.value }
    return apparatusWords.match(self, at: rest.lowerBound, end: rest.upperBound) != nil
      || spaceLength(at: range.lowerBound + match.length) > 0 ? match.value : .text
  }
}

private let sectionRoles = PhraseTable<SectionRole>(
  wordList(
    "คำถาม คำถามท้ายบท คำถามทบทวน คำถามชวนคิด คำถามเพื่อการอภิปราย คำถามอภิปราย ประเด็นอภิปราย ประเด็นคำถาม ประเด็นชวนคิด คำถามสำหรับอภิปราย หัวข้ออภิปราย คำถามประจำบท คำถามประจำหน่วย Questions Discussion_questions Discussion"
  ).map { ($0, .questions(.discussion)) }
    + wordList(
      "แบบฝึกหัด แบบฝึกหัดท้ายบท แบบทดสอบ แบบทดสอบท้ายบท แบบฝึก แบบฝึกปฏิบัติ แบบประเมินตนเอง ใบงาน Exercises Exercise Review_questions โจทย์ ข้อสอบ"
    ).map {
      ($0, .questions(.exercise))
    }
    + wordList(
      "กิจกรรม กิจกรรมท้ายบท กิจกรรมการเรียนรู้ กิจกรรมในชั้นเรียน กิจกรรมการเรียนการสอน กิจกรรมเสนอแนะ กิจกรรมประจำบท กิจกรรมกลุ่ม งานมอบหมาย Activities Activity Class_activity"
    ).map {
      ($0, .questions(.activity))
    }
    + wordList(
      "บรรณานุกรม เอกสารอ้างอิง รายการอ้างอิง อ้างอิง เอกสารและสิ่งอ้างอิง รายการเอกสารอ้างอิง เอกสารประกอบการเรียบเรียง บรรณานุกรมท้ายบท เอกสารอ้างอิงประจำบท References Bibliography Works_cited"
    ).map {
      ($0, .bibliography)
    }
    + wordList("วัตถุประสงค์ วัตถุประสงค์การเรียนรู้ จุดประสงค์การเรียนรู้ วัตถุประสงค์เชิงพฤติกรรม จุดประสงค์เชิงพฤติกรรม ผลการเรียนรู้ที่คาดหวัง Objectives")
    .map { ($0, .objectives) })

private let apparatusWords = PhraseTable(
  wordList(
    "ท้ายบท ประจำบท ประจำหน่วย ท้ายหน่วย เพื่อ สำหรับ ทบทวน ชวนคิด อภิปราย และกิจกรรม และแบบฝึกหัด การเรียนรู้ เชิงพฤติกรรม ภาษา และ ที่ บทที่ ของบท"))
