import CourseModel
import Testing

@testable import CourseReader

@Suite struct TermPairs {
  @Test(arguments: [
    ("ชุมชนแห่งสำนึก (conscious community) เป็นฐานของเครือข่าย", "ชุมชนแห่งสำนึก = conscious community"),
    ("มีความรู้ชัดแจ้ง (Explicit Knowledge) อยู่", "ความรู้ชัดแจ้ง = Explicit Knowledge"),
    ("ถ่ายทอดในรูปแบบต่าง ๆ และความรู้ที่ฝังอยู่ในคน (tacit knowledge)", "ความรู้ที่ฝังอยู่ในคน = tacit knowledge"),
    ("เครือข่ายทางสังคม(social network) มีหลายแบบ", "เครือข่ายทางสังคม = social network"),
    ("“เครือข่าย” หรือ “network” เป็นคำใหม่", "เครือข่าย = network"),
    ("เครือข่าย หรือ network เป็นคำใหม่", "เครือข่าย = network"), ("ใช้อักษรย่อ link หรือการเชื่อมต่อ อธิบาย", "การเชื่อมต่อ = link"),
    ("งานนี้เรียกว่า “ข่ายของงาน” (network) เสมอ", "ข่ายของงาน = network"), ("ซึ่งส่งผลให้เกิดพลังทวีคูณ (reinforcing)", "พลังทวีคูณ = reinforcing"),
    ("โดยอาศัยการคิดอย่างมีวิจารณญาณ (critical thinking)", "การคิดอย่างมีวิจารณญาณ = critical thinking"),
    ("เป็นการบริหารทรัพยากรมนุษย์ (Human Resource Management: HRM)", "การบริหารทรัพยากรมนุษย์ = Human Resource Management; HRM"),
    ("ความเค้น (stress) ที่เกิดในคาน", "ความเค้น = stress"), ("ผู้ป่วยมีภาวะซึมเศร้า (depression)", "ภาวะซึมเศร้า = depression"),
    ("ยึดหลักนิติธรรม (rule of law)", "หลักนิติธรรม = rule of law"),
    (
      "ใช้วิธีการวิจัยเชิงปฏิบัติการแบบมีส่วนร่วม (participatory action research)",
      "วิธีการวิจัยเชิงปฏิบัติการแบบมีส่วนร่วม = participatory action research"
    ),
    ("สังคมแห่งกัลยาณมิตรหรือเครือข่ายแห่งการเรียนรู้ (learning network)", "เครือข่ายแห่งการเรียนรู้ = learning network"),
    ("รวมตัวกันเป็นกลุ่มหรือองค์กร (civic group/organization)", "กลุ่มหรือองค์กร = civic group/organization"),
    ("มีชุมทาง (hub) กระจายอยู่", "ชุมทาง = hub"),
    ("การประสานงานระหว่างองค์กร (inter-organization coordination)", "การประสานงานระหว่างองค์กร = inter-organization coordination"),
    ("social capital (ทุนทางสังคม) สะสมได้", "ทุนทางสังคม = social capital"),
    ("คือ ทุนมนุษย์ (อังกฤษ: human capital)", "ทุนมนุษย์ = human capital"),
    ("การสร้างพื้นที่ทางสังคม (social space) ให้กว้าง", "การสร้างพื้นที่ทางสังคม = social space"),
    ("เน้นการเรียนรู้ที่เน้นผู้เรียนเป็นสำคัญ (student-centred learning)", "การเรียนรู้ที่เน้นผู้เรียนเป็นสำคัญ = student-centred learning"),
    ("ความสัมพันธ์ซึ่งกันและกัน (reciprocity) เกิดขึ้น", "ความสัมพันธ์ซึ่งกันและกัน = reciprocity"),
    ("หน้าที่พลเมือง (civic duty)", "หน้าที่พลเมือง = civic duty"),
    ("ถ้าฝนทิ้งช่วงจึงเกิดภาวะแล้ง (drought)", "ภาวะแล้ง = drought"),
    ("เธอเสนอบันไดการมีส่วนร่วม (participation ladder)", "บันไดการมีส่วนร่วม = participation ladder"),
    ("ขั้นการรับรู้และการตอบสนอง (response stage)", "ขั้นการรับรู้และการตอบสนอง = response stage"),
    ("และลักษณะทางกายภาพ (physical evidence)", "ลักษณะทางกายภาพ = physical evidence"),
    ("ดินเมื่อขาดน้ำเป็นเวลานานย่อมเกิดการแตกระแหง (cracking)", "การแตกระแหง = cracking"),
    ("คุณภาพโดยรวมของบริการ (overall service quality)", "คุณภาพโดยรวมของบริการ = overall service quality"),
    ("การธำรงไว้ซึ่งอำนาจ (maintenance of power)", "การธำรงไว้ซึ่งอำนาจ = maintenance of power"),
    ("ผู้นำโดยกำเนิด (born leader)", "ผู้นำโดยกำเนิด = born leader"),
    ("การพิมพ์สามมิติ (3D printing) แพร่หลาย", "การพิมพ์สามมิติ = 3D printing"),
    ("ปรากฏการณ์เรือนกระจก (greenhouse effect)", "ปรากฏการณ์เรือนกระจก = greenhouse effect"),
    ("ปรากฏการณ์ข่าวลือ (rumour) แพร่เร็ว", "ข่าวลือ = rumour"),
    ("ครูยังขาดความเชื่อมั่น (self-confidence) ในการสอน", "ความเชื่อมั่น = self-confidence"),
    ("ดัชนีมวลกาย (Body Mass Index) หรือ BMI ใช้กันมาก", "ดัชนีมวลกาย = Body Mass Index; BMI"),
    ("การสอนโดยใช้เกม (game-assisted teaching)", "การสอนโดยใช้เกม = game-assisted teaching"),
    ("กำหนดองค์ประกอบของคุณภาพการนอน (quality of sleep) ไว้", "คุณภาพการนอน = quality of sleep"),
    ("ระบุองค์ประกอบของคุณภาพ (components of quality) ไว้", "องค์ประกอบของคุณภาพ = components of quality"),
    ("กลุ่มที่สองศึกษาความเหนื่อยหน่าย (burnout) ของครู", "ความเหนื่อยหน่าย = burnout"),
    ("ประชาสังคม หรือที่ภาษาอังกฤษเรียกว่า Civil Society หมายถึง", "ประชาสังคม = Civil Society"),
    ("หลักความใกล้ชิดประชาชน ซึ่งภาษาอังกฤษใช้คำว่า subsidiarity มีที่ใช้", "หลักความใกล้ชิดประชาชน = subsidiarity"),
    ("การทอแบบขิดหรือที่เรียกว่า supplementary weft ยังมีอยู่", "การทอแบบขิด = supplementary weft"),
    ("แนวคิดเรื่องอำนาจนำ (hegemony) ของกรัมชี่", "อำนาจนำ = hegemony"),
    ("ผ่านกระบวนการสังคมประกิต (socialization)", "กระบวนการสังคมประกิต = socialization"),
    ("ได้แก่ ความน่าเชื่อถือ (credibility)", "ความน่าเชื่อถือ = credibility"), ("ระบบนิเวศ (ecosystem) มีสมดุล", "ระบบนิเวศ = ecosystem"),
    ("ได้เสนอแนวคิดธรรมาภิบาล (good governance) ขึ้น", "ธรรมาภิบาล = good governance"),
    ("ทฤษฎีการกำหนดวาระข่าวสาร (agenda-setting theory) เริ่มขึ้น", "ทฤษฎีการกำหนดวาระข่าวสาร = agenda-setting theory"),
    ("เทศบาลแห่งหนึ่ง จัดตั้งสภาเมือง (city council) ขึ้น", "สภาเมือง = city council"),
    ("การควบคุมโรคต้องอาศัยการจัดการตนเอง (self-management)", "การจัดการตนเอง = self-management"),
    ("การทดลองใช้ได้ (trialability) ทำให้ยอมรับเร็ว", "การทดลองใช้ได้ = trialability"),
    ("โรคเบาหวานชนิดที่ 2 (type 2 diabetes) เพิ่มขึ้น", "โรคเบาหวานชนิดที่ 2 = type 2 diabetes"),
    ("การเข้ากับข้อมูลเกินพอดี (overfitting) เกิดขึ้น", "การเข้ากับข้อมูลเกินพอดี = overfitting"),
    (
      "พัฒนาโปรแกรมลดความเครียดโดยใช้สติเป็นฐาน (Mindfulness-Based Stress Reduction)",
      "โปรแกรมลดความเครียดโดยใช้สติเป็นฐาน = Mindfulness-Based Stress Reduction"
    ),
    ("ต่อมามีผู้เพิ่มการตลาดผ่านสื่อสังคม (social media marketing)", "การตลาดผ่านสื่อสังคม = social media marketing"),
    ("ผู้นำการเปลี่ยนแปลง (change agent) ต้องกล้า", "ผู้นำการเปลี่ยนแปลง = change agent"),
    ("การท่องเที่ยวโดยชุมชน (community-based tourism) เริ่มขึ้น", "การท่องเที่ยวโดยชุมชน = community-based tourism"),
    ("มองว่าเป็นโอกาสของการท่องเที่ยว (tourism)", "การท่องเที่ยว = tourism"),
    ("ถูกวิจารณ์เรื่องการตกหล่น (exclusion error) มาก", "การตกหล่น = exclusion error"),
    ("ชุมชนการเรียนรู้ มาจากภาษาอังกฤษว่า learning community และ", "ชุมชนการเรียนรู้ = learning community"),
    // A clause in front.
    ("ย้ำว่าดนตรีช่วยบ่มเพาะจินตนาการร่วม (shared imagination) ของเด็ก", "จินตนาการร่วม = shared imagination"),
    ("นักเรียนพึงรู้จักพยางค์ (syllable) ก่อน", "พยางค์ = syllable"),
    ("ท่านกลับเน้นที่ฉันทลักษณ์ (prosody) มากกว่า", "ฉันทลักษณ์ = prosody"),
    ("แบ่งสัญญะ (sign) เป็น 2 ส่วน", "สัญญะ = sign"),
    ("โดยระบุผลลัพธ์ของรายวิชา (Course Learning Outcomes: CLOs) ให้ชัด", "ผลลัพธ์ของรายวิชา = Course Learning Outcomes; CLOs"),
    ("ผู้บริหารควรคำนึงถึงวัฒนธรรมองค์การ (organizational culture)", "วัฒนธรรมองค์การ = organizational culture"),
    ("ต่อมานักวิจัยพัฒนามาตรวัด (scale) ขึ้นใหม่", "มาตรวัด = scale"),
    ("ดังที่เรียกว่าการครอบงำโดยชนชั้นนำ (elite capture) ในตำบล", "การครอบงำโดยชนชั้นนำ = elite capture"),
    ("ที่เรียกว่า ภาวะสิ้นหวังจากการเรียนรู้ (learned helplessness)", "ภาวะสิ้นหวังจากการเรียนรู้ = learned helplessness"),
    ("หลักแรก การรวมอำนาจ ซึ่งตรงกับภาษาอังกฤษว่า centralization และ", "การรวมอำนาจ = centralization"),
    ("การให้เอกชนดำเนินการ (privatization) คือการโอนกิจการ", "การให้เอกชนดำเนินการ = privatization"),
    ("การที่ประชาชนเลือกผู้แทนของตนเข้าไปจัดทำบริการสาธารณะ (public services)", "บริการสาธารณะ = public services"),
    // The English says the verb too, or the verb is a noun's.
    ("การแบ่งส่วนตลาด (market segmentation) เริ่มจากลูกค้า", "การแบ่งส่วนตลาด = market segmentation"),
    ("ที่ทำให้เกิดพลัง ขยายผลแบบก้าวกระโดด (quantum leap) ของงาน", "ขยายผลแบบก้าวกระโดด = quantum leap"),
    ("งบแสดงฐานะการเงิน (statement of financial position) จัดทำทุกปี", "งบแสดงฐานะการเงิน = statement of financial position"),
    ("ระบบสนับสนุนการตัดสินใจ (decision support system) ใช้กันมาก", "ระบบสนับสนุนการตัดสินใจ = decision support system"),
    ("แลกเปลี่ยนเรียนรู้ (knowledge sharing) กันทุกเดือน", "แลกเปลี่ยนเรียนรู้ = knowledge sharing"),
    ("รู้จักตนเอง (self-understanding) ก่อนผู้อื่น", "รู้จักตนเอง = self-understanding"),
    ("เขียนเว็บไซต์ (web development) เป็น", "เขียนเว็บไซต์ = web development"),
    ("สื่อสังคมออนไลน์ (social media) แพร่หลาย", "สื่อสังคมออนไลน์ = social media"),
    ("ใบกำกับภาษี (tax invoice) ต้องออกทุกครั้ง", "ใบกำกับภาษี = tax invoice"),
    ("วางแผนกลยุทธ์ (strategic planning) ทุกปี", "วางแผนกลยุทธ์ = strategic planning"),
    ("คอมพิวเตอร์ช่วยสอน (computer-assisted instruction) แพร่หลาย", "คอมพิวเตอร์ช่วยสอน = computer-assisted instruction"),
  ])
  func areCutWhereTheTermBegins(_ text: String, _ expected: String) { #expect(terms(in: text) == [expected]) }

  @Test(arguments: [
    "ปีเตอร์ เซงเก (Peter Senge) เสนอแนวคิด", "ผลการทดสอบ (N = 120) พบว่า", "ค่าเฉลี่ย (M = 3.5)", "ตัวอย่าง (e.g. Google)",
    "แนวคิดของ Schuler (1996)",
    "คะแนน (p < .05) ต่างกัน", "เอกสาร (ดูภาคผนวก ก)", "วิธีนี้ (ลองผิด-ลองถูก) ใช้กันมาก", "เขากล่าวไว้ (ibid.) ว่า",
    "และสร้างความสัมพันธ์ขึ้นในสังคมมนุษย์ (social network)", "วิชามนุษย์กับอารยธรรม (GE 1103) เปิดสอน", "มาตรฐานระบบคุณภาพ (ISO 9001) ใช้ทั่วโลก",
    "ระบบที่พบบ่อยเป็นของต่างประเทศ (SAP, Oracle) และแพง", "รอนดิเนลลี (Rondinelli) ศึกษาเรื่องนี้มานาน", "อาจารย์ฮิลล์ (Prof. James Hill) มาสอน",
    "ที่รัฐโอไฮโอ (Ohio) มีมาก",
    "คำนี้เบาม์การ์เทิน (A. G. Baumgarten) เป็นผู้ใช้ก่อน",
    "สหพันธ์เกษตรอินทรีย์นานาชาติ (IFOAM) (2551) กำหนดหลักการ", "ให้ความรู้แบบเดียวกันกับทุกคน (one size fits all)",
  ])
  func areNotMadeOfOtherBrackets(_ text: String) { #expect(terms(in: text) == []) }

  @Test func takeTheShorterTermOfOneEnglish() {
    #expect(
      terms(in: "## ความหมายของทุนทางสังคม (social capital)\n\nทุนทางสังคม (social capital) สะสมได้")
        == ["ทุนทางสังคม = social capital", "ทุนทางสังคม = social capital"])
  }

  @Test func areMarkedByTheAuthor() {
    let reading = chapter("ใน[กลุ่มพวก]{.concept en=\"clique\" of=\"กลุ่มย่อย\" #clique}มีกติกา")
    #expect(reading.terms.map(\.term) == ["กลุ่มพวก"])
    #expect(reading.terms.map(\.english) == [["clique"]])
    #expect(reading.terms.map(\.aliasOf) == ["กลุ่มย่อย"])
    #expect(reading.terms.map(\.id) == ["clique"])
    #expect(reading.terms.map(\.place.certainty) == [.marked])
  }

  @Test func areNotReadWhereTheAuthorSaysPlain() {
    #expect(terms(in: "[เครือข่าย (network)]{.plain} เป็นคำใหม่") == [])
    #expect(terms(in: "> [!plain]\n> เครือข่าย (network) เป็นคำใหม่") == [])
    #expect(terms(in: "---\nignore: [concept]\n---\n\nเครือข่าย (network) เป็นคำใหม่") == [])
  }
}
