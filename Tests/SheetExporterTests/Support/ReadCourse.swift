import CourseModel
import CourseReader
import Diagnostics

@testable import SheetExporter

/// A course of one chapter, read from its text as TamraKit reads it.
struct ReadCourse {
  let course: Course
  let text: ChapterText
  let chapter: ChapterID

  init(_ markdown: String) throws {
    let source = SourceText(file: "Content/01-a/chapter.md", markdown)
    let settings = CourseSettings()
    let reading = readChapter(source, name: "01-a", settings: settings)
    course = resolveCourse([reading], settings: settings, references: References()).course
    chapter = course.chapters.first?.id ?? ChapterID("none")
    let marked = ChapterMarker(course).mark(source, chapter: chapter)
    text = ChapterText(document: marked.document, marks: marked.marks)
  }

  func exporter(_ settings: SheetSettings = SheetSettings()) -> SheetExporter {
    SheetExporter(course: course, settings: settings, templates: NetworkChapter.templates)
  }

  func sheet(_ settings: SheetSettings = SheetSettings()) -> PlannedSheet? {
    exporter(settings).plan(chapter, kinds: ["chapter"], text: text).first
  }
}
