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
  package var tools: [ChatTool]
  /// The form that the answer is to have, as JSON that is sent as it stands: in a schema the order of keys matters.
  package var responseFormat: String?
  /// Further fields by their names (`max_tokens`, `temperature`, …), sent as they are; they win over all others.
  package var fields: [String: any Encodable & Sendable]
  /// Whether a stream is asked to count its tokens; strict servers reject the field that asks.
  package var asksForUsage = true
  /// What a server does not take, by what it has refused.
  package var adaptations: Set<FieldAdaptation> = []

  package init(
    model: String, messages: [ChatMessage], streams: Bool, tools: [ChatTool] = [],
    responseFormat: String? = nil, fields: [String: any Encodable & Sendable] = [:]
  ) {
    self.model = model
    self.messages = messages
    self.streams = streams
    self.tools = tools
    self.responseFormat = responseFormat
    self.fields = fields
  }

  /// The body as JSON, its keys in alphabetical order behind the form of the answer: equal requests are equal bytes.
  package func body() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let body = Array(try encoder.encode(RequestBody(fields: members)))
    guard let responseFormat else { return body }
    return Array(#"{"response_format":\#(responseFormat),"#.utf8) + body.dropFirst()
  }

  /// What is not asked for is not sent: strict servers reject fields that others ignore.
  private var members: [String: any Encodable] {
    var members: [String: any Encodable] = ["model": model, "messages": messages, "stream": streams]
    if !tools.isEmpty { members["tools"] = tools }
    if streams, asksForUsage, !adaptations.contains(.streamOptions) {
      members["stream_options"] = ["include_usage": true]
    }
    return members.merging(adaptedFields) { _, given in given }
  }
}

extension ChatRequest {
  /// The fields under names that the server takes.
  private var adaptedFields: [String: any Encodable & Sendable] {
    var fields = fields
    for adaptation in adaptations {
      guard let value = fields.removeValue(forKey: adaptation.rawValue) else { continue }
      if let replacement = adaptation.replacement { fields[replacement] = value }
    }
    return fields
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
