/// A model at an endpoint with its settings: one column of a comparison.
package struct Contestant: Codable, Hashable, Sendable {
  /// Unique in its run; what reports call it.
  package var name: String
  /// The id sent as `model`.
  package var model: String
  /// The name of one of the run's endpoints.
  package var endpoint: String
  package var parameters: Parameters

  /// How a structure is asked of it where a suite leaves that open; nil where the catalogue says nothing.
  package var structure: StructuredOutput.Way?

  package init(name: String, model: String, endpoint: String, parameters: Parameters = Parameters()) {
    self.name = name
    self.model = model
    self.endpoint = endpoint
    self.parameters = parameters
  }
}
