internal import Transport

/// Scheme, host and port: what a key belongs to.
///
/// Read strictly by ourselves, so that what we take for the host is what any other reader takes for it.
package struct Origin: Hashable, Sendable {
  package enum Scheme: String, Sendable {
    case http, https

    package var port: Int { self == .http ? 80 : 443 }
  }

  package var scheme: Scheme
  /// Lower case; an IPv6 address without its brackets.
  package var host: String
  package var port: Int

  package static let openRouter = Origin(scheme: .https, host: "openrouter.ai", port: 443)

  /// Host, and port where it is not the scheme's own: `127.0.0.1:8080`, `[::1]:8080`.
  package var authority: String {
    let host = host.contains(":") ? "[\(host)]" : host
    return port == scheme.port ? host : "\(host):\(port)"
  }

  /// Whether requests stay on this machine.
  package var isLoopback: Bool { Transport.isLoopback(description) }
}

extension Origin: CustomStringConvertible {
  package var description: String { "\(scheme.rawValue)://\(authority)" }
}

extension Origin {
  /// The origin of a URL and the path behind it.
  static func split(_ text: String) throws -> (origin: Origin, path: String) {
    let pieces = try schemeAndRest(text)
    let end = pieces.rest.firstIndex(of: "/") ?? pieces.rest.endIndex
    let (host, port) = try authority(String(pieces.rest[..<end]), in: text)
    let path = String(pieces.rest[end...])
    guard path.utf8.allSatisfy(isPathByte) else {
      throw Endpoint.Failure(description: "The endpoint may have a path but no query, fragment, space or backslash.")
    }
    return (Origin(scheme: pieces.scheme, host: host, port: port ?? pieces.scheme.port), path)
  }

  private static func schemeAndRest(_ text: String) throws -> (scheme: Scheme, rest: Substring) {
    guard let colon = text.firstIndex(of: ":"), text[colon...].hasPrefix("://") else {
      throw Endpoint.Failure(description: "An endpoint is a URL such as https://host/v1 or http://127.0.0.1:8080/v1.")
    }
    guard let scheme = Scheme(rawValue: text[..<colon].lowercased()) else {
      throw Endpoint.Failure(description: "An endpoint's scheme is http or https.")
    }
    return (scheme, text[text.index(colon, offsetBy: 3)...])
  }

  private static func authority(_ text: String, in url: String) throws -> (host: String, port: Int?) {
    guard !text.contains("@") else {
      throw Endpoint.Failure(
        description: "An endpoint holds no user or password; give a key with --api-key-env NAME instead.")
    }
    let hostEnd =
      text.hasPrefix("[") ? text.firstIndex(of: "]").map { text.index(after: $0) } : text.firstIndex(of: ":")
    let host = String(text[..<(hostEnd ?? text.endIndex)]).lowercased()
    let rest = hostEnd.map { text[$0...] } ?? ""
    let port = rest.isEmpty ? nil : Int(rest.dropFirst())
    guard isHost(host), rest.isEmpty || (rest.first == ":" && port.map { (1...65_535).contains($0) } == true) else {
      throw Endpoint.Failure(description: "The endpoint's host or port cannot be read.")
    }
    return (host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host, port)
  }

  private static func isHost(_ text: String) -> Bool {
    if text.hasPrefix("[") {
      return text.hasSuffix("]") && text.count > 3
        && text.dropFirst().dropLast().allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." }
    }
    return !text.isEmpty && text.first != "." && text.first != "-"
      && text.utf8.allSatisfy {
        isAlphanumeric($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
      }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  private static func isPathByte(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && !"?#\\\"<>^`{|}".utf8.contains(byte)
  }
}
