/// One message of a conversation, as it is sent.
package struct Message: Hashable, Sendable {
  package enum Role: String, Codable, CaseIterable, Sendable {
    case system, user, assistant, tool
  }

  package var role: Role
  /// Nil for an assistant that called tools and said nothing.
  package var content: Content?
  /// What an assistant called.
  package var toolCalls: [ToolCall]
  /// The call that a tool's message answers.
  package var toolCallID: String?

  package init(_ role: Role, _ content: Content?, toolCalls: [ToolCall] = [], toolCallID: String? = nil) {
    self.role = role
    self.content = content
    self.toolCalls = toolCalls
    self.toolCallID = toolCallID
  }

  /// The message for people: its text, and the calls that it makes.
  package var text: String {
    let calls = toolCalls.map { "\($0.name)(\($0.arguments))" }
    return ([content?.text].compactMap(\.self) + calls).joined(separator: "\n")
  }
}

extension Message {
  /// The same behind a nonce on a line of its own.
  package func opened(by nonce: String) -> Message {
    var message = self
    let opening = "[\(nonce)]\n\n"
    var parts = content?.parts ?? []
    if case .text(let text)? = parts.first {
      parts[0] = .text(opening + text)
    } else {
      parts.insert(.text(opening), at: 0)
    }
    message.content = Content(parts)
    return message
  }
}

extension Message: Codable {
  private enum CodingKeys: String, CodingKey {
    case role, content
    case toolCalls = "tool_calls"
    case toolCallID = "tool_call_id"
  }

  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      try fields.decode(Role.self, forKey: .role), try fields.decodeIfPresent(Content.self, forKey: .content),
      toolCalls: try fields.decodeIfPresent([ToolCall].self, forKey: .toolCalls) ?? [],
      toolCallID: try fields.decodeIfPresent(String.self, forKey: .toolCallID))
  }

  package func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(role, forKey: .role)
    try fields.encodeIfPresent(content, forKey: .content)
    if !toolCalls.isEmpty { try fields.encode(toolCalls, forKey: .toolCalls) }
    try fields.encodeIfPresent(toolCallID, forKey: .toolCallID)
  }
}
