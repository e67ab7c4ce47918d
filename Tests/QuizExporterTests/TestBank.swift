import CourseModel
import Diagnostics

/// Every character that some format escapes.
let nastyText = "a<b & \"c\" ]]> -> {x} =~#: \\ * [[1]] / ก\u{0E4D}\u{0E32}\u{0001}"

func item(
  _ id: String, _ interaction: Interaction, stem: String = "เครือข่ายคืออะไร", emphasis: [String] = [], pool: QuizPool = .practice,
  explanation: String = "เพราะบทเรียนกล่าวไว้ว่า", passage: String? = "สายใยของความสัมพันธ์"
) -> QuizItem {
  QuizItem(
    id: id, kind: "test-kind", pool: pool, level: .understand, difficulty: 0.5, stem: stem, emphasis: emphasis,
    interaction: interaction,
    explanation: explanation,
    passage: passage.map {
      QuizItem.Passage(
        text: $0, record: .definition(.init("network.schuler")),
        span: SourceSpan(file: "Content/a/chapter.md", range: ByteRange(10, 20)))
    }, records: [.definition(.init("network.schuler"))], chapter: .init("network"), section: .init("meaning"),
    concept: .init("network"))
}

func choice(_ texts: [String], key: Int = 0) -> Interaction {
  .choice(
    options: texts.enumerated().map { .init(text: $1, isKey: $0 == key, feedback: "เพราะ \($1)") }, isMultiple: false,
    isFixedOrder: false)
}

/// One item of every interaction.
let everyInteraction: [QuizItem] = [
  item("choice.a", choice(["สายใย", "ตาข่าย", "ความร่วมมือ", "ชุมชนแห่งสำนึก"], key: 2)),
  item(
    "multiple.a",
    .choice(
      options: [("ก", true), ("ข", false), ("ค", true), ("ง", false)].map { .init(text: $0.0, isKey: $0.1, feedback: "") },
      isMultiple: true, isFixedOrder: true)),
  item("negative.a", choice(["จุดมุ่งหมาย", "การเรียนรู้", "การลงทุน"]), stem: "ข้อใดไม่ใช่องค์ประกอบ", emphasis: ["ไม่ใช่"]),
  item("false.a", .trueFalse(isTrue: false, correction: "ผู้กล่าวคือ Schuler")),
  item("true.a", .trueFalse(isTrue: true, correction: "")),
  item(
    "match.a",
    .match(
      pairs: [.init(left: "สายใย", right: "web"), .init(left: "ชุมทาง", right: "hub"), .init(left: "โหนด", right: "node")],
      extra: ["link"])),
  item("order.a", .order(["หนึ่ง", "สอง", "สาม"])),
  item("short.a", .shortAnswer(accepted: ["น้ำใจ", "อัธยาศัย"])),
  item(
    "gaps.a",
    .gaps(
      text: ["เครือข่ายคือ", "ของ", "ทางสังคม"],
      gaps: [.init(accepted: ["สายใย"], distractors: ["ตาข่าย", "ร่างแห"]), .init(accepted: ["ความสัมพันธ์"], distractors: ["อำนาจ"])])),
  item("typed-gaps.a", .gaps(text: ["เครือข่ายคือ", "ทางสังคม"], gaps: [.init(accepted: ["สายใย"])])),
  item(
    "essay.a",
    .essay(
      .init(
        outline: [
          .init(text: "ความสัมพันธ์ 3 ด้าน", details: ["วัฒนธรรม", "อำนาจ", "การเรียนรู้"], record: .enumeration(.init("relations")))
        ],
        rubric: [.init(criterion: "ครบประเด็น", points: 6), .init(criterion: "มีหลักฐาน", points: 4)], prompts: ["มีด้านใดบ้าง"])),
    stem: "แนวคิดเกี่ยวกับเครือข่ายมีอะไรบ้าง"),
  item(
    "nasty.a", choice([nastyText, "ข " + nastyText, "ค\nบรรทัดใหม่"]), stem: nastyText + "\n\nบรรทัดหลังช่องว่าง", explanation: nastyText,
    passage: nastyText),
]

func bank(_ items: [QuizItem], ladder: [String] = [], language: Language = .thai) -> QuizBank {
  var categories = [
    QuizCategory(id: "network", title: "บทที่ 6 เครือข่าย/ฐานคิด", subject: .chapter(.init("network")), items: items.map(\.id))
  ]
  if !ladder.isEmpty {
    categories.append(
      QuizCategory(
        id: "question.q1", title: "แนวคิดมีอะไรบ้าง", parent: "network", subject: .question(.init("q1")), items: ladder))
  }
  return QuizBank(title: "เครือข่าย", language: language, categories: categories, items: items)
}
