import Foundation

@testable import Simulator

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
    var content: String?
    var reasoning: String?
    var tool_calls: [Call]?
  }

  struct Call: Decodable {
    var index: Int
    var id: String?
    var function: Function

    struct Function: Decodable {
      var name: String?
      var arguments: String
    }
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

  /// Name and arguments of every call, streamed or not.
  func calls() throws -> [ToolCall] {
    let answers = try self["Content-Type"] == "text/event-stream" ? answers() : [answer()]
    let fragments = answers.flatMap(\.choices).flatMap { $0.delta?.tool_calls ?? $0.message?.tool_calls ?? [] }
    return Dictionary(grouping: fragments, by: \.index).sorted { $0.key < $1.key }.map { _, parts in
      ToolCall(
        name: parts.compactMap(\.function.name).joined(), arguments: parts.map(\.function.arguments).joined())
    }
  }

  func reasoning() throws -> String {
    try answers().flatMap(\.choices).compactMap(\.delta?.reasoning).joined()
  }

  func answer() throws -> Answer {
    try JSONDecoder().decode(Answer.self, from: Data(body))
  }
}
