extension WordBreaker {
  /// The words of a text that say what it is about, in order and with repeats: dictionary words without function words, Latin words of two
  /// letters or more in lower case, numbers with Arabic digits. For how near two statements are.
  package func contentWords(_ text: String) -> [String] {
    let bytes = comparisonKey(Array(text.utf8))
    return words(in: bytes).compactMap { range in
      let word = String(decoding: bytes[range], as: UTF8.self)
      if range.count < 2 && !isASCIIDigit(bytes[range.lowerBound]) { return nil }
      return functionWords.contains(word) ? nil : word
    }
  }
}

/// Whether a word only holds others together: คือ, ของ, ที่, การ …
package func isFunctionWord(_ word: String) -> Bool { functionWords.contains(word) }

/// Prepositions, conjunctions, classifiers, auxiliaries, pronouns and the nominalisers การ and ความ, as libthai cuts them.
private let functionWords: Set<TextKey> = {
  let words = """
    ก็ กว่า กับ การ ความ แก่ แก ของ คง ควร ครับ ค่ะ คะ คือ คราว ครั้ง ค่อย ค่อนข้าง ขณะ ขึ้น ข้าง เขา เข้า เคย จน จนกระทั่ง จะ จาก จึง จริง
    ใช่ ใช้ ซึ่ง ซึ่งกันและกัน เช่น เช่นเดียวกัน เช่นกัน เชิง ณ ด้วย ดัง ดังกล่าว ดังนั้น ดังนี้ ด้าน โดย โดยเฉพาะ โดยเฉพาะอย่างยิ่ง ได้ ได้แก่ เดียว
    เดียวกัน ต่อ ต่อไป ต่าง ต่างๆ ตาม ตามที่ ตั้งแต่ ต้อง ตน ตนเอง ตัว ตัวเอง ตัวอย่าง แต่ แต่ละ ถึง ถ้า ถ้าหาก ถูก ท่าน ที่ ที่จะ ทั้ง
    ทั้งนี้ ทั้งสอง ทั้งหมด ทั้งหลาย ทาง ทำ ทำให้ ทุก เท่า เท่านั้น เท่าที่ แทน นอกจาก นอกจากนี้ นอกจากนั้น นั่น นั่นคือ นั้น นี่ นี้ นับ นะ
    ใน เนื่องจาก เนื่อง บน บาง บ้าง แบบ ประการ ปี เป็น เป็นต้น เปล่า ไป ผ่าน ผู้ ฝ่าย พบ พบว่า พวก พร้อม พร้อมทั้ง เพราะ เพราะว่า เพียง เพื่อ เพื่อให้
    ภายใต้ ภายใน มัก มักจะ มัน มา มาก มากมาย มิ มิได้ มี เมื่อ แม้ แม้ว่า ไม่ ไม่ว่า ย่อม ยัง ยิ่ง ระหว่าง รวม รวมทั้ง รวมถึง เรา เรียก เริ่ม เรื่อง
    และ แล้ว ละ ล้วน ลง ลักษณะ ไว้ ว่า วิธี ส่วน สามารถ สิ่ง สำหรับ สู่ เสมอ เสีย หนึ่ง หน่อย หมายถึง หมายความ หมายความว่า หรือ หลัง หลาย
    หาก ห้า ให้ เหตุ เหล่า เหล่านี้ เหล่านั้น แห่ง ไหน อย่าง อย่างไร อย่างไรก็ตาม อยู่ ออก อะไร อัน อาจ อาจจะ อีก อื่น เอง เอา ใคร ใด ใดๆ
    ข้อ กล่าว กล่าวคือ กล่าวว่า กล่าวถึง ก่อน กัน เกี่ยวกับ เกี่ยว เกิด เกินไป ก่อให้เกิด ขอ คำ คำว่า สอง สาม สี่ กลับ ทั่ว ทั่วไป
    the of and or to in on at by for from with as is are was were be been it its this that these those an which who
    """
  return Set(texts: words.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
}()
