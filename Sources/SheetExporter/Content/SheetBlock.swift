import Rendering

/// A part of a sheet, from top to bottom. Both writers switch over all of them: what is here prints as a page and as a PDF.
package indirect enum SheetBlock: Hashable, Sendable {
  /// Level 2 to 4: the sheet's title is 1.
  case heading(level: Int, SheetText)
  case paragraph(SheetText)
  /// A quiet remark: how to use the sheet, what a table leaves out.
  case note(SheetText)
  case list(SheetList)
  case table(SheetTable)
  case glossary([GlossaryEntry])
  case set(SheetSet)
  /// Ruled lines to write on.
  case lines(Int)
  /// A question or an instruction that the rest of the sheet answers.
  case question(number: String?, SheetText)
  /// A passage of the chapter and where it comes from.
  case passage(SheetText, source: SheetText)
  /// A titled box on the wash.
  case box(title: String?, [SheetBlock])
  case columns(Int, [SheetBlock])
  /// Stays on one page.
  case together([SheetBlock])
  case cards(CardDeck)
  case examItem(ExamItem)
  case bubbles(BubbleGrid)
  case signatures([String])
  /// Lines in the middle of the page: the head of an exam paper.
  case centered([SheetText])
  /// Labels with what is known, or with room to write it.
  case fields([SheetField])
  case figure(SheetFigure)
  /// Blocks with remarks beside them in the margin, below them on narrow paper.
  case noted([SheetBlock], notes: [SheetText])
  case quote([SheetBlock])
  /// Lines as they are written, each on its own.
  case code(String)
  case pageBreak
}

package struct SheetList: Hashable, Sendable {
  package enum Marker: Hashable, Sendable {
    case dash
    /// 1. 2. 3.
    case number
    /// ก. ข. ค.
    case letter
    case checkbox
  }
  package var marker: Marker
  /// The first number.
  package var start: Int
  package var items: [[SheetBlock]]

  package init(_ marker: Marker, start: Int = 1, _ items: [[SheetBlock]]) {
    self.marker = marker
    self.start = start
    self.items = items
  }

  package init(_ marker: Marker, _ items: [SheetText]) { self.init(marker, items.map { [.paragraph($0)] }) }
}

/// A table whose first row is repeated on every page and whose other rows are never split.
package struct SheetTable: Hashable, Sendable {
  package struct Column: Hashable, Sendable {
    package enum Width: Hashable, Sendable {
      /// As wide as its widest cell.
      case content
      case em(Double)
      /// A share of what is left.
      case share(Int)
    }
    package enum Alignment: Hashable, Sendable { case start, center, end }
    package var title: String
    package var width: Width
    package var alignment: Alignment

    package init(_ title: String, _ width: Width, _ alignment: Alignment = .start) {
      self.title = title
      self.width = width
      self.alignment = alignment
    }
  }
  package struct Row: Hashable, Sendable {
    package var cells: [SheetText]
    /// Set apart from the rows above: a total, a new group.
    package var isStrong: Bool

    package init(_ cells: [SheetText], isStrong: Bool = false) {
      self.cells = cells
      self.isStrong = isStrong
    }
  }
  package var columns: [Column]
  /// Whether any column has a title.
  var hasHeads: Bool { columns.contains { !$0.title.isEmpty } }
  /// Each has as many cells as there are columns; missing ones are empty, further ones are left out.
  package var rows: [Row]
  /// Lines around every cell, for forms that are filled in.
  package var isRuled: Bool
  /// Room to write in every row, in em above one line of text.
  package var extraHeight: Double

  package init(columns: [Column], rows: [Row], isRuled: Bool = false, extraHeight: Double = 0) {
    self.columns = columns
    self.rows = rows
    self.isRuled = isRuled
    self.extraHeight = extraHeight
  }

  /// The table in one column, the last: a row's cell of it stands below what the others say, which is strong.
  func stacked() -> SheetTable {
    SheetTable(
      columns: columns.suffix(1),
      rows: rows.map { row in
        let heads = row.cells.dropLast().filter { !$0.isEmpty && !$0.plainText.isEmpty }
        let head = heads.joined(separator: [.soft(" · ")]).map { part in
          if case .text(let text) = part { SheetInline.strong(text) } else { part }
        }
        return .init([head + (head.isEmpty ? [] : [.lineBreak]) + (row.cells.last ?? [])], isStrong: row.isStrong)
      }, isRuled: isRuled)
  }
}

/// A drawing or a picture with its caption.
package struct SheetFigure: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    case drawing(GraphLayout)
    case picture(SheetPicture)
  }
  package var content: Content
  /// Empty for none.
  package var caption: SheetText
  /// What the drawing shows, for those who cannot see it.
  package var alternative: String

  package init(drawing: GraphLayout, caption: SheetText = [], alternative: String) {
    content = .drawing(drawing)
    self.caption = caption
    self.alternative = alternative
  }

  package init(picture: SheetPicture, caption: SheetText = [], alternative: String) {
    content = .picture(picture)
    self.caption = caption
    self.alternative = alternative
  }
}

/// A label with its value; without one, with a dotted line.
package struct SheetField: Hashable, Sendable {
  package var label: String
  package var value: String?

  package init(_ label: String, _ value: String? = nil) {
    self.label = label
    self.value = value
  }
}

/// A term with what it means, in a two-column glossary.
package struct GlossaryEntry: Hashable, Sendable {
  /// A letter that stands above this entry: the first of its kind.
  package var letter: String?
  package var term: String
  package var english: [String]
  package var meanings: [Meaning]
  /// Where to read: section titles, related terms.
  package var see: SheetText

  package struct Meaning: Hashable, Sendable {
    package var statement: String
    /// Empty where the chapter itself defines.
    package var source: String

    package init(statement: String, source: String) {
      self.statement = statement
      self.source = source
    }
  }

  package init(letter: String? = nil, term: String, english: [String], meanings: [Meaning], see: SheetText = []) {
    self.letter = letter
    self.term = term
    self.english = english
    self.meanings = meanings
    self.see = see
  }
}

/// A set of the chapter: its members with a mark each, in one or more columns.
package struct SheetSet: Hashable, Sendable {
  package struct Member: Hashable, Sendable {
    /// A number, or the letter of an acronym.
    package var mark: String
    package var title: SheetText
    package var text: SheetText
    /// Dotted lines to write on under it.
    package var lines: Int

    package init(mark: String, title: SheetText, text: SheetText = [], lines: Int = 0) {
      self.mark = mark
      self.title = title
      self.text = text
      self.lines = lines
    }
  }
  package var members: [Member]
  package var columns: Int

  package init(members: [Member], columns: Int = 1) {
    self.members = members
    self.columns = columns
  }
}

/// Cards to cut out, printed on both sides: the backs of a page are in mirrored columns so that they meet their fronts when the
/// paper is turned on its long edge.
package struct CardDeck: Hashable, Sendable {
  package struct Card: Hashable, Sendable {
    package var front: SheetText
    package var back: SheetText
    /// Small, at the foot of the back: the chapter and what the card came from.
    package var foot: String

    package init(front: SheetText, back: SheetText, foot: String) {
      self.front = front
      self.back = back
      self.foot = foot
    }
  }
  package var columns: Int
  package var rows: Int
  package var cards: [Card]

  package init(columns: Int, rows: Int, cards: [Card]) {
    self.columns = max(1, columns)
    self.rows = max(1, rows)
    self.cards = cards
  }
}

/// One question of an exam paper; never split over pages.
package struct ExamItem: Hashable, Sendable {
  package var number: String
  package var stem: SheetText
  /// In order; marked ก ข ค ง when they are printed.
  package var options: [SheetText]
  /// 1, 2 or 4.
  package var optionColumns: Int
  /// What stands below the stem instead of options: lines, a matching table.
  package var answer: [SheetBlock]

  package init(number: String, stem: SheetText, options: [SheetText] = [], optionColumns: Int = 1, answer: [SheetBlock] = []) {
    self.number = number
    self.stem = stem
    self.options = options
    self.optionColumns = optionColumns
    self.answer = answer
  }
}

/// The part of an answer sheet that a machine or a stencil reads.
package struct BubbleGrid: Hashable, Sendable {
  /// Digits of the student number to fill in, a column of 0–9 each; 0 for none.
  package var digits: Int
  package var items: Int
  /// Options a question has: 3 to 5.
  package var options: Int

  package init(digits: Int, items: Int, options: Int) {
    self.digits = digits
    self.items = items
    self.options = options
  }
}
