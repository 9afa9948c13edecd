/// Bodies in gzip's format (RFC 1952) made by hand: nothing is compressed, but everything can be decompressed.
enum Gzip {
  private static let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]

  /// The bytes in stored blocks (RFC 1951, section 3.2.4).
  static func stored(_ bytes: [UInt8]) -> [UInt8] {
    var output = header
    for start in stride(from: 0, to: bytes.count, by: 65_535) {
      let block = bytes[start..<min(start + 65_535, bytes.count)]
      output += [0] + littleEndian(block.count, bytes: 2) + littleEndian(~block.count, bytes: 2) + block
    }
    // An empty block of fixed codes ends the stream.
    return output + [3, 0] + littleEndian(Int(checksum(bytes)), bytes: 4) + littleEndian(bytes.count, bytes: 4)
  }

  /// The same, but broken in the middle.
  static func corrupt(_ bytes: [UInt8]) -> [UInt8] {
    header + Array(repeating: 0xFF, count: max(64, bytes.count))
  }

  /// A stream without end of which each byte stands for 159: an `x` and then copies of it, 258 bytes each.
  static var bomb: some Sequence<Cue> {
    sequence(first: Cue(at: 0, bytes: header + opening)) { _ in Cue(at: 0, bytes: batch) }
  }

  /// The block's head (not the last, fixed codes), the code of `x`, and copies: the bits of what follows.
  private static let bits: [Bool] = {
    let copy = "1100010100000".map { $0 == "1" }
    return [false, true, false] + "10101000".map { $0 == "1" } + Array(repeatElement(copy, count: 17).joined())
  }()

  /// 8 copies take 13 whole bytes, whatever stands before them: from then on the bytes repeat.
  private static let opening = bytes(of: bits[..<120])
  private static let batch = Array(repeatElement(bytes(of: bits[120..<224]), count: 1_000).joined())

  /// The first bit is the lowest of its byte.
  private static func bytes(of bits: ArraySlice<Bool>) -> [UInt8] {
    stride(from: bits.startIndex, to: bits.endIndex, by: 8).map { start in
      bits[start..<min(start + 8, bits.endIndex)].reversed().reduce(0) { $0 << 1 | ($1 ? 1 : 0) }
    }
  }

  private static func littleEndian(_ number: Int, bytes: Int) -> [UInt8] {
    (0..<bytes).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  /// CRC-32 as in RFC 1952, section 8.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(UInt32.max) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum & 1 == 1 ? 0xEDB8_8320 ^ (sum >> 1) : sum >> 1 }
    }
  }
}
