/// Reads a body in chunked transfer coding (RFC 9112, section 7.1) as its bytes come in.
struct ChunkReader {
  private var state = State.size

  /// What the next bytes are.
  private enum State {
    case size
    case data(left: Int)
    case endOfData
    case trailer
  }

  /// Reads on from `start`, which it moves; true when the last chunk was read.
  mutating func read(_ bytes: [UInt8], from start: inout Int, into body: inout [UInt8]) throws(Request.Problem) -> Bool
  {
    while true {
      if case .data(let left) = state {
        let count = min(left, bytes.count - start)
        body += bytes[start..<(start + count)]
        start += count
        guard count == left else {
          state = .data(left: left - count)
          return false
        }
        state = .endOfData
      }
      guard let line = try Self.line(of: bytes, from: &start) else { return false }
      if try read(line) { return true }
    }
  }

  /// Reads a line that is not data; true for the empty line that ends the body.
  private mutating func read(_ line: ArraySlice<UInt8>) throws(Request.Problem) -> Bool {
    switch state {
    case .size:
      let digits = line.prefix { $0 != UInt8(ascii: ";") }
      guard let size = Int(String(decoding: digits, as: UTF8.self), radix: 16), size >= 0 else {
        throw .malformed("bad chunk")
      }
      guard size <= RequestReader.largestBody else { throw .bodyTooLarge }
      state = size == 0 ? .trailer : .data(left: size)
      return false
    case .endOfData, .data:
      guard line.isEmpty else { throw .malformed("bad chunk") }
      state = .size
      return false
    case .trailer:
      return line.isEmpty
    }
  }

  private static func line(of bytes: [UInt8], from start: inout Int) throws(Request.Problem) -> ArraySlice<UInt8>? {
    guard let end = bytes[start...].firstIndex(of: 0x0A) else {
      if bytes.count - start > RequestReader.largestHead { throw .malformed("bad chunk") }
      return nil
    }
    guard end > start, bytes[end - 1] == 0x0D else { throw .malformed("bad chunk") }
    defer { start = end + 1 }
    return bytes[start..<(end - 1)]
  }
}
