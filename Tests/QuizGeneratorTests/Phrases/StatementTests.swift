import Testing

@testable import QuizGenerator

@Test func cutsAStatementBetweenClausesOnly() {
  let statement = Statement(
    "สายใยของความสัมพันธ์ทางสังคมที่มีเอกภาพและพลัง โดยเทคโนโลยีคอมพิวเตอร์จะมีบทบาทในการสร้างเครือข่ายรูปแบบต่าง ๆ เพื่อให้สมาชิกรวมตัวกันได้")
  #expect(statement.opening(limit: 60)?.text == "สายใยของความสัมพันธ์ทางสังคมที่มีเอกภาพและพลัง …")
  #expect(statement.clauseCount == 3)
}

@Test func keepsListsAndBracketsWhole() {
  let statement = Statement("การรวมตัวโดยไม่จำกัด (web community) เชื้อชาติ เผ่าพันธุ์ เพศ วัย ศาสนา และฐานะทางเศรษฐกิจของสมาชิก")
  #expect(statement.clauseCount == 1)
}

@Test func doesNotCutAfterTheRepetitionMark() {
  #expect(Statement("รวมตัวกันอย่างหลวม ๆ ตามความจำเป็นของสมาชิกแต่ละฝ่ายในชุมชน").clauseCount == 1)
}

@Test func neverBeginsWithAJoiningWord() {
  let statement = Statement("การประสานงานของบุคคลหลายฝ่ายในสังคม และการแลกเปลี่ยนข่าวสารที่เป็นประโยชน์ เพื่อแก้ปัญหาที่เผชิญอยู่ร่วมกันในชุมชน")
  for phrase in statement.allPhrases(1...400) { #expect(!phrase.words.hasPrefix("และ")) }
}

@Test func neverEndsOnAPromise() {
  let statement = Statement("การวางรากฐานของหลายฝ่ายไว้ด้วยกัน แม้ไม่ได้ทำกิจกรรมด้วยกันอย่างสม่ำเสมอ แต่ติดต่อกันได้ตลอดเวลาเมื่อจำเป็น")
  for phrase in statement.allPhrases(1...400) where !phrase.endsStatement { #expect(!phrase.words.hasSuffix("สม่ำเสมอ")) }
}

@Test func leavesOutClausesThatHoldAForbiddenWord() {
  let statement = Statement("ความร่วมมือของบุคคลหลายฝ่ายในสังคม โดย Schuler เห็นว่าต้องเกื้อกูลกันเสมอ เพื่อให้เกิดพลังในการแก้ปัญหาของชุมชน")
  let phrases = statement.allPhrases(1...400, avoiding: [Array("Schuler".utf8)])
  #expect(!phrases.isEmpty && phrases.allSatisfy { !$0.words.contains("Schuler") })
}

@Test func aPointDropsTheConnectiveButNotAWordOfItsOwn() {
  let statement = Statement("ความร่วมมือของบุคคลหลายฝ่ายในสังคม โดยแต่ละฝ่ายยังทำงานหลักของตนต่อไป โดยเฉพาะการดูแลสมาชิกของตนเอง")
  let points = statement.allPhrases(1...60).map(\.point)
  #expect(points.contains("แต่ละฝ่ายยังทำงานหลักของตนต่อไป"))
  #expect(points.contains("โดยเฉพาะการดูแลสมาชิกของตนเอง"))
}

@Test func countsGraphemesAsPeopleDo() {
  for text in ["น้ำใจ", "เครือข่าย", "การเรียนรู้ (learning)", "", "ที่ซึ่ง"] { #expect(Letters.count(text) == text.count, "\(text)") }
}

@Test func quotesExactWords() {
  let text = "ชุมชนแห่งสำนึกที่สมาชิกผูกพันกันแนบแน่น อาจด้วยระบบคุณค่าเดิมของแต่ละคน มีลักษณะเป็นพลวัตที่ต่างเข้ามาร่วมงานกัน"
  for phrase in Statement(text).allPhrases(1...400) { #expect(text.contains(phrase.words)) }
}

@Test func joinsThaiAndLatinWithASpace() {
  #expect(Letters.join("ความหมายของ", "network", "ว่า") == "ความหมายของ network ว่า")
  #expect(Letters.join("ความหมายของ", "เครือข่าย", "ว่า") == "ความหมายของเครือข่ายว่า")
}

@Test func findsTheSameMeaningInOtherOrder() {
  let a = Likeness("การประสานงานระหว่างบุคคล กลุ่ม และองค์กร")
  #expect(a.containment(with: Likeness("รูปแบบของการประสานงานระหว่างองค์กร กลุ่ม และบุคคลที่หลากหลาย")) > 0.7)
  #expect(a.containment(with: Likeness("ชุมชนแห่งสำนึกที่สมาชิกผูกพันกันอย่างแนบแน่น")) < 0.4)
  #expect(a.containment(with: Likeness("")) == 0)
}

@Test func shufflesTheSameWayEverywhere() {
  #expect(StableOrder.shuffled([1, 2, 3, 4, 5, 6], seed: 42) == StableOrder.shuffled([1, 2, 3, 4, 5, 6], seed: 42))
  #expect(Set(StableOrder.shuffled(Array(0..<50), seed: 1)) == Set(0..<50))
  var first = [Int](repeating: 0, count: 4)
  for seed in 0..<4000 { first[StableOrder.shuffled([0, 1, 2, 3], seed: StableOrder.hash("item\(seed)"))[0]] += 1 }
  #expect(first.allSatisfy { (850...1150).contains($0) })
}

@Test func dropsWhatARecordCutOffLeavesDangling() {
  let statement = Statement("สายสัมพันธ์ที่โยงผู้คนไว้ด้วยกันอย่างหลวม ๆ โดยไม่เสียเอกลักษณ์ของตน ตัวอย่างที่เห็นได้คือการศึกษาของ")
  #expect(statement.opening(limit: 400)?.words.hasSuffix("เอกลักษณ์ของตน") == true)
}

@Test func quotesNoPointThatLeansOnWhatStoodBefore() {
  let phrases = Statement("การที่บุคคลและองค์กรประสานเชื่อมโยงกันอย่างเป็นระบบ ภายใต้วัตถุประสงค์หรือข้อตกลงร่วมกันประการใดประการหนึ่ง")
    .allPhrases(16...200)
  #expect(phrases.first?.standsAlone == true)
  #expect(phrases.filter { $0.words.hasPrefix("ภายใต้") }.allSatisfy { !$0.standsAlone })
}
