/// One process's share of a run: its stamps count from `wall`.
package struct SessionRecord: Codable, Hashable, Sendable {
  /// From 0; attempts name it.
  package var session: Int
  /// UTC, RFC 3339: the moment that every stamp of this session counts from.
  package var wall: String
  package var host: String
  /// Tells two starts of one host apart; nil where the system does not say.
  package var boot: String?
  /// The host of the proxy in use, without user or password.
  package var proxy: String?
  /// `libcurl/7.88.1 …`.
  package var transport: String
  /// The authorities that were believed by a person's word; nil where the system's alone were.
  package var authorities: [AuthorityRecord]?

  package init(
    session: Int, wall: String, host: String, boot: String?, proxy: String? = nil, transport: String,
    authorities: [AuthorityRecord] = []
  ) {
    self.session = session
    self.wall = wall
    self.host = host
    self.boot = boot
    self.proxy = proxy
    self.transport = transport
    self.authorities = authorities.isEmpty ? nil : authorities
  }
}
