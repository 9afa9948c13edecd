/// Turns the bytes of a connection into requests, however they were cut and however many were sent at once.
struct RequestReader {
  static let largestHead = 65_536
  static let largestBody = 32 << 20

  private var bytes: [UInt8] = []
  /// The first byte that belongs to no request yet.
  private var start = 0
  private var pending: Pending?

  /// A request whose body is still being read.
  private struct Pending {
    var request: Request
    var rest: Rest
    var continueIsDue: Bool
  }

  /// How the end of a body is known.
  private enum Rest {
    case exactly(Int)
    case chunked(ChunkReader)
  }

  /// Bytes that wait to be read as requests.
  var backlog: Int { bytes.count - start }

  mutating func append(_ more: UnsafeRawBufferPointer) {
    if start > Self.largestHead {
      bytes.removeFirst(start)
      start = 0
    }
    bytes.append(contentsOf: more)
  }

  /// The next request that is complete; nil when more bytes are needed.
  mutating func next() throws(Request.Problem) -> Request? {
    if pending == nil { pending = try readHead() }
    // Taken out, so that a long body is not copied with every read.
    guard var current = pending.take() else { return nil }
    guard try readBody(of: &current) else {
      pending = current
      return nil
    }
    return current.request
  }

  /// Whether the client waits for leave to send the body; says so once.
  mutating func takeContinue() -> Bool {
    defer { pending?.continueIsDue = false }
    return pending?.continueIsDue ?? false
  }

  private mutating func readHead() throws(Request.Problem) -> Pending? {
    // RFC 9112, section 2.2: empty lines before a request are skipped.
    while start < bytes.count, bytes[start] == 0x0D || bytes[start] == 0x0A { start += 1 }
    guard let end = endOfHead() else {
      if backlog > Self.largestHead { throw .headTooLarge }
      return nil
    }
    guard end - start <= Self.largestHead else { throw .headTooLarge }
    let request = try Request(head: bytes[start..<end])
    start = end + 4
    let expectsContinue = request.headers["expect"]?.lowercased() == "100-continue"
    return Pending(request: request, rest: try Self.rest(of: request), continueIsDue: expectsContinue)
  }

  private func endOfHead() -> Int? {
    var index = start
    while let carriageReturn = bytes[index...].firstIndex(of: 0x0D), carriageReturn + 3 < bytes.count {
      if bytes[carriageReturn + 1] == 0x0A, bytes[carriageReturn + 2] == 0x0D, bytes[carriageReturn + 3] == 0x0A {
        return carriageReturn
      }
      index = carriageReturn + 1
    }
    return nil
  }

  private static func rest(of request: Request) throws(Request.Problem) -> Rest {
    let length = request.headers["content-length"]
    if let coding = request.headers["transfer-encoding"] {
      guard coding.lowercased() == "chunked", length == nil else { throw .malformed("bad Transfer-Encoding") }
      return .chunked(ChunkReader())
    }
    guard let length else { return .exactly(0) }
    guard length.utf8.allSatisfy({ (0x30...0x39).contains($0) }), !length.isEmpty else {
      throw .malformed("bad Content-Length")
    }
    guard let count = Int(length), count <= largestBody else { throw .bodyTooLarge }
    return .exactly(count)
  }

  /// Whether the body is complete; what was read of a chunked one stays in `current` in any case.
  private mutating func readBody(of current: inout Pending) throws(Request.Problem) -> Bool {
    switch current.rest {
    case .exactly(let count):
      guard backlog >= count else { return false }
      current.request.body = Array(bytes[start..<(start + count)])
      start += count
      return true
    case .chunked(var reader):
      let isComplete = try reader.read(bytes, from: &start, into: &current.request.body)
      if current.request.body.count > Self.largestBody { throw .bodyTooLarge }
      current.rest = .chunked(reader)
      return isComplete
    }
  }
}
