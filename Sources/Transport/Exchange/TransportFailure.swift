/// Why a request got no complete answer, although nobody gave it up.
package struct TransportFailure: Error, Hashable, Sendable {
  package var kind: Kind
  /// libcurl's own number for it, a `CURLcode`.
  package var curlCode: Int
  /// One clause without a full stop: `connection refused by 127.0.0.1:9`.
  package var message: String

  package init(kind: Kind, curlCode: Int, message: String) {
    self.kind = kind
    self.curlCode = curlCode
    self.message = message
  }

  package enum Kind: Hashable, Sendable {
    case tls
    case network
    /// A connection of an earlier request had died in the meantime: nothing of a response came.
    case deadConnection
    /// Not HTTP, broken chunks or compression; or a request that could not be sent as it was.
    case malformed
  }
}
