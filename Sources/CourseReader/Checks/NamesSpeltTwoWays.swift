import CourseModel
import Diagnostics

/// Two names one letter apart: «สมใจ โลหะพูนตระกูล» and «สมใจ โลหะพูลตระกูล».
///
/// Names are brought together by the words they share («สมใจ» of both), so no name meets every other.
func namesSpeltTwoWays(_ course: Course) -> [Diagnostic] {
  var byWord: [String: [Int]] = [:]
  var found: [Diagnostic] = []
  for (index, person) in course.people.enumerated() where person.kind == .person {
    let words = person.name.split(separator: " ").map(String.init)
    guard words.count >= 2 else { continue }
    for word in words {
      for other in (byWord[word] ?? []).prefix(50) {
        let near = course.people[other]
        guard near.name != person.name, isOneLetterApart(near.name, person.name) else { continue }
        found.append(
          Diagnostic(
            "spelt-two-ways", .note, thai: "“\(person.name)” กับ “\(near.name)” อาจเป็นคนเดียวกัน",
            english: "“\(person.name)” and “\(near.name)” may be one person",
            at: firstCitation(of: person.id, in: course), repair: Wording(thai: "ใช้ตัวสะกดเดียวกัน", english: "spell the name one way")
          ))
      }
      byWord[word, default: []].append(index)
    }
  }
  return found
}

private func firstCitation(of person: PersonID, in course: Course) -> SourceSpan? {
  guard let work = course[person]?.works.first, let citation = course[work]?.citations.first else { return nil }
  return course[citation]?.evidence.span
}

/// One scalar changed, put in or left out. O(length).
private func isOneLetterApart(_ a: String, _ b: String) -> Bool {
  let (a, b) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
  guard abs(a.count - b.count) <= 1 else { return false }
  var start = 0
  while start < min(a.count, b.count), a[start] == b[start] { start += 1 }
  var end = 0
  while end < min(a.count, b.count) - start, a[a.count - 1 - end] == b[b.count - 1 - end] { end += 1 }
  return max(a.count, b.count) - start - end <= 1
}
