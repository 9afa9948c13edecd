/// One message of a conversation as it is sent.
package struct ChatMessage: Hashable, Sendable {
  package var role: String
  /// Nil where an assistant called tools and said nothing.
  package var content: ChatContent?
  package var toolCalls: [ChatToolCall]
  /// The call that a message of the role `tool` answers.
  package var toolCallID: String?

  package init(role: String, content: ChatContent?, toolCalls: [ChatToolCall] = [], toolCallID: String? = nil) {
    self.role = role
    self.content = content
    self.toolCalls = toolCalls
    self.toolCallID = toolCallID
  }

  package init(role: String, content: String) {
    self.init(role: role, content: .text(content))
  }
}

extension ChatMessage: Encodable {
  private enum CodingKeys: String, CodingKey {
    case role, content
    case toolCalls = "tool_calls"
    case toolCallID = "tool_call_id"
  }

  package func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(role, forKey: .role)
    // Null and not left out: some servers insist on the key.
    try fields.encode(content, forKey: .content)
    if !toolCalls.isEmpty { try fields.encode(toolCalls, forKey: .toolCalls) }
    try fields.encodeIfPresent(toolCallID, forKey: .toolCallID)
  }
}

/// A call that an assistant made, as it is told again.
package struct ChatToolCall: Encodable, Hashable, Sendable {
  package var id: String
  package var name: String
  /// JSON as text.
  package var arguments: String

  package init(id: String, name: String, arguments: String) {
    self.id = id
    self.name = name
    self.arguments = arguments
  }

  private enum CodingKeys: String, CodingKey {
    case id, type, function
  }

  private enum FunctionKeys: String, CodingKey {
    case name, arguments
  }

  package func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(id, forKey: .id)
    try fields.encode("function", forKey: .type)
    var function = fields.nestedContainer(keyedBy: FunctionKeys.self, forKey: .function)
    try function.encode(name, forKey: .name)
    try function.encode(arguments, forKey: .arguments)
  }
}
