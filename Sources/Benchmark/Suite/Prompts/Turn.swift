/// Something said to a contestant that it answers before anything more is said.
package struct Turn: Hashable, Sendable {
  /// A user's, or the last of the tools' messages that a prompt ends with.
  package var message: Message
  /// Tests of the answer to this turn.
  package var checks: [Check]

  package init(_ message: Message, checks: [Check] = []) {
    self.message = message
    self.checks = checks
  }

  /// A user's turn.
  package init(_ content: Content, checks: [Check] = []) {
    self.init(Message(.user, content), checks: checks)
  }
}

extension Turn: Codable {
  private enum CodingKeys: String, CodingKey {
    case prompt, checks
  }

  /// A user's turn, as a suite says it: a text, parts, or an object of both and checks.
  package init(from decoder: any Decoder) throws {
    if let content = try? decoder.singleValueContainer().decode(Content.self) {
      self.init(content)
      return
    }
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      try fields.decode(Content.self, forKey: .prompt),
      checks: try fields.decodeIfPresent([Check].self, forKey: .checks) ?? [])
  }

  package func encode(to encoder: any Encoder) throws {
    if checks.isEmpty {
      var value = encoder.singleValueContainer()
      try value.encode(message.content)
    } else {
      var fields = encoder.container(keyedBy: CodingKeys.self)
      try fields.encode(message.content, forKey: .prompt)
      try fields.encode(checks, forKey: .checks)
    }
  }
}
