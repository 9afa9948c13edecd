#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// The body of a chat completion request.
package struct ChatRequest: Sendable {
  package var model: String
  package var messages: [ChatMessage]
  package var streams: Bool
  package var maxTokens: Int?
  package var temperature: Double?
  package var seed: Int?
  /// Fields that win over all others, sent as they are.
  package var extra: [String: any Encodable & Sendable]
  /// Whether a stream is asked to count its tokens; strict servers reject the field that asks.
  package var asksForUsage = true

  package init(
    model: String, messages: [ChatMessage], streams: Bool, maxTokens: Int? = nil, temperature: Double? = nil,
    seed: Int? = nil, extra: [String: any Encodable & Sendable] = [:]
  ) {
    self.model = model
    self.messages = messages
    self.streams = streams
    self.maxTokens = maxTokens
    self.temperature = temperature
    self.seed = seed
    self.extra = extra
  }

  /// The body as JSON, its keys in alphabetical order: equal requests are equal bytes.
  package func body() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(RequestBody(fields: fields)))
  }

  /// What is not asked for is not sent: strict servers reject fields that others ignore.
  private var fields: [String: any Encodable] {
    var fields: [String: any Encodable] = ["model": model, "messages": messages, "stream": streams]
    fields["max_tokens"] = maxTokens
    fields["temperature"] = temperature
    fields["seed"] = seed
    if streams, asksForUsage { fields["stream_options"] = ["include_usage": true] }
    return fields.merging(extra) { _, ours in ours }
  }
}

/// Fields of any name, each encoded by its own type.
private struct RequestBody: Encodable {
  let fields: [String: any Encodable]

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: FieldName.self)
    for (name, value) in fields { try container.encode(value, forKey: FieldName(stringValue: name)) }
  }
}

/// The name of a field that is known only when it is sent.
private struct FieldName: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}
