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
    let descriptor = socket(found.ai_family, found.ai_socktype, found.ai_protocol)
    guard descriptor >= 0 else { throw failure() }
    let listener = Socket(descriptor: descriptor)
    listener.set(SO_REUSEADDR, at: SOL_SOCKET)
    listener.becomeNonBlocking()
    guard bind(descriptor, found.ai_addr, found.ai_addrlen) == 0, listen(descriptor, 1024) == 0 else {
      let failure = failure()
      listener.close()
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

  /// Two ends of a pipe: what is written to the second is read from the first.
  static func pipe() -> (reading: Socket, writing: Socket)? {
    var ends: [Int32] = [-1, -1]
    #if canImport(Darwin)
      let isOpen = Darwin.pipe(&ends) == 0
    #elseif canImport(Musl)
      let isOpen = Musl.pipe(&ends) == 0
    #else
      let isOpen = Glibc.pipe(&ends) == 0
    #endif
    return isOpen ? (Socket(descriptor: ends[0]), Socket(descriptor: ends[1])) : nil
  }

  private static func addresses(of host: String, port: Int) throws(SimulatorError) -> UnsafeMutablePointer<addrinfo> {
    var hints = addrinfo()
    hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV
    #if canImport(Glibc)
      hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    #else
      hints.ai_socktype = SOCK_STREAM
    #endif
    var found: UnsafeMutablePointer<addrinfo>?
    let code = getaddrinfo(host, String(port), &hints, &found)
    guard code == 0, let found else {
      throw SimulatorError(host: host, port: port, reason: String(cString: gai_strerror(code)))
    }
    return found
  }
}
