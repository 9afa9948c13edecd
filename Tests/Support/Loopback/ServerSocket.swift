import Foundation
import Synchronization

/// A blocking TCP socket of 127.0.0.1; one thread reads, writes and closes it, any may shut it down.
final class ServerSocket: Sendable {
  private let descriptor: Mutex<Int32?>

  private init(_ descriptor: Int32) {
    self.descriptor = Mutex(descriptor)
  }

  static func listening() throws -> ServerSocket {
    #if canImport(Darwin)
      let descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #else
      let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    let bound = withSocketAddress(&address) { bind(descriptor, $0, $1) }
    guard descriptor >= 0, bound == 0, listen(descriptor, 1024) == 0 else {
      throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
    }
    return ServerSocket(descriptor)
  }

  func port() throws -> UInt16 {
    var address = sockaddr_in()
    let status = withSocketAddress(&address) { pointer, length in
      var length = length
      return getsockname(current, pointer, &length)
    }
    guard status == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    return UInt16(bigEndian: address.sin_port)
  }

  /// Waits some milliseconds for a client; nil when none came.
  func accept() -> ServerSocket? {
    var watched = pollfd(fd: current, events: Int16(POLLIN), revents: 0)
    guard poll(&watched, 1, 20) > 0 else { return nil }
    let client = Foundation.accept(current, nil, nil)
    guard client >= 0 else { return nil }
    var yes: Int32 = 1
    setsockopt(client, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
    #if canImport(Darwin)
      setsockopt(client, SOL_SOCKET, SO_NOSIGPIPE, &yes, socklen_t(MemoryLayout<Int32>.size))
    #endif
    return ServerSocket(client)
  }

  /// At most 64 KiB of what has come; nil when the client has left.
  func read() -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = recv(current, &buffer, buffer.count, 0)
    return count > 0 ? Array(buffer.prefix(count)) : nil
  }

  /// Answers false when the client has left.
  func write(_ bytes: [UInt8]) -> Bool {
    #if canImport(Darwin)
      let flags: Int32 = 0
    #else
      let flags = Int32(MSG_NOSIGNAL)
    #endif
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { send(current, $0.baseAddress, $0.count, flags) }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// Wakes the thread that reads or writes.
  func shutDown() {
    descriptor.withLock { descriptor in
      if let descriptor { _ = Foundation.shutdown(descriptor, Int32(SHUT_RDWR)) }
    }
  }

  func close() {
    descriptor.withLock { descriptor in
      if let descriptor { _ = Foundation.close(descriptor) }
      descriptor = nil
    }
  }

  func reset() {
    var atOnce = linger(l_onoff: 1, l_linger: 0)
    setsockopt(current, SOL_SOCKET, SO_LINGER, &atOnce, socklen_t(MemoryLayout<linger>.size))
    close()
  }

  private var current: Int32 { descriptor.withLock { $0 ?? -1 } }
}

private func withSocketAddress<Result>(
  _ address: inout sockaddr_in, _ body: (UnsafeMutablePointer<sockaddr>, socklen_t) -> Result
) -> Result {
  withUnsafeMutablePointer(to: &address) { pointer in
    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
      body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
    }
  }
}
