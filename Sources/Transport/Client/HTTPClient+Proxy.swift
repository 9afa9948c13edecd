extension HTTPClient {
  /// The host of the proxy in these environment variables that a request for a URL goes by, nil when by none.
  package static func proxyHost(for url: String, environment: [String: String]) -> String? {
    Destination(url).flatMap(ProxyEnvironment(variables: environment).proxyHost)
  }
}
