import Diagnostics
import Rendering

/// What the search panel says, written into the page list so that the script has no words of its own.
struct SearchWords {
  let language: Language

  private static let words: [(StaticString, Wording)] = [
    ("none", Wording(thai: "ไม่พบ", english: "Nothing found for")),
    ("found", Wording(thai: "พบในหน้า", english: "Pages found:")),
    ("more", Wording(thai: "แสดงเพิ่ม", english: "Show more")),
    ("places", Wording(thai: "แห่ง", english: "places")),
    ("loading", Wording(thai: "กำลังค้นหา", english: "Searching")),
    ("help", Wording(thai: "↑ ↓ เลือก Enter เปิด Esc ปิด", english: "↑ ↓ choose, Enter opens, Esc closes")),
  ]

  func write(to json: inout JSONBuffer) {
    for (key, wording) in Self.words { json.field(key, wording.text(in: language)) }
    json.object("groups") { json in
      json.field("concept", SearchGroup.concept.wording.text(in: language))
      json.field("definition", Word.definitions.wording.text(in: language))
      json.field("person", SearchGroup.person.wording.text(in: language))
      json.field("chapter", SearchGroup.chapter.wording.text(in: language))
      json.field("question", SearchGroup.question.wording.text(in: language))
      json.field("practice", SearchGroup.practice.wording.text(in: language))
      json.field("other", SearchGroup.other.wording.text(in: language))
    }
  }
}
