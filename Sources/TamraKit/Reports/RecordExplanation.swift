import CourseModel
import Diagnostics

/// Each record with its passage, the rule that read it, how sure that is, and the mark to paste that overrules it.
struct RecordExplanation {
  private let course: Course
  private let texts: [String: (text: SourceText, lines: LineIndex)]
  private let language: Language

  init(_ course: Course, texts: [SourceText], language: Language) {
    self.course = course
    self.texts = Dictionary(texts.map { ($0.file, ($0, LineIndex($0))) }) { first, _ in first }
    self.language = language
  }

  func text() -> String {
    var out = ""
    func add(_ kind: Wording, _ id: String, _ evidence: Evidence, _ what: String, _ mark: String) {
      var place = evidence.span.file
      var passage = ""
      if let (text, lines) = texts[evidence.span.file] {
        let location = lines.location(of: evidence.span.range.lowerBound)
        place += ":\(location.line):\(location.column)"
        passage = text.slice(evidence.span.range)
      }
      let sure = certainty(evidence.certainty).text(in: language)
      out += "\(place): \(kind.text(in: language)) \(id)\n    \(what)\n"
      if passage != what { out += "    “\(passage)”\n" }
      out += "    \(evidence.rule), \(sure)\n"
      if evidence.certainty != .marked { out += "    \(language == .thai ? "แก้ด้วย" : "overrule with") \(mark)\n" }
      out += "\n"
    }
    for concept in course.concepts {
      let english = concept.english.isEmpty ? "" : " (\(concept.english.joined(separator: "; ")))"
      add(
        Wording(thai: "มโนทัศน์", english: "concept"), concept.id.text, concept.evidence, concept.term + english,
        "[\(concept.term)]{.concept\(concept.english.first.map { " en=\"\($0)\"" } ?? "")} / [\(concept.term)]{.plain}")
    }
    for definition in course.definitions {
      let who = definition.authors.isEmpty ? "" : definition.authors.map(\.name).joined(separator: ", ") + ": "
      add(
        Wording(thai: "นิยาม", english: "definition"), definition.id.text, definition.evidence,
        "\(who)\(definition.term) \(definition.marker) \(definition.statement)", "> [!definition] \(definition.term)")
    }
    for citation in course.citations {
      add(
        Wording(thai: "การอ้างอิง", english: "citation"), citation.id.text, citation.evidence,
        "\(citation.authors.map(\.name).joined(separator: ", ")) – \(citation.form.rawValue)", "[@key] / [\(citation.text)]{.plain}"
      )
    }
    for list in course.enumerations {
      add(
        Wording(thai: "ชุด", english: "list"), list.id.text, list.evidence,
        "\(list.title): \(list.items.map(\.title).joined(separator: " · "))", "> [!plain]")
    }
    for figure in course.figures {
      add(Wording(thai: "รูป", english: "figure"), figure.id.text, figure.evidence, figure.title, "{#fig-… caption=\"…\" alt=\"…\"}")
    }
    for question in course.questions {
      let answers = question.answers.map { "\($0.record.text) \(Int(($0.weight * 100).rounded())) %" }.joined(separator: ", ")
      add(
        Wording(thai: "คำถาม", english: "question"), question.id.text, question.evidence,
        question.text + (answers.isEmpty ? "" : " ← \(answers)"), "{answers=\"#id …\"}")
    }
    return out
  }

  private func certainty(_ certainty: Certainty) -> Wording {
    switch certainty {
    case .marked: return Wording(thai: "ผู้เขียนกำกับไว้", english: "marked by the author")
    case .sure: return Wording(thai: "แน่ใจ", english: "sure")
    case .likely: return Wording(thai: "น่าจะใช่", english: "likely")
    }
  }
}
