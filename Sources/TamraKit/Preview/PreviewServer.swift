import FlyingFox
import FlyingSocks
import Foundation
import Synchronization

/// Shows the public folder on loopback and tells open pages when it has changed.
package struct PreviewServer: Sendable {
  private static let versionPath = "/.tamra/version"
  private static let findingsPath = "/.tamra/findings"
  private static let scriptPath = "/.tamra/reload.js"

  private let publicFolder: String
  private let state: PreviewState

  package init(publicFolder: String, state: PreviewState) {
    self.publicFolder = publicFolder
    self.state = state
  }

  /// Serves until the task is cancelled.
  ///
  /// - Parameters:
  ///   - port: 0 for any free one.
  ///   - ready: called once with the address to open.
  /// - Throws: when the port is taken.
  package func run(port: UInt16, ready: @escaping @Sendable (String) -> Void) async throws {
    let server = HTTPServer(
      address: try sockaddr_in.inet(ip4: "127.0.0.1", port: port), timeout: 30, pool: PromptPool(), logger: .disabled)
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
    let origin = request.headers[HTTPHeader("Origin")]
    let files = PreviewFiles(
      root: publicFolder, hosts: hosts, script: PreviewFiles.Script(path: Self.scriptPath, version: state.version))
    if let refusal = files.refusal(method: request.method.rawValue, host: host, origin: origin) { return response(refusal) }
    switch path {
    case Self.versionPath:
      let version = await state.version(after: request.query["known"].flatMap { Int($0) })
      return own("text/plain", Array("\(version)".utf8))
    case Self.findingsPath: return own("application/json", state.findings)
    case Self.scriptPath: return own("text/javascript; charset=utf-8", Array(PreviewScript.text.utf8))
    default:
      return response(
        files.response(
          method: request.method.rawValue, path: path, host: host, origin: origin, range: request.headers[.range],
          ifNoneMatch: request.headers[HTTPHeader("If-None-Match")]))
    }
  }

  private func own(_ type: String, _ body: [UInt8]) -> HTTPResponse {
    response(
      PreviewResponse(
        status: 200, type: type, headers: ["Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"], body: body))
  }

  private func response(_ answer: PreviewResponse) -> HTTPResponse {
    var headers: HTTPHeaders = [.contentType: answer.type]
    for (name, value) in answer.headers { headers[HTTPHeader(name)] = value }
    return HTTPResponse(statusCode: HTTPStatusCode(answer.status, phrase: ""), headers: headers, body: Data(answer.body))
  }
}

/// Sends what is there at once: the small answers of a preview must not wait for an acknowledgement of what went before (40 ms).
private struct PromptPool: AsyncSocketPool {
  private let pool: any AsyncSocketPool = HTTPServer.defaultPool()

  func prepare() async throws { try await pool.prepare() }
  func run() async throws { try await pool.run() }

  /// The listening socket comes here before anybody is connected, and those it accepts are as it is.
  func suspendSocket(_ socket: Socket, untilReadyFor events: Socket.Events) async throws {
    try? socket.setValue(1, for: Int32SocketOption(level: Int32(IPPROTO_TCP), name: TCP_NODELAY))
    try await pool.suspendSocket(socket, untilReadyFor: events)
  }
}
