internal import Benchmark

/// Whose quota it is: an account at an endpoint, by a name that gives no key away.
package struct Account: Hashable, Sendable {
  /// Scheme, host and port.
  package var origin: String
  package var name: String

  package init(origin: Origin, name: String) {
    self.origin = origin.description
    self.name = name
  }

  /// The name that a person gave, else the key's fingerprint.
  package init(origin: Origin, name: String?, key: APIKey?) {
    self.init(origin: origin, name: name ?? key?.fingerprint ?? Account.withoutKey)
  }

  /// The account of those who ask without a key.
  package static let withoutKey = "no key"
}

extension APIKey {
  /// Eight digits that tell keys apart and lead back to none: of SHA-256 over a fixed prefix and the key.
  package var fingerprint: String { "key " + SHA256.hex(Array("bakeoff account:\(text)".utf8)).prefix(8) }
}
