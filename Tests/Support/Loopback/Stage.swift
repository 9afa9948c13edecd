import Foundation
import Synchronization

/// What the threads of a `LoopbackServer` share: its script, its clients, and what they asked.
final class Stage: Sendable {
  private struct State {
    var requests: [ReceivedRequest] = []
    var clients: [ServerSocket] = []
    var isOpen = true
  }

  let arrivals = Milestone()
  private let greeting: [LoopbackServer.Step]
  private let script: LoopbackServer.Script
  private let state = Mutex(State())

  init(greeting: [LoopbackServer.Step], script: @escaping LoopbackServer.Script) {
    self.greeting = greeting
    self.script = script
  }

  var requests: [ReceivedRequest] { state.withLock { $0.requests } }
  var connectionCount: Int { state.withLock { $0.clients.count } }
  var isOpen: Bool { state.withLock { $0.isOpen } }

  func close() {
    let clients = state.withLock { state in
      state.isOpen = false
      return state.clients
    }
    for client in clients { client.shutDown() }
  }

  func welcomeClients(of listener: ServerSocket) {
    while isOpen {
      guard let client = listener.accept() else { continue }
      let number = state.withLock { state in
        state.clients.append(client)
        return state.clients.count - 1
      }
      Thread.detachNewThread { [self] in serve(client, number: number) }
    }
    listener.close()
  }

  private func serve(_ client: ServerSocket, number: Int) {
    var reader = RequestReader(client)
    if play(greeting, to: client) {
      while isOpen, let (head, body) = reader.next() {
        guard play(script(record(head, body, connection: number)), to: client) else { break }
      }
    }
    client.close()
  }

  private func record(_ head: String, _ body: [UInt8], connection: Int) -> ReceivedRequest {
    let request = state.withLock { state in
      var request = ReceivedRequest(number: state.requests.count, connection: connection, head: head)
      request.body = body
      state.requests.append(request)
      return request
    }
    arrivals.advance()
    return request
  }
}

// Playing a script; false means that the connection is over.
extension Stage {
  private func play(_ steps: [LoopbackServer.Step], to client: ServerSocket) -> Bool {
    steps.allSatisfy { play($0, to: client) }
  }

  private func play(_ step: LoopbackServer.Step, to client: ServerSocket) -> Bool {
    switch step {
    case .send(let bytes): return client.write(bytes)
    case .sendForever(let bytes):
      while isOpen, client.write(bytes) {}
      return false
    case .wait(let gate):
      while isOpen, !gate.isOpen { usleep(500) }
      return isOpen
    case .waitForClientToLeave(let gate):
      while client.read() != nil {}
      gate.open()
      return false
    case .close: return false
    case .reset:
      client.reset()
      return false
    }
  }
}

/// Cuts the bytes of one connection into requests.
private struct RequestReader {
  private let client: ServerSocket
  private var buffer: [UInt8] = []

  init(_ client: ServerSocket) {
    self.client = client
  }

  /// Nil when the client has left.
  mutating func next() -> (head: String, body: [UInt8])? {
    guard let headLength = fill(until: { Self.headLength(of: $0) }) else { return nil }
    let head = String(decoding: buffer.prefix(headLength - 4), as: UTF8.self)
    let total = headLength + Self.bodyLength(head)
    guard fill(until: { $0.count >= total ? total : nil }) != nil else { return nil }
    defer { buffer.removeFirst(total) }
    return (head, Array(buffer[headLength..<total]))
  }

  private mutating func fill(until found: ([UInt8]) -> Int?) -> Int? {
    while true {
      if let result = found(buffer) { return result }
      guard let more = client.read() else { return nil }
      buffer += more
    }
  }

  private static func headLength(of bytes: [UInt8]) -> Int? {
    let end = Array("\r\n\r\n".utf8)
    return bytes.indices.first { bytes[$0...].starts(with: end) }.map { $0 + end.count }
  }

  private static func bodyLength(_ head: String) -> Int {
    ReceivedRequest(number: 0, connection: 0, head: head)[header: "Content-Length"].flatMap { Int($0) } ?? 0
  }
}
