/// A request as it was read from a connection.
struct Request: Hashable, Sendable {
  var method: String
  /// Without the query.
  var path: String
  /// Names and values as they stand between `?` and the end, undecoded.
  var query: [String: String]
  /// By lower-case name; of several fields of one name, the last.
  var headers: [String: String]
  var body: [UInt8] = []
  /// HTTP/1.0 knows neither chunks nor, unasked, a second request.
  var isHTTP10 = false

  var keepsAlive: Bool {
    let options = (headers["connection"] ?? "").lowercased().split { $0 == "," || $0 == " " }
    return isHTTP10 ? options.contains("keep-alive") : !options.contains("close")
  }
}

extension Request {
  /// Why a request cannot be read; the connection ends after the answer.
  enum Problem: Error {
    case malformed(String)
    case headTooLarge
    case bodyTooLarge
  }

  /// Reads the lines before the empty one.
  init(head: ArraySlice<UInt8>) throws(Problem) {
    let lines = head.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
      String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
    }
    let parts = (lines.first ?? "").split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, Self.isToken(parts[0]), parts[1].hasPrefix("/"),
      ["HTTP/1.1", "HTTP/1.0"].contains(parts[2])
    else { throw .malformed("bad request line") }
    let target = parts[1].split(separator: "?", maxSplits: 1).map(String.init)
    self.init(
      method: parts[0], path: target[0], query: Self.query(target.dropFirst().first ?? ""),
      headers: try Self.headers(lines.dropFirst()), isHTTP10: parts[2] == "HTTP/1.0")
    if !isHTTP10, headers["host"] == nil { throw .malformed("missing Host") }
  }

  private static func headers(_ lines: ArraySlice<String>) throws(Problem) -> [String: String] {
    var headers: [String: String] = [:]
    for line in lines {
      let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, isToken(String(parts[0])) else { throw .malformed("bad header") }
      let name = parts[0].lowercased()
      let value = String(parts[1].trimming(while: { $0 == " " || $0 == "\t" }))
      if name == "content-length", let other = headers[name], other != value { throw .malformed("two lengths") }
      headers[name] = value
    }
    return headers
  }

  private static func query(_ text: String) -> [String: String] {
    let pairs = text.split(separator: "&").map { pair in
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      return (parts[0], parts.count > 1 ? parts[1] : "")
    }
    return Dictionary(pairs) { _, last in last }
  }

  /// RFC 9110, section 5.6.2.
  private static func isToken(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        byte > 0x20 && byte < 0x7F && !"\"(),/:;<=>?@[\\]{}".utf8.contains(byte)
      }
  }
}

extension StringProtocol {
  /// The text without the characters at both ends that match.
  fileprivate func trimming(while matches: (Character) -> Bool) -> SubSequence {
    let front = drop(while: matches)
    guard let last = front.lastIndex(where: { !matches($0) }) else { return front }
    return front[...last]
  }
}
