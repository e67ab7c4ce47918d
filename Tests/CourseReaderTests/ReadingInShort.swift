import CourseModel
import Diagnostics

@testable import CourseReader

func chapter(_ markdown: String) -> ChapterReading { readChapter(SourceText(file: "chapter.md", markdown), name: "chapter") }

/// Definitions in short: «เครือข่าย ← Schuler: สายใยของความสัมพันธ์»; the author left out where the chapter itself defines.
func definitions(in markdown: String) -> [String] {
  let reading = chapter(markdown)
  return reading.definitions.filter { $0.kind == .definition }.map { definition in
    let names =
      definition.citation == nil
      ? definition.speakers.map(\.name) : definition.sources.flatMap { reading.citations[$0].authors.map(\.name) }
    let author = names.isEmpty ? nil : names.joined(separator: " + ")
    return definition.term + (author.map { " ← \($0)" } ?? "") + ": " + definition.statement
  }
}

/// Terms in short: «เครือข่าย = network».
func terms(in markdown: String) -> [String] { chapter(markdown).terms.map { $0.term + " = " + $0.english.joined(separator: "; ") } }

/// Sets in short: «องค์ประกอบของเครือข่าย (5): ก | ข | ค», the stated count in brackets.
func sets(in markdown: String) -> [String] {
  chapter(markdown).enumerations.map { set in
    set.title + (set.statedCount.map { " (\($0))" } ?? "") + ": " + set.items.map(\.title).joined(separator: " | ")
  }
}
