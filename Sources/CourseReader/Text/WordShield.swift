/// Words that hold a smaller word which would be read as another: «ที่» in «พื้นที่», «ว่า» in «ระหว่าง», «มี» in «เคมี».
extension ReadingText {
  /// Whether the small word in `range` is a part of a bigger one.
  func isShielded(_ range: Range<Int>) -> Bool {
    // «แคบกว่า», not «กล่าวกันมาก|ว่า».
    if hasPrefix("ว่า", at: range.lowerBound), range.count == 9, hasSuffix("ก", before: range.lowerBound),
      hasSuffix("มากก", before: range.lowerBound) || wordsEndingInK.match(self, before: range.lowerBound, from: 0) == nil
    {
      return true
    }
    if hasPrefix("ว่า", at: range.lowerBound), range.count == 9, hasPrefix("ง", at: range.upperBound) {
      // «ว่างาน» is two words, «ระหว่าง» and «ช่องว่าง» one.
      return !hasPrefix("งา", at: range.upperBound) || hasSuffix("ระห", before: range.lowerBound)
    }
    if opensCompound(range) { return true }
    if let match = compoundEnds.match(self, before: range.upperBound, from: 0), match.length > range.count { return true }
    return false
  }

  /// Whether the word goes on as another: «ที่ดิน» of «ที่». Where a run begins, nothing before it can hold the word.
  func opensCompound(_ range: Range<Int>) -> Bool {
    compoundStarts.match(self, at: range.lowerBound, end: count).map { $0.length > range.count } ?? false
  }
}

/// Before «ว่า», where «กว่า» is no word: «หลักว่า», «รู้สึกว่า».
private let wordsEndingInK = SuffixTable(wordList("หลัก เรียก บอก มาก นึก รู้สึก หนัก ออก ทัก ยาก สำนึก บันทึก จารึก"))
private let compoundStarts = PhraseTable(
  wordList(
    """
    ที่ดิน ที่ปรึกษา ที่อยู่อาศัย ที่พัก ที่ราบ ที่ประชุม ที่ตั้ง ที่ทำการ มีด มีชีวิต ใช้งาน ใช้ชีวิต ส่วนร่วม ส่วนรวม ส่วนประสม ส่วนแบ่ง ส่วนเกิน ส่วนต่าง ส่วนเบี่ยงเบน ส่วนบุคคล ส่วนตัว ส่วนดี ส่วนเสีย ส่วนด้อย ส่วนเด่น ส่วนบกพร่อง ส่วนย่อย ส่วนได้ส่วนเสีย ส่วนกลาง ส่วนภูมิภาค ส่วนท้องถิ่น ต่อรอง ต่อเนื่อง
    ด้านมืด เกิดใหม่ ศึกษาศาสตร์ เป็นธรรม เป็นต้น ทั้งหมด แต่งตั้ง ในหลวง ผ่านศึก พัฒนาการ พัฒนาชุมชน พัฒนบริหาร ถึงพร้อม ลักษณะนิสัย แก่นแท้ พวกพ้อง พร้อมเพรียง สรุปความ อย่างน้อย เน้นย้ำ ซึ่งกัน
    และกัน หรือไม่ กับดัก ให้บริการ ให้คำปรึกษา ให้รางวัล ได้เปรียบ จากกัน สร้างสรรค์ โดยสาร ต่อต้าน ต่อสู้ จะเป็น คือข่าย เกิดขึ้น มีส่วนร่วม มีเหตุผล มีวิจารณญาณ มีคุณภาพ มีประสิทธิภาพ มีประสิทธิผล เป็นเลิศ
    เป็นสุข เป็นกลาง เป็นอยู่ เป็นพลเมือง เป็นผู้นำ เป็นสำคัญ เป็นฐาน เป็นหลัก เป็นศูนย์กลาง เป็นระบบ จากธรรมชาติ ให้ความร่วมมือ ไม่มี โดยรวม โดยกำเนิด โดยธรรมชาติ โดยตรง โดยอ้อม โดยสมัครใจ โดยพฤตินัย โดยนิตินัย โดยปริยาย โดยเจตนา โดยชอบ โดยสุจริต ส่วนสูง ส่วนราชการ ส่วนประกอบ ลักษณะทาง ลักษณะเฉพาะ ลักษณะเด่น
    ลักษณะร่วม ข้อมูล ข้อความ ถูกต้อง ถูกใจ ต้องการ
    """))

private let compoundEnds = SuffixTable(
  wordList(
    """
    พื้นที่ หน้าที่ เจ้าหน้าที่ แผนที่ สถานที่ คงที่ เต็มที่ ทันที เท่าที่ ภายใน รายได้ ติดต่อ เกี่ยวกับ กำกับ ติดตาม เข้าถึง ตัวอย่าง ช่องว่าง เครื่องใช้ ผู้ใช้ การใช้ เจ้าของ สิ่งของ ข้าวของ เคมี ซึ่งกันและกัน กันและกัน
    แห่งความเป็น ความเป็น การเป็น การมี ผู้มี ผู้ให้ การให้ การได้ การเกิด การไม่ ความไม่ อย่างมี อย่างเป็น หลักการ ต่าง_ๆ_และ วิธีใช้ การจาก การต่อ การถึง การอาศัย ที่อาศัย อยู่อาศัย พึ่งพาอาศัย แนวร่วม ส่งต่อ สืบต่อ
    เข้ากับ คู่กับ ขั้นต่อ เชื่อมต่อ การศึกษา ผู้ได้ คำว่า ผู้เป็น ไว้ซึ่ง มาซึ่ง รับใช้ รู้สึกมี รู้สึกเป็น
    """))
