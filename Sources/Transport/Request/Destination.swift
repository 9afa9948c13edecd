import CLibcurl

/// Where a request goes, as libcurl reads its URL.
struct Destination: Hashable, Sendable {
  var url: String
  var scheme: String
  /// Lower-cased; an IPv6 address stands in brackets, an IPv4 address in its dotted form.
  var host: String
  var port: String

  /// Nil unless the URL is a well-formed http or https one.
  init?(_ url: String) {
    guard let parts = URLParts(url), let scheme = parts[CURLUPART_SCHEME], ["http", "https"].contains(scheme),
      let url = parts[CURLUPART_URL], let host = parts[CURLUPART_HOST],
      let port = parts[CURLUPART_PORT, CURLU_DEFAULT_PORT]
    else { return nil }
    self.url = url
    self.scheme = scheme
    self.host = host.lowercased()
    self.port = port
  }
}

extension Destination: CustomStringConvertible {
  /// Host and port alone: the rest of a URL may hold secrets.
  var description: String { "\(host):\(port)" }

  /// This machine, which no proxy can reach on our behalf.
  var isLoopback: Bool {
    host == "localhost" || host == "localhost." || host.hasSuffix(".localhost") || host == "[::1]"
      || Self.isLoopbackIPv4(host)
  }

  private static func isLoopbackIPv4(_ host: String) -> Bool {
    let octets = host.split(separator: ".", omittingEmptySubsequences: false)
    return octets.count == 4 && octets[0] == "127" && octets.allSatisfy { UInt8($0) != nil }
  }
}
