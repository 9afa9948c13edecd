#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension Socket {
  /// Listens at a host and a port (0 for a free one).
  static func listening(host: String, port: Int) throws(SimulatorError) -> Socket {
    func failure() -> SimulatorError {
      SimulatorError(host: host, port: port, reason: String(cString: strerror(errno)))
    }
    let addresses = try addresses(of: host, port: port)
    defer { freeaddrinfo(addresses) }
    let found = addresses.pointee
    #if os(Linux)
      // At once, so that no program which is started meanwhile inherits the port.
      let kind = found.ai_socktype | Int32(SOCK_CLOEXEC.rawValue)
    #else
      let kind = found.ai_socktype
    #endif
    let descriptor = socket(found.ai_family, kind, found.ai_protocol)
    guard descriptor >= 0 else { throw failure() }
    let listener = Socket(descriptor: descriptor)
    listener.set(SO_REUSEADDR, at: SOL_SOCKET)
    listener.becomeNonBlocking()
    guard bind(descriptor, found.ai_addr, found.ai_addrlen) == 0, listen(descriptor, 1024) == 0 else {
      let failure = failure()
      listener.release()
      throw failure
    }
    return listener
  }

  /// The port that a listening socket was given; nil if the system does not say.
  var localPort: Int? {
    var address = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    return withUnsafeMutableBytes(of: &address) { bytes in
      guard let name = bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self),
        getsockname(descriptor, name, &length) == 0
      else { return nil }
      // Both families keep the port, high byte first, in the third and fourth byte.
      return Int(bytes[2]) << 8 | Int(bytes[3])
    }
  }

  /// Two sockets of which each reads what is written to the other.
  static func pair() -> (reading: Socket, writing: Socket)? {
    var ends: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, streaming, 0, &ends) == 0 else { return nil }
    return (Socket(descriptor: ends[0]), Socket(descriptor: ends[1]))
  }

  private static var streaming: Int32 {
    #if canImport(Glibc)
      Int32(SOCK_STREAM.rawValue)
    #else
      SOCK_STREAM
    #endif
  }

  private static func addresses(of host: String, port: Int) throws(SimulatorError) -> UnsafeMutablePointer<addrinfo> {
    var hints = addrinfo()
    hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV
    hints.ai_socktype = streaming
    var found: UnsafeMutablePointer<addrinfo>?
    let code = getaddrinfo(host, String(port), &hints, &found)
    guard code == 0, let found else {
      throw SimulatorError(host: host, port: port, reason: String(cString: gai_strerror(code)))
    }
    return found
  }
}
