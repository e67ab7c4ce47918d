import ChapterMarkdown
import CourseModel
import Diagnostics
import Foundation
import Prose
import Rendering
@testable import SiteExporter
import TestSupport
import Testing
import ThaiText

@Test func scratch() throws {
  let out = URL(fileURLWithPath: "/tmp/site-out")
  let fm = FileManager.default
  let md = try String(contentsOf: packageRoot.appendingPathComponent("Content/06-network/chapter.md"), encoding: .utf8)
  let text = SourceText(file: "Content/06-network/chapter.md", md)
  let doc = parseMarkdown(text).document
  let ns = md as NSString
  func br(_ r: NSRange) -> ByteRange {
    let l = ns.substring(to: r.location).utf8.count; return ByteRange(l, l + ns.substring(with: r).utf8.count)
  }
  func all(_ p: String) -> [NSTextCheckingResult] {
    try! NSRegularExpression(pattern: p, options: [.anchorsMatchLines]).matches(
      in: md, range: NSRange(location: 0, length: ns.length))
  }
  func ev(_ r: ByteRange) -> Evidence { Evidence(span: text.span(r), rule: "t", certainty: .sure) }
  let ch = ChapterID("network")
  var sections: [Section] = []
  for m in all("^(#{2,4}) (.+?) \\{#(.+?)\\}$") {
    sections.append(
      Section(
        id: SectionID(ns.substring(with: m.range(at: 3))), chapter: ch, parent: nil, level: m.range(at: 1).length, number: nil,
        title: ns.substring(with: m.range(at: 2)), evidence: ev(br(m.range(at: 2)))))
  }
  func sec(_ o: Int) -> SectionID? { sections.last { $0.evidence.span.range.lowerBound < o }?.id }
  var marks: [Mark] = [], concepts: [Concept] = [], people: [Person] = [], works: [Work] = [], cits: [Citation] = [],
    defs: [Definition] = []
  func person(_ n: String) -> PersonID {
    let id = PersonID("p-" + stableHash(n))
    if !people.contains(where: { $0.id == id }) { people.append(Person(id: id, name: n, display: n, sort: n, kind: .person)) }
    return id
  }
  for (i, m) in all("(?:(?<=^)|(?<= )|(?<=\\())([ก-๙A-Za-z]+(?: [ก-๙A-Za-z]+)?)(?: \\(|, )(\\d{4})\\)").enumerated() {
    let n = ns.substring(with: m.range(at: 1)), y = ns.substring(with: m.range(at: 2)), p = person(n)
    let yi = Int(y)!
    let year = CitedYear(printed: y, era: yi > 2400 ? .buddhist : .common, gregorian: yi > 2400 ? yi - 543 : yi)
    let w = WorkID("w-\(p.text)-\(y)"), c = CitationID("c-\(i)")
    if let k = works.firstIndex(where: { $0.id == w }) {
      works[k].citations.append(c)
    } else {
      works.append(Work(id: w, authors: [CitedAuthor(person: p, name: n)], year: year, citations: [c]))
      people[people.firstIndex { $0.id == p }!].works.append(w)
    }
    let r = br(m.range)
    cits.append(
      Citation(
        id: c, form: .narrative, text: ns.substring(with: m.range), authors: [CitedAuthor(person: p, name: n)], year: year, work: w,
        section: sec(r.lowerBound), chapter: ch, evidence: ev(r)))
    marks.append(Mark(range: r, record: .citation(c)))
  }
  for (th, en) in [
    ("เครือข่ายทางสังคม", "social network"), ("เครือข่าย", "network"), ("กระบวนการเรียนรู้", "learning process"),
    ("ข้อมูลข่าวสาร", "data and information"), ("การปรับสภาวะ", "accommodation"), ("กัลยาณมิตร", ""), ("ตาข่าย", "net"), ("สายใย", "web"),
  ] {
    let id = ConceptID(asciiSlug(en) ?? stableHash(th))
    for m in all(NSRegularExpression.escapedPattern(for: th)) {
      let r = br(m.range)
      if marks.contains(where: { $0.range.overlaps(r) }) { continue }
      if r.lowerBound < 2000 { continue }
      if concepts.last?.id != id {
        concepts.append(
          Concept(
            id: id, term: th, english: en.isEmpty ? [] : [en], sections: [sec(r.lowerBound)].compactMap { $0 }, evidence: ev(r)))
      }
      marks.append(Mark(range: r, record: .concept(id)))
    }
  }
  for (i, m) in all(
    "([ก-๙A-Za-z]+(?: [ก-๙A-Za-z]+)?) \\(\\d{4}\\)[^\\n]{0,60}?เครือข่าย[^ ]* (คือ|หมายถึง) ([^\\n]{20,500}?)(?=$| และคณะ| โดยมี)"
  ).enumerated() {
    let r = br(m.range(at: 3)), d = DefinitionID("d-\(i)")
    guard let c = cits.first(where: { br(m.range).contains($0.evidence.span.range) }) else { continue }
    defs.append(
      Definition(
        id: d, concept: ConceptID("network"), term: "เครือข่าย", statement: ns.substring(with: m.range(at: 3)), marker: "คือ",
        citation: c.id, authors: [Attribution(person: c.authors[0].person, name: c.authors[0].name)], section: c.section,
        chapter: ch, evidence: ev(r), passage: text.span(br(m.range))))
    people[people.firstIndex { $0.id == c.authors[0].person }!].definitions.append(d)
    if let k = concepts.firstIndex(where: { $0.id.text == "network" }) { concepts[k].definitions.append(d) }
    if !marks.contains(where: { $0.range.overlaps(r) && !r.contains($0.range) }) {
      marks.append(Mark(range: r, record: .definition(d)))
    }
  }
  var qs: [Question] = []
  for m in all("> \\[!(question|activity)\\] (.+?) \\{#(.+?)\\}") {
    let r = br(m.range(at: 2))
    qs.append(
      Question(
        id: QuestionID(ns.substring(with: m.range(at: 3))), text: ns.substring(with: m.range(at: 2)),
        kind: ns.substring(with: m.range(at: 1)) == "activity" ? .activity : .discussion,
        answers: defs.prefix(3).map { .init(record: .definition($0.id), weight: 0.3) },
        prompts: ["ความสัมพันธ์สามด้านที่พบเสมอในสังคมมนุษย์คืออะไร"], rubric: ["อธิบายครบสามด้าน (3 คะแนน)"], section: nil, chapter: ch,
        evidence: ev(r)))
  }
  let fig = FigureID("fig-12")
  let course = Course(
    id: "network", title: "เครือข่ายทางสังคม", authors: [],
    chapters: [
      Chapter(
        id: ch, number: "6", title: "เครือข่าย: ฐานคิดและความหมาย",
        objectives: [
          Objective(id: "o1", text: "ระบุความหมายของเครือข่ายทางสังคมและนักวิชาการผู้ให้ความหมายนั้นได้", level: nil, sections: []),
          Objective(id: "o2", text: "อธิบายฐานคิดของเครือข่ายในฐานะระบบความสัมพันธ์ในสังคมมนุษย์พร้อมยกตัวอย่างได้", level: nil, sections: []),
        ], file: text.file, evidence: ev(ByteRange(0, 0)))
    ], sections: sections, concepts: concepts, definitions: defs, citations: cits, works: works, people: people,
    figures: [
      Figure(
        id: fig, number: "12", title: "องค์ประกอบที่สำคัญต่อการเสริมสร้างเครือข่าย", alternative: "แผนภาพหกส่วน", section: sec(40000),
        chapter: ch, evidence: ev(ByteRange(0, 0)))
    ], questions: qs)
  func N(_ x: Double, _ y: Double, _ w: Double, _ l: [String]) -> GraphLayout.Node {
    .init(name: l[0], center: .init(x: x, y: y), width: w, height: Double(l.count) * 20 + 20, lines: l)
  }
  let ys = [25.0, 85, 145, 205]
  let layout = GraphLayout(
    width: 560, height: 230,
    nodes: zip(ys, ["การถ่ายทอดความรู้ ทักษะ", "การสื่อสาร", "การบริหารข้อมูล", "การปฏิสัมพันธ์"]).map { N(85, $0, 170, [$1]) } + [
      N(295, 115, 110, ["การตีความ", "สร้างความหมาย"]),
      N(475, 115, 170, ["เห็นและเข้าใจเป้าหมายร่วม", "ทั้งระยะสั้น ระยะยาว", "และเฉพาะหน้า"]),
    ],
    edges: ys.map { y in
      .init(
        points: [.init(x: 170, y: y), .init(x: 200, y: y), .init(x: 200, y: 115), .init(x: 232, y: 115)], hasArrow: true,
        arrowTip: .init(x: 240, y: 115))
    } + [
      .init(
        points: [.init(x: 350, y: 115), .init(x: 360, y: 115), .init(x: 370, y: 115), .init(x: 382, y: 115)], hasArrow: true,
        arrowTip: .init(x: 390, y: 115))
    ])
  guard
    let ex = SiteExporter.make(course: course, settings: SiteSettings(), templates: FixtureCourse.templates, breaker: WordBreaker())
      .exporter
  else { return }
  func put(_ p: String, _ b: [UInt8]) throws {
    let u = out.appendingPathComponent(p);
    try fm.createDirectory(at: u.deletingLastPathComponent(), withIntermediateDirectories: true); try Data(b).write(to: u)
  }
  for p in ex.pages() { try put(p.path, p.render(ex.context)) }
  let items = FixtureItems.all(chapter: ch, definition: defs[0])
  marks.sort { $0.range < $1.range }
  let o = ex.chapterPage(ch, document: doc, marks: marks, layouts: [fig: layout])!
  try put(o.path, o.bytes)
  for p in ex.practicePages(
    chapter: ch, categories: [QuizCategory(id: "k", title: "", subject: .question(qs[0].id), items: items.map(\.id))], items: items)
  { try put(p.path, p.bytes) }
  for f in ["site.css", "practice.js", "site.js"] {
    try put("assets/\(f)", Array(Data(contentsOf: packageRoot.appendingPathComponent("Site/assets/\(f)"))))
  }
  print("defs", defs.count, "cits", cits.count, "bytes", o.bytes.count)
}
