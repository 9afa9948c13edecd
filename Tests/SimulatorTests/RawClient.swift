#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif
import Testing

/// A connection that sends bytes as they are given and reads one response after the other.
final class RawClient {
  private let descriptor: Int32
  private var received: [UInt8] = []

  init(port: Int) throws {
    #if canImport(Glibc)
      descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let status = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    try #require(status == 0)
    // A server that never answers shall fail a test, not hang it.
    var patience = timeval(tv_sec: 20, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    #if canImport(Darwin)
      var on: Int32 = 1
      setsockopt(descriptor, SOL_SOCKET, SO_NOSIGPIPE, &on, socklen_t(MemoryLayout<Int32>.size))
    #endif
  }

  deinit {
    close(descriptor)
  }

  func write(_ text: String) {
    write(Array(text.utf8))
  }

  func write(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, Self.flags) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Whether the server has closed, all that it sent before being read.
  func isAtEnd() -> Bool {
    received.isEmpty && !receive()
  }

  /// Reads until the server closes, and answers how many bytes came.
  func readToEnd() -> Int {
    while receive() {}
    return received.count
  }

  /// All that comes until the server closes or resets the connection.
  func textToEnd() -> String {
    while receive() {}
    return String(decoding: received, as: UTF8.self)
  }

  /// What has come when the words are there, or when no more comes.
  func text(until words: String) -> String {
    while !String(decoding: received, as: UTF8.self).contains(words), receive() {}
    return String(decoding: received, as: UTF8.self)
  }

  /// Whether nothing waits to be read while the connection is open.
  func isSilent() -> Bool {
    var byte: UInt8 = 0
    return recv(descriptor, &byte, 1, Int32(MSG_DONTWAIT)) < 0 && errno == EAGAIN
  }

  func response(hasBody: Bool = true) throws -> RawResponse {
    var response = RawResponse(head: try head())
    guard hasBody else { return response }
    if let length = response["Content-Length"] {
      response.body = try take(try #require(Int(length)))
    } else if response["Transfer-Encoding"] == "chunked" {
      while case let chunk = try self.chunk(), !chunk.isEmpty { response.chunks.append(chunk) }
      response.body = response.chunks.flatMap(\.self)
    } else if response.status != 100 {
      while receive() {}
      response.body = received
    }
    return response
  }

  /// A server that closes early shall not end the tests with SIGPIPE; macOS is told per socket.
  private static var flags: Int32 {
    #if canImport(Darwin)
      0
    #else
      Int32(MSG_NOSIGNAL)
    #endif
  }

  private func head() throws -> String {
    var lines: [String] = []
    while case let line = try line(), !line.isEmpty { lines.append(line) }
    return lines.joined(separator: "\n")
  }

  private func chunk() throws -> [UInt8] {
    let size = try #require(Int(try line(), radix: 16))
    let chunk = try take(size)
    #expect(try line() == "")
    return chunk
  }

  private func line() throws -> String {
    while true {
      if let end = received.firstIndex(of: 0x0A) {
        let line = try take(end + 1).dropLast(2)
        return String(decoding: line, as: UTF8.self)
      }
      try #require(receive(), "the server closed in the middle of a line")
    }
  }

  private func take(_ count: Int) throws -> [UInt8] {
    while received.count < count { try #require(receive(), "the server closed in the middle of a body") }
    defer { received.removeFirst(count) }
    return Array(received[..<count])
  }

  private func receive() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = recv(descriptor, &buffer, buffer.count, 0)
    received += buffer.prefix(max(0, count))
    return count > 0
  }
}
