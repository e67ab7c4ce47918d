import CourseModel
import Rendering
import Diagnostics

/// Canvas's own QTI 1.2: one quiz that holds every item once, and beside it a question bank a category, a discussion
/// question's quiz among them.
///
/// One quiz, because New Quizzes' reader refuses a package with two; an item of the quiz names its twin in the bank, as Canvas
/// itself exports them, so that a bank is not filled twice.
package struct CanvasPackage: QuizFormat {
  package let name = "canvas"
  package let fileExtension = "zip"
  package let isText = false

  private static let resource = "associatedcontent/imscc_xmlv1p1/learning-application-resource"

  package init() {}

  package func write(_ bank: QuizBank, _ options: QuizWritingOptions) -> ExportedQuiz {
    let labels = Labels(language: bank.language)
    let writer = QTI1Item(flavour: .canvas, labels: labels, markup: ItemMarkup(labels: labels, options: options))
    let (items, omissions) = writer.sorted(bank.items)
    let kept = Set(items.map(\.id))
    let shelving = Shelving(bank, labels: labels)
    let quiz = PackageID.name("quiz", bank.title)
    var banks: [(id: String, href: String, bytes: [UInt8])] = []
    // Where an item stands in the banks first: there it has its own name.
    var home: [String: String] = [:]
    for shelf in shelving.shelves {
      let shelved = shelf.items.filter { kept.contains($0.id) }
      guard !shelved.isEmpty else { continue }
      let id = PackageID.name("bank", shelf.category.id)
      let title = (options.topCategory.map { [$0] } ?? []) + shelf.path
      let bytes = self.bank(id, title.joined(separator: " › ")) { xml in
        for item in shelved {
          let own = PackageID.name("item", item.id)
          let ident = home[item.id] == nil ? own : PackageID.name("item", item.id + "-in-" + shelf.category.id)
          if home[item.id] == nil { home[item.id] = own }
          _ = writer.write(item, ident: ident, &xml)
        }
      }
      banks.append((id, "non_cc_assessments/\(id).xml.qti", bytes))
    }
    var zip = ZipArchive()
    zip.add("imsmanifest.xml", manifest(quiz, bank, banks.map { ($0.id, $0.href) }))
    zip.add("\(quiz)/\(quiz).xml", assessment(quiz, items, home, writer, bank, options))
    zip.add("\(quiz)/assessment_meta.xml", meta(quiz, items, bank, options))
    for bank in banks { zip.add(bank.href, bank.bytes) }
    return ExportedQuiz(bytes: zip.finished(), written: items.count, omitted: omissions.list)
  }

  private func title(_ bank: QuizBank, _ options: QuizWritingOptions) -> String {
    let title = PlainText.oneLine(options.topCategory ?? bank.title)
    return title.isEmpty ? "tamra" : title
  }

  private func assessment(
    _ id: String, _ items: [QuizItem], _ home: [String: String], _ writer: QTI1Item, _ bank: QuizBank, _ options: QuizWritingOptions
  ) -> [UInt8] {
    QTI1Item.document { xml in
      xml.element("assessment", [.init("ident", id), .init("title", title(bank, options))]) { xml in
        xml.element("qtimetadata") { QTI1Item.field("cc_maxattempts", "unlimited", &$0) }
        xml.element("section", [.init("ident", "root_section")]) { xml in
          for item in items {
            _ = writer.write(item, ident: PackageID.name("quiz-item", item.id), bankIdent: home[item.id], &xml)
          }
        }
      }
    }
  }

  private func bank(_ id: String, _ title: String, _ items: (inout XMLBuffer) -> Void) -> [UInt8] {
    QTI1Item.document { xml in
      xml.element("objectbank", [.init("ident", id)]) { xml in
        xml.element("qtimetadata") { QTI1Item.field("bank_title", PlainText.shortened(PlainText.oneLine(title), to: 250), &$0) }
        items(&xml)
      }
    }
  }

  private func meta(_ id: String, _ items: [QuizItem], _ bank: QuizBank, _ options: QuizWritingOptions) -> [UInt8] {
    var points = 0
    for item in items {
      if case .essay(let essay) = item.interaction {
        points += max(1, essay.rubric.reduce(0) { $0 + $1.points })
      } else {
        points += 1
      }
    }
    var xml = XMLBuffer()
    xml.declaration()
    xml.element("quiz", [.init("identifier", id), .init("xmlns", "http://canvas.instructure.com/xsd/cccv1p0")]) { xml in
      xml.element("title", text: title(bank, options))
      xml.element("description", text: "")
      xml.element("shuffle_answers", text: "true")
      xml.element("scoring_policy", text: "keep_highest")
      xml.element("quiz_type", text: "practice_quiz")
      xml.element("points_possible", text: String(points))
      xml.element("show_correct_answers", text: "true")
      xml.element("allowed_attempts", text: "-1")
      xml.element("one_question_at_a_time", text: "false")
      xml.element("cant_go_back", text: "false")
      xml.element("available", text: "false")
    }
    return xml.bytes
  }

  private func manifest(_ quiz: String, _ bank: QuizBank, _ banks: [(id: String, href: String)]) -> [UInt8] {
    var xml = XMLBuffer()
    xml.declaration()
    xml.element(
      "manifest", [.init("xmlns", "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"), .init("identifier", "manifest")]
    ) { xml in
      xml.element("metadata") { xml in
        xml.element("schema", text: "IMS Content")
        xml.element("schemaversion", text: "1.1.3")
      }
      xml.empty("organizations")
      xml.element("resources") { xml in
        xml.element("resource", [.init("identifier", quiz), .init("type", "imsqti_xmlv1p2")]) { xml in
          xml.empty("file", [.init("href", "\(quiz)/\(quiz).xml")])
          xml.empty("dependency", [.init("identifierref", quiz + "-meta")])
        }
        resource(quiz + "-meta", "\(quiz)/assessment_meta.xml", &xml)
        for bank in banks { resource(bank.id, bank.href, &xml) }
      }
    }
    return xml.bytes
  }

  private func resource(_ id: String, _ href: String, _ xml: inout XMLBuffer) {
    xml.element("resource", [.init("identifier", id), .init("type", Self.resource), .init("href", href)]) { xml in
      xml.empty("file", [.init("href", href)])
    }
  }
}
