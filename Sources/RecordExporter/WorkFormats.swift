import CourseModel
import Diagnostics
import Rendering
import ThaiText

/// The works as CSL-JSON, for reference managers and citation processors.
package struct CSLRecords: RecordFormat {
  package let name = "csl-json"

  package init() {}

  package func write(_ course: Course, texts: RecordTexts) -> [RecordFile] {
    var json = JSONBuffer()
    json.array { json in
      for work in course.works {
        json.object { json in
          json.field("id", work.key ?? work.id.text)
          json.field("type", work.type ?? "document")
          json.field("title", work.title)
          for role in [CitedAuthor.Role.author, .editor] {
            let named = work.authors.filter { $0.role == role }
            guard !named.isEmpty else { continue }
            json.array(role == .author ? "author" : "editor", named) { json, author in
              json.object { json in
                let parts = PersonName(author, in: course)
                json.field("literal", parts.literal)
                json.field("given", parts.given)
                json.field("family", parts.family)
              }
            }
          }
          if let year = work.year?.gregorian {
            json.object("issued") { json in
              json.array("date-parts", [year]) { json, year in json.array { $0.element(year) } }
            }
          }
          json.field("language", containsThai(work.title ?? work.authors.first?.name ?? "") ? "th" : "en")
          for detail in work.details { json.field(detail.field, text: detail.value) }
        }
      }
    }
    return [RecordFile(name: "works.json", bytes: json.bytes + [0x0A])]
  }
}

/// The works as BibTeX (UTF-8, as biber reads it).
package struct BibTeXRecords: RecordFormat {
  package let name = "bibtex"

  package init() {}

  private static let types = [
    "book": "book", "chapter": "incollection", "article-journal": "article", "thesis": "phdthesis", "report": "techreport",
    "paper-conference": "inproceedings",
  ]
  private static let fields = [
    "publisher": "publisher", "publisher-place": "address", "container-title": "booktitle", "volume": "volume", "issue": "number",
    "page": "pages", "URL": "url", "DOI": "doi", "edition": "edition", "ISBN": "isbn", "note": "note",
    "collection-title": "series",
  ]

  package func write(_ course: Course, texts: RecordTexts) -> [RecordFile] {
    var out = ""
    for work in course.works {
      let type = Self.types[work.type ?? ""] ?? "misc"
      var lines: [String] = []
      for role in [CitedAuthor.Role.author, .editor] {
        let names = work.authors.filter { $0.role == role }.map { author in
          let parts = PersonName(author, in: course)
          if let literal = parts.literal { return "{\(Self.escaped(literal))}" }
          return [parts.family, parts.given].compactMap { $0 }.map(Self.escaped).joined(separator: ", ")
        }
        if !names.isEmpty {
          lines.append(
            "  \(role == .author ? "author" : "editor") = {\((names + (work.etAl ? ["others"] : [])).joined(separator: " and "))}")
        }
      }
      if let title = work.title { lines.append("  title = {{\(Self.escaped(title))}}") }
      if let year = work.year?.gregorian { lines.append("  year = {\(year)}") }
      for detail in work.details {
        guard let field = Self.fields[detail.field] else { continue }
        let name = type == "article" && field == "booktitle" ? "journal" : field
        // Addresses are read letter by letter: an escape would become part of them.
        let isVerbatim = field == "url" || field == "doi"
        lines.append("  \(name) = {\(isVerbatim ? detail.value.filter { $0 != "{" && $0 != "}" } : Self.escaped(detail.value))}")
      }
      out += "@\(type){\(work.key ?? work.id.text),\n" + lines.joined(separator: ",\n") + "\n}\n\n"
    }
    return [RecordFile(name: "works.bib", bytes: Array(out.utf8))]
  }

  static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": out += "\\textbackslash{}"
      case "{", "}", "$", "&", "#", "_", "%":
        out += "\\"
        out.unicodeScalars.append(scalar)
      case "~": out += "\\textasciitilde{}"
      case "^": out += "\\textasciicircum{}"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}

/// A name as reference programs part it: whole for organisations and single names, else given and family name.
private struct PersonName {
  var given: String?
  var family: String?
  var literal: String?

  init(_ author: CitedAuthor, in course: Course) {
    let parts = author.name.split(separator: " ").map(String.init)
    if course[author.person]?.kind == .organisation || parts.count < 2 {
      literal = author.name
    } else {
      given = parts.dropLast().joined(separator: " ")
      family = parts.last
    }
  }
}
