internal import Benchmark
#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// What a program reads of an answer: one JSON object.
struct GraderInput: Encodable, Sendable {
  var suite: String
  /// The prompt's id.
  var prompt: String
  var question: String
  var contestant: String
  var model: String
  var repetition: Int
  var answer: String
  var toolCalls: [ToolCall]
  var finishReason: String?
  var reasoning: String?
  var latency: Double?
  var timeToFirstToken: Double?
  var completionTokens: Double?
  var cost: Double?

  enum CodingKeys: String, CodingKey {
    case suite, prompt, question, contestant, model, repetition, answer
    case toolCalls = "tool_calls"
    case finishReason = "finish_reason"
    case reasoning = "reasoning_text"
    case latency = "latency_ms"
    case timeToFirstToken = "ttft_ms"
    case completionTokens = "completion_tokens"
    case cost = "cost_usd"
  }

  func text() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
  }
}
