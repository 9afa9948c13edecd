import Testing

@testable import Simulator

/// A simulator that runs for one test, and what tests ask of it.
struct Bench: ~Copyable {
  static let key = "Authorization: Bearer sk-test-1\r\n"
  let simulator: Simulator
  let port: Int

  /// A thousand times as fast as the clock, and without limits.
  init(_ settings: SimulatorSettings = SimulatorSettings(timeScale: 1000, freeTier: nil)) throws {
    simulator = Simulator(settings)
    port = try simulator.start()
  }

  deinit {
    simulator.stop()
  }

  func client() throws -> RawClient { try RawClient(port: port) }

  func get(_ path: String, headers: String = "") throws -> RawResponse {
    let client = try client()
    client.write("GET \(path) HTTP/1.1\r\nHost: x\r\n\(headers)\r\n")
    return try client.response()
  }

  func post(_ body: String, to path: String = "/api/v1/chat/completions", headers: String = Bench.key) throws
    -> RawResponse
  {
    let client = try client()
    client.write(Self.post(body, to: path, headers: headers))
    return try client.response()
  }

  static func post(_ body: String, to path: String = "/api/v1/chat/completions", headers: String = Bench.key) -> String
  {
    "POST \(path) HTTP/1.1\r\nHost: x\r\n\(headers)Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
  }

  /// A chat request's body; `more` begins with a comma.
  static func chat(
    _ model: String = "sim/steady-badger-24b:free", _ prompt: String = "Tell me about rivers and mountains.",
    stream: Bool = true, more: String = ""
  ) -> String {
    let text = String(decoding: JSON.string(prompt).bytes, as: UTF8.self)
    return """
      {"model":"\(model)","stream":\(stream),"messages":[{"role":"user","content":\(text)}]\(more)}
      """
  }
}
