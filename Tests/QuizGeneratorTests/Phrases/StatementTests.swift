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

// MARK: - Torn quotations

/// What a stem may quote of `text` from its beginning, every length tried.
private func openings(_ text: String) -> [String] {
  let statement = Statement(text)
  return Set((1...300).compactMap { statement.opening(limit: $0)?.words }).sorted { $0.count < $1.count }
}

/// What an option may quote of `text`.
private func points(_ text: String) -> [String] {
  Statement(text).allPhrases(1...300).filter(\.standsAlone).map(\.point)
}

@Test func keepsTheRangeOfFromToWhole() {
  let text =
    "ความสัมพันธ์ที่คนในสังคมมีต่อกันเสมอมา ตั้งแต่ระดับปัจเจกบุคคลในครอบครัว ระหว่างกลุ่มด้วยกันในชุมชนเดียว ไปจนถึงระหว่างกลุ่มกับเครือข่าย ซึ่งโยงใยกันไปทั่วทั้งสังคม"
  #expect(openings(text).allSatisfy { !$0.contains("ตั้งแต่") || $0.contains("ไปจนถึง") })
  #expect(points(text).allSatisfy { !$0.hasPrefix("ตั้งแต่") })
  // Without its other end nothing is kept back.
  #expect(openings("สัมพันธภาพอันดีที่สืบทอดกันมา ตั้งแต่อดีตกาลอันไกลโพ้น โดยอาศัยความไว้วางใจของผู้คน").contains { $0.hasSuffix("ไกลโพ้น") })
}

@Test func keepsASubjectWithWhatIsSaidOfIt() {
  let cases = [
    ("การเชื่อมต่อระหว่างมนุษย์กับมนุษย์ในสังคม จะส่งผลให้เกิดพลังทวีคูณขึ้นในหมู่สมาชิก เพื่อประโยชน์ของทุกฝ่าย", "มนุษย์ในสังคม"),
    ("การที่ผู้ให้กับผู้รับ หรือผู้อุปถัมภ์กับผู้ได้รับการอุปถัมภ์ เกื้อกูลกันด้วยผลประโยชน์ต่างตอบแทนเสมอมา", "ได้รับการอุปถัมภ์"),
    ("กระบวนการที่แต่ละคนต้องทำเองโดยลำพัง แต่การรับสิ่งเร้าหรือข้อมูลมาเพิ่มเติม ซึ่งเป็นวิธีหนึ่งในการปรับสภาวะ ต้องอาศัยผู้อื่น", "มาเพิ่มเติม"),
    ("การที่สมาชิกเสริมการทำงานของกันและกัน การเสริมสร้างต่อกันนั้น เกิดขึ้นจากการรวมตัวเป็นเครือข่ายของสมาชิก", "ต่อกันนั้น"),
  ]
  for (text, torn) in cases { #expect(openings(text).allSatisfy { !$0.hasSuffix(torn) }, "\(openings(text))") }
}

@Test func keepsAConditionWithItsAnswer() {
  let text =
    "การที่สมาชิกมองเห็นจุดหมายเป็นภาพเดียวกัน เมื่อรับรู้และเข้าใจทิศทางเดียวกันทุกฝ่าย มีเป้าหมายที่จะเดินไปด้วยกัน การเคลื่อนไหวก็มีพลังและเอกภาพ ทั้งช่วยลดความขัดแย้ง"
  #expect(openings(text).allSatisfy { !$0.contains("เมื่อ") || $0.contains("ก็มีพลัง") }, "\(openings(text))")
  #expect(
    openings("องค์ประกอบที่สำคัญประการหนึ่ง เพราะหากว่าบุคคลหรือองค์กรทั้งหลาย มารวมกันเพียงทำกิจกรรมอย่างหนึ่ง").allSatisfy { !$0.hasSuffix("ทั้งหลาย") }
  )
}

@Test func keepsAListOfClausesWhole() {
  let text = "รูปแบบของการประสานงานระหว่างองค์กรที่ต่างมีทรัพยากรของตน มีเป้าหมายของตนเอง มีวิธีการทำงานของตน และมีกลุ่มเป้าหมายของตน โดยไม่ขึ้นแก่กัน"
  #expect(openings(text).allSatisfy { !$0.hasSuffix("มีเป้าหมายของตนเอง") }, "\(openings(text))")
}

@Test func leavesOutTheLeadOfTheNextSentence() {
  let statement = Statement("การที่ผู้ให้กับผู้รับเกื้อกูลกันด้วยผลประโยชน์ต่างตอบแทน ในนัยหลัง")
  #expect(statement.opening(limit: 300)?.words == "การที่ผู้ให้กับผู้รับเกื้อกูลกันด้วยผลประโยชน์ต่างตอบแทน")
}

@Test func makesNoPointOfAPredicateOrABareAdjective() {
  let text =
    "การแสวงหารูปแบบองค์กรที่ยืดหยุ่นของคน มีโครงสร้างแนวราบในหมู่สมาชิก เป็นอิสระต่อกันและตอบสนองต่อโลก ได้เข้ามาประสานงานกันนานพอสมควร ยังมีคำใกล้เคียงที่ใช้กันอยู่ทั่วไป"
  let made = points(text)
  #expect(made.allSatisfy { !$0.hasPrefix("อิสระ") && !$0.hasPrefix("ได้เข้ามา") && !$0.hasPrefix("ยังมี") }, "\(made)")
  #expect(points("ความร่วมมือของหลายฝ่ายในสังคมไทย เป็นความผูกพันที่โยงคนไว้ด้วยกัน").contains("ความผูกพันที่โยงคนไว้ด้วยกัน"))
}

@Test func knowsAPredicateWithoutItsSubject() {
  let text = "การทำงานร่วมกันของคนหลายฝ่ายในพื้นที่ มีโครงสร้างแนวราบในหมู่สมาชิกทั้งหมด การตัดสินใจอยู่ที่คนทำงานทุกคน"
  let phrases = Statement(text).allPhrases(1...300)
  #expect(phrases.count == 6)
  #expect(phrases.filter { !$0.hasSubject }.allSatisfy { $0.words.hasPrefix("มีโครงสร้าง") })
  #expect(phrases.filter { !$0.hasSubject }.count == 2)
}

@Test func knowsASentenceFromADefinition() {
  let phrases = Statement("บุคคลและกลุ่มที่เข้าร่วมกันเป็นเครือข่าย จะต้องยึดหลักความเท่าเทียมของทุกฝ่าย").allPhrases(1...300)
  #expect(phrases.map(\.isSentence) == phrases.map { $0.clauses.count > 1 })
}

@Test func cutsAHostileStatementInLinearTime() {
  for word in ["ตั้งแต่ ", "เมื่อ ", "นี้ ", "มีก และมี ", "การที่ก หรือ ", "“", "("] {
    let statement = Statement(String(repeating: word, count: 6_000))
    #expect(statement.clauseCount > 0)
    #expect(statement.phrases(24...150).count < 1_000_000)
  }
}
