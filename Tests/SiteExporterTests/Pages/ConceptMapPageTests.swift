import CourseModel
import Foundation
import Rendering
@testable import SiteExporter
import Testing
import ThaiText

struct ConceptMapPageTests {
  private func part(of course: Course, chapters: Int, hasSets: Bool) -> Course {
    Course(
      id: course.id, title: course.title, chapters: Array(course.chapters.prefix(chapters)), sections: course.sections,
      concepts: course.concepts, definitions: course.definitions, people: course.people,
      enumerations: hasSets ? course.enumerations : [])
  }

  @Test("sets a chapter's sets around the concept it defines, each member leading to its page or its passage")
  func mapsAChapter() throws {
    let fixture = FixtureCourse()
    let context = try #require(fixture.exporter()).context
    let map = try #require(ConceptMap.all(context).first { $0.chapter == ChapterID("network") })
    #expect(map.tree.root.text == "เครือข่ายทางสังคม")
    #expect(map.tree.branches.map(\.box.text) == ["องค์ประกอบ"])
    #expect(map.tree.branches.first?.members.map(\.text) == ["การเรียนรู้", "การลงทุน"])
    let page = try #require(fixture.site()["maps/network.html"])
    #expect(page.contains("<a href=\"../chapters/network.html#e-1\">"))
    #expect(page.contains("<li><a href=\"../chapters/network.html#e-1\">การลงทุน</a></li>"))
  }

  @Test("shows relations that no set shows, with how they belong together")
  func mapsRelations() throws {
    let course = part(of: FixtureCourse().course, chapters: 2, hasSets: false)
    let exporter = try #require(
      SiteExporter.make(course: course, settings: SiteSettings(), templates: FixtureCourse.templates, breaker: .init()).exporter)
    let map = try #require(ConceptMap.all(exporter.context).first { $0.chapter == ChapterID("network") })
    #expect(map.tree.branches.map(\.note) == ["มีส่วนประกอบ"])
    #expect(map.tree.branches.first?.members.map(\.text) == ["การเรียนรู้"])
  }

  @Test("maps the course by its chapters, and one chapter's course as that chapter")
  func mapsTheCourse() throws {
    let fixture = FixtureCourse()
    let page = try #require(fixture.site()["map.html"])
    #expect(page.contains("<a href=\"maps/network.html\">บทที่\u{A0}6 "))
    let course = part(of: fixture.course, chapters: 1, hasSets: true)
    let exporter = try #require(
      SiteExporter.make(course: course, settings: SiteSettings(), templates: FixtureCourse.templates, breaker: .init()).exporter)
    let maps = ConceptMap.all(exporter.context)
    #expect(maps.map(\.chapter) == [nil])
    #expect(maps.first?.tree.branches.map(\.box.text) == ["องค์ประกอบ"])
  }

  @Test("draws a measured map wide and for a phone, and folds the list of the same facts")
  func drawsBothShapes() throws {
    let fixture = FixtureCourse()
    let exporter = try #require(fixture.exporter())
    let map = try #require(ConceptMap.all(exporter.context).first { $0.chapter == ChapterID("network") })
    let names = ["root", "b0", "b0m0", "b0m1"]
    let layout = GraphLayout(
      width: 1, height: 1, nodes: names.map { .init(name: $0, center: .init(x: 0, y: 0), width: 80, height: 30, lines: [$0]) })
    let drawn = exporter.drawing(maps: [ChapterID("network"): layout])
    let page = String(decoding: ConceptMapPage(map: map).render(drawn.context), as: UTF8.self)
    #expect(page.components(separatedBy: "<svg").count == 3)
    #expect(page.contains("id=\"map-title\"") && page.contains("id=\"map-tall-title\""))
    let list = try #require(page.range(of: "<details class=\"folded\">"))
    #expect(page[list.upperBound...].contains("การลงทุน"))
    // A branch and its two members, in two drawings and in the list.
    #expect(page.components(separatedBy: "href=\"../chapters/network.html#e-1\"").count == 10)
  }

  /// Chapters of a section, a concept and a question each.
  private func exporter(ofChapters count: Int) throws -> SiteExporter {
    let fixture = FixtureCourse().course
    let chapters = (0..<count).map { i in
      Chapter(
        id: ChapterID("c\(i)"), number: "\(i + 1)", title: "บท", objectives: [], file: "f\(i)",
        evidence: fixture.chapters[0].evidence)
    }
    let sections = (0..<count).map { i in
      Section(
        id: SectionID("s\(i)"), chapter: ChapterID("c\(i)"), parent: nil, level: 2, number: nil, title: "ส",
        evidence: fixture.chapters[0].evidence)
    }
    let concepts = (0..<count).map { i in
      Concept(id: ConceptID("k\(i)"), term: "คำ\(i)", sections: [SectionID("s\(i)")], evidence: fixture.chapters[0].evidence)
    }
    let questions = (0..<count).map { i in
      Question(
        id: QuestionID("q\(i)"), text: "ถาม", kind: .discussion, answers: [], prompts: [], rubric: [], section: SectionID("s\(i)"),
        chapter: ChapterID("c\(i)"), evidence: fixture.chapters[0].evidence)
    }
    let course = Course(
      id: "x", title: "วิชา", chapters: chapters, sections: sections, concepts: concepts, questions: questions)
    return try #require(
      SiteExporter.make(course: course, settings: SiteSettings(), templates: FixtureCourse.templates, breaker: .init()).exporter)
  }

  @Test("folds the chapters of a long course")
  func foldsChapters() throws {
    let exporter = try exporter(ofChapters: 40)
    #expect(!exporter.mapSources().contains { $0.chapter == nil })
    for name in ["map.html", "questions.html"] {
      let page = try #require(exporter.pages().first { $0.path == name }).render(exporter.context)
      #expect(String(decoding: page, as: UTF8.self).components(separatedBy: "<details class=\"folded\">").count == 41, "\(name)")
    }
  }

  @Test("leads to the chapters themselves where they are too many to be drawn")
  func leadsToChapters() throws {
    for (count, maps, place) in [(120, 121, "maps/c7.html"), (121, 1, "chapters/c7.html")] {
      let exporter = try exporter(ofChapters: count)
      let pages = exporter.pages().filter { $0 is ConceptMapPage }
      #expect(pages.count == maps)
      let page = try #require(pages.first { $0.path == "map.html" }).render(exporter.context)
      #expect(String(decoding: page, as: UTF8.self).contains("<a class=\"button\" href=\"\(place)\">"), "\(count)")
    }
  }

  @Test("leaves a few questions open")
  func leavesQuestionsOpen() throws {
    #expect(try #require(FixtureCourse().site()["questions.html"]).contains("<details class=\"folded\">") == false)
  }

  @Test("keeps what a term holds out of Graphviz's syntax")
  func quotesTerms() throws {
    let evidence = FixtureCourse().course.concepts[0].evidence
    let hostile = "\"]; \\ x [label=\""
    let chapter = Chapter(id: ChapterID("c"), number: "1", title: hostile, objectives: [], file: "f", evidence: evidence)
    let section = Section(
      id: SectionID("s"), chapter: chapter.id, parent: nil, level: 2, number: nil, title: "s", evidence: evidence)
    let concepts = (0..<4).map { i in
      Concept(
        id: ConceptID("c\(i)"), term: hostile + "\(i)",
        related: i == 0 ? (1..<4).map { Relation(concept: ConceptID("c\($0)"), kind: .hasPart) } : [], sections: [section.id],
        evidence: evidence)
    }
    let course = Course(id: "x", title: "x", chapters: [chapter], sections: [section], concepts: concepts)
    let exporter = try #require(
      SiteExporter.make(course: course, settings: SiteSettings(), templates: FixtureCourse.templates, breaker: .init()).exporter)
    let source = try #require(exporter.mapSources().first?.source)
    for line in source.split(separator: "\n") where line.contains("] [label=") || line.hasPrefix("root") || line.hasPrefix("b0") {
      var isInside = false
      var isEscaped = false
      for letter in line.unicodeScalars {
        if isEscaped { isEscaped = false } else if letter == "\\" { isEscaped = true } else if letter == "\"" { isInside.toggle() }
      }
      #expect(!isInside && line.hasSuffix("\"]"), "\(line)")
    }
  }
}
