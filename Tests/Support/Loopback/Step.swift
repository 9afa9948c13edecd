extension LoopbackServer {
  /// What a server does next on a connection.
  package enum Step: Sendable {
    case send([UInt8])
    /// Sends the bytes again and again until the client leaves.
    case sendForever([UInt8])
    /// Does nothing until the test opens the gate.
    case wait(Gate)
    /// Does nothing until the client has closed the connection, then opens the gate.
    case waitForClientToLeave(Gate)
    /// Ends the connection in order (FIN).
    case close
    /// Breaks the connection (RST).
    case reset
  }
}

extension LoopbackServer.Step {
  package static func text(_ text: String) -> Self { .send(Array(text.utf8)) }

  /// Status line and headers; the body follows in chunks unless the headers say otherwise.
  package static func head(
    _ status: String = "200 OK",
    _ headers: [String] = ["Content-Type: text/event-stream", "Transfer-Encoding: chunked"]
  ) -> Self {
    .text((["HTTP/1.1 \(status)"] + headers).map { $0 + "\r\n" }.joined() + "\r\n")
  }

  /// A whole response with a `Content-Length`.
  package static func response(_ status: String = "200 OK", _ headers: [String] = [], body: String) -> Self {
    response(status, headers, body: Array(body.utf8))
  }

  package static func response(_ status: String = "200 OK", _ headers: [String] = [], body: [UInt8]) -> Self {
    let lines = ["HTTP/1.1 \(status)"] + headers + ["Content-Length: \(body.count)"]
    return .send(Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body)
  }

  package static func chunk(_ text: String) -> Self {
    .text("\(String(text.utf8.count, radix: 16))\r\n\(text)\r\n")
  }

  package static var lastChunk: Self { .text("0\r\n\r\n") }
}
