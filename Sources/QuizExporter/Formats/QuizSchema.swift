/// The JSON Schema (2020-12) of a bank written by `BankJSON`. Fields may be added; none is renamed or removed within `tamra.quiz/1`.
package enum QuizSchema {
  package static let text = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:tamra:quiz:1",
      "title": "tamra.quiz/1",
      "description": "A bank of quiz items made from the records of a course. Absent values are left out, never null or empty.",
      "type": "object",
      "required": ["schema", "language", "categories", "items"],
      "properties": {
        "schema": { "const": "tamra.quiz/1" },
        "title": { "type": "string" },
        "language": { "enum": ["th", "en"] },
        "categories": { "type": "array", "items": { "$ref": "#/$defs/category" } },
        "items": { "type": "array", "items": { "$ref": "#/$defs/item" } }
      },
      "$defs": {
        "category": {
          "description": "A shelf: a chapter, a section, a concept, or a discussion question's own quiz. A parent stands before its children.",
          "type": "object",
          "required": ["id", "subject", "items"],
          "properties": {
            "id": { "type": "string" },
            "title": { "type": "string" },
            "parent": { "type": "string" },
            "subject": {
              "type": "object",
              "required": ["kind", "id"],
              "properties": { "kind": { "enum": ["chapter", "section", "concept", "question"] }, "id": { "type": "string" } }
            },
            "items": { "description": "Identifiers of items, in the order they are to be met.", "type": "array", "items": { "type": "string" } }
          }
        },
        "item": {
          "type": "object",
          "required": ["id", "digest", "kind", "pool", "level", "difficulty", "stem", "interaction", "records", "chapter"],
          "properties": {
            "id": { "description": "Made from records: stays when wording changes.", "type": "string" },
            "digest": { "description": "Changes when anything a student sees of the item does.", "type": "string" },
            "kind": { "type": "string" },
            "pool": { "enum": ["practice", "exam"] },
            "level": { "enum": ["remember", "understand", "apply", "analyse", "evaluate", "create"] },
            "difficulty": { "description": "Expected share of right answers, 0 to 1.", "type": "number" },
            "stem": { "type": "string" },
            "emphasis": { "description": "Words of the stem to be set off.", "type": "array", "items": { "type": "string" } },
            "interaction": { "$ref": "#/$defs/interaction" },
            "explanation": { "type": "string" },
            "passage": {
              "type": "object",
              "required": ["text", "record", "source"],
              "properties": {
                "text": { "description": "The record's own words.", "type": "string" },
                "record": { "$ref": "#/$defs/record" },
                "source": {
                  "description": "Bytes of the file as written, UTF-8.",
                  "type": "object",
                  "required": ["file", "offset", "length"],
                  "properties": { "file": { "type": "string" }, "offset": { "type": "number" }, "length": { "type": "number" } }
                }
              }
            },
            "link": { "description": "The passage on the study site.", "type": "string" },
            "records": { "description": "What the item tests; the first decides practice or exam.", "type": "array", "items": { "$ref": "#/$defs/record" } },
            "chapter": { "type": "string" },
            "section": { "type": "string" },
            "concept": { "type": "string" },
            "tags": { "type": "array", "items": { "type": "string" } }
          }
        },
        "record": {
          "type": "object",
          "required": ["kind", "id"],
          "properties": {
            "kind": { "enum": ["section", "concept", "definition", "citation", "list", "figure", "question"] },
            "id": { "type": "string" }
          }
        },
        "interaction": {
          "description": "By type: choice has options; trueFalse a correction where it is false; match pairs and extra right sides; order steps; shortAnswer and gaps accepted answers, the first the one shown; essay an outline, a rubric and prompts.",
          "type": "object",
          "required": ["type"],
          "properties": {
            "type": { "enum": ["choice", "trueFalse", "match", "order", "shortAnswer", "gaps", "essay"] },
            "multiple": { "type": "boolean" },
            "fixedOrder": { "type": "boolean" },
            "options": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["text", "key"],
                "properties": { "text": { "type": "string" }, "key": { "type": "boolean" }, "feedback": { "type": "string" } }
              }
            },
            "true": { "type": "boolean" },
            "correction": { "type": "string" },
            "pairs": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["left", "right"],
                "properties": { "left": { "type": "string" }, "right": { "type": "string" } }
              }
            },
            "extra": { "type": "array", "items": { "type": "string" } },
            "steps": { "type": "array", "items": { "type": "string" } },
            "accepted": { "type": "array", "items": { "type": "string" } },
            "text": { "description": "Pieces around the gaps, one more than there are gaps.", "type": "array", "items": { "type": "string" } },
            "gaps": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["accepted"],
                "properties": {
                  "accepted": { "type": "array", "items": { "type": "string" } },
                  "distractors": { "type": "array", "items": { "type": "string" } }
                }
              }
            },
            "outline": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["text"],
                "properties": {
                  "text": { "type": "string" },
                  "details": { "type": "array", "items": { "type": "string" } },
                  "record": { "$ref": "#/$defs/record" }
                }
              }
            },
            "rubric": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["criterion", "points"],
                "properties": { "criterion": { "type": "string" }, "points": { "type": "number" } }
              }
            },
            "prompts": { "type": "array", "items": { "type": "string" } }
          }
        }
      }
    }
    """#
}
