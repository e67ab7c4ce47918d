import Diagnostics
import Rendering

/// How findings are printed: for people, or for other programs.
package enum DiagnosticFormat: String, Sendable, CaseIterable {
  case text, json, sarif
}

/// Findings in source order, in one of the formats.
package struct DiagnosticReport: Sendable {
  private let diagnostics: [Diagnostic]
  private let source: @Sendable (String) -> SourceText?
  private let language: Language

  package init(_ diagnostics: [Diagnostic], language: Language, source: @escaping @Sendable (String) -> SourceText?) {
    self.diagnostics = diagnostics.inSourceOrder()
    self.language = language
    self.source = source
  }

  package func text(colour: Bool) -> String {
    DiagnosticPrinter.text(diagnostics, source: source, language: language, colour: colour)
  }

  /// `[{id, severity, message, file, line, column, endLine, endColumn, offset, length, repair, replacement}]`, both languages of
  /// each sentence; lines and columns from 1, columns in Unicode scalars.
  package func json() -> [UInt8] {
    var places = Places(source)
    var json = JSONBuffer()
    json.object { json in
      json.field("schema", "tamra.diagnostics/1")
      json.array("diagnostics", diagnostics) { json, diagnostic in
        json.object { json in
          json.field("id", diagnostic.id)
          json.field("severity", diagnostic.severity.rawValue)
          json.field("message", diagnostic.message.text(in: language))
          json.object("messages") { json in
            json.field("th", diagnostic.message.thai)
            json.field("en", diagnostic.message.english)
          }
          if let span = diagnostic.span {
            json.field("file", span.file)
            if let (start, end) = places.locations(of: span) {
              json.field("line", start.line)
              json.field("column", start.column)
              json.field("endLine", end.line)
              json.field("endColumn", end.column)
            }
            json.field("offset", span.range.lowerBound)
            json.field("length", span.range.count)
          }
          json.field("repair", diagnostic.repair?.text(in: language))
          if let replacement = diagnostic.replacement { json.field("replacement", replacement) }
        }
      }
    }
    return json.bytes + [0x0A]
  }

  /// SARIF 2.1.0 with columns in Unicode code points.
  package func sarif() -> [UInt8] {
    var places = Places(source)
    var json = JSONBuffer()
    json.object { json in
      json.field("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      json.field("version", "2.1.0")
      json.array("runs", [0]) { json, _ in
        json.object { json in
          json.object("tool") { json in
            json.object("driver") { json in
              json.field("name", "tamra")
              json.array("rules", Array(Set(diagnostics.map(\.id))).sorted()) { json, id in json.object { $0.field("id", id) } }
            }
          }
          json.field("columnKind", "unicodeCodePoints")
          json.array("results", diagnostics) { json, diagnostic in
            json.object { json in
              json.field("ruleId", diagnostic.id)
              json.field("level", diagnostic.severity.rawValue)
              json.object("message") { $0.field("text", diagnostic.message.text(in: language)) }
              guard let span = diagnostic.span else { return }
              json.array("locations", [0]) { json, _ in
                json.object { json in
                  json.object("physicalLocation") { json in
                    json.object("artifactLocation") { $0.field("uri", Self.uri(span.file)) }
                    guard let (start, end) = places.locations(of: span) else { return }
                    json.object("region") { json in
                      json.field("startLine", start.line)
                      json.field("startColumn", start.column)
                      json.field("endLine", end.line)
                      json.field("endColumn", end.column)
                      json.field("byteOffset", span.range.lowerBound)
                      json.field("byteLength", span.range.count)
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
    return json.bytes + [0x0A]
  }

  /// A relative path as a URI: everything but unreserved characters and `/` percent-encoded.
  static func uri(_ path: String) -> String {
    var out = ""
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E, 0x2F: out.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = Array("0123456789ABCDEF".unicodeScalars)
        out += "%"
        out.unicodeScalars.append(digits[Int(byte >> 4)])
        out.unicodeScalars.append(digits[Int(byte & 15)])
      }
    }
    return out
  }
}

extension Console {
  /// Findings for people, as a message; nothing when there are none.
  package func say(_ diagnostics: [Diagnostic], source: @escaping @Sendable (String) -> SourceText?) {
    let report = DiagnosticReport(diagnostics, language: language, source: source).text(colour: isColoured)
    if !report.isEmpty { say(String(report.dropLast())) }
  }
}

/// Locations of spans, each file read and indexed once.
private struct Places {
  private let source: @Sendable (String) -> SourceText?
  private var indices: [String: LineIndex?] = [:]

  init(_ source: @escaping @Sendable (String) -> SourceText?) { self.source = source }

  mutating func locations(of span: SourceSpan) -> (start: SourceLocation, end: SourceLocation)? {
    let index: LineIndex?
    if let known = indices[span.file] {
      index = known
    } else {
      index = source(span.file).map { LineIndex($0) }
      indices[span.file] = index
    }
    return index.map { ($0.location(of: span.range.lowerBound), $0.location(of: span.range.upperBound)) }
  }
}
