import Diagnostics
import Rendering

/// What the site keeps on the reader's device, and the way to take it out, bring it in and delete it.
package struct StoredPage: Page {
  package var path: String { SitePaths.stored }

  package func render(_ context: PageContext) -> [UInt8] {
    let language = context.words.language
    func said(_ thai: String, _ english: String) -> String { Wording(thai: thai, english: english).text(in: language) }
    return context.plainPage(
      path, title: context.words(.storedHere), description: said("ไม่มีข้อมูลใดออกจากเครื่องของคุณ", "Nothing leaves your device"),
      kind: "stored",
      head: PageHead(scripts: ["stored.js"])
    ) { out in
      out.element("p", class: "lead") {
        $0.text(
          said(
            "ไม่มีข้อมูลใดออกจากเครื่องของคุณ ไม่มีคุกกี้ ไม่มีการนับผู้ชม และไม่มีการติดต่อเว็บไซต์อื่น",
            "Nothing leaves your device: no cookies, no counting of visitors, no request to any other site."))
      }
      let kept: [(StaticString, String, String)] = [
        ("reader", "การตั้งค่าการอ่าน", "Your reading settings"), ("read", "อ่านแต่ละบทถึงไหน", "How far you have read"),
        ("practice", "ผลการทำแบบฝึก", "Your answers to practice items"), ("cards", "กำหนดทบทวนบัตรคำ", "When each flashcard is due"),
        ("writing", "คำตอบที่เขียนไว้", "What you have written"),
      ]
      out.element("h2") { $0.text(said("สิ่งที่เก็บไว้", "What is kept")) }
      out.markup("<ul class=\"plain-list stored-list\"")
      out.attribute("data-none", said("ยังไม่มี", "nothing yet"))
      out.attribute("data-bytes", said("ไบต์", "bytes"))
      out.markup(">\n")
      for (name, thai, english) in kept {
        out.markup("<li data-store=\"")
        out.markup(name)
        out.markup("\">")
        out.text(said(thai, english))
        out.markup("</li>\n")
      }
      out.markup("</ul>\n")
      out.element("p") {
        $0.text(
          said(
            "ข้อมูลทั้งหมดอยู่ในเบราว์เซอร์นี้ของเครื่องนี้เท่านั้น หากล้างข้อมูลเบราว์เซอร์จะหายไป บันทึกเป็นไฟล์เพื่อสำรองหรือย้ายไปเครื่องอื่นได้",
            "All of it is in this browser on this device alone and goes when the browser's data is cleared. Save it to a file to keep it or to move it."
          ))
      }
      out.markup("<p class=\"actions stored-actions\"")
      out.attribute("data-export", said("บันทึกทั้งหมดเป็นไฟล์", "Save all to a file"))
      out.attribute("data-import", said("นำเข้าจากไฟล์", "Load from a file"))
      out.attribute("data-clear", said("ลบทั้งหมด", "Delete all"))
      out.attribute("data-sure", said("ลบแน่นอน กดอีกครั้ง", "Press again to delete"))
      out.attribute("data-offline", said("เก็บทั้งเว็บไซต์ไว้อ่านเมื่อไม่มีอินเทอร์เน็ต", "Keep the whole site for reading offline"))
      out.attribute("data-offline-done", said("เก็บแล้ว อ่านได้โดยไม่มีอินเทอร์เน็ต", "Kept: it can be read offline"))
      out.attribute(
        "data-from-disk",
        said("หน้านี้เปิดจากเครื่อง จึงอ่านได้โดยไม่มีอินเทอร์เน็ตอยู่แล้ว", "Opened from this device: it can be read offline as it is"))
      out.attribute("data-bad", said("ไฟล์นี้ไม่ใช่ข้อมูลของรายวิชานี้", "That file is not of this course"))
      out.attribute("data-loaded", said("นำเข้าแล้ว", "Loaded"))
      out.attribute("data-cleared", said("ลบแล้ว", "Deleted"))
      out.markup("></p>\n<p class=\"stored-note\" role=\"status\"></p>\n<noscript><p>")
      out.text(
        said(
          "เบราว์เซอร์นี้ปิด JavaScript ไว้ จึงไม่มีสิ่งใดถูกเก็บเพิ่ม และไม่มีปุ่มบันทึก นำเข้า หรือลบ ส่วนเนื้อหาของเว็บไซต์อ่านได้ครบทุกหน้า",
          "JavaScript is off: nothing more is kept, and there are no buttons to save, load or delete. All there is to read can still be read."
        ))
      out.markup("</p></noscript>\n")
      if context.settings.downloads.contains(.site) {
        out.element("h2") { $0.text(context.words(.downloads)) }
        out.markup("<p class=\"actions\"><a class=\"button\" download")
        out.attribute("href", SitePaths.zip)
        out.markup(">")
        out.text(context.words(.wholeSite))
        out.markup("</a></p>\n")
      }
    }
  }
}
