#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A non-blocking descriptor: a listening socket, a client's connection or one of a pair.
struct Socket: Sendable {
  let descriptor: Int32

  /// What a read or a write came to.
  enum Transfer {
    case moved(Int)
    case wouldBlock
    case ended
  }

  /// What a listening socket has.
  enum Acceptance {
    case client(Socket)
    case none
    /// A client waits, but this process may open nothing more.
    case noDescriptors
  }

  func nextClient() -> Acceptance {
    let client = accept(descriptor, nil, nil)
    guard client >= 0 else { return errno == EMFILE || errno == ENFILE ? .noDescriptors : .none }
    let socket = Socket(descriptor: client)
    socket.becomeNonBlocking()
    socket.set(TCP_NODELAY, at: Int32(IPPROTO_TCP))
    socket.silencePipeSignal()
    return .client(socket)
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Transfer {
    Self.transfer(recv(descriptor, buffer.baseAddress, buffer.count, 0))
  }

  func write(_ bytes: ArraySlice<UInt8>) -> Transfer {
    let count = bytes.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, Self.sendFlags) }
    return Self.transfer(count)
  }

  /// Says that nothing more will be written, while what the client still sends can be read.
  func finishWriting() {
    shutdown(descriptor, Int32(SHUT_WR))
  }

  /// Lets the release reset the connection instead of closing it.
  func resetOnRelease() {
    var now = linger(l_onoff: 1, l_linger: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &now, socklen_t(MemoryLayout<linger>.size))
  }

  /// Gives the descriptor back; the socket must not be used again.
  func release() {
    _ = close(descriptor)
  }

  func becomeNonBlocking() {
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  }

  func set(_ option: Int32, at level: Int32) {
    var on: Int32 = 1
    setsockopt(descriptor, level, option, &on, socklen_t(MemoryLayout<Int32>.size))
  }

  private static func transfer(_ count: Int) -> Transfer {
    if count > 0 { return .moved(count) }
    let isBusy = count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR)
    return isBusy ? .wouldBlock : .ended
  }

  /// Linux silences SIGPIPE per write, macOS per socket.
  private static var sendFlags: Int32 {
    #if canImport(Darwin)
      0
    #else
      Int32(MSG_NOSIGNAL)
    #endif
  }

  private func silencePipeSignal() {
    #if canImport(Darwin)
      set(SO_NOSIGPIPE, at: SOL_SOCKET)
    #endif
  }
}
