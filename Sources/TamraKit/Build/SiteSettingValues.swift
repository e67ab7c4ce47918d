import CourseReader
import Diagnostics
import SiteExporter
import Yams

/// How the values of `site.yml` that are no plain texts are read.
extension YAMLReader {
  /// The values of a list that are known; an error for each that is not.
  mutating func names<Value: RawRepresentable & CaseIterable>(
    _ node: Node?, _ name: String, _ read: (String) -> Value?
  ) -> [Value] where Value.RawValue == String {
    let known = Value.allCases.map(\.rawValue).joined(separator: ", ")
    return strings(node, name).compactMap { text in
      if let value = read(text) { return value }
      if let node {
        report(
          "unknown-setting", .error, at: range(of: node), thai: "ไม่รู้จัก “\(text)” ใน “\(name)”",
          english: "“\(text)” is not known in “\(name)”", repair: Wording(thai: "ที่ใช้ได้คือ \(known)", english: "known: \(known)"))
      }
      return nil
    }
  }

  /// The publisher's accent; an error and nil where it could not be read on the paper.
  mutating func accent(_ node: Node?, dark darkNode: Node?) -> AccentColour? {
    let dark = colour(darkNode, "accent-dark", on: AccentColour.darkGround)
    guard let light = colour(node, "accent", on: AccentColour.lightGround) else { return nil }
    return AccentColour(light: light, dark: dark)
  }

  private mutating func colour(_ node: Node?, _ name: String, on ground: AccentColour.RGB) -> AccentColour.RGB? {
    guard let node, let text = string(node, name) else { return nil }
    guard let colour = AccentColour.RGB(hex: text) else {
      wrongType(node, name, thai: "สีเช่น \"#0b5d6b\"", english: "a colour such as \"#0b5d6b\"")
      return nil
    }
    let contrast = colour.contrast(with: ground)
    guard contrast >= AccentColour.least else {
      let shown = "\(Int(contrast)).\(Int(contrast * 10) % 10)"
      report(
        "low-contrast", .error, at: range(of: node), thai: "สี \(text) บนพื้น \(ground.hex) มีความต่างเพียง \(shown) : 1 อ่านยาก",
        english: "\(text) on \(ground.hex) has a contrast of \(shown) : 1, too little to read",
        repair: Wording(thai: "เลือกสีที่ต่างจากพื้นอย่างน้อย 4.5 : 1", english: "choose one of at least 4.5 : 1"))
      return nil
    }
    return colour
  }
}
