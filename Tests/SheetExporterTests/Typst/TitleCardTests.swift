import Foundation
import SheetExporter
import TestSupport
import Testing
import ThaiText

struct TitleCardTests {
  private let setting = LineSetting(terms: ["เครือข่ายทางสังคม"], names: ["กาญจนา แก้วเทพ"])

  @Test("hands text over in strings alone, what must not part in boxes")
  func quotesText() {
    let card = TitleCard(course: "วิชา", kicker: nil, title: "\"] #panic(\\", authors: "กาญจนา แก้วเทพ")
    let source = card.typst(template: "// template", setting: setting)
    #expect(source.hasPrefix("// template\n#card(course: t("))
    #expect(source.contains("kicker: none, "))
    #expect(source.contains("\\\"]") && source.contains("#panic(\\\\\""))
    #expect(source.contains("k(\"กาญจนา แก้วเทพ\")"))
  }

  @Test("is the same for the same course")
  func isDeterministic() {
    let card = TitleCard(course: "วิชา", kicker: "บทที่ 1", title: "เครือข่ายทางสังคม", authors: nil)
    #expect(card.typst(template: "", setting: setting) == card.typst(template: "", setting: setting))
  }
}
