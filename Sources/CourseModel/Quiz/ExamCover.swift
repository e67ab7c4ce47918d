/// What stands at the head of an exam paper; every field as the author writes it, empty where nothing is said.
package struct ExamCover: Hashable, Sendable {
  package var university = ""
  package var faculty = ""
  package var courseCode = ""
  package var courseTitle = ""
  package var term = ""
  package var time = ""
  package var marks = ""
  package var instructions: [String] = []

  package init() {}
}
