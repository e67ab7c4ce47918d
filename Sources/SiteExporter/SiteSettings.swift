import Diagnostics

/// Pages a publisher may leave out.
package enum OptionalPage: String, Sendable, CaseIterable { case glossary, people, timeline, map, questions, references, practice }

/// What a reader may take away, where the publisher allows it.
package enum Download: String, Sendable, CaseIterable {
  /// Each chapter as one file that needs nothing else.
  case chapters
  /// The whole site in a zip, opened by a double click.
  case site
}

/// What sheets are printed on, and how large.
package struct PrintLayout: Hashable, Sendable {
  package enum Paper: String, Hashable, Sendable, CaseIterable { case a4, a5 }
  package var paper: Paper
  /// 18 points, for readers with low vision.
  package var isLarge: Bool
  /// Of running text: 1 or 2, where the paper is wide enough.
  package var columns: Int

  package init(paper: Paper = .a4, isLarge: Bool = false, columns: Int = 1) {
    self.paper = paper
    self.isLarge = isLarge
    self.columns = columns
  }
}

/// What `site.yml` says. Every value has a default: a course without the file has a whole site.
package struct SiteSettings: Sendable {
  /// nil: the course's title.
  package var title: String?
  /// Where the site will stand («https://example.org/course/»), for what must be absolute; nil: links are relative and nothing else is made.
  package var baseURL: String?
  /// The interface's language; nil: the course's.
  package var language: Language?
  /// Raw HTML of chapters is passed on; otherwise it is shown as text.
  package var rawHTML: Bool
  package var practice: Bool
  /// The publisher's own accent; nil: ours.
  package var accent: AccentColour?
  /// Pages that are left out.
  package var omitted: Set<OptionalPage> = []
  /// What may be taken away whole.
  package var downloads: Set<Download> = []
  /// Names of sheets and bank formats to be made; empty: none.
  package var sheets: [String]
  package var banks: [String]
  /// What sheets are printed on.
  package var print = PrintLayout()

  package init(
    title: String? = nil, baseURL: String? = nil, language: Language? = nil, rawHTML: Bool = false, practice: Bool = true,
    sheets: [String] = [], banks: [String] = []
  ) {
    self.title = title
    self.baseURL = baseURL
    self.language = language
    self.rawHTML = rawHTML
    self.practice = practice
    self.sheets = sheets
    self.banks = banks
  }
}
