internal import Transport

extension HTTPClient {
  /// A client that keeps a connection for every request in flight.
  convenience init(concurrency: Int) {
    self.init(
      configuration: Configuration(cachedConnections: concurrency + 2, userAgent: "bakeoff/\(Context.version)"))
  }
}
