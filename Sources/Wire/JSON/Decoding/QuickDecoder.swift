/// Decodes a value from JSON without a word about where it fails: for the many lines that we wrote ourselves.
///
/// Foundation's decoder takes four times as long, which was most of the time in which a report is made.
package struct QuickDecoder: Decoder {
  private let value: DecodedValue

  /// - Throws: `DecodingError`, also where the bytes are no UTF-8, or hold control characters or escapes of nothing.
  package static func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws -> Value {
    // The parser lets these pass, since servers send them; in a line of our own they are damage.
    guard bytes.isSound, let document = try? JSONDocument(bytes) else { throw DecodingError.notTheValue }
    return try DecodedValue(document, 0).decode(type)
  }

  init(_ value: DecodedValue) {
    self.value = value
  }

  package var codingPath: [any CodingKey] { [] }
  package var userInfo: [CodingUserInfoKey: Any] { [:] }

  package func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(try DecodedMembers(of: value))
  }

  package func unkeyedContainer() throws -> any UnkeyedDecodingContainer { try DecodedElements(of: value) }
  package func singleValueContainer() -> any SingleValueDecodingContainer { value }
}

extension DecodingError {
  static var notTheValue: DecodingError {
    .dataCorrupted(Context(codingPath: [], debugDescription: "the JSON does not hold what is asked for"))
  }
}

extension [UInt8] {
  /// UTF-8 without control characters and without escapes that mean nothing.
  fileprivate var isSound: Bool {
    let isPlain = allSatisfy { $0 &- .space < 0x80 - .space && $0 != .backslash }
    return isPlain || !contains { $0 < .space } && String(validating: self, as: UTF8.self) != nil && knowsItsEscapes
  }

  private var knowsItsEscapes: Bool {
    var rest = self[...]
    while let start = rest.firstIndex(of: .backslash) {
      rest = rest[(start + 1)...]
      guard let letter = rest.popFirst(), "\"\\/bfnrtu".utf8.contains(letter) else { return false }
      if letter == UInt8(ascii: "u"), !rest.takeScalar() { return false }
    }
    return true
  }
}

extension ArraySlice<UInt8> {
  /// Takes the digits behind `\u`, and with half of a pair of surrogates the other half; false where they are not there.
  fileprivate mutating func takeScalar() -> Bool {
    guard let unit = takeUnit() else { return false }
    guard UTF16.isSurrogate(unit) else { return true }
    guard UTF16.isLeadSurrogate(unit), popFirst() == .backslash, popFirst() == UInt8(ascii: "u") else { return false }
    return takeUnit().map(UTF16.isTrailSurrogate) ?? false
  }

  private mutating func takeUnit() -> UInt16? {
    let digits = prefix(4).compactMap(\.hexDigit)
    self = dropFirst(4)
    return digits.count == 4 ? UInt16(digits.reduce(0) { $0 << 4 | $1 }) : nil
  }
}
