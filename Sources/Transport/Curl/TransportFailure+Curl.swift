import CLibcurl

extension TransportFailure {
  static let outOfMemory = TransportFailure(.network, CURLE_OUT_OF_MEMORY, "libcurl is out of memory")

  static func deadConnection(to destination: Destination, _ code: CURLcode) -> TransportFailure {
    TransportFailure(.deadConnection, code, "the reused connection to \(destination) was dead")
  }

  /// What libcurl's code means for a transfer, in our words.
  init(_ code: CURLcode, of transfer: Transfer) {
    switch code {
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY, CURLE_COULDNT_CONNECT, CURLE_PROXY:
      self.init(.network, code, Self.unreachable(code, transfer))
    case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY, CURLE_HTTP2:
      self.init(.malformed, code, "the answer of \(transfer.destination) is not HTTP")
    case CURLE_BAD_CONTENT_ENCODING:
      let isUnknown = transfer.easy.errorText.contains("Unrecognized")
      self.init(.malformed, code, "the compression of the body is \(isUnknown ? "of an unknown kind" : "broken")")
    case CURLE_GOT_NOTHING:
      self.init(.network, code, "the server closed the connection without an answer")
    case CURLE_PARTIAL_FILE:
      self.init(.network, code, "the server closed the connection before the answer was complete")
    case CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_HTTP2_STREAM:
      self = Self.broken(code, transfer)
    case _ where Self.tlsCodes.contains(code.rawValue):
      self.init(.tls, code, Self.tlsMessage(code, transfer))
    default:
      self.init(.network, code, "libcurl: \(Self.words(code))")
    }
  }

  private init(_ kind: Kind, _ code: CURLcode, _ message: String) {
    self.init(kind: kind, curlCode: Int(code.rawValue), message: message)
  }
}

extension TransportFailure {
  private static func unreachable(_ code: CURLcode, _ transfer: Transfer) -> String {
    switch code {
    case CURLE_COULDNT_RESOLVE_HOST: "could not resolve host \(transfer.destination.host)"
    case CURLE_COULDNT_RESOLVE_PROXY: "could not resolve the proxy's host"
    case CURLE_PROXY: "the proxy would not connect to \(transfer.destination)"
    case _ where transfer.easy.wasRefused: "connection refused by \(peer(of: transfer))"
    default: "could not connect to \(peer(of: transfer))"
    }
  }

  /// The proxy where there is one: of its own choice of a proxy libcurl tells in the words of the failure alone.
  private static func peer(of transfer: Transfer) -> String {
    let words = transfer.easy.errorText.split(separator: " ")
    guard words.starts(with: ["Failed", "to", "connect", "to"]), words.count > 4 else {
      return "\(transfer.destination)"
    }
    let isServer = transfer.destination.host.contains(words[4])
    return isServer ? "\(transfer.destination)" : "the proxy \(words[4])"
  }

  /// A connection that broke: libcurl tells by words alone whether chunks were wrong or a tunnel was refused.
  private static func broken(_ code: CURLcode, _ transfer: Transfer) -> TransportFailure {
    if transfer.easy.errorText.lowercased().contains("chunk") {
      return TransportFailure(.malformed, code, "the chunked encoding of the body is broken")
    }
    let connectStatus = transfer.easy.integer(CURLINFO_HTTP_CONNECTCODE)
    if connectStatus >= 300 {
      return TransportFailure(.network, code, "the proxy answered \(connectStatus) for \(transfer.destination)")
    }
    let isAnswering = transfer.head.status != nil
    return TransportFailure(
      .network, code, "the connection broke before the answer \(isAnswering ? "was complete" : "began")")
  }

  private static func tlsMessage(_ code: CURLcode, _ transfer: Transfer) -> String {
    let failure =
      code == CURLE_PEER_FAILED_VERIFICATION
      ? "the certificate of \(transfer.destination) could not be verified"
      : "no TLS connection to \(transfer.destination)"
    let detail = transfer.easy.errorText
    return (detail.isEmpty ? failure : "\(failure) (\(detail))") + remedy(code, detail)
  }

  /// For a server of one's own: no authority mends a wrong name or a wrong date.
  private static func remedy(_ code: CURLcode, _ detail: String) -> String {
    let others = ["subject name", "does not match", "expired", "not yet valid"]
    guard code == CURLE_PEER_FAILED_VERIFICATION, !others.contains(where: detail.contains) else { return "" }
    return "; if you trust its authority, name the file of its certificate with '--ca-cert FILE', or in SSL_CERT_FILE, "
      + "SSL_CERT_DIR or CURL_CA_BUNDLE"
  }

  private static func words(_ code: CURLcode) -> String {
    curl_easy_strerror(code).map { String(cString: $0) } ?? "error \(code.rawValue)"
  }

  private static let tlsCodes: Set<UInt32> = [
    CURLE_SSL_CONNECT_ERROR.rawValue, CURLE_SSL_ENGINE_NOTFOUND.rawValue, CURLE_SSL_ENGINE_SETFAILED.rawValue,
    CURLE_SSL_CERTPROBLEM.rawValue, CURLE_SSL_CIPHER.rawValue, CURLE_PEER_FAILED_VERIFICATION.rawValue,
    CURLE_USE_SSL_FAILED.rawValue, CURLE_SSL_ENGINE_INITFAILED.rawValue, CURLE_SSL_CACERT_BADFILE.rawValue,
    CURLE_SSL_SHUTDOWN_FAILED.rawValue, CURLE_SSL_CRL_BADFILE.rawValue, CURLE_SSL_ISSUER_ERROR.rawValue,
    CURLE_SSL_PINNEDPUBKEYNOTMATCH.rawValue, CURLE_SSL_INVALIDCERTSTATUS.rawValue,
    CURLE_SSL_CLIENTCERT.rawValue,
  ]
}
