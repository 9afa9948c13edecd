/// Text that looks like an API key: what must be neither kept in a file that people share nor printed.
package enum LeakedKey {
  /// What replaces a key.
  package static let mask = "***"

  /// How keys begin, and how many characters follow at least.
  private static let shapes: [(prefix: [UInt8], least: Int)] = [
    ("sk-", 20), ("Bearer ", 16), ("gsk_", 20), ("hf_", 20), ("xai-", 20), ("AIza", 30), ("ghp_", 30),
  ].map { (prefix: Array($0.utf8), least: $1) }

  package static func isFound(in text: String) -> Bool {
    let bytes = Array(text.utf8)
    return firstRange(in: bytes[...]) != nil
  }

  /// The text with every key replaced by the mask.
  package static func redacted(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var rest = bytes[...]
    var result: [UInt8] = []
    while let range = firstRange(in: rest) {
      result += rest[rest.startIndex..<range.lowerBound]
      result += mask.utf8
      rest = rest[range.upperBound...]
    }
    return result.isEmpty ? text : String(decoding: result + rest, as: UTF8.self)
  }

  private static func firstRange(in bytes: ArraySlice<UInt8>) -> Range<Int>? {
    for start in bytes.indices where isBoundary(before: start, in: bytes) {
      for shape in shapes where bytes[start] == shape.prefix[0] && bytes[start...].starts(with: shape.prefix) {
        let tail = bytes[(start + shape.prefix.count)...]
        if looksLikeKey(tail, least: shape.least) { return start..<tail.prefix(while: isOfKey).endIndex }
      }
    }
    return nil
  }

  /// Words joined by hyphens are no key; every key in use has a digit early on, and looking no further keeps the
  /// search linear.
  private static func looksLikeKey(_ tail: ArraySlice<UInt8>, least: Int) -> Bool {
    let head = tail.prefix(2 * least).prefix(while: isOfKey)
    return head.count >= least && head.contains(where: isDigit)
  }

  /// A key begins where no word goes on: "risk-free" holds none.
  private static func isBoundary(before index: Int, in bytes: ArraySlice<UInt8>) -> Bool {
    index == bytes.startIndex || !isAlphanumeric(bytes[index - 1])
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    isDigit(byte) || (byte | 0x20) &- UInt8(ascii: "a") < 26
  }

  private static func isOfKey(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || "-_.~+/=".utf8.contains(byte)
  }
}
