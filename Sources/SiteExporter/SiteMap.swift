import Rendering

/// What tells search engines of the site: the list of its pages, and where that list is. Only where the site's address is known.
struct SiteMap {
  let base: String

  /// sitemaps.org's limit for one file.
  private static let most = 50_000

  func files(of paths: [String]) -> [SiteExporter.Output] {
    let pages = paths.filter { $0.hasSuffix(".html") && $0 != SitePaths.notFound && !$0.hasPrefix("files/") }.sorted()
    let parts = stride(from: 0, to: max(1, pages.count), by: Self.most).map { Array(pages[$0..<min(pages.count, $0 + Self.most)]) }
    var files: [SiteExporter.Output] = []
    if parts.count == 1 {
      files.append(.init(path: "sitemap.xml", bytes: list(parts[0].map { $0 == SitePaths.front ? "" : $0 }, "urlset", "url")))
    } else {
      let names = parts.indices.map { "sitemap-\($0 + 1).xml" }
      files.append(.init(path: "sitemap.xml", bytes: list(names, "sitemapindex", "sitemap")))
      for (name, part) in zip(names, parts) { files.append(.init(path: name, bytes: list(part, "urlset", "url"))) }
    }
    files.append(.init(path: "robots.txt", bytes: Array("User-agent: *\nAllow: /\nSitemap: \(base)sitemap.xml\n".utf8)))
    return files
  }

  private func list(_ paths: [String], _ name: StaticString, _ entry: StaticString) -> [UInt8] {
    var out = HTMLBuffer(capacity: paths.count * 96)
    out.markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<")
    out.markup(name)
    out.markup(" xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    for path in paths {
      out.markup("<")
      out.markup(entry)
      out.markup("><loc>")
      out.text(base + path)
      out.markup("</loc></")
      out.markup(entry)
      out.markup(">\n")
    }
    out.markup("</")
    out.markup(name)
    out.markup(">\n")
    return out.bytes
  }
}
