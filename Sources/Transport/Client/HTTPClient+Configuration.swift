extension HTTPClient {
  /// What holds for every request of a client.
  package struct Configuration: Sendable {
    /// How many idle connections are kept for later requests; at least as many as requests run side by side.
    package var cachedConnections: Int
    /// Allows HTTP/2, where streams in flight share one connection and wait for each other.
    package var http2: Bool
    package var userAgent: String
    /// A proxy for all but loopback hosts; nil takes it from the environment, as libcurl does.
    package var proxy: String?
    /// Whose certificates are believed.
    package var authorities: Authorities
    /// The bytes that all bodies in flight may hold together; whatever exceeds it ends the largest.
    ///
    /// With the old buffer of a body that has just grown, and the reads of all, a process stays within 256 MB for bodies.
    package var bodyBytes = 128_000_000

    package init(
      cachedConnections: Int = 64, http2: Bool = false, userAgent: String = "bakeoff", proxy: String? = nil,
      authorities: Authorities = Authorities()
    ) {
      self.cachedConnections = cachedConnections
      self.http2 = http2
      self.userAgent = userAgent
      self.proxy = proxy
      self.authorities = authorities
    }
  }
}
