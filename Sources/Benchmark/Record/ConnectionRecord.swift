/// What the transport tells of the connection that carried an attempt.
package struct ConnectionRecord: Codable, Hashable, Sendable {
  /// A connection of an earlier attempt was used again; nil when none came about.
  package var reused: Bool?
  /// `1.1`, `2`.
  package var httpVersion: String?
  /// Durations of the parts of connecting; nil where a part did not happen.
  package var nameLookup: Nanoseconds?
  package var tcp: Nanoseconds?
  package var tls: Nanoseconds?
  /// Of the request, headers included.
  package var bytesSent: Int
  /// Of the response's body.
  package var bytesReceived: Int
  /// The reused connection on which the request was sent at first; nil where it was sent once.
  package var dead: DeadConnection?

  /// A connection that had died since its last request: that says nothing about the model.
  package struct DeadConnection: Codable, Hashable, Sendable {
    package var message: String
    package var curlCode: Int
    /// Of the request, headers included; where there were any the request was counted twice.
    package var bytesSent: Int

    package init(message: String, curlCode: Int, bytesSent: Int) {
      self.message = message
      self.curlCode = curlCode
      self.bytesSent = bytesSent
    }

    package enum CodingKeys: String, CodingKey {
      case message
      case curlCode = "curl_code"
      case bytesSent = "bytes_sent"
    }
  }

  package init(
    reused: Bool? = nil, httpVersion: String? = nil, nameLookup: Nanoseconds? = nil, tcp: Nanoseconds? = nil,
    tls: Nanoseconds? = nil, bytesSent: Int = 0, bytesReceived: Int = 0, dead: DeadConnection? = nil
  ) {
    self.reused = reused
    self.httpVersion = httpVersion
    self.nameLookup = nameLookup
    self.tcp = tcp
    self.tls = tls
    self.bytesSent = bytesSent
    self.bytesReceived = bytesReceived
    self.dead = dead
  }

  package enum CodingKeys: String, CodingKey {
    case reused
    case httpVersion = "http_version"
    case nameLookup = "dns_ns"
    case tcp = "tcp_ns"
    case tls = "tls_ns"
    case bytesSent = "bytes_sent"
    case bytesReceived = "bytes_received"
    case dead = "dead_connection"
  }
}
