/// A call that a model asked for; `arguments` is JSON text as it came, `{}` where there were none.
package struct ToolCall: Codable, Hashable, Sendable {
  package var id: String?
  package var name: String
  package var arguments: String

  package init(id: String? = nil, name: String, arguments: String) {
    self.id = id
    self.name = name
    self.arguments = arguments.isBlank ? "{}" : arguments
  }

  package init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      id: try keys.decodeIfPresent(String.self, forKey: .id), name: try keys.decode(String.self, forKey: .name),
      arguments: try keys.decode(String.self, forKey: .arguments))
  }
}

extension String {
  /// Some servers send "" for a call without arguments, and none takes it back.
  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
