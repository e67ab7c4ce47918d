import CourseModel
import Rendering
import Diagnostics

/// A QTI package: an item a file, a test with a section a category, and a manifest that names them all.
package struct QTIPackage: QuizFormat {
  package let name: String
  package let fileExtension = "zip"
  package let isText = false
  private let dialect: QTIDialect

  package static let v21 = QTIPackage("qti21", .v21)
  package static let v22 = QTIPackage("qti22", .v22)
  package static let v30 = QTIPackage("qti30", .v30)

  private init(_ name: String, _ version: QTIDialect.Version) {
    self.name = name
    dialect = QTIDialect(version: version)
  }

  package func write(_ bank: QuizBank, _ options: QuizWritingOptions) -> ExportedQuiz {
    let labels = Labels(language: bank.language)
    let writer = QTIItem(dialect: dialect, labels: labels, markup: ItemMarkup(labels: labels, options: options))
    var zip = ZipArchive()
    var files: [(id: String, href: String, item: String)] = []
    var omissions = Omissions()
    var ids: [String: String] = [:]
    var documents: [(href: String, bytes: [UInt8])] = []
    for item in bank.items where ids[item.id] == nil {
      let id = PackageID.name("item", item.id)
      switch writer.document(item, identifier: id) {
      case .success(let bytes):
        ids[item.id] = id
        files.append((id, "items/\(id).xml", item.id))
        documents.append(("items/\(id).xml", bytes))
      case .failure(let reason): omissions.add(reason.wording)
      }
    }
    let shelves = Shelving(bank, labels: labels)
    zip.add("imsmanifest.xml", manifest(files, bank))
    zip.add("test.xml", test(shelves, ids, bank, options))
    for document in documents { zip.add(document.href, document.bytes) }
    return ExportedQuiz(bytes: zip.finished(), written: files.count, omitted: omissions.list)
  }

  private func manifest(_ files: [(id: String, href: String, item: String)], _ bank: QuizBank) -> [UInt8] {
    var xml = XMLBuffer()
    xml.declaration()
    xml.element("manifest", [.init("xmlns", dialect.packageNamespace), .init("identifier", "manifest")]) { xml in
      xml.element("metadata") { xml in
        xml.element("schema", text: dialect.schema.name)
        xml.element("schemaversion", text: dialect.schema.version)
      }
      xml.empty("organizations")
      xml.element("resources") { xml in
        xml.element("resource", [.init("identifier", "test"), .init("type", dialect.testType), .init("href", "test.xml")]) { xml in
          xml.empty("file", [.init("href", "test.xml")])
          for file in files { xml.empty("dependency", [.init("identifierref", file.id)]) }
        }
        for file in files {
          xml.element("resource", [.init("identifier", file.id), .init("type", dialect.itemType), .init("href", file.href)]) {
            xml in
            xml.empty("file", [.init("href", file.href)])
          }
        }
      }
    }
    return xml.bytes
  }

  private func test(_ shelving: Shelving, _ ids: [String: String], _ bank: QuizBank, _ options: QuizWritingOptions) -> [UInt8] {
    var sections = shelving.shelves.map {
      (id: PackageID.name("section", $0.category.id), title: $0.path.joined(separator: " › "), items: $0.items)
    }
    if !shelving.loose.isEmpty { sections.append((id: "section-rest", title: bank.title, items: shelving.loose)) }
    var xml = XMLBuffer()
    xml.declaration()
    xml.element(
      dialect(.assessmentTest),
      [
        .init("xmlns", dialect.itemNamespace), .init("identifier", "test"),
        .init("title", options.topCategory ?? nonEmpty(bank.title)),
      ]
    ) { xml in
      xml.element(
        dialect(.testPart),
        [.init("identifier", "part"), .init(dialect(.navigationMode), "nonlinear"), .init(dialect(.submissionMode), "individual")]
      ) { xml in
        var wroteOne = false
        for section in sections {
          let items = section.items.filter { ids[$0.id] != nil }
          if items.isEmpty { continue }
          wroteOne = true
          xml.element(
            dialect(.assessmentSection),
            [.init("identifier", section.id), .init("title", nonEmpty(section.title)), .init("visible", "true")]
          ) { xml in
            for item in items {
              guard let id = ids[item.id] else { continue }
              // One item may be referred to from several sections; references have names of their own.
              xml.empty(
                dialect(.assessmentItemRef),
                [.init("identifier", PackageID.name("ref", section.id + "." + id)), .init("href", "items/\(id).xml")])
            }
          }
        }
        if !wroteOne {
          xml.empty(
            dialect(.assessmentSection), [.init("identifier", "section-none"), .init("title", "-"), .init("visible", "true")])
        }
      }
    }
    return xml.bytes
  }

  private func nonEmpty(_ title: String) -> String { title.isEmpty ? "-" : PlainText.oneLine(title) }
}
