import Foundation
import Support
import Testing
import Transport

@Suite(.timeLimit(.minutes(5)))
struct TLSTests {
  @Test func `a server that speaks plain text is no TLS server`() async throws {
    let server = try LoopbackServer(greeting: [.text("HTTP/1.1 400 Bad Request\r\n\r\n"), .wait(Gate())]) { _ in [] }
    let exchange = await HTTPClient().send(HTTPRequest(url: "https://127.0.0.1:\(server.port)/"))
    let failure = try #require(exchange.failure)
    #expect(failure.kind == .tls)
    #expect(failure.message.hasPrefix("no TLS connection to 127.0.0.1:\(server.port)"))
    #expect(exchange.sent == nil)
    #expect(exchange.tls == nil)
    #expect(exchange.status == nil)
  }

  @Test(.enabled(if: SelfSignedServer.isPossible, "needs the command of OpenSSL"))
  func `a certificate that nobody vouches for is refused`() async throws {
    let server = try SelfSignedServer()
    let exchange = await HTTPClient().send(HTTPRequest(url: "https://localhost:\(server.port)/"))
    let failure = try #require(exchange.failure)
    #expect(failure.kind == .tls)
    #expect(failure.message.hasPrefix("the certificate of localhost:\(server.port) could not be verified"))
    #expect(exchange.sent == nil)
  }
}

/// `openssl s_server` on a free port, with a certificate for localhost that it has signed itself.
private final class SelfSignedServer {
  let port: UInt16
  private let server: Process
  private let folder: URL

  static let executable = URL(fileURLWithPath: "/usr/bin/openssl")
  static var isPossible: Bool {
    #if os(Linux)
      FileManager.default.isExecutableFile(atPath: executable.path)
    #else
      false  // LibreSSL's server takes no free port of the system's choice
    #endif
  }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let certificate = folder.appendingPathComponent("both.pem").path
    try Self.openssl(
      "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
      "-addext", "subjectAltName=DNS:localhost", "-keyout", certificate, "-out", certificate + ".cert"
    ).process.waitUntilExit()
    let (process, output) = try Self.openssl(
      "s_server", "-accept", "127.0.0.1:0", "-key", certificate, "-cert", certificate + ".cert", "-www")
    server = process
    port = try #require(Self.announcedPort(output))
  }

  deinit {
    // It has inherited a mask of signals that holds SIGTERM.
    kill(server.processIdentifier, SIGKILL)
    try? FileManager.default.removeItem(at: folder)
  }

  private static func openssl(_ arguments: String...) throws -> (process: Process, output: FileHandle) {
    let (process, output) = (Process(), Pipe())
    process.executableURL = executable
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.start()
    return (process, output.fileHandleForReading)
  }

  /// From its line `ACCEPT 127.0.0.1:41234`.
  private static func announcedPort(_ output: FileHandle) -> UInt16? {
    var text = ""
    while true {
      let more = output.availableData
      if more.isEmpty { return nil }
      text += String(decoding: more, as: UTF8.self)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      if let line = lines.first(where: { $0.hasPrefix("ACCEPT ") }), let port = line.split(separator: ":").last {
        return UInt16(port)
      }
    }
  }
}
