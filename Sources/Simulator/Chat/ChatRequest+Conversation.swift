extension ChatRequest {
  /// One turn of the conversation.
  struct Message: Sendable, Decodable {
    var role: String
    var content: Content?
    var toolCalls: [Call]?
    var toolCallID: String?

    private enum CodingKeys: String, CodingKey {
      case role, content
      case toolCalls = "tool_calls"
      case toolCallID = "tool_call_id"
    }

    /// A call that was made earlier.
    struct Call: Sendable, Decodable {
      var id: String?
      var function: Function?

      /// The arguments are JSON in a text.
      struct Function: Sendable, Decodable {
        var name: String
        var arguments: String?
      }
    }
  }

  var turns: [Message] { messages ?? [] }

  /// The last thing the user said.
  var question: String { turns.last { $0.role == "user" }?.content?.text ?? "" }

  /// What the user said before that, the latest first.
  var earlierQuestions: [String] {
    turns.filter { $0.role == "user" }.dropLast().reversed().compactMap(\.content?.text)
  }

  var attachments: [Attachment] { turns.flatMap { $0.content?.attachments ?? [] } }

  /// What was done since the user spoke last: calls and their results.
  private var sinceQuestion: ArraySlice<Message> {
    turns[(turns.lastIndex { $0.role == "user" }.map { $0 + 1 } ?? 0)...]
  }

  /// The calls made since the user spoke last, round by round.
  var callsMade: [[ToolCall]] {
    sinceQuestion.compactMap(\.toolCalls).map { round in
      round.compactMap(\.function).map { ToolCall(name: $0.name, arguments: $0.arguments ?? "{}") }
    }
  }

  /// What the tools answered since the user spoke last.
  var toolResults: [String] {
    sinceQuestion.filter { $0.role == "tool" }.map { $0.content?.text ?? "" }
  }
}

extension [ChatRequest.Message] {
  /// Takes off what stands in brackets on a line of its own before the first message, if it is 16 hexadecimal digits.
  mutating func takeNonceOff() {
    guard let text = first?.content?.text, let nonce = text.prefixMatch(of: /\[[0-9a-f]{16}\]\n\n/) else { return }
    self[startIndex].content?.text = String(text[nonce.range.upperBound...])
  }
}

extension ChatRequest.Message {
  /// The turn as one text.
  var transcript: String {
    let calls = (toolCalls ?? []).map { call in
      "\n[\(call.id ?? "") \(call.function?.name ?? "") \(call.function?.arguments ?? "")]"
    }
    let attached = (content?.attachments ?? []).map { "\n[\($0.label)]" }
    return "\(role): \(toolCallID.map { "\($0) " } ?? "")\(content?.text ?? "")"
      + (attached + calls).joined()
  }
}
