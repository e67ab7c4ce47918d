import Rendering

// Tables, glossaries and sets on a sheet's page.

extension SheetPageWriter {
  mutating func table(_ table: SheetTable) {
    out.markup("<table")
    if table.isRuled { out.attribute("class", "ruled") }
    out.markup(">\n<colgroup>")
    let shares = table.columns.reduce(0) { sum, column in
      if case .share(let share) = column.width { return sum + max(1, share) }
      return sum
    }
    for column in table.columns {
      out.markup("<col")
      switch column.width {
      case .content: out.markup(" class=\"narrow\"")
      case .em(let width):
        out.attribute("class", rule("width: \(tenths(width))em"))
      case .share(let share) where shares > share:
        out.attribute("class", rule("width: \(100 * share / shares)%"))
      case .share: break
      }
      out.markup(">")
    }
    out.markup("</colgroup>\n")
    if table.hasHeads {
      out.markup("<thead><tr>")
      for column in table.columns { cell("th", column) { $0.pieces(column.title) } }
      out.markup("</tr></thead>\n")
    }
    out.markup("<tbody>\n")
    for row in table.rows {
      out.markup(row.isStrong ? "<tr class=\"strong\">" : "<tr>")
      for (i, column) in table.columns.enumerated() {
        cell("td", column) {
          if row.cells.indices.contains(i) { $0.text(row.cells[i]) }
          if i == 0, table.extraHeight > 0 {
            $0.out.markup("<i")
            $0.out.attribute("class", "room " + $0.rule("height: \($0.tenths(table.extraHeight))em"))
            $0.out.markup("></i>")
          }
        }
      }
      out.markup("</tr>\n")
    }
    out.markup("</tbody>\n</table>\n")
  }

  mutating func cell(_ name: StaticString, _ column: SheetTable.Column, _ body: (inout Self) -> Void) {
    out.markup("<")
    out.markup(name)
    switch column.alignment {
    case .start: break
    case .center: out.markup(" class=\"center\"")
    case .end: out.markup(" class=\"end\"")
    }
    if case .content = column.width { out.markup(" data-narrow") }
    out.markup(">")
    body(&self)
    out.markup("</")
    out.markup(name)
    out.markup(">")
  }

  mutating func glossary(_ entries: [GlossaryEntry]) {
    element("<dl class=\"glossary\">\n", "</dl>\n") { page in
      for entry in entries {
        page.out.markup(entry.letter == nil ? "<div>" : "<div class=\"first\">")
        page.out.markup("<dt>")
        if let letter = entry.letter {
          page.out.markup("<span class=\"initial\" aria-hidden=\"true\">")
          page.out.text(letter)
          page.out.markup("</span>")
        }
        page.element("<strong>", "</strong>") { $0.pieces(entry.term) }
        if !entry.english.isEmpty {
          page.element("<br><span class=\"soft\" lang=\"en\">", "</span>") { $0.pieces(entry.english.joined(separator: ", ")) }
        }
        page.out.markup("</dt>")
        for meaning in entry.meanings {
          page.element("<dd>", "</dd>") {
            $0.pieces(meaning.statement)
            if !meaning.source.isEmpty { $0.element("<br><span class=\"soft\">", "</span>") { $0.pieces(meaning.source) } }
          }
        }
        // A term that nobody defines has an empty line: a list of terms without anything said is none.
        if !entry.see.isEmpty || entry.meanings.isEmpty { page.element("<dd>", "</dd>") { $0.text(entry.see) } }
        page.out.markup("</div>\n")
      }
    }
  }

  mutating func set(_ set: SheetSet) {
    out.markup("<div")
    out.attribute("class", "members " + rule("--columns: \(max(1, set.columns))"))
    element(">\n", "</div>\n") { page in
      for member in set.members {
        page.element("<div class=\"member\"><b class=\"mark\">", "</div>\n") {
          $0.out.text(member.mark)
          $0.element("</b><div><p>", "</p>") { $0.text(member.title) }
          if !member.text.isEmpty { $0.element("<p>", "</p>") { $0.text(member.text) } }
          if member.lines > 0 { $0.lines(member.lines, "<div class=\"lines dotted\">") }
          $0.out.markup("</div>")
        }
      }
    }
  }
}
