import CourseModel
import Rendering
import ThaiText

/// What one page has in its head beside what the frame gives every page: the scripts of its kind, and what search engines and chats read.
struct PageHead: Sendable {
  /// Names in `assets/`, in the order they run.
  var scripts: [StaticString] = []
  var styles: [StaticString] = []
  /// What the page is to a chat that shows a card of it.
  var isArticle = false
  /// False for the page that says there is none: search engines leave it, and its links count from the site's address.
  var isIndexed = true
  /// Whose title card a chat shows of it; nil: the course's. Shown only where the site's address is known.
  var card: ChapterID?
  /// A description by schema.org's words, safe inside a script element.
  var data: JSONBuffer?
}

extension PageContext {
  /// The framed page: `title` alone on the front page, with the site's title elsewhere.
  func page(
    _ path: String, title: String, description: String = "", kind: String, head: PageHead = PageHead(), body: HTMLBuffer
  ) -> [UInt8] {
    let full = title == siteTitle ? title : "\(title) – \(siteTitle)"
    // What a search engine or a chat shows of a description: some 160 letters of Thai.
    let said = excerpt(description, bytes: 480)
    var start = HTMLBuffer()
    if !head.isIndexed, let address = settings.baseURL {
      start.markup("<base")
      start.attribute("href", address)
      start.markup(">")
    }
    return template.render(
      title: full, description: said, kind: kind, root: SitePaths.root(from: path),
      base: start.bytes, head: markup(of: head, path: path, title: title, description: said), body: body.bytes)
  }

  private func markup(of head: PageHead, path: String, title: String, description: String) -> [UInt8] {
    var out = HTMLBuffer(capacity: 1024)
    let assets = SitePaths.root(from: path) + "assets/"
    for style in head.styles {
      out.markup("<link rel=\"stylesheet\"")
      out.attribute("href", assets + style.description)
      out.markup(">\n")
    }
    for script in head.scripts {
      out.markup("<script")
      out.attribute("src", assets + script.description)
      out.markup(" defer></script>\n")
    }
    func property(_ name: StaticString, _ content: String) {
      guard !content.isEmpty else { return }
      out.markup("<meta property=\"")
      out.markup(name)
      out.markup("\"")
      out.attribute("content", content)
      out.markup(">\n")
    }
    property("og:type", head.isArticle ? "article" : "website")
    property("og:title", title)
    property("og:description", description)
    property("og:site_name", siteTitle)
    property("og:locale", words.language == .thai ? "th_TH" : "en_GB")
    if !head.isIndexed { out.markup("<meta name=\"robots\" content=\"noindex\">\n") }
    if head.isIndexed, let base = settings.baseURL {
      let address = path == SitePaths.front ? base : base + path
      property("og:url", address)
      if let card = [head.card, nil].first(where: { titleCards.contains($0) }) {
        property("og:image", base + SitePaths.titleCard(card))
        property("og:image:type", "image/png")
        property("og:image:width", "1200")
        property("og:image:height", "630")
        property("og:image:alt", title)
      }
      out.markup("<link rel=\"canonical\"")
      out.attribute("href", address)
      out.markup(">\n")
    }
    if let data = head.data {
      out.markup("<script type=\"application/ld+json\">")
      out.html(data.bytes)
      out.markup("</script>\n")
    }
    return out.bytes
  }

  // MARK: schema.org

  /// A chapter as a `LearningResource`.
  func learningResource(_ chapter: Chapter, path: String) -> JSONBuffer {
    schema("LearningResource", name: chapter.title, path: path) { json in
      json.field("learningResourceType", "chapter")
      if let number = chapter.number { json.field("position", number) }
      json.field("teaches", chapter.objectives.map(\.text))
      json.object("isPartOf") { json in
        json.field("@type", "Course")
        json.field("name", siteTitle)
      }
      if !course.authors.isEmpty {
        json.array("author", course.authors) { json, author in
          json.object { json in
            json.field("@type", "Person")
            json.field("name", author)
          }
        }
      }
    }
  }

  /// A concept as a `DefinedTerm`.
  func definedTerm(_ concept: Concept, description: String?, path: String) -> JSONBuffer {
    schema("DefinedTerm", name: concept.term, path: path) { json in
      json.field("alternateName", concept.english + concept.aliases)
      json.field("description", description)
      json.object("inDefinedTermSet") { json in
        json.field("@type", "DefinedTermSet")
        json.field("name", siteTitle)
      }
    }
  }

  private func schema(_ type: String, name: String, path: String, _ body: (inout JSONBuffer) -> Void) -> JSONBuffer {
    var json = JSONBuffer(isPretty: false, isScriptSafe: true)
    json.object { json in
      json.field("@context", "https://schema.org")
      json.field("@type", type)
      json.field("name", name)
      json.field("inLanguage", words.language.rawValue)
      if let base = settings.baseURL { json.field("url", base + path) }
      body(&json)
    }
    return json
  }
}
