import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import TamraKit

@Suite struct Preview {
  private let folder: ScratchFolder
  private let files: PreviewFiles
  private let host = "127.0.0.1:8000"

  init() throws {
    folder = try ScratchFolder()
    try folder.put("public/index.html", "<body>หน้าแรก</body>")
    try folder.put("public/บท/หน้า.html", "<p>บท</p>")
    try folder.put("public/data.json", "0123456789")
    try folder.put("instructor/key.html", "the key")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/public/link.html", withDestinationPath: folder.path + "/instructor/key.html")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/public/linked", withDestinationPath: folder.path + "/instructor")
    files = PreviewFiles(root: folder.path + "/public", hosts: [host], script: .init(path: "/r.js", version: 3))
  }

  private func get(_ path: String, range: String? = nil, tag: String? = nil) -> PreviewResponse {
    files.response(method: "GET", path: path, host: host, range: range, ifNoneMatch: tag)
  }

  @Test("no worker keeps pages of a preview for reading offline")
  func noWorker() throws {
    try folder.put("public/sw.js", "x")
    try folder.put("public/a/sw.js", "x")
    #expect(get("/sw.js").status == 404 && get("/%73w.js").status == 404 && get("/a/sw.js").status == 200)
  }

  @Test func servesPagesWithTheReloadScript() {
    let tag = get("/").headers["ETag"] ?? ""
    #expect(
      String(decoding: get("/").body, as: UTF8.self)
        == "<body>หน้าแรก<script src=\"/r.js\" data-version=\"3\" data-page=\"\(tag.replacing("\"", with: "&quot;"))\" defer></script></body>"
    )
    // What a page is known by is its file, not the build it was served after.
    let later = PreviewFiles(root: folder.path + "/public", hosts: [host], script: .init(path: "/r.js", version: 4))
    #expect(later.response(method: "HEAD", path: "/", host: host).headers["ETag"] == tag)
    #expect(get("/%E0%B8%9A%E0%B8%97/%E0%B8%AB%E0%B8%99%E0%B9%89%E0%B8%B2.html").status == 200)
    #expect(get("/data.json").type == "application/json")
    #expect(get("/nothing.html").status == 404)
  }

  @Test(arguments: [
    "/../instructor/key.html", "/%2e%2e/instructor/key.html", "/%2e%2e%2finstructor%2fkey.html", "/..%2finstructor/key.html",
    "/%252e%252e/instructor/key.html", "/..\\instructor\\key.html", "/link.html", "/index.html%00.json", "//etc/passwd",
    "/.tamra-manifest",
    "/%ff", "index.html", "/a/../index.html", "", "/./index.html", "/%2e/index.html", "/index.html/", "/index.html%2f", "/%00",
    "/%0a", "/\u{0}",
    "/%c0%ae%c0%ae/instructor/key.html", "/%u002e%u002e/instructor/key.html", "/..;/instructor/key.html",
    "/....//instructor/key.html",
    "/public/../../instructor/key.html", "/linked/key.html", "/%5c..%5cinstructor%5ckey.html", "file:///etc/passwd", "/C:/x",
  ])
  func answersNothingFromOutsideTheFolder(_ path: String) {
    let answer = get(path)
    #expect(answer.status == 404)
    #expect(!String(decoding: answer.body, as: UTF8.self).contains("key"))
  }

  @Test func refusesOtherHostsOriginsAndMethods() {
    #expect(files.response(method: "GET", path: "/", host: "evil.example").status == 403)
    #expect(files.response(method: "GET", path: "/", host: nil).status == 403)
    #expect(files.response(method: "GET", path: "/", host: host, origin: "http://evil.example").status == 403)
    #expect(files.response(method: "GET", path: "/", host: host, origin: "http://" + host).status == 200)
    #expect(files.response(method: "POST", path: "/", host: host).status == 405)
    #expect(files.response(method: "HEAD", path: "/data.json", host: host).body.isEmpty)
  }

  @Test func answersRangesAndKnownVersions() {
    let part = get("/data.json", range: "bytes=2-4")
    #expect(part.status == 206 && part.body == Array("234".utf8) && part.headers["Content-Range"] == "bytes 2-4/10")
    #expect(get("/data.json", range: "bytes=-3").body == Array("789".utf8))
    #expect(get("/data.json", range: "bytes=8-99").body == Array("89".utf8))
    #expect(get("/data.json", range: "bytes=10-").status == 416)
    #expect(get("/data.json", tag: get("/data.json").headers["ETag"]).status == 304)
    for bad in [
      "bytes=", "bytes=-", "bytes=-0", "bytes=5-2", "bytes=1-2,4-5", "bytes=a-b", "bytes=-9223372036854775808",
      "bytes=99999999999999999999-",
    ] {
      #expect(get("/data.json", range: bad).status == 416, "\(bad)")
    }
    #expect(get("/data.json", range: "bytes=-9223372036854775807").body.count == 10)
    #expect(get("/data.json", range: "bytes=3-9223372036854775807").body.count == 7)
  }

  @Test func seesSavesNewFilesAndRemovals() throws {
    var watch = FolderWatch([folder.path + "/public"])
    #expect(watch.changes().isEmpty)
    try folder.put("public/new/a.md", "1")
    #expect(watch.changes() == [folder.path + "/public/new/a.md"])
    try folder.put("public/new/a.md", "22")
    #expect(watch.changes() == [folder.path + "/public/new/a.md"])
    try FileManager.default.removeItem(atPath: folder.path + "/public/new")
    #expect(watch.changes() == [folder.path + "/public/new/a.md"])
    #expect(watch.changes().isEmpty)
  }

  @Test(
    "who waits for a version is told of it, and let go when he is no longer there or has waited long enough",
    .timeLimit(.minutes(10)))
  func versions() async {
    let state = PreviewState(patience: .seconds(36_000))
    #expect(await state.version(after: nil) == 1)
    #expect(await state.version(after: 7) == 1)
    let waiting = (0..<50).map { _ in Task { await state.version(after: 1) } }
    try? await Task.sleep(for: .milliseconds(30))
    state.show()
    for one in waiting { #expect(await one.value == 2) }
    let leaving = Task { await state.version(after: 2) }
    leaving.cancel()
    #expect(await leaving.value == 2)
    #expect(await PreviewState(patience: .milliseconds(1)).version(after: 1) == 1)
  }

  @Test func answersOverARealSocket() async throws {
    let state = PreviewState()
    let server = PreviewServer(publicFolder: folder.path + "/public", state: state)
    let (addresses, continuation) = AsyncStream.makeStream(of: String.self)
    let task = Task { try await server.run(port: 0) { continuation.yield($0) } }
    defer { task.cancel() }
    var iterator = addresses.makeAsyncIterator()
    let address = try #require(await iterator.next())
    let port = try #require(UInt16(address.dropFirst("http://127.0.0.1:".count).dropLast()))
    func fetch(_ path: String, _ headers: String = "") throws -> String {
      let lines = headers.isEmpty ? "Host: 127.0.0.1:\(port)" : headers
      let output = try ToolProcess(
        "/bin/bash",
        [
          "-c",
          "exec 3<>/dev/tcp/127.0.0.1/\(port); printf 'GET \(path) HTTP/1.1\\r\\n\(lines)\\r\\nConnection: close\\r\\n\\r\\n' >&3; cat <&3",
        ]
      ).run(limit: 20)
      return String(decoding: output.standardOutput, as: UTF8.self)
    }
    #expect(try fetch("/").contains("หน้าแรก<script src=\"/.tamra/reload.js\" data-version=\"1\" data-page="))
    #expect(try fetch("/../instructor/key.html").contains("404"))
    #expect(try fetch("/.tamra/reload.js").contains("EventTarget") == false)

    // Who waits for a build is told of it, and gets what it found.
    let early = Task.detached { try fetch("/.tamra/version?known=1") }
    try await Task.sleep(for: .milliseconds(100))
    state.publish([Diagnostic("x", .error, thai: "ผิด<b>", english: "wrong<b>", at: nil)], language: .english)
    #expect(try await early.value.hasSuffix("2"))
    let findings = try fetch("/.tamra/findings")
    #expect(findings.contains("1 error, 0 warnings") && findings.contains("wrong\\u003cb>"))

    // Strangers' pages learn nothing, not even that a build was made.
    for path in ["/", "/.tamra/version", "/.tamra/findings", "/.tamra/reload.js"] {
      #expect(try fetch(path, "Host: evil.example:\(port)").hasPrefix("HTTP/1.1 403"), "\(path)")
      #expect(try fetch(path, "Host: 127.0.0.1:\(port)\\r\\nOrigin: https://evil.example").hasPrefix("HTTP/1.1 403"), "\(path)")
    }

    // Clients that never finish asking, and many that wait, keep nobody waiting.
    let crowd = try ToolProcess(
      "/bin/bash",
      [
        "-c",
        "for i in $(seq 60); do eval \"exec $((i + 10))<>/dev/tcp/127.0.0.1/\(port)\"; printf 'GET / HTTP/1.1\\r\\nHost: 127' >&$((i + 10)); done; exec 4<>/dev/tcp/127.0.0.1/\(port); printf 'GET /data.json HTTP/1.1\\r\\nHost: 127.0.0.1:\(port)\\r\\nConnection: close\\r\\n\\r\\n' >&4; cat <&4",
      ]
    ).run(limit: 20)
    #expect(String(decoding: crowd.standardOutput, as: UTF8.self).hasSuffix("0123456789"))
  }

  @Test("an editor's ways of saving are one change each: emptied and filled, written aside and moved, swapped, a dozen at once")
  func waitsForASaveToEnd() async throws {
    try folder.put("public/a.md", "one")
    var watch = FolderWatch([folder.path + "/public"])
    let path = folder.path + "/public/a.md"
    for way in [
      "printf x > '\(path)'; : > '\(path)'; sleep 0.005; printf three > '\(path)'",
      "printf four > '\(path).new'; mv '\(path)' '\(path)~'; mv '\(path).new' '\(path)'; rm '\(path)~'",
      "printf s > '\(folder.path)/public/.a.md.swp'; printf fives > '\(path)'; rm '\(folder.path)/public/.a.md.swp'",
    ] {
      _ = try ToolProcess("/bin/bash", ["-c", way]).run(limit: 10)
      #expect(await watch.settledChanges() == [path], "\(way)")
      #expect(await watch.settledChanges().isEmpty)
    }
    for i in 0..<12 { try folder.put("public/new/\(i)/b.md", "\(i)") }
    #expect(await watch.settledChanges().count == 12)
    try FileManager.default.removeItem(atPath: folder.path + "/public/new")
    #expect(await watch.settledChanges().count == 12)
  }
}

@Suite struct CourseFolders {
  @Test func areFoundFromAnyFolderBelow() throws {
    let folder = try ScratchFolder()
    try folder.put("Content/01-a/chapter.md", "# ก")
    try folder.put("Content/02-b/notes.md", "no chapter")
    try folder.put("Content/03-c/chapter.md", "# ค")
    let course = try CourseFolder(at: nil, workingFolder: folder.path + "/Content/01-a")
    #expect(course.root == folder.path)
    #expect(try course.chapters().files.map(\.name) == ["01-a", "03-c"])
  }

  @Test func sayWhatIsMissing() throws {
    let folder = try ScratchFolder()
    let failure = #expect(throws: Failure.self) { try CourseFolder(at: folder.path, workingFolder: "/") }
    #expect(failure?.status == .io)
    #expect(failure?.message.english.contains("no Content folder") == true)
  }

  @Test func doNotFollowLinksOutOrRound() throws {
    let folder = try ScratchFolder()
    try folder.put("secret/chapter.md", "# ลับ")
    try folder.put("course/Content/01-a/chapter.md", "# ก")
    let files = FileManager.default
    try files.createSymbolicLink(atPath: folder.path + "/course/Content/02-out", withDestinationPath: folder.path + "/secret")
    try files.createSymbolicLink(atPath: folder.path + "/course/Content/03-loop", withDestinationPath: "03-loop")
    let course = try CourseFolder(at: folder.path + "/course", workingFolder: "/")
    let (chapters, diagnostics) = try course.chapters()
    #expect(chapters.map(\.name) == ["01-a"])
    #expect(diagnostics.map(\.id) == ["outside-course", "outside-course"])
    #expect(diagnostics.first?.span?.file == "Content/02-out/chapter.md")
  }
}
