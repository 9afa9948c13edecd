/// A limit that a server named in the middle of a run, and the pace that was kept from then on.
package struct LimitRecord: Codable, Hashable, Sendable {
  package var session: Int
  /// UTC, RFC 3339.
  package var wall: String
  /// The endpoint's name.
  package var endpoint: String
  /// Requests a minute that the server allows.
  package var allowed: Int
  /// The pace until then, as text (`18/min`); nil where there was none.
  package var before: String?
  /// The pace from then on: the server's limit with a margin, never faster than the run was planned.
  package var after: String

  package init(session: Int, wall: String, endpoint: String, allowed: Int, before: String?, after: String) {
    self.session = session
    self.wall = wall
    self.endpoint = endpoint
    self.allowed = allowed
    self.before = before
    self.after = after
  }
}
