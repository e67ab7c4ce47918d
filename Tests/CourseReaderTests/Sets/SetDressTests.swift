import CourseModel
import Testing

@testable import CourseReader

@Suite struct SetDress {
  @Test(arguments: [
    (
      "เสนอเกณฑ์พิจารณา 4 ข้อ ดังนี้ (ก) ระดับความรู้ (ข) สภาพการทำงาน (ค) ความคาดหมายได้ และ (ง) ประโยชน์สาธารณะ",
      ["ระดับความรู้", "สภาพการทำงาน", "ความคาดหมายได้", "ประโยชน์สาธารณะ"], 4
    ),
    (
      "เศรษฐกิจพอเพียงประกอบด้วยสามห่วง ได้แก่ ความพอประมาณ ความมีเหตุผล และการมีภูมิคุ้มกัน",
      ["ความพอประมาณ", "ความมีเหตุผล", "การมีภูมิคุ้มกัน"], 3
    ),
    (
      "รูปแบบสวัสดิการจำแนกได้ 2 รูปแบบ ดังต่อไปนี้\n\n(1) สวัสดิการจากฐานการเงิน เช่น กลุ่มออมทรัพย์\n\n(2) สวัสดิการจากฐานทรัพยากร เช่น ป่าชุมชน",
      ["สวัสดิการจากฐานการเงิน", "สวัสดิการจากฐานทรัพยากร"], 2
    ),
    (
      "ไตรสิกขา (the Threefold Training) มี 3 อย่าง กล่าวคือ 1) ศีล (morality) หมายถึง ความสำรวมกายวาจา 2) สมาธิ (concentration) หมายถึง ภาวะที่จิตตั้งมั่น และ 3) ปัญญา (wisdom) หมายถึง ความรู้ชัดตามจริง",
      ["ศีล", "สมาธิ", "ปัญญา"], 3
    ),
    (
      "อริยสัจ คือ ความจริงอันประเสริฐ มี 2 ประการ (มาลัย ทองดี (ม.ทองดี), 2551) ดังนี้\n\n1. ทุกข์ คือ สภาพที่ทนได้ยาก\n2. มรรค หรือ the path คือ ข้อปฏิบัติให้พ้นทุกข์",
      ["ทุกข์", "มรรค"], 2
    ),
    (
      "## 2.2 องค์ประกอบ\n\nองค์ประกอบมี 2 ด้าน ได้แก่\n\n### 2.2.1 ด้านบุคคล\n\nก\n\n### 2.2.2 ด้านงาน\n\nข", ["ด้านบุคคล", "ด้านงาน"], 2
    ),
  ])
  func isSeenThrough(_ text: String, _ items: [String], _ count: Int) {
    let found = chapter(text).enumerations
    #expect(found.map { $0.items.map(\.title) } == [items])
    #expect(found.map(\.statedCount) == [count])
  }

  @Test(arguments: [
    ("# บทบาท\n\nชนชั้นของสังคมเดิมแยกเป็น (1) เจ้า (2) ขุนนาง (3) ไพร่ (4) ทาส", "ชนชั้นของสังคมเดิม: เจ้า | ขุนนาง | ไพร่ | ทาส"),
    (
      "เมื่อกล่าวถึงการออมใน 2 ประเด็น ได้แก่ ความหมายของการออม และความสำคัญของการออม",
      "การออม (2): ความหมายของการออม | ความสำคัญของการออม"
    ),
  ])
  func takesItsTitleFromTheWordsBefore(_ text: String, _ expected: String) { #expect(sets(in: text) == [expected]) }

  @Test("stands behind a bracket that closes its lead-in, and is named by what is defined and counted")
  func standsBehindABracket() {
    #expect(
      sets(in: "ผู้ชมควรสังเกตธาตุต่อไปนี้ (ภาพท้ายเล่ม)\n\n- เส้น\n- สี\n- รูปทรง (form)").map {
        $0.split(separator: ":").last.map(String.init)
      }
        == [" เส้น | สี | รูปทรง"])
    #expect(
      sets(in: "อริยสัจ (Noble Truths) คือ ความจริงของผู้ประเสริฐ มี 2 ประการ ดังนี้\n\n1. ทุกข์\n2. มรรค") == ["อริยสัจ (2): ทุกข์ | มรรค"])
  }

  @Test("has short titles where its items go on: behind a letter of their own, before what is said of them, as those beside them")
  func hasShortTitles() {
    let lettered =
      "หลักมีดังนี้\n\n- ก. หลักนิติธรรม (rule of law) หมายถึง การตรากฎหมายที่เป็นธรรม\n- ข. หลักคุณธรรม (ethics) หมายถึง การยึดมั่นในความดี"
    #expect(sets(in: lettered).map { $0.split(separator: ":").last.map(String.init) } == [" หลักนิติธรรม | หลักคุณธรรม"])
    let told =
      "องค์ประกอบมีดังนี้\n\n1) พื้นที่และระดับ (area) ต้องคำนึงถึงจำนวนประชากร\n2) การเลือกตั้ง ผู้บริหารต้องมาจากประชาชน\n3) อำนาจหน้าที่ ต้องเหมาะสมกับฐานะทางการคลัง"
    #expect(sets(in: told).map { $0.split(separator: ":").last.map(String.init) } == [" พื้นที่และระดับ | การเลือกตั้ง | อำนาจหน้าที่"])
  }

  @Test("is none where most of its items begin with who said it")
  func isNotWhoSaidWhat() {
    #expect(
      sets(
        in:
          "ผู้ให้ความหมายไว้มีดังนี้\n\n1. บูร์ดิเยอ (Bourdieu, 1986) นิยามทุนว่า ผลรวมของทรัพยากร\n2. โคลแมน (Coleman, 1988) ไม่ได้ให้นิยาม\n3. นักวิชาการบางท่านเห็นต่าง"
      ) == [])
  }

  @Test(arguments: [
    "# บทที่ 3 การจัดการ\n\n## 3.1 ความเป็นมา\n\nก\n\n## 3.2 ความหมาย\n\nข",
    "# การจัดการ\n\n## 1. ความเป็นมา\n\nก\n\n## 2. ความหมาย\n\nข",
  ])
  func isNoneWhereHeadingsOnlyCountTheChapter(_ text: String) { #expect(sets(in: text) == []) }

  @Test func tiesItemsToTheLettersOfTheirAcronym() {
    let reading = chapter(
      "## องค์ประกอบของเครือข่าย\n\nใช้ตัวอักษรย่อ LINK ดังนี้\n\n1. การเรียนรู้ (learning)\n2. การลงทุน (investing)\n3. การดูแล (nurturing)\n4. การรักษา (keeping)"
    )
    #expect(reading.enumerations.map(\.acronym) == ["LINK"])
    #expect(resolveCourse([reading]).course.enumerations.map(\.acronym) == ["LINK"])
    #expect(chapter("องค์ประกอบมีดังนี้\n\n1. ก (ab)\n2. ข (cd)\n3. ค (ef)").enumerations.map(\.acronym) == [nil])
  }
}

@Suite struct Relations {
  private func relations(_ markdown: String) -> [String] {
    let (course, _) = resolveCourse([chapter(markdown)])
    return course.concepts.flatMap { concept in
      concept.related.map { "\(concept.term) \($0.kind.rawValue) \(course[$0.concept]?.term ?? "?")" }
    }
  }

  @Test func areContrastsWhereTheTextSetsTermsAgainstEachOther() {
    let text = "การนิเทศ (supervision) มีหลายแบบ และการสอนงาน (coaching) ก็เช่นกัน\n\nการนิเทศแตกต่างจากการสอนงานตรงที่มีอำนาจหน้าที่กำกับ"
    #expect(relations(text) == ["การนิเทศ contrasts การสอนงาน", "การสอนงาน contrasts การนิเทศ"])
    let evidence = resolveCourse([chapter(text)]).course.concepts.first?.related.first?.evidence
    let bytes = Array(text.utf8)
    #expect(evidence.map { String(decoding: bytes[$0.range.indices], as: UTF8.self) } == "การนิเทศแตกต่างจากการสอนงาน")
  }

  @Test func areNoneBetweenATermAndOtherWords() {
    #expect(relations("การนิเทศ (supervision) แตกต่างจากงานทั่วไป และการสอนงาน (coaching) ก็เช่นกัน") == [])
  }

  @Test func areCompanyWhereTermsMeetTwice() {
    let once = "การนิเทศ (supervision) คู่กับการสอนงาน (coaching) เสมอ"
    #expect(relations(once) == [])
    #expect(
      relations(once + "\n\n" + "ทั้งการนิเทศ (supervision) และการสอนงาน (coaching) ช่วยครู")
        == ["การนิเทศ see-also การสอนงาน", "การสอนงาน see-also การนิเทศ"])
  }
}
