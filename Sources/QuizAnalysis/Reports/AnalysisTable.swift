import CourseModel
import Diagnostics

/// The analysis for a terminal.
package enum AnalysisTable {
  package static func text(_ analysis: ItemAnalysis, language: Language, link: (QuizItem) -> String?) -> String {
    let words = AnalysisWords(language: language)
    var rows = [[words.number, "p", "r", "r_pb", words.omitted, words.options, words.item]]
    for item in analysis.items {
      let options = item.options.enumerated().map { i, option in
        "\(words.letter(i))\(option.isKey ? "*" : "") \(option.count)"
      }.joined(separator: "  ")
      rows.append([
        String(item.number), Figure.short(item.difficulty), Figure.short(item.discrimination), Figure.short(item.pointBiserial),
        String(item.omitted), options, item.name,
      ])
    }
    var out = aligned(rows)
    out += "\n"
    for (name, value) in summary(analysis, words) { out += "\(name): \(value)\n" }
    let flagged = analysis.items.filter { !$0.flags.isEmpty }
    out += "\n\(words.flagged): \(flagged.isEmpty ? words.none : String(flagged.count))\n"
    for item in flagged {
      out += "  \(item.number). \(item.name): \(item.flags.map(words.flag).joined(separator: "; "))\n"
      if let place = item.item.flatMap({ link($0) ?? $0.place }) { out += "     \(words.passage): \(place)\n" }
    }
    return out
  }

  static func summary(_ analysis: ItemAnalysis, _ words: AnalysisWords) -> [(name: String, value: String)] {
    [
      (words.students, String(analysis.students)), (words.items, String(analysis.items.count)),
      (words.mean, Figure.short(analysis.mean)), (words.deviation, Figure.short(analysis.standardDeviation)),
      ("KR-20", Figure.short(analysis.kr20)), (words.alpha, Figure.short(analysis.alpha)),
      (words.error, Figure.short(analysis.standardError)),
    ]
  }

  /// Columns as wide as their widest cell, in terminal cells; the last as it is.
  static func aligned(_ rows: [[String]]) -> String {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { $0.indices.contains(column) ? DisplayWidth.cells(of: $0[column]) : 0 }.max() ?? 0
    }
    return rows.map { row in
      var line = ""
      for (i, cell) in row.enumerated() {
        line += cell
        if i < row.count - 1 { line += String(repeating: " ", count: widths[i] - DisplayWidth.cells(of: cell) + 2) }
      }
      return line + "\n"
    }.joined()
  }

  // MARK: CSV

  /// A row an item, numbers with all their digits.
  package static func rows(_ analysis: ItemAnalysis, language: Language, link: (QuizItem) -> String?) -> [[String]] {
    let words = AnalysisWords(language: language)
    var rows = [
      [
        "number", "item", "p", "discrimination", "point_biserial", "item_total", "omitted", "options", "upper", "lower", "flags",
        "passage",
      ]
    ]
    for item in analysis.items {
      rows.append([
        String(item.number), item.name, Figure.whole(item.difficulty), Figure.whole(item.discrimination),
        Figure.whole(item.pointBiserial), Figure.whole(item.itemTotal), String(item.omitted),
        item.options.map { String($0.count) }.joined(separator: " "),
        item.options.map { Figure.whole($0.upper) }.joined(separator: " "),
        item.options.map { Figure.whole($0.lower) }.joined(separator: " "), item.flags.map(words.flag).joined(separator: "; "),
        item.item.flatMap { link($0) ?? $0.place } ?? "",
      ])
    }
    for (name, value) in [
      ("students", String(analysis.students)), ("mean", Figure.whole(analysis.mean)),
      ("sd", Figure.whole(analysis.standardDeviation)),
      ("kr20", Figure.whole(analysis.kr20)), ("alpha", Figure.whole(analysis.alpha)), ("sem", Figure.whole(analysis.standardError)),
    ] {
      rows.append(["", name, value])
    }
    return rows
  }

  // MARK: IOC

  package static func text(_ validity: ContentValidity, language: Language) -> String {
    let good = language == .thai ? "ใช้ได้" : "accepted"
    let poor = language == .thai ? "ปรับปรุง (IOC < 0.50)" : "mend (IOC < 0.50)"
    let item = language == .thai ? "ข้อ" : "item"
    return aligned(
      [[item] + validity.experts + ["IOC", ""]]
        + validity.items.map { entry in
          [entry.name] + entry.ratings.map { $0 > 0 ? "+\($0)" : $0 < 0 ? "−\(-$0)" : "0" }
            + [Figure.short(entry.index), entry.isAccepted ? good : poor]
        })
  }

  package static func rows(_ validity: ContentValidity) -> [[String]] {
    [["item"] + validity.experts + ["ioc", "accepted"]]
      + validity.items.map { [$0.name] + $0.ratings.map(String.init) + [Figure.whole($0.index), $0.isAccepted ? "yes" : "no"] }
  }
}

extension QuizItem {
  /// Where its words stand, when there is no site to link to.
  var place: String? {
    guard let passage, !passage.span.file.isEmpty else { return nil }
    return "\(passage.span.file)#\(passage.record.text)"
  }
}
