internal import Transport

extension HTTPClient {
  /// A client that keeps a connection for every request in flight.
  convenience init(concurrency: Int, http2: Bool = false, authorities: TrustedAuthorities = TrustedAuthorities()) {
    self.init(
      configuration: Configuration(
        cachedConnections: concurrency + 2, http2: http2, userAgent: "bakeoff/\(Context.version)",
        authorities: authorities.transport))
  }
}
