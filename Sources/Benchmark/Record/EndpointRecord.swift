/// A server that was asked, without any secret.
package struct EndpointRecord: Codable, Hashable, Sendable {
  package var name: String
  /// What `/chat/completions` is appended to; never with user or password.
  package var baseURL: String
  /// `openrouter` or `openai`.
  package var dialect: String
  /// Requests a window, as text (`18/min`), or nil where nothing was limited.
  package var rate: String?

  package init(name: String, baseURL: String, dialect: String, rate: String? = nil) {
    self.name = name
    self.baseURL = baseURL
    self.dialect = dialect
    self.rate = rate
  }

  package enum CodingKeys: String, CodingKey {
    case name
    case baseURL = "base_url"
    case dialect, rate
  }
}
