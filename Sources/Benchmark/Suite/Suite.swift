/// A named list of prompts with what every one of them shares: what a user writes and keeps.
package struct Suite: Codable, Hashable, Sendable {
  package var name: String
  package var description: String?
  /// Settings of every prompt; a prompt's own, a contestant's and the command line's win, in that order.
  package var parameters: Parameters
  package var prompts: [Prompt]

  package init(name: String, description: String? = nil, parameters: Parameters = Parameters(), prompts: [Prompt]) {
    self.name = name
    self.description = description
    self.parameters = parameters
    self.prompts = prompts
  }
}
