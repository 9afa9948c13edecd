/// One question of a suite and how its answers are checked.
package struct Prompt: Codable, Hashable, Sendable {
  /// Unique in its suite; names the prompt in every report.
  package var id: String
  package var text: String
  package var parameters: Parameters
  package var checks: [Check]

  package init(id: String, text: String, parameters: Parameters = Parameters(), checks: [Check] = []) {
    self.id = id
    self.text = text
    self.parameters = parameters
    self.checks = checks
  }

  /// The journal calls a text what the suite file does.
  package enum CodingKeys: String, CodingKey {
    case id
    case text = "prompt"
    case parameters, checks
  }
}
