import Foundation
import Rendering

/// What the preview answers to one request, decided from the request's words and the public folder alone.
package struct PreviewResponse: Sendable, Equatable {
  package var status: Int
  package var type: String
  package var headers: [String: String] = [:]
  package var body: [UInt8]
}

/// Serves the files of one folder and nothing outside it.
package struct PreviewFiles: Sendable {
  /// The public folder, links resolved.
  private let root: String
  /// The `Host` values that are ours: another name that resolves to this machine is a stranger's page (DNS rebinding).
  private let hosts: Set<String>
  private let script: Script?

  /// Put into every page before `</body>`, with what the page was served as.
  package struct Script: Sendable {
    package var path: String
    package var version: Int

    package init(path: String, version: Int) {
      self.path = path
      self.version = version
    }

    fileprivate func element(tag: String) -> [UInt8] {
      var html = HTMLBuffer()
      html.markup("<script")
      html.attribute("src", path)
      html.attribute("data-version", String(version))
      html.attribute("data-page", tag)
      html.markup(" defer></script>")
      return html.bytes
    }
  }

  package init(root: String, hosts: Set<String>, script: Script? = nil) {
    self.root = root
    self.hosts = hosts
    self.script = script
  }

  /// Why a request is not answered at all: another method, a host or an origin that is not ours.
  package func refusal(method: String, host: String?, origin: String?) -> PreviewResponse? {
    guard method == "GET" || method == "HEAD" else { return Self.plain(405, "only GET and HEAD") }
    guard let host, hosts.contains(host) else { return Self.plain(403, "unknown host") }
    if let origin, !hosts.contains(where: { origin == "http://" + $0 }) { return Self.plain(403, "another origin") }
    return nil
  }

  /// - Parameters:
  ///   - path: the path of the request, percent-encoded, without the query.
  ///   - range: the `Range` header; only one run of bytes is honoured.
  package func response(
    method: String, path: String, host: String?, origin: String? = nil, range: String? = nil, ifNoneMatch: String? = nil
  ) -> PreviewResponse {
    if let refusal = refusal(method: method, host: host, origin: origin) { return refusal }
    guard let file = file(for: path) else { return missing(method) }
    guard var body = try? FileReading.bytes(at: file) else { return missing(method) }
    let type = Self.type(of: file)
    // Of the file as it stands: the page knows by it whether it has changed.
    let tag = "\"\(body.count)-\(Self.checksum(body))\""
    if type.hasPrefix("text/html") { body = inject(into: body, tag: tag) }
    var headers = ["ETag": tag, "Cache-Control": "no-cache", "Accept-Ranges": "bytes", "X-Content-Type-Options": "nosniff"]
    if ifNoneMatch == tag { return PreviewResponse(status: 304, type: type, headers: headers, body: []) }
    if let range {
      guard let run = Self.run(range, of: body.count) else {
        headers["Content-Range"] = "bytes */\(body.count)"
        return PreviewResponse(status: 416, type: type, headers: headers, body: [])
      }
      headers["Content-Range"] = "bytes \(run.lowerBound)-\(run.upperBound - 1)/\(body.count)"
      return PreviewResponse(status: 206, type: type, headers: headers, body: method == "HEAD" ? [] : Array(body[run]))
    }
    return PreviewResponse(status: 200, type: type, headers: headers, body: method == "HEAD" ? [] : body)
  }

  /// The file a request path names: decoded once, every part a plain name, the resolved file still below the root.
  private func file(for path: String) -> String? {
    guard path.hasPrefix("/"), let decoded = path.removingPercentEncoding, decoded.utf8.count < 4096 else { return nil }
    var parts = decoded.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    if parts.last == "" {
      parts.removeLast()
      parts.append("index.html")
    }
    // The worker that keeps a site for reading offline would show yesterday's style sheet.
    if Array(parts) == ["sw.js"] { return nil }
    for part in parts where part.isEmpty || part.hasPrefix(".") || part.utf8.contains(0) || part.utf8.contains(0x5C) { return nil }
    guard let real = FileReading.resolved(root + "/" + parts.joined(separator: "/")), real.hasPrefix(root + "/") else { return nil }
    return FileReading.kind(of: real) == .file ? real : nil
  }

  private func missing(_ method: String) -> PreviewResponse {
    if let page = try? FileReading.bytes(at: root + "/404.html") {
      return PreviewResponse(
        status: 404, type: "text/html; charset=utf-8", body: method == "HEAD" ? [] : inject(into: page, tag: ""))
    }
    return Self.plain(404, "not found")
  }

  private func inject(into page: [UInt8], tag: String) -> [UInt8] {
    guard let injected = script?.element(tag: tag) else { return page }
    let closing = Array("</body>".utf8)
    var at = page.count - closing.count
    while at >= 0, !page[at...].starts(with: closing) { at -= 1 }
    guard at >= 0 else { return page + injected }
    return Array(page[..<at]) + injected + Array(page[at...])
  }

  private static func plain(_ status: Int, _ text: String) -> PreviewResponse {
    PreviewResponse(status: status, type: "text/plain; charset=utf-8", body: Array(text.utf8))
  }

  /// The bytes of `bytes=a-b`, `bytes=a-` or `bytes=-n`; nil when none of `count` bytes are meant.
  static func run(_ header: String, of count: Int) -> Range<Int>? {
    guard header.hasPrefix("bytes="), !header.contains(",") else { return nil }
    let ends = header.dropFirst(6).split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard ends.count == 2 else { return nil }
    if ends[0].isEmpty {
      guard let last = Int(ends[1]), last > 0, count > 0 else { return nil }
      return max(0, count - last)..<count
    }
    guard let first = Int(ends[0]), first >= 0, first < count else { return nil }
    if ends[1].isEmpty { return first..<count }
    guard let last = Int(ends[1]), last >= first else { return nil }
    return first..<(min(last, count - 1) + 1)
  }

  /// FNV-1a of 64 bits, enough to tell one save from the next.
  private static func checksum(_ bytes: [UInt8]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return String(hash, radix: 16)
  }

  private static func type(of file: String) -> String {
    switch URL(fileURLWithPath: file).pathExtension.lowercased() {
    case "html": return "text/html; charset=utf-8"
    case "css": return "text/css; charset=utf-8"
    case "js", "mjs": return "text/javascript; charset=utf-8"
    case "json": return "application/json"
    case "webmanifest": return "application/manifest+json"
    case "svg": return "image/svg+xml"
    case "png": return "image/png"
    case "jpg", "jpeg": return "image/jpeg"
    case "webp": return "image/webp"
    case "woff2": return "font/woff2"
    case "pdf": return "application/pdf"
    case "epub": return "application/epub+zip"
    case "xml": return "application/xml"
    case "txt": return "text/plain; charset=utf-8"
    case "zip": return "application/zip"
    default: return "application/octet-stream"
    }
  }
}
