import FlyingFox
import FlyingSocks
import Foundation
import Synchronization

/// Shows the public folder on loopback and tells open pages when it has changed.
package struct PreviewServer: Sendable {
  private static let versionPath = "/.tamra/version"
  private static let scriptPath = "/.tamra/reload.js"

  /// Asks for the version, and again each time it is answered; a new one reloads the page, keeping the place.
  private static let script = """
    (function () {
      "use strict";
      var known = null;
      function ask() {
        fetch("/.tamra/version?known=" + (known || ""), { cache: "no-store" })
          .then(function (answer) { return answer.text(); })
          .then(function (version) {
            if (known !== null && version !== known) { location.reload(); return; }
            known = version;
            ask();
          })
          .catch(function () { setTimeout(ask, 1000); });
      }
      ask();
    })();
    """

  private let publicFolder: String
  private let version: @Sendable () -> Int

  /// - Parameter version: a number that grows with every rebuild.
  package init(publicFolder: String, version: @escaping @Sendable () -> Int) {
    self.publicFolder = publicFolder
    self.version = version
  }

  /// Serves until the task is cancelled.
  ///
  /// - Parameters:
  ///   - port: 0 for any free one.
  ///   - ready: called once with the address to open.
  /// - Throws: when the port is taken.
  package func run(port: UInt16, ready: @escaping @Sendable (String) -> Void) async throws {
    let server = HTTPServer(address: try sockaddr_in.inet(ip4: "127.0.0.1", port: port), timeout: 30, logger: .disabled)
    let actual = Mutex<Int>(Int(port))
    await server.appendRoute("*") { request in
      let port = actual.withLock { $0 }
      return await answer(request, hosts: ["127.0.0.1:\(port)", "localhost:\(port)"])
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await server.run() }
      try await server.waitUntilListening()
      if case .ip4(_, let port)? = await server.listeningAddress { actual.withLock { $0 = Int(port) } }
      ready("http://127.0.0.1:\(actual.withLock { $0 })/")
      try await group.waitForAll()
    }
  }

  private func answer(_ request: HTTPRequest, hosts: Set<String>) async -> HTTPResponse {
    let path = request.target.path()
    let host = request.headers[.host]
    if path == Self.versionPath, let host, hosts.contains(host) {
      let known = request.query["known"].flatMap { Int($0) }
      for _ in 0..<100 where known == version() { try? await Task.sleep(for: .milliseconds(100)) }
      return response(
        PreviewResponse(status: 200, type: "text/plain", headers: ["Cache-Control": "no-store"], body: Array("\(version())".utf8)))
    }
    if path == Self.scriptPath {
      return response(PreviewResponse(status: 200, type: "text/javascript; charset=utf-8", body: Array(Self.script.utf8)))
    }
    let files = PreviewFiles(root: publicFolder, hosts: hosts, injected: "<script src=\"\(Self.scriptPath)\" defer></script>")
    return response(
      files.response(
        method: request.method.rawValue, path: path, host: host, origin: request.headers[HTTPHeader("Origin")],
        range: request.headers[.range], ifNoneMatch: request.headers[HTTPHeader("If-None-Match")]))
  }

  private func response(_ answer: PreviewResponse) -> HTTPResponse {
    var headers: HTTPHeaders = [.contentType: answer.type]
    for (name, value) in answer.headers { headers[HTTPHeader(name)] = value }
    return HTTPResponse(statusCode: HTTPStatusCode(answer.status, phrase: ""), headers: headers, body: Data(answer.body))
  }
}
