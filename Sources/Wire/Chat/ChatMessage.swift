/// One turn of a conversation as it is sent.
package struct ChatMessage: Encodable, Hashable, Sendable {
  package var role: String
  package var content: String

  package init(role: String, content: String) {
    self.role = role
    self.content = content
  }
}
