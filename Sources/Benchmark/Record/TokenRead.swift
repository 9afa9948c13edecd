/// One read that brought text: when, and how much.
///
/// In the journal a pair `[nanoseconds since sent, bytes of text]`.
package struct TokenRead: Hashable, Sendable {
  package var offset: Nanoseconds
  package var bytes: Int

  package init(offset: Nanoseconds, bytes: Int) {
    self.offset = offset
    self.bytes = bytes
  }
}

extension TokenRead: Codable {
  package init(from decoder: any Decoder) throws {
    var pair = try decoder.unkeyedContainer()
    offset = try pair.decode(Nanoseconds.self)
    bytes = try pair.decode(Int.self)
  }

  package func encode(to encoder: any Encoder) throws {
    var pair = encoder.unkeyedContainer()
    try pair.encode(offset)
    try pair.encode(bytes)
  }
}
