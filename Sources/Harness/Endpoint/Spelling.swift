/// The ways to write a byte of a key: as it is, `%2F` as in a URL, `\/` and `\u002f` as in a JSON string, which may
/// stand in a JSON string itself.
enum Spelling {
  static let percent = UInt8(ascii: "%")
  static let backslash = UInt8(ascii: "\\")
  /// A JSON string in a JSON string in a JSON string doubles a backslash twice; more are looked through by nobody.
  private static let mostBackslashes = 8

  /// Behind a spelling of all bytes that begins at a place; nil where there is none.
  static func end(of needle: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var place = start
    for byte in needle {
      guard let end = end(of: byte, in: bytes, from: place) else { return nil }
      place = end
    }
    return place
  }

  private static func end(of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from place: Int) -> Int? {
    guard place < bytes.count else { return nil }
    switch bytes[place] {
    case percent where number(at: place + 1, digits: 2, in: bytes) == byte: return place + 3
    case backslash: return endOfEscape(of: byte, in: bytes, from: place)
    case byte: return place + 1
    default: return nil
    }
  }

  private static func endOfEscape(
    of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    var place = start
    while place < bytes.count, place - start < mostBackslashes, bytes[place] == backslash { place += 1 }
    if byte == backslash { return place }
    guard place < bytes.count else { return nil }
    if bytes[place] == byte, "\"/".utf8.contains(byte) { return place + 1 }
    let isNumber = bytes[place] == UInt8(ascii: "u") && number(at: place + 1, digits: 4, in: bytes) == byte
    return isNumber ? place + 5 : nil
  }

  /// A hexadecimal number that a byte can hold.
  private static func number(at place: Int, digits count: Int, in bytes: UnsafeBufferPointer<UInt8>) -> UInt8? {
    guard place + count <= bytes.count else { return nil }
    var number = 0
    for byte in bytes[place..<place + count] {
      guard let digit = digit(byte) else { return nil }
      number = number << 4 | Int(digit)
    }
    return UInt8(exactly: number)
  }

  /// The value of a hexadecimal digit.
  static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
