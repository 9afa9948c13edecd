/// A function that a model may call, and what a call of it is answered with.
package struct Tool: Hashable, Sendable {
  /// So many requests a turn may take where nobody says otherwise.
  package static let usualRounds = 5

  package var name: String
  package var description: String?
  /// A JSON Schema.
  package var parameters: JSONValue?
  package var strict: Bool?
  /// Without any, a turn ends where the tool is called.
  package var results: [Result]

  /// An answer to a call; the first that fits is sent.
  package struct Result: Codable, Hashable, Sendable {
    /// What the call's arguments must hold, among others; nil fits every call.
    package var when: JSONValue?
    /// A text is sent as it is, anything else as JSON.
    package var result: JSONValue

    package init(when: JSONValue? = nil, result: JSONValue) {
      self.when = when
      self.result = result
    }
  }

  package init(
    name: String, description: String? = nil, parameters: JSONValue? = nil, strict: Bool? = nil,
    results: [Result] = []
  ) {
    self.name = name
    self.description = description
    self.parameters = parameters
    self.strict = strict
    self.results = results
  }
}

extension Tool: Codable {
  private enum CodingKeys: String, CodingKey {
    case name, description, parameters, strict, results
  }

  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      name: try fields.decode(String.self, forKey: .name),
      description: try fields.decodeIfPresent(String.self, forKey: .description),
      parameters: try fields.decodeIfPresent(JSONValue.self, forKey: .parameters),
      strict: try fields.decodeIfPresent(Bool.self, forKey: .strict),
      results: try fields.decodeIfPresent([Result].self, forKey: .results) ?? [])
  }

  package func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(name, forKey: .name)
    try fields.encodeIfPresent(description, forKey: .description)
    try fields.encodeIfPresent(parameters, forKey: .parameters)
    try fields.encodeIfPresent(strict, forKey: .strict)
    if !results.isEmpty { try fields.encode(results, forKey: .results) }
  }
}
