import CLibcurl

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

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

  /// This machine, which no proxy can reach on our behalf and where nobody listens on the way.
  ///
  /// libcurl resolves `localhost` itself; `localhost.`, with a dot at its end, it asks of a name server like any other.
  var isLoopback: Bool { host == "localhost" || host.hasSuffix(".localhost") || isLoopbackAddress }

  /// 127.0.0.0/8 and ::1, and the former as IPv6 writes it.
  private var isLoopbackAddress: Bool {
    var (four, six) = (in_addr(), in6_addr())
    if inet_pton(AF_INET, host, &four) == 1 { return UInt32(bigEndian: four.s_addr) >> 24 == 127 }
    guard inet_pton(AF_INET6, host.filter { $0 != "[" && $0 != "]" }, &six) == 1 else { return false }
    let bytes = withUnsafeBytes(of: six) { Array($0) }
    let isMapped = bytes[..<10].allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
    return isMapped ? bytes[12] == 127 : bytes[..<15].allSatisfy { $0 == 0 } && bytes[15] == 1
  }
}

/// Whether requests for a URL stay on this machine.
///
/// The URL is taken as libcurl takes it, which sends the request: to libcurl, `127.1` and `2130706433` are 127.0.0.1,
/// and `0127.0.0.1` is 87.0.0.1, since its first number is octal.
package func isLoopback(_ url: String) -> Bool { Destination(url)?.isLoopback ?? false }
