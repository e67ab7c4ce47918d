import Diagnostics
package func readChapter(_ text: SourceText, name: String, settings: CourseSettings = CourseSettings()) -> ChapterReading {
  ChapterReading(
    name: name, file: text.file, settings: ChapterSettings(),
    title: .init(text: name, number: nil, place: .init(range: ByteRange(0, 0), rule: "x", certainty: .likely, paragraph: 0)))
}
