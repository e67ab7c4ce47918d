import Diagnostics
import Rendering

/// The interface's words in both languages, for a reader who wants the menus in the other one.
struct InterfaceWords {
  private static let reader: [(StaticString, Wording)] = [
    ("title", Word.readerSettings.wording),
    ("size", Wording(thai: "ขนาดตัวอักษร", english: "Letter size")),
    ("scheme", Wording(thai: "สี", english: "Colours")),
    ("language", Wording(thai: "ภาษาของเมนู", english: "Language of the menus")),
    ("copyHere", Wording(thai: "คัดลอกลิงก์มาที่ข้อความนี้", english: "Copy a link to this passage")),
    ("copied", Wording(thai: "คัดลอกแล้ว", english: "Copied")),
    ("readOn", Wording(thai: "อ่านต่อจากเดิม", english: "Read on from")),
    ("readSoFar", Wording(thai: "อ่านแล้ว", english: "Read so far:")),
  ]
  private static let sizes: [(StaticString, Wording)] = [
    ("small", Wording(thai: "เล็ก", english: "Small")), ("normal", Wording(thai: "ปกติ", english: "Normal")),
    ("large", Wording(thai: "ใหญ่", english: "Large")), ("larger", Wording(thai: "ใหญ่มาก", english: "Largest")),
  ]
  private static let schemes: [(StaticString, Wording)] = [
    ("auto", Wording(thai: "ตามเครื่อง", english: "As the device")), ("light", Wording(thai: "สว่าง", english: "Light")),
    ("dark", Wording(thai: "มืด", english: "Dark")),
  ]

  func script() -> [UInt8] {
    var json = JSONBuffer(isPretty: false, isScriptSafe: true)
    json.object { json in
      json.array("pairs", Word.allCases) { json, word in
        json.array { json in
          json.element(word.wording.thai)
          json.element(word.wording.english)
        }
      }
      json.array("units", Words.Unit.allCases) { json, unit in
        json.array { json in for form in [unit.forms.thai, unit.forms.one, unit.forms.many] { json.element(form) } }
      }
      json.object("reader") { json in
        for (key, language) in [("th", Language.thai), ("en", .english)] as [(StaticString, Language)] {
          json.object(key) { json in
            for (name, wording) in Self.reader { json.field(name, wording.text(in: language)) }
            json.object("sizes") { json in for (name, wording) in Self.sizes { json.field(name, wording.text(in: language)) } }
            json.object("schemes") { json in for (name, wording) in Self.schemes { json.field(name, wording.text(in: language)) } }
          }
        }
      }
    }
    return Array("window.tamraWords = ".utf8) + json.bytes + Array(";\n".utf8)
  }
}

/// What makes the site installable.
struct Manifest {
  let context: PageContext

  var bytes: [UInt8] {
    var json = JSONBuffer()
    json.object { json in
      json.field("name", context.siteTitle)
      json.field("short_name", String(context.siteTitle.prefix(24)))
      json.field("lang", context.words.language.rawValue)
      json.field("start_url", "index.html")
      json.field("scope", "./")
      json.field("display", "minimal-ui")
      json.field("background_color", "#fdfcf9")
      json.field("theme_color", "#0b5d6b")
      json.array("icons", ["any", "maskable"]) { json, purpose in
        json.object { json in
          json.field("src", SitePaths.asset("icon.svg"))
          json.field("sizes", "any")
          json.field("type", "image/svg+xml")
          json.field("purpose", purpose)
        }
      }
    }
    return json.bytes + [0x0A]
  }
}
