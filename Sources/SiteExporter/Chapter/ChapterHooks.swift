import CourseModel
import Diagnostics
import Prose
import Rendering
import ThaiText

/// What a chapter page puts into its prose: record anchors, links of terms and citations, notes beside paragraphs, figures, question cards.
struct ChapterHooks: ProseHooks {
  let context: PageContext
  let chapter: Chapter
  let root: String
  let layouts: [FigureID: GraphLayout]
  let marks: [Mark]
  let practice: PracticeShelves?
  let headings: [(offset: Int, id: String)]

  /// Identifiers written so far; each stands once in the page.
  private(set) var used: Set<String> = []
  /// Course paths of the pictures shown.
  private(set) var media: [String] = []
  private var tags: [Tag] = []
  private var anchors = 0
  private var frames: [Frame] = []
  private var isTitleSeen = false
  /// Terms linked since the last heading: a term is linked once a section, or the page would be all underlines.
  private var linked: Set<ConceptID> = []
  /// The occurrence that is linked now, which may be written in stretches.
  private var linkedRange: ByteRange?
  private var noted: Set<ConceptID> = []
  private var notes = 0
  /// The section of the second level that is being written.
  private var section: String?
  private var trials = 0
  /// Where concepts are spoken of, once a section; empty in a long course.
  private(set) var passages: [ConceptPassage] = []
  private var words: [Inline] = []
  private var passage: String?
  private var at: SectionID?
  private var passed: Set<ConceptID> = []
  /// How often passages began alike.
  private var repeats: [String: Int] = [:]
  /// Blocks that stand in the text itself and so get a name.
  private var isTopLevel = false

  private enum Tag { case anchor, span, none }

  /// What `end` has to write for a block.
  private struct Frame {
    var definitions: [Definition] = []
    var closing: [StaticString] = []
    var caption: String?
    var button: String?
    var question: QuestionID?
    var isParagraph = false
  }

  init(
    _ context: PageContext, chapter: Chapter, root: String, marks: [Mark], layouts: [FigureID: GraphLayout],
    practice: PracticeShelves? = nil
  ) {
    self.practice = practice
    self.context = context
    self.chapter = chapter
    self.root = root
    self.marks = marks
    self.layouts = layouts
    headings = context.sections(of: chapter.id).map { ($0.evidence.span.range.lowerBound, $0.id.text) }.sorted {
      $0.0 < $1.0
    }
  }

  // MARK: Marks

  mutating func open(_ mark: Mark, isFirst: Bool, in place: ProsePlace, html: inout HTMLBuffer) {
    let canLink = anchors == 0 && !place.isInLink && !place.isInHeading
    switch mark.record {
    case .concept(let id):
      if isFirst {
        linkedRange = linked.insert(id).inserted ? mark.range : nil
        if !place.isInHeading, !place.isInFootnote { note(id) }
      }
      guard canLink, context.course[id] != nil, linkedRange == mark.range else { return skip() }
      anchor("term", root + SitePaths.concept(id), id: nil, &html)
    case .citation(let id):
      let name = isFirst ? claim(id.text) : nil
      if canLink, let work = context.course[id]?.work, let place = context.place(of: work) {
        anchor("cite", root + place, id: name, &html)
      } else {
        span("cited", id: name, &html)
      }
    case .definition(let id): span("definition", id: isFirst ? claim(id.text) : nil, &html)
    case .section: skip()
    case .enumeration(let id): span("set", id: isFirst ? claim(id.text) : nil, &html)
    case .figure(let id): span("figure-mark", id: isFirst ? claim(id.text) : nil, &html)
    case .question(let id): span("asked", id: isFirst ? claim(id.text) : nil, &html)
    }
  }

  mutating func close(_ mark: Mark, isLast: Bool, in place: ProsePlace, html: inout HTMLBuffer) {
    switch tags.popLast() {
    case .anchor:
      anchors -= 1
      html.markup("</a>")
    case .span: html.markup("</span>")
    case .some(.none), nil: break
    }
  }

  private mutating func skip() { tags.append(.none) }

  private mutating func anchor(_ className: StaticString, _ address: String, id: String?, _ html: inout HTMLBuffer) {
    html.markup("<a")
    if let id { html.attribute("id", id) }
    html.markup(" class=\"")
    html.markup(className)
    html.markup("\"")
    html.attribute("href", address)
    html.markup(">")
    anchors += 1
    tags.append(.anchor)
  }

  /// A span is written only where it bears an identifier.
  private mutating func span(_ className: StaticString, id: String?, _ html: inout HTMLBuffer) {
    guard let id else { return skip() }
    html.open("span", class: className, id: id)
    tags.append(.span)
  }

  /// The identifier, if it is still free.
  private mutating func claim(_ id: String) -> String? { used.insert(id).inserted ? id : nil }

  // MARK: Blocks

  mutating func begin(_ block: Block, in place: ProsePlace, html: inout HTMLBuffer) -> BlockTreatment {
    var frame = Frame()
    defer { frames.append(frame) }
    isTopLevel = place.depth == 0 && !place.isInFootnote
    switch block.content {
    case .heading(let level, _):
      linked = []
      passed = []
      if place.depth == 0 { at = heading(in: block.range).map { SectionID($0) } }
      passage = nil
      if place.depth == 0, level <= 2 {
        endSection(into: &html)
        section = heading(in: block.range)
      }
      guard level == 1, place.depth == 0, !isTitleSeen else { return .asUsual }
      isTitleSeen = true
      return .omit
    case .code(let info, let text) where Self.isGraph(info):
      return graph(text, block, &frame, &html)
    case .callout(let callout) where ["question", "activity", "exercise"].contains(callout.kind):
      beginQuestion(callout.kind, block, &frame, &html)
      return .contentOnly
    case .paragraph(let inlines):
      words = inlines
      if let caption = block.attributes["caption"], inlines.count == 1, case .image = inlines[0].content {
        html.open("figure", id: identifier(of: block))
        html.markup("\n")
        frame.caption = caption
        return .contentOnly
      }
      guard place.depth == 0, !place.isInFootnote else { return .asUsual }
      return beginNoted(block, isParagraph: true, &frame, &html)
    case .table:
      // A table wider than the screen is moved within its own box.
      if place.depth == 0, !place.isInFootnote { _ = beginNoted(block, isParagraph: false, &frame, &html) }
      html.markup("<div class=\"table\" tabindex=\"0\">\n")
      frame.closing.append("</div>")
      return .asUsual
    case .list, .quote, .callout:
      guard place.depth == 0, !place.isInFootnote else { return .asUsual }
      return beginNoted(block, isParagraph: false, &frame, &html)
    case .code, .html, .thematicBreak, .footnote: return .asUsual
    }
  }

  mutating func end(_ block: Block, in place: ProsePlace, html: inout HTMLBuffer) {
    guard let frame = frames.popLast() else { return }
    if let button = frame.button {
      html.markup("<button type=\"button\" class=\"note-button\"")
      html.attribute("popovertarget", button)
      html.attribute("aria-label", context.words(.margin))
      html.markup(">+</button>")
    }
    if frame.isParagraph { html.markup("</p>\n") }
    for definition in frame.definitions { context.byline(definition, isLinked: false, root: root, into: &html) }
    if let caption = frame.caption {
      html.markup("\n")
      html.element("figcaption") { context.thai(caption, into: &$0) }
      html.markup("</figure>\n")
    }
    if let question = frame.question, context.settings.practice {
      html.element("p", class: "actions") {
        $0.link(root + SitePaths.practice(question), class: "button", context.words(.practiseThis))
      }
    }
    for tag in frame.closing.reversed() {
      html.markup(tag)
      html.markup("\n")
    }
  }

  mutating func identifier(of block: Block) -> String? {
    if case .heading = block.content, let id = heading(in: block.range) { return claim(id) }
    if let id = block.attributes.id { return claim(id) }
    guard isTopLevel else { return nil }
    isTopLevel = false
    return passageName(of: block)
  }

  /// The section whose title stands in the range. O(log sections).
  private func heading(in range: ByteRange) -> String? {
    var low = 0
    var high = headings.count
    while low < high {
      let middle = (low + high) / 2
      if headings[middle].offset < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < headings.count && headings[low].offset < range.upperBound ? headings[low].id : nil
  }

  private static func isGraph(_ info: String) -> Bool {
    let word = info.utf8.prefix { $0 > 0x20 && $0 != UInt8(ascii: "{") }
    return word.elementsEqual("dot".utf8) || word.elementsEqual("graphviz".utf8)
  }

  private mutating func graph(_ source: String, _ block: Block, _ frame: inout Frame, _ html: inout HTMLBuffer) -> BlockTreatment {
    var range = block.range
    if let attributes = block.attributes.range { range = range.union(attributes) }
    let marked = ChapterNotes.marks(marks, in: range).compactMap { mark -> FigureID? in
      if case .figure(let id) = mark.record { id } else { nil }
    }
    let id = marked.first ?? block.attributes.id.map { FigureID($0) }
    let figure = id.flatMap { context.course[$0] }
    let name = (figure?.id.text ?? block.attributes.id).flatMap { claim($0) }
    html.open("figure", id: name)
    html.markup("\n")
    let number = figure?.number.map { "\(context.words(.figure))\u{A0}\($0) " } ?? ""
    let caption = block.attributes["caption"] ?? figure.map { number + $0.title } ?? ""
    if let id, let layout = layouts[id] {
      html.markup("<div class=\"drawing\" tabindex=\"0\">\n")
      let alternative = figure?.alternative ?? block.attributes["alt"]
      GraphDrawing(layout, id: id.text, title: caption, description: alternative).render(into: &html)
      html.markup("</div>\n")
    } else {
      html.element("pre") { $0.span("code", source) }
    }
    if !caption.isEmpty { html.element("figcaption") { context.thai(caption, into: &$0) } }
    html.markup("</figure>\n")
    return .omit
  }

  private mutating func beginQuestion(_ kind: String, _ block: Block, _ frame: inout Frame, _ html: inout HTMLBuffer) {
    let marked = ChapterNotes.marks(marks, in: block.range).compactMap { mark -> QuestionID? in
      if case .question(let id) = mark.record { id } else { nil }
    }
    let id = marked.first ?? block.attributes.id.map { QuestionID($0) }
    html.open("article", class: "question", id: (id?.text).flatMap { claim($0) })
    html.markup("\n")
    let word: Word = kind == "activity" ? .activity : kind == "exercise" ? .exercise : .discussionQuestion
    html.element("p", class: "kind") { $0.text(context.words(word)) }
    frame.closing.append("</article>")
    frame.question = id.flatMap { context.course[$0]?.id }
  }

  private mutating func beginNoted(
    _ block: Block, isParagraph: Bool, _ frame: inout Frame, _ html: inout HTMLBuffer
  ) -> BlockTreatment {
    let found = ChapterNotes(context, marks: marks, in: block.range, noted: &noted)
    if !found.isEmpty {
      notes += 1
      let name = "note-\(notes)"
      html.markup("<div class=\"noted\">\n")
      frame.closing.append("</div>")
      found.write(id: name, root: root, into: &html)
      frame.button = name
    }
    if !found.leading.isEmpty {
      html.markup("<div class=\"defining\">\n")
      frame.closing.append("</div>")
      frame.definitions = found.leading
    }
    guard isParagraph, !found.isEmpty else { return .asUsual }
    html.open("p", id: identifier(of: block))
    frame.isParagraph = true
    return .contentOnly
  }

  // MARK: Sections

  /// What stands at the end of a section: one of its items to try, and the way to the others.
  mutating func endSection(into html: inout HTMLBuffer) {
    guard let section, let practice, let item = practice.trial(of: SectionID(section)) else { return }
    self.section = nil
    trials += 1
    html.markup("<div class=\"try\" role=\"group\"")
    html.attribute("aria-label", context.words(.tryFirst))
    html.attribute("data-page", practice.path(of: SectionID(section)))
    context.practiceWords(into: &html)
    html.markup(">\n")
    PracticeItem(context: context, item: item, number: trials, of: 1, root: root, heading: context.words(.tryFirst)).write(
      into: &html)
    html.element("p", class: "actions") {
      $0.link(root + practice.link(to: SectionID(section)), class: "button", context.words(.morePractice))
    }
    html.markup("</div>\n")
  }

  var hasTrials: Bool { trials > 0 }

  // MARK: Passages

  /// A name for a paragraph, list or table without one, made of how it begins: it outlives edits of all that stands around it.
  private mutating func passageName(of block: Block) -> String? {
    let start: String
    switch block.content {
    case .paragraph(let inlines): start = inlines.prefix(8).map { [$0].plainText }.joined()
    case .list(let list):
      guard case .paragraph(let inlines)? = list.items.first?.blocks.first?.content else { return nil }
      start = inlines.prefix(4).map { [$0].plainText }.joined()
    default: return nil
    }
    let letters = Array(start.utf8.lazy.filter { $0 > 0x20 }.prefix(120))
    guard letters.count >= 9 else { return nil }
    let name = "p-" + stableHash(String(decoding: letters, as: UTF8.self))
    passage = claim(name)
    if passage == nil {
      repeats[name, default: 1] += 1
      passage = claim("\(name)-\(repeats[name] ?? 2)")
    }
    return passage
  }

  private mutating func note(_ id: ConceptID) {
    guard context.course.all.chapters.count <= ConceptPassage.mostChapters, passed.insert(id).inserted,
      let concept = context.course[id],
      let (before, match, after) = ConceptPassage.cut(words.plainText, around: [concept.term] + concept.aliases)
    else { return }
    passages.append(
      ConceptPassage(
        concept: id, chapter: chapter.id, section: at, anchor: passage, before: before, match: match, after: after))
  }

  // MARK: Addresses

  mutating func citation(_ keys: [CitationKey], html: inout HTMLBuffer) {
    html.markup("(")
    for (i, key) in keys.enumerated() {
      if i > 0 { html.markup("; ") }
      guard let work = context.work(ofKey: key.key) else {
        html.text("@" + key.key)
        continue
      }
      let label = context.references.parenthetical(work, locator: key.locator)
      if anchors == 0, let place = context.place(of: work.id) {
        html.link(root + place, class: "cite") { context.thai(label, into: &$0) }
      } else {
        context.thai(label, into: &html)
      }
    }
    html.markup(")")
  }

  /// Links to other chapters' files lead to their pages; other files of the course are not part of the site.
  mutating func address(of destination: String) -> String? {
    guard anchors == 0 else { return nil }
    if destination.hasPrefix("#") || !LinkPolicy.isLocal(destination) { return destination }
    let cut = destination.utf8.firstIndex(of: UInt8(ascii: "#")) ?? destination.endIndex
    guard let file = coursePath(String(destination[..<cut])), let target = context.chapter(ofFile: file) else { return nil }
    return root + SitePaths.chapter(target) + destination[cut...]
  }

  mutating func address(ofImage source: String) -> String? {
    guard let file = coursePath(source) else { return nil }
    media.append(file)
    return root + SitePaths.media(file)
  }

  /// A path relative to the chapter's file as a path from the course folder; nil when it leaves the folder.
  private func coursePath(_ relative: String) -> String? {
    guard !relative.isEmpty, !relative.hasPrefix("/") else { return nil }
    var parts = chapter.file.split(separator: "/").dropLast().map(String.init)
    for part in relative.split(separator: "/") {
      if part == "." { continue }
      if part == ".." {
        guard parts.popLast() != nil else { return nil }
      } else {
        parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }
}
