/// A request as it arrived at a `LoopbackServer`.
package struct ReceivedRequest: Sendable {
  /// Counted from 0 over all connections of the server, in the order of arrival.
  package var number: Int
  /// Counted from 0 in the order in which the connections were accepted.
  package var connection: Int
  package var method: String
  /// The request's target as it was written, query included.
  package var path: String
  /// Request line and headers, without the empty line.
  package var head: String
  package var body: [UInt8]

  /// The first header of this name, in whatever case.
  package subscript(header name: String) -> String? {
    head.split(separator: "\r\n").dropFirst().lazy
      .compactMap { line in line.firstIndex(of: ":").map { (line[..<$0], line[$0...].dropFirst()) } }
      .first { $0.0.lowercased() == name.lowercased() }
      .map { String($0.1.drop { $0 == " " }) }
  }

  package var text: String { String(decoding: body, as: UTF8.self) }

  init(number: Int, connection: Int, head: String) {
    self.number = number
    self.connection = connection
    self.head = head
    let words = head.prefix { $0 != "\r\n" }.split(separator: " ")
    method = words.first.map { String($0) } ?? ""
    path = words.dropFirst().first.map { String($0) } ?? ""
    body = []
  }
}
