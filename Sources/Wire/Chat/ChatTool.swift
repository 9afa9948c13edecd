/// A function that a model is told it may call.
package struct ChatTool: Encodable, Sendable {
  package var name: String
  package var description: String?
  /// A JSON Schema.
  package var parameters: (any Encodable & Sendable)?
  package var strict: Bool?

  package init(
    name: String, description: String? = nil, parameters: (any Encodable & Sendable)? = nil, strict: Bool? = nil
  ) {
    self.name = name
    self.description = description
    self.parameters = parameters
    self.strict = strict
  }

  private enum CodingKeys: String, CodingKey {
    case type, function
  }

  private enum FunctionKeys: String, CodingKey {
    case name, description, parameters, strict
  }

  package func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode("function", forKey: .type)
    var function = fields.nestedContainer(keyedBy: FunctionKeys.self, forKey: .function)
    try function.encode(name, forKey: .name)
    try function.encodeIfPresent(description, forKey: .description)
    if let parameters { try function.encode(parameters, forKey: .parameters) }
    try function.encodeIfPresent(strict, forKey: .strict)
  }
}
