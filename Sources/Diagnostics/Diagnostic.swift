/// A sentence in the two languages tamra speaks.
package struct Wording: Hashable, Codable, Sendable {
  package var thai: String
  package var english: String

  package init(thai: String, english: String) {
    self.thai = thai
    self.english = english
  }

  package func text(in language: Language) -> String { language == .thai ? thai : english }
}

/// The language of messages and of the site's own words.
package enum Language: String, Sendable, CaseIterable {
  case thai = "th"
  case english = "en"
}

/// How much a finding matters.
package enum Severity: String, Codable, Sendable, Comparable, CaseIterable {
  /// Incomplete or odd; never changes the exit status.
  case note
  /// Will look wrong to a reader; fails under `--strict`.
  case warning
  /// Is wrong; the exit status is 1 and the rest is still built.
  case error

  package static func < (a: Severity, b: Severity) -> Bool {
    allCases.firstIndex(of: a) ?? 0 < allCases.firstIndex(of: b) ?? 0
  }
}

/// The author's mistake, or what looks like one: what is wrong, where, and what to write instead.
///
/// The machine's failures (a full disk, a missing folder) are thrown errors and never diagnostics.
package struct Diagnostic: Hashable, Codable, Sendable {
  /// The name of the defect, lower case with hyphens (`unresolved-citation`): what `ignore:` takes.
  package var id: String
  package var severity: Severity
  package var message: Wording
  /// Absent for what concerns the course as a whole.
  package var span: SourceSpan?
  /// What to write instead, as a sentence.
  package var repair: Wording?
  /// The text that would mend it if put in place of `span`; only where that is certain (`check --fix`).
  package var replacement: String?

  package init(
    _ id: String, _ severity: Severity, thai: String, english: String, at span: SourceSpan?, repair: Wording? = nil,
    replacement: String? = nil
  ) {
    self.id = id
    self.severity = severity
    self.message = Wording(thai: thai, english: english)
    self.span = span
    self.repair = repair
    self.replacement = replacement
  }
}

extension [Diagnostic] {
  package var hasErrors: Bool { contains { $0.severity == .error } }

  /// Source order: by file, then position, then severity (errors first), then id.
  package func inSourceOrder() -> [Diagnostic] {
    sorted { a, b in
      switch (a.span, b.span) {
      case (nil, .some): return true
      case (.some, nil): return false
      case (let x?, let y?) where x != y: return x < y
      default: return a.severity != b.severity ? a.severity > b.severity : a.id < b.id
      }
    }
  }
}
