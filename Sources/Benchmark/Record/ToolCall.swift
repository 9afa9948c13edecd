/// A call that a model asked for; `arguments` is JSON text as it came.
package struct ToolCall: Codable, Hashable, Sendable {
  package var id: String?
  package var name: String
  package var arguments: String

  package init(id: String? = nil, name: String, arguments: String) {
    self.id = id
    self.name = name
    self.arguments = arguments
  }
}
