import CourseModel
import Diagnostics
import Rendering

/// The analysis as one page with its plots: it stands alone and asks no other file for anything.
package enum AnalysisPage {
  package static func html(_ analysis: ItemAnalysis, title: String, language: Language, link: (QuizItem) -> String?) -> [UInt8] {
    let words = AnalysisWords(language: language)
    var html = HTMLBuffer(capacity: 1 << 16)
    html.markup("<!doctype html>\n<html")
    html.attribute("lang", language.rawValue)
    html.markup("><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>")
    html.text("\(words.title): \(title)")
    html.markup("</title>\n<style>")
    html.markup(style)
    html.markup("</style></head><body><main>\n<h1>")
    html.text(words.title)
    html.markup("</h1><p>")
    html.text(title)
    html.markup("</p>\n<dl>")
    for (name, value) in AnalysisTable.summary(analysis, words) {
      html.markup("<div><dt>")
      html.text(name)
      html.markup("</dt><dd>")
      html.text(value)
      html.markup("</dd></div>")
    }
    html.markup("</dl>\n<div class=\"plots\">")
    figure(words.scatter, AnalysisPlots.scatter(analysis, words), &html)
    figure(words.histogram, AnalysisPlots.histogram(analysis, words), &html)
    html.markup("</div>\n<div class=\"table\" tabindex=\"0\" role=\"region\"")
    html.attribute("aria-label", words.item)
    html.markup("><table><thead><tr>")
    for heading in [
      words.number, words.item, words.difficulty, words.discrimination, words.pointBiserial, words.omitted, words.options,
      words.remarks,
    ] {
      html.markup("<th scope=\"col\">")
      html.text(heading)
      html.markup("</th>")
    }
    html.markup("</tr></thead><tbody>\n")
    for item in analysis.items { row(item, analysis, words, link, &html) }
    html.markup("</tbody></table></div>\n</main></body></html>\n")
    return html.bytes
  }

  private static func figure(_ caption: String, _ svg: HTMLBuffer, _ html: inout HTMLBuffer) {
    html.markup("<figure>")
    html.html(svg)
    html.markup("<figcaption>")
    html.text(caption)
    html.markup("</figcaption></figure>")
  }

  private static func row(
    _ item: ItemAnalysis.Item, _ analysis: ItemAnalysis, _ words: AnalysisWords, _ link: (QuizItem) -> String?,
    _ html: inout HTMLBuffer
  ) {
    html.markup(item.flags.isEmpty ? "<tr>" : "<tr class=\"flagged\">")
    html.markup("<th scope=\"row\"")
    html.attribute("id", "item-\(item.number)")
    html.markup(">")
    html.number(item.number)
    html.markup("</th><td class=\"stem\">")
    html.text(item.item?.stem ?? item.name)
    if let source = item.item {
      if let address = link(source) {
        html.markup(" <a")
        html.attribute("href", address)
        html.markup(">")
        html.text(words.passage)
        html.markup("</a>")
      } else if let place = source.place {
        html.markup(" <small>")
        html.text(place)
        html.markup("</small>")
      }
    }
    html.markup("</td>")
    for value in [item.difficulty, item.discrimination, item.pointBiserial] {
      html.markup("<td class=\"number\">")
      html.text(Figure.short(value))
      html.markup("</td>")
    }
    html.markup("<td class=\"number\">")
    html.number(item.omitted)
    html.markup("</td><td>")
    if !item.options.isEmpty {
      html.markup("<ul>")
      for (i, option) in item.options.enumerated() {
        html.markup(option.isKey ? "<li class=\"key\">" : "<li>")
        html.text("\(words.letter(i)). \(option.text): ")
        html.number(option.count)
        html.text(" (\(words.upper) \(Figure.short(option.upper)), \(words.lower) \(Figure.short(option.lower)))")
        html.markup("</li>")
      }
      html.markup("</ul>")
    }
    html.markup("</td><td>")
    html.text(item.flags.map(words.flag).joined(separator: "; "))
    html.markup("</td></tr>\n")
  }

  private static let style: StaticString = """
    :root { color-scheme: light dark; --ink: #1a1a1a; --paper: #fff; --line: #c8c8c8; --accent: #14588f; --warn: #9a3412; --zone: #e4eef7; }
    @media (prefers-color-scheme: dark) {
      :root { --ink: #e8e8e8; --paper: #161616; --line: #4a4a4a; --accent: #8cc4f5; --warn: #fdba74; --zone: #1d2b38; }
    }
    body { font: 16px/1.6 Sarabun, "Noto Sans Thai", sans-serif; color: var(--ink); background: var(--paper); margin: 0; }
    main { max-width: 80em; margin: 0 auto; padding: 1em; }
    dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(11em, 1fr)); gap: .5em; }
    dl div { border: 1px solid var(--line); border-radius: 4px; padding: .3em .7em; }
    dt { font-size: .9em; } dd { margin: 0; font-size: 1.3em; font-weight: 600; }
    .plots { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26em), 1fr)); gap: 1em; }
    figure { margin: 0; } svg { width: 100%; height: auto; } figcaption { text-align: center; }
    svg text { fill: var(--ink); font-size: 13px; } .axis { stroke: var(--ink); } .grid { stroke: var(--line); }
    .zone { fill: var(--zone); } .dot { fill: var(--accent); } .dot.flagged { fill: var(--warn); } .bar { fill: var(--accent); }
    svg .on { fill: var(--paper); font-size: 11px; }
    .table { overflow-x: auto; margin-top: 1em; } table { border-collapse: collapse; width: 100%; }
    th, td { border-bottom: 1px solid var(--line); padding: .35em .5em; text-align: left; vertical-align: top; }
    .number { text-align: right; font-variant-numeric: tabular-nums; }
    .stem { min-width: 16em; } td ul { margin: 0; padding-left: 0; list-style: none; min-width: 16em; } .key { font-weight: 600; }
    .number { white-space: nowrap; } td:last-child { min-width: 11em; } .flagged td:last-child { color: var(--warn); } a { color: var(--accent); }
    """
}
