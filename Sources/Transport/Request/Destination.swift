import CLibcurl

/// Where a request goes, as libcurl reads its URL.
struct Destination: Hashable, Sendable {
  var url: String
  /// Lower-cased; an IPv6 address stands in brackets, an IPv4 address in its dotted form.
  var host: String
  var port: String

  /// Nil unless the URL is a well-formed http or https one.
  init?(_ url: String) {
    guard !url.utf8.contains(0), let parts = curl_url() else { return nil }
    defer { curl_url_cleanup(parts) }
    guard curl_url_set(parts, CURLUPART_URL, url, 0) == CURLUE_OK,
      let scheme = Self.part(CURLUPART_SCHEME, of: parts), ["http", "https"].contains(scheme),
      let url = Self.part(CURLUPART_URL, of: parts),
      let host = Self.part(CURLUPART_HOST, of: parts),
      let port = Self.part(CURLUPART_PORT, of: parts, flags: UInt32(CURLU_DEFAULT_PORT))
    else { return nil }
    self.url = url
    self.host = host.lowercased()
    self.port = port
  }

  private static func part(_ part: CURLUPart, of url: OpaquePointer, flags: UInt32 = 0) -> String? {
    var text: UnsafeMutablePointer<CChar>?
    guard curl_url_get(url, part, &text, flags) == CURLUE_OK, let text else { return nil }
    defer { curl_free(text) }
    return String(cString: text)
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
