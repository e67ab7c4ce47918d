import Diagnostics

/// Looks through a template and its partials for what mustache would render as nothing.
struct TemplateCheck {
  let templates: [String: SourceText]
  let values: [String: TemplateValue]
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var visited: Set<String> = []
  private var open: [String] = []

  init(templates: [String: SourceText], values: [String: TemplateValue]) {
    self.templates = templates
    self.values = values
  }

  mutating func report(_ id: String, at span: SourceSpan?, thai: String, english: String, repair: Wording? = nil) {
    diagnostics.append(Diagnostic(id, .error, thai: thai, english: english, at: span, repair: repair))
  }

  mutating func template(_ name: String, referredFrom span: SourceSpan?) {
    guard let text = templates[name] else {
      report(
        "unknown-partial", at: span, thai: "ไม่มีแม่แบบชื่อ “\(name)”", english: "there is no template named “\(name)”",
        repair: Wording(
          thai: "สร้าง Templates/\(name).mustache หรือแก้ชื่อ", english: "make Templates/\(name).mustache or mend the name"))
      return
    }
    if open.contains(name) {
      report(
        "template-circle", at: span, thai: "แม่แบบ “\(name)” เรียกตัวเอง", english: "the template “\(name)” includes itself")
      return
    }
    guard visited.insert(name).inserted else { return }
    open.append(name)
    tags(of: text)
    open.removeLast()
  }

  private mutating func tags(of text: SourceText) {
    if let bad = text.bytes.firstIndex(where: { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }) {
      report(
        "template-control-character", at: text.span(ByteRange(bad, bad + 1)), thai: "แม่แบบมีอักขระควบคุม",
        english: "the template holds a control character")
    }
    let (tags, unclosed) = templateTags(in: text)
    if let unclosed {
      report(
        "template-syntax", at: text.span(unclosed), thai: "แท็กของแม่แบบไม่มี “}}” ปิด",
        english: "a tag of the template is never closed",
        repair: Wording(thai: "เติม “}}”", english: "write “}}” after its name"))
    }
    var sections: [TemplateTag] = []
    for tag in tags {
      switch tag.kind {
      case .comment: continue
      case .partial: template(tag.name, referredFrom: text.span(tag.range))
      case .value: key(tag, in: sections, of: text)
      case .section, .inverted:
        key(tag, in: sections, of: text)
        sections.append(tag)
      case .close:
        guard let last = sections.popLast(), last.name == tag.name else {
          report(
            "template-section", at: text.span(tag.range), thai: "“/\(tag.name)” ไม่ได้ปิดส่วนที่เปิดไว้",
            english: "“/\(tag.name)” closes no open section")
          return
        }
      case .other:
        report(
          "template-tag", at: text.span(tag.range), thai: "แท็กชนิดนี้ใช้ในแม่แบบของเราไม่ได้",
          english: "this kind of tag is not used here",
          repair: Wording(
            thai: "ใช้ {{ชื่อ}} {{#ส่วน}} {{^ส่วน}} หรือ {{>แม่แบบ}}", english: "use {{name}}, {{#section}}, {{^section}} or {{>partial}}")
        )
      }
    }
    for section in sections {
      report(
        "template-section", at: text.span(section.range), thai: "ส่วน “\(section.name)” ไม่มีที่ปิด",
        english: "the section “\(section.name)” is never closed",
        repair: Wording(thai: "เติม {{/\(section.name)}}", english: "write {{/\(section.name)}} where it ends"))
    }
  }

  private mutating func key(_ tag: TemplateTag, in sections: [TemplateTag], of text: SourceText) {
    if tag.name == ".", !sections.isEmpty { return }
    if PageTemplate.Slot(rawValue: tag.name) != nil, tag.kind == .value { return }
    var scopes = [values]
    for section in sections {
      for scope in scopes {
        if case .list(let rows)? = scope[section.name] { scopes += rows.prefix(1) }
      }
    }
    guard !scopes.contains(where: { $0[tag.name] != nil }) else { return }
    let known = (PageTemplate.Slot.allCases.map(\.rawValue) + values.keys).sorted().joined(separator: ", ")
    report(
      "unknown-template-key", at: text.span(tag.range), thai: "แม่แบบไม่รู้จัก “\(tag.name)”",
      english: "the template asks for “\(tag.name)”, which does not exist",
      repair: Wording(thai: "ใช้คำใดคำหนึ่งใน: \(known)", english: "use one of: \(known)"))
  }
}
