import Foundation

/// A scripted server on a free port of 127.0.0.1 that keeps what it was asked; it ends when it is let go.
///
///     let gate = Gate()
///     let server = try LoopbackServer(.head(), .chunk("data: one\n\n"), .wait(gate), .chunk("data: two\n\n"), .lastChunk)
///     …                                   // the client has one chunk and waits
///     gate.open()                         // now it gets the other
///     #expect(server.requests[0].path == "/v1/chat/completions")
package final class LoopbackServer: Sendable {
  /// How to answer one request; the connection stays open for the next unless a step ends it.
  package typealias Script = @Sendable (_ request: ReceivedRequest) -> [Step]

  package let port: UInt16
  private let stage: Stage

  /// Plays the same steps for every request.
  package convenience init(_ steps: Step...) throws {
    try self.init { _ in steps }
  }

  /// Plays some steps before it reads anything, then those of the script for every request.
  package init(greeting: [Step] = [], script: @escaping Script) throws {
    let listener = try ServerSocket.listening()
    port = try listener.port()
    stage = Stage(greeting: greeting, script: script)
    Thread.detachNewThread { [stage] in stage.welcomeClients(of: listener) }
  }

  deinit {
    close()
  }

  package var url: String { "http://127.0.0.1:\(port)" }

  /// What has arrived whole so far.
  package var requests: [ReceivedRequest] { stage.requests }

  package var connectionCount: Int { stage.connectionCount }

  /// Returns as soon as this many requests have arrived, or when the waiting task is cancelled.
  package func waitForRequests(_ count: Int) async {
    await stage.arrivals.reach(count)
  }

  /// Breaks all connections off; what waits at a gate waits no more.
  package func close() {
    stage.close()
  }
}
