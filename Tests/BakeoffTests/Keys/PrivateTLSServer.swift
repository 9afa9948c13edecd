import Foundation
import Support

/// A chat server whose certificate is signed by an authority of its own, `ca.pem` in its folder.
final class PrivateTLSServer: Sendable {
  let folder: TemporaryFolder
  let port: Int
  private let process: Child

  static var isPossible: Bool {
    ["/usr/bin/openssl", "/usr/bin/python3"].allSatisfy { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Makes an authority, and signs a certificate for `localhost` alone with it.
  private static let script = """
    set -e
    exec 2>/dev/null
    openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj '/CN=Own Authority' -keyout ca.key -out ca.pem
    openssl req -newkey rsa:2048 -nodes -subj /CN=localhost -keyout leaf.key -out leaf.csr
    printf 'subjectAltName=DNS:localhost' > names
    openssl x509 -req -in leaf.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile names -out leaf.pem
    openssl x509 -in ca.pem -outform der -out ca.der
    mkdir hashed && cp ca.pem "hashed/$(openssl x509 -hash -noout -in ca.pem).0"
    exec python3 server.py
    """

  private static let server = """
    import http.server, json, ssl
    class Handler(http.server.BaseHTTPRequestHandler):
        def answer(self, body):
            body = json.dumps(body).encode()
            self.send_response(200)
            self.send_header('Content-Type', 'application/json')
            self.send_header('Content-Length', str(len(body)))
            self.end_headers()
            self.wfile.write(body)
        def do_GET(self):
            self.answer({'object': 'list', 'data': [{'id': 'own-model', 'object': 'model'}]})
        def do_POST(self):
            self.rfile.read(int(self.headers['Content-Length']))
            message = {'role': 'assistant', 'content': 'Paris'}
            self.answer({'id': 'x', 'model': 'own-model', 'choices': [
                {'index': 0, 'message': message, 'finish_reason': 'stop'}]})
        def log_message(self, *words): pass
    server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain('leaf.pem', 'leaf.key')
    server.socket = context.wrap_socket(server.socket, server_side=True)
    print(server.server_address[1], flush=True)
    server.serve_forever()
    """

  struct Failure: Error {}

  init() throws {
    folder = TemporaryFolder()
    try Data(Self.server.utf8).write(to: URL(fileURLWithPath: folder.path("server.py")))
    let output = Pipe()
    process = try Child(
      ["/bin/sh", "-c", Self.script],
      in: Child.Place(
        folder: folder.path, environment: ["PATH": "/usr/bin:/bin"],
        output: output.fileHandleForWriting.fileDescriptor, error: output.fileHandleForWriting.fileDescriptor))
    try output.fileHandleForWriting.close()
    var text = ""
    while !text.hasSuffix("\n") {
      let data = output.fileHandleForReading.availableData
      if data.isEmpty { throw Failure() }
      text += String(decoding: data, as: UTF8.self)
    }
    guard let port = text.split(separator: "\n").last.flatMap({ Int($0) }) else { throw Failure() }
    self.port = port
  }

  deinit { process.send(SIGKILL) }

  var endpoint: String { "https://localhost:\(port)/v1" }
}
