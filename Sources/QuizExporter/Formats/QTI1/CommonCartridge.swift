import CourseModel
import Rendering
import Diagnostics

/// A Common Cartridge 1.1: an assessment a category, and the one question bank the profile allows, with every item in it.
package struct CommonCartridge: QuizFormat {
  package let name = "cc11"
  package let fileExtension = "imscc"
  package let isText = false

  private static let kind = "imsqti_xmlv1p2/imscc_xmlv1p1/"

  package init() {}

  package func write(_ bank: QuizBank, _ options: QuizWritingOptions) -> ExportedQuiz {
    let labels = Labels(language: bank.language)
    let writer = QTI1Item(flavour: .cartridge, labels: labels, markup: ItemMarkup(labels: labels, options: options))
    let shelving = Shelving(bank, labels: labels)
    let (items, omissions) = writer.sorted(bank.items)
    let kept = Set(items.map(\.id))
    let top = options.topCategory.map { [$0] } ?? []
    var category: [String: String] = [:]
    var files: [(id: String, title: String, href: String, bytes: [UInt8])] = []
    for shelf in shelving.shelves {
      let shelved = shelf.items.filter { kept.contains($0.id) }
      guard !shelved.isEmpty else { continue }
      let title = (top + shelf.path).map(PlainText.oneLine).joined(separator: " › ")
      for item in shelved where category[item.id] == nil { category[item.id] = title }
      let id = PackageID.name("assessment", shelf.category.id)
      let bytes = QTI1Item.document { xml in
        xml.element("assessment", [.init("ident", id), .init("title", title)]) { xml in
          xml.element("qtimetadata") { xml in
            QTI1Item.field("cc_profile", "cc.exam.v0p1", &xml)
            QTI1Item.field("qmd_assessmenttype", "Examination", &xml)
            QTI1Item.field("qmd_scoretype", "Percentage", &xml)
          }
          xml.element("section", [.init("ident", "root_section")]) { xml in
            for item in shelved { _ = writer.write(item, ident: PackageID.name("item", item.id), &xml) }
          }
        }
      }
      files.append((id, title, "\(id)/assessment.xml", bytes))
    }
    var zip = ZipArchive()
    zip.add("imsmanifest.xml", manifest(files.map { ($0.id, $0.title, $0.href) }, hasBank: !items.isEmpty, bank))
    for file in files { zip.add(file.href, file.bytes) }
    if !items.isEmpty {
      zip.add(
        "question-bank/bank.xml",
        QTI1Item.document { xml in
          xml.element("objectbank", [.init("ident", "question-bank")]) { xml in
            for item in items { _ = writer.write(item, ident: PackageID.name("item", item.id), category: category[item.id], &xml) }
          }
        })
    }
    return ExportedQuiz(bytes: zip.finished(), written: items.count, omitted: omissions.list)
  }

  private func manifest(_ files: [(id: String, title: String, href: String)], hasBank: Bool, _ bank: QuizBank) -> [UInt8] {
    var xml = XMLBuffer()
    xml.declaration()
    xml.element(
      "manifest",
      [
        .init("identifier", "manifest"), .init("xmlns", "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"),
        .init("xmlns:lom", "http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest"),
      ]
    ) { xml in
      xml.element("metadata") { xml in
        xml.element("schema", text: "IMS Common Cartridge")
        xml.element("schemaversion", text: "1.1.0")
        xml.element("lom:lom") { xml in
          xml.element("lom:general") { xml in
            xml.element("lom:title") { xml in
              xml.element("lom:string", [.init("language", bank.language.rawValue)], text: PlainText.oneLine(bank.title))
            }
          }
        }
      }
      xml.element("organizations") { xml in
        xml.element("organization", [.init("identifier", "organization"), .init("structure", "rooted-hierarchy")]) { xml in
          xml.element("item", [.init("identifier", "root")]) { xml in
            for file in files {
              xml.element("item", [.init("identifier", "to-" + file.id), .init("identifierref", file.id)]) { xml in
                xml.element("title", text: file.title)
              }
            }
          }
        }
      }
      xml.element("resources") { xml in
        for file in files { resource(file.id, "assessment", file.href, &xml) }
        if hasBank { resource("question-bank", "question-bank", "question-bank/bank.xml", &xml) }
      }
    }
    return xml.bytes
  }

  private func resource(_ id: String, _ type: String, _ href: String, _ xml: inout XMLBuffer) {
    xml.element("resource", [.init("identifier", id), .init("type", Self.kind + type)]) { xml in
      xml.empty("file", [.init("href", href)])
    }
  }
}
