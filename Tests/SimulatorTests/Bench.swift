import Foundation
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

/// A chunk of a stream, or a whole answer, as far as tests look at it.
struct Answer: Decodable {
  var id: String
  var object: String
  var model: String
  var provider: String
  var choices: [Choice]
  var usage: Usage?

  struct Choice: Decodable {
    var delta: Message?
    var message: Message?
    var finish_reason: String?
    var native_finish_reason: String?
  }

  struct Message: Decodable {
    var role: String
    var content: String
    var reasoning: String?
  }

  struct Usage: Decodable {
    var prompt_tokens: Int
    var completion_tokens: Int
    var total_tokens: Int
    var cost: Int
    var completion_tokens_details: Details
  }

  struct Details: Decodable {
    var reasoning_tokens: Int
  }
}

extension RawResponse {
  func answers() throws -> [Answer] {
    try events.map { try JSONDecoder().decode(Answer.self, from: Data($0.utf8)) }
  }

  /// The visible text, streamed or not.
  func content() throws -> String {
    let answers = try self["Content-Type"] == "text/event-stream" ? answers() : [answer()]
    return answers.flatMap(\.choices).map { $0.delta?.content ?? $0.message?.content ?? "" }.joined()
  }

  func reasoning() throws -> String {
    try answers().flatMap(\.choices).compactMap(\.delta?.reasoning).joined()
  }

  func answer() throws -> Answer {
    try JSONDecoder().decode(Answer.self, from: Data(body))
  }
}
