/// The stamps that the reference server wrote into a stream, found without decoding it.
struct ServedStamps: Hashable, Sendable {
  /// A chunk that the server wrote.
  struct Chunk: Hashable, Sendable {
    /// When it was written: `"t"`.
    var written: Int64
    /// Where its event ends in the body.
    var end: Int
  }

  /// When the request had been read: `"t0"` of the first chunk.
  var read: Int64?
  var chunks: [Chunk] = []

  init(_ body: [UInt8]) {
    body.withUnsafeBytes { bytes in
      var position = bytes.end(of: "\"t0\"", from: 0)
      read = position.flatMap { bytes.number(at: $0 + 1) }
      while let start = position, let stamp = bytes.end(of: "\"t\":", from: start),
        let written = bytes.number(at: stamp), let end = bytes.endOfEvent(from: stamp)
      {
        chunks.append(Chunk(written: written, end: end))
        position = end
      }
    }
  }
}

extension UnsafeRawBufferPointer {
  /// The position behind the next occurrence of a text.
  fileprivate func end(of text: StaticString, from start: Int) -> Int? {
    text.withUTF8Buffer { end(of: UnsafeRawBufferPointer($0), from: start) }
  }

  /// The position behind the blank line that ends the event at hand; nil while it has not come.
  fileprivate func endOfEvent(from start: Int) -> Int? {
    end(of: "\n", from: start).flatMap { $0 + 1 <= count ? $0 + 1 : nil }
  }

  /// The decimal number that begins here; nil when there is none.
  fileprivate func number(at start: Int) -> Int64? {
    var position = start
    var number: Int64 = 0
    while position < count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self[position]) {
      number = number &* 10 &+ Int64(self[position] - UInt8(ascii: "0"))
      position += 1
    }
    return position > start ? number : nil
  }
}
