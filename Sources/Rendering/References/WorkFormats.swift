import CourseModel
import ThaiText

/// A work as CSL-JSON, for reference managers and citation processors.
package enum CSLJSON {
  package static func write(_ work: Work, in course: Course, into json: inout JSONBuffer) {
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

/// A work as BibTeX (UTF-8, as biber reads it).
package enum BibTeX {
  private static let types = [
    "book": "book", "chapter": "incollection", "article-journal": "article", "thesis": "phdthesis", "report": "techreport",
    "paper-conference": "inproceedings",
  ]
  private static let fields = [
    "publisher": "publisher", "publisher-place": "address", "container-title": "booktitle", "volume": "volume", "issue": "number",
    "page": "pages", "URL": "url", "DOI": "doi", "edition": "edition", "ISBN": "isbn", "note": "note",
    "collection-title": "series",
  ]

  /// The entry, with a line feed at its end.
  package static func entry(_ work: Work, in course: Course) -> String {
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
    return "@\(type){\(work.key ?? work.id.text),\n" + lines.joined(separator: ",\n") + "\n}\n"
  }

  package static func escaped(_ text: String) -> String {
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
