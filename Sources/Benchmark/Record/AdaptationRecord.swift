/// A field that an endpoint refused for a model, and what the run sends in its place from then on.
package struct AdaptationRecord: Codable, Hashable, Sendable {
  package var session: Int
  /// UTC, RFC 3339.
  package var wall: String
  /// The endpoint's name.
  package var endpoint: String
  package var model: String
  /// The field that was refused.
  package var field: String
  /// The field that has its value now; nil where it is left out.
  package var replacement: String?

  package init(session: Int, wall: String, endpoint: String, model: String, field: String, replacement: String?) {
    self.session = session
    self.wall = wall
    self.endpoint = endpoint
    self.model = model
    self.field = field
    self.replacement = replacement
  }

  /// One sentence without its full stop, for people.
  package var sentence: String {
    let remedy = replacement.map { "'\($0)' is sent in its place" } ?? "it is left out"
    return "\(model) at \(endpoint) does not take '\(field)': \(remedy)"
  }
}
