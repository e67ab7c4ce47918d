import CourseModel
import Diagnostics

/// Reads a bank back from our own JSON.
package enum BankReader {
  /// Why a file is no bank of ours.
  package enum Failure: Error, Hashable {
    case malformed(offset: Int)
    /// Another program's JSON, or a schema of a later tamra.
    case schema(String?)
  }

  /// - Throws: `Failure`. An item with a part missing is left out, as is one of an interaction we do not know.
  package static func read(_ bytes: [UInt8]) throws(Failure) -> QuizBank {
    let json: JSONValue
    do { json = try JSONValue(bytes) } catch { throw .malformed(offset: (error as? JSONValue.Malformed)?.offset ?? 0) }
    guard json["schema"]?.string == BankJSON.schema else { throw .schema(json["schema"]?.string) }
    return QuizBank(
      title: json["title"]?.string ?? "", language: Language(rawValue: json["language"]?.string ?? "") ?? .thai,
      categories: (json["categories"]?.array ?? []).compactMap(category), items: (json["items"]?.array ?? []).compactMap(item))
  }

  /// Where each item's passage stands on the study site, by the item's identifier; empty for what is no bank.
  package static func links(_ bytes: [UInt8]) -> [String: String] {
    var links: [String: String] = [:]
    for item in (try? JSONValue(bytes))?["items"]?.array ?? [] {
      if let id = item["id"]?.string, let link = item["link"]?.string { links[id] = link }
    }
    return links
  }

  private static func category(_ json: JSONValue) -> QuizCategory? {
    guard let id = json["id"]?.string, let subject = json["subject"], let of = subject["id"]?.string else { return nil }
    let kind: QuizCategory.Subject
    switch subject["kind"]?.string {
    case "chapter": kind = .chapter(.init(of))
    case "section": kind = .section(.init(of))
    case "concept": kind = .concept(.init(of))
    case "question": kind = .question(.init(of))
    default: return nil
    }
    return QuizCategory(
      id: id, title: json["title"]?.string ?? "", parent: json["parent"]?.string, subject: kind, items: json["items"]?.strings ?? []
    )
  }

  private static func item(_ json: JSONValue) -> QuizItem? {
    guard let id = json["id"]?.string, let stem = json["stem"]?.string, let interaction = json["interaction"].flatMap(interaction)
    else {
      return nil
    }
    return QuizItem(
      id: id, kind: json["kind"]?.string ?? "", pool: QuizPool(rawValue: json["pool"]?.string ?? "") ?? .practice,
      level: CognitiveLevel(rawValue: json["level"]?.string ?? "") ?? .remember, difficulty: json["difficulty"]?.number ?? 0.5,
      stem: stem, emphasis: json["emphasis"]?.strings ?? [], interaction: interaction,
      explanation: json["explanation"]?.string ?? "",
      passage: json["passage"].flatMap(passage), records: (json["records"]?.array ?? []).compactMap(record),
      chapter: .init(json["chapter"]?.string ?? ""), section: json["section"]?.string.map { .init($0) },
      concept: json["concept"]?.string.map { .init($0) }, tags: json["tags"]?.strings ?? [])
  }

  private static func passage(_ json: JSONValue) -> QuizItem.Passage? {
    guard let text = json["text"]?.string, let record = json["record"].flatMap(record) else { return nil }
    let source = json["source"]
    let offset = Int(exactly: source?["offset"]?.number ?? 0) ?? 0
    let length = Int(exactly: source?["length"]?.number ?? 0) ?? 0
    return QuizItem.Passage(
      text: text, record: record,
      span: SourceSpan(
        file: source?["file"]?.string ?? "", range: ByteRange(offset, offset.addingReportingOverflow(length).partialValue)))
  }

  private static func record(_ json: JSONValue) -> RecordID? {
    guard let id = json["id"]?.string else { return nil }
    switch json["kind"]?.string {
    case "section": return .section(.init(id))
    case "concept": return .concept(.init(id))
    case "definition": return .definition(.init(id))
    case "citation": return .citation(.init(id))
    case "list": return .enumeration(.init(id))
    case "figure": return .figure(.init(id))
    case "question": return .question(.init(id))
    default: return nil
    }
  }

  private static func interaction(_ json: JSONValue) -> Interaction? {
    switch json["type"]?.string {
    case "choice":
      let options = (json["options"]?.array ?? []).map {
        Interaction.Option(text: $0["text"]?.string ?? "", isKey: $0["key"]?.bool ?? false, feedback: $0["feedback"]?.string ?? "")
      }
      return .choice(options: options, isMultiple: json["multiple"]?.bool ?? false, isFixedOrder: json["fixedOrder"]?.bool ?? false)
    case "trueFalse": return .trueFalse(isTrue: json["true"]?.bool ?? false, correction: json["correction"]?.string ?? "")
    case "match":
      return .match(
        pairs: (json["pairs"]?.array ?? []).map { .init(left: $0["left"]?.string ?? "", right: $0["right"]?.string ?? "") },
        extra: json["extra"]?.strings ?? [])
    case "order": return .order(json["steps"]?.strings ?? [])
    case "shortAnswer": return .shortAnswer(accepted: json["accepted"]?.strings ?? [])
    case "gaps":
      return .gaps(
        text: json["text"]?.strings ?? [],
        gaps: (json["gaps"]?.array ?? []).map {
          .init(accepted: $0["accepted"]?.strings ?? [], distractors: $0["distractors"]?.strings ?? [])
        })
    case "essay":
      return .essay(
        .init(
          outline: (json["outline"]?.array ?? []).map {
            .init(text: $0["text"]?.string ?? "", details: $0["details"]?.strings ?? [], record: $0["record"].flatMap(record))
          },
          rubric: (json["rubric"]?.array ?? []).map {
            .init(criterion: $0["criterion"]?.string ?? "", points: Int(exactly: $0["points"]?.number ?? 0) ?? 0)
          }, prompts: json["prompts"]?.strings ?? []))
    default: return nil
    }
  }
}
