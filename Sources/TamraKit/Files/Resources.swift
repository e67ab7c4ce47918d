import Diagnostics

/// Templates and assets: what the binary carries, each file overridden by the course's own of the same name; programs never are.
package struct Resources: Sendable {
  /// Text of each template, by its path below `Templates/`.
  package private(set) var templates: [String: SourceText] = [:]
  /// Bytes of each asset, by its path below `Site/assets/`.
  package private(set) var assets: [String: [UInt8]] = [:]
  /// The starter course of `tamra init`, by path from its folder.
  package private(set) var starter: [String: String] = [:]

  private static let starterFolder = "course/"

  /// - Parameter course: nil for what the binary carries alone.
  package init(course: CourseFolder?) throws {
    for (path, text) in EmbeddedFiles.all {
      let text = String(describing: text)
      if let name = path.dropping("Templates/") {
        if let inner = name.dropping(Self.starterFolder) {
          starter[inner] = text
        } else {
          templates[name] = SourceText(file: path, text)
        }
      } else if let name = path.dropping("Site/assets/") {
        assets[name] = Array(text.utf8)
      }
    }
    guard let course else { return }
    for name in try course.files(below: "Templates") where !name.hasPrefix(Self.starterFolder) && !name.hasSuffix(".py") {
      templates[name] = try course.text("Templates/" + name)
    }
    for name in try course.files(below: "Site/assets") {
      assets[name] = try FileReading.bytes(at: course.root + "/Site/assets/" + name)
    }
  }
}

extension String {
  /// What follows a prefix; nil when the text does not start with it.
  func dropping(_ prefix: String) -> String? { hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil }
}
