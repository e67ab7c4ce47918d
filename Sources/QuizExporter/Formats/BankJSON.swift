import CourseModel
import Rendering

/// The bank as JSON under our own published schema (`QuizSchema.text`): complete, and what `--since` and `analyze` read back.
package struct BankJSON: QuizFormat {
  package let name = "json"
  package let fileExtension = "json"
  package let isText = true
  package static let schema = "tamra.quiz/1"

  package init() {}

  package func write(_ bank: QuizBank, _ options: QuizWritingOptions) -> ExportedQuiz {
    var json = JSONBuffer()
    json.object { json in
      json.field("schema", Self.schema)
      json.field("title", bank.title)
      json.field("language", bank.language.rawValue)
      json.array("categories", bank.categories) { json, category in json.object { Self.category(category, &$0) } }
      json.array("items", bank.items) { json, item in json.object { Self.item(item, options, &$0) } }
    }
    return ExportedQuiz(bytes: json.bytes + [0x0A], written: bank.items.count)
  }

  private static func category(_ category: QuizCategory, _ json: inout JSONBuffer) {
    json.field("id", category.id)
    json.field("title", category.title)
    json.field("parent", category.parent)
    switch category.subject {
    case .chapter(let id): subject("chapter", id.text, &json)
    case .section(let id): subject("section", id.text, &json)
    case .concept(let id): subject("concept", id.text, &json)
    case .question(let id): subject("question", id.text, &json)
    }
    json.field("items", category.items)
  }

  private static func subject(_ kind: String, _ id: String, _ json: inout JSONBuffer) {
    json.object("subject") { json in
      json.field("kind", kind)
      json.field("id", id)
    }
  }

  private static func item(_ item: QuizItem, _ options: QuizWritingOptions, _ json: inout JSONBuffer) {
    json.field("id", item.id)
    json.field("digest", item.digest)
    json.field("kind", item.kind)
    json.field("pool", item.pool.rawValue)
    json.field("level", item.level.rawValue)
    json.field("difficulty", item.difficulty)
    json.field("stem", item.stem)
    if !item.emphasis.isEmpty { json.field("emphasis", item.emphasis) }
    json.object("interaction") { interaction(item.interaction, &$0) }
    json.field("explanation", item.explanation)
    if let passage = item.passage {
      json.object("passage") { json in
        json.field("text", passage.text)
        record("record", passage.record, &json)
        json.object("source") { json in
          json.field("file", passage.span.file)
          json.field("offset", passage.span.range.lowerBound)
          json.field("length", passage.span.range.count)
        }
      }
    }
    json.field("link", options.link(item))
    json.array("records", item.records) { json, id in json.object { recordFields(id, &$0) } }
    json.field("chapter", item.chapter.text)
    json.field("section", item.section?.text)
    json.field("concept", item.concept?.text)
    if !item.tags.isEmpty { json.field("tags", item.tags) }
  }

  private static func record(_ key: StaticString, _ id: RecordID, _ json: inout JSONBuffer) {
    json.object(key) { recordFields(id, &$0) }
  }

  private static func recordFields(_ id: RecordID, _ json: inout JSONBuffer) {
    json.field("kind", id.kind)
    json.field("id", id.text)
  }

  private static func interaction(_ interaction: Interaction, _ json: inout JSONBuffer) {
    switch interaction {
    case .choice(let options, let isMultiple, let isFixed):
      json.field("type", "choice")
      json.field("multiple", isMultiple)
      json.field("fixedOrder", isFixed)
      json.array("options", options) { json, option in
        json.object { json in
          json.field("text", option.text)
          json.field("key", option.isKey)
          json.field("feedback", option.feedback)
        }
      }
    case .trueFalse(let isTrue, let correction):
      json.field("type", "trueFalse")
      json.field("true", isTrue)
      json.field("correction", correction)
    case .match(let pairs, let extra):
      json.field("type", "match")
      json.array("pairs", pairs) { json, pair in
        json.object { json in
          json.field("left", pair.left)
          json.field("right", pair.right)
        }
      }
      if !extra.isEmpty { json.field("extra", extra) }
    case .order(let steps):
      json.field("type", "order")
      json.field("steps", steps)
    case .shortAnswer(let accepted):
      json.field("type", "shortAnswer")
      json.field("accepted", accepted)
    case .gaps(let text, let gaps):
      json.field("type", "gaps")
      json.field("text", text)
      json.array("gaps", gaps) { json, gap in
        json.object { json in
          json.field("accepted", gap.accepted)
          if !gap.distractors.isEmpty { json.field("distractors", gap.distractors) }
        }
      }
    case .essay(let essay):
      json.field("type", "essay")
      json.array("outline", essay.outline) { json, point in
        json.object { json in
          json.field("text", point.text)
          if !point.details.isEmpty { json.field("details", point.details) }
          if let id = point.record { record("record", id, &json) }
        }
      }
      json.array("rubric", essay.rubric) { json, row in
        json.object { json in
          json.field("criterion", row.criterion)
          json.field("points", row.points)
        }
      }
      if !essay.prompts.isEmpty { json.field("prompts", essay.prompts) }
    }
  }
}

extension RecordID {
  var kind: String {
    switch self {
    case .section: return "section"
    case .concept: return "concept"
    case .definition: return "definition"
    case .citation: return "citation"
    case .enumeration: return "list"
    case .figure: return "figure"
    case .question: return "question"
    }
  }
}

extension QuizItem {
  /// A hash of all a student sees of the item: it changes when the item does, and stays when only offsets move.
  package var digest: String {
    var parts = [kind, pool.rawValue, stem, explanation, passage?.text ?? ""] + emphasis
    switch interaction {
    case .choice(let options, let isMultiple, let isFixed):
      parts += ["choice", "\(isMultiple)", "\(isFixed)"]
      for option in options { parts += [option.text, "\(option.isKey)", option.feedback] }
    case .trueFalse(let isTrue, let correction): parts += ["tf", "\(isTrue)", correction]
    case .match(let pairs, let extra):
      parts.append("match")
      for pair in pairs { parts += [pair.left, pair.right] }
      parts += extra
    case .order(let steps): parts += ["order"] + steps
    case .shortAnswer(let accepted): parts += ["short"] + accepted
    case .gaps(let text, let gaps):
      parts += ["gaps"] + text
      for gap in gaps { parts += gap.accepted + ["|"] + gap.distractors }
    case .essay(let essay):
      parts.append("essay")
      for point in essay.outline { parts += [point.text] + point.details }
      for row in essay.rubric { parts += [row.criterion, String(row.points)] }
      parts += essay.prompts
    }
    return StableID.short(parts.joined(separator: "\u{1F}"))
  }
}
