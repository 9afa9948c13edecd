/// A contestant as a suite names it: a model with settings of its own, wherever it will be asked.
package struct ContestantSpec: Hashable, Sendable {
  /// Unique in its suite.
  package var name: String
  package var model: String
  package var parameters: Parameters

  package init(name: String, model: String, parameters: Parameters = Parameters()) {
    self.name = name
    self.model = model
    self.parameters = parameters
  }
}

extension ContestantSpec: Codable {
  private enum CodingKeys: String, CodingKey {
    case name, model, parameters
  }

  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      name: try fields.decode(String.self, forKey: .name), model: try fields.decode(String.self, forKey: .model),
      parameters: try fields.decodeIfPresent(Parameters.self, forKey: .parameters) ?? Parameters())
  }

  package func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(name, forKey: .name)
    try fields.encode(model, forKey: .model)
    if parameters != Parameters() { try fields.encode(parameters, forKey: .parameters) }
  }
}
