internal import Benchmark

/// Encodes a record as JSON on one line, its members in the order of their declaration.
///
/// Foundation's encoder takes eight times as long: with hundreds of streams that showed in the processor time of a run.
/// What no record of a journal needs it does not do: encoders of superclasses, and dictionaries in a fixed order.
struct LineEncoder: Encoder {
  private let text: LineText

  /// - Throws: `EncodingError` where a number is not finite.
  static func bytes(of record: some Encodable) throws -> [UInt8] {
    let text = LineText()
    try LineValue(text: text).encode(record)
    return text.bytes
  }

  init(_ text: LineText) {
    self.text = text
  }

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(LineMembers(in: text))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer { LineElements(in: text) }

  func singleValueContainer() -> any SingleValueEncodingContainer { LineValue(text: text) }
}

/// Where one value is written.
struct LineValue: SingleValueEncodingContainer {
  let text: LineText
  var codingPath: [any CodingKey] { [] }

  func encodeNil() { text.word("null") }
  func encode(_ value: Bool) { text.word(value ? "true" : "false") }
  func encode(_ value: String) { text.quote(value) }
  func encode<Number: FixedWidthInteger & Encodable>(_ value: Number) { text.word(String(value)) }

  func encode<Number: BinaryFloatingPoint & CustomStringConvertible & Encodable>(_ value: Number) throws {
    guard value.isFinite else {
      throw EncodingError.invalidValue(value, .init(codingPath: [], debugDescription: "\(value) is no JSON"))
    }
    text.word(value.description)
  }

  func encode<Value: Encodable>(_ value: Value) throws {
    if Value.self == [TokenRead].self, let reads = value as? [TokenRead] { return encode(reads) }
    let depth = text.depth
    try value.encode(to: LineEncoder(text))
    text.close(to: depth)
  }

  /// As they would encode themselves, but without a container each: they are most of an attempt.
  private func encode(_ reads: [TokenRead]) {
    let pairs = reads.map { "[\($0.offset),\($0.bytes)]" }
    text.word("[" + pairs.joined(separator: ",") + "]")
  }
}

/// Where the members of an object are written.
private struct LineMembers<Key: CodingKey>: KeyedEncodingContainerProtocol {
  private let value: LineValue
  private let depth: Int
  var codingPath: [any CodingKey] { [] }

  init(in text: LineText) {
    value = LineValue(text: text)
    depth = text.begin("{")
  }

  private func text(at key: some CodingKey) -> LineText {
    value.text.close(to: depth)
    value.text.name(key.stringValue)
    return value.text
  }

  func encodeNil(forKey key: Key) { LineValue(text: text(at: key)).encodeNil() }
  func encode(_ value: Bool, forKey key: Key) { LineValue(text: text(at: key)).encode(value) }
  func encode(_ value: String, forKey key: Key) { LineValue(text: text(at: key)).encode(value) }

  func encode<Number: FixedWidthInteger & Encodable>(_ value: Number, forKey key: Key) {
    LineValue(text: text(at: key)).encode(value)
  }

  func encode<Number: BinaryFloatingPoint & CustomStringConvertible & Encodable>(
    _ value: Number, forKey key: Key
  ) throws {
    try LineValue(text: text(at: key)).encode(value)
  }

  func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
    try LineValue(text: text(at: key)).encode(value)
  }

  func nestedContainer<Other: CodingKey>(
    keyedBy type: Other.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Other> {
    KeyedEncodingContainer(LineMembers<Other>(in: text(at: key)))
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { LineElements(in: text(at: key)) }
  func superEncoder() -> any Encoder { LineEncoder(value.text) }
  func superEncoder(forKey key: Key) -> any Encoder { LineEncoder(text(at: key)) }
}

/// Where the elements of an array are written.
private struct LineElements: UnkeyedEncodingContainer {
  private let value: LineValue
  private let depth: Int
  private(set) var count = 0
  var codingPath: [any CodingKey] { [] }

  init(in text: LineText) {
    value = LineValue(text: text)
    depth = text.begin("[")
  }

  private mutating func next() -> LineValue {
    value.text.close(to: depth)
    count += 1
    return value
  }

  mutating func encodeNil() { next().encodeNil() }
  mutating func encode(_ value: Bool) { next().encode(value) }
  mutating func encode(_ value: String) { next().encode(value) }
  mutating func encode<Number: FixedWidthInteger & Encodable>(_ value: Number) { next().encode(value) }

  mutating func encode<Number: BinaryFloatingPoint & CustomStringConvertible & Encodable>(_ value: Number) throws {
    try next().encode(value)
  }

  mutating func encode<Value: Encodable>(_ value: Value) throws { try next().encode(value) }

  mutating func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(LineMembers<Key>(in: next().text))
  }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { LineElements(in: next().text) }
  mutating func superEncoder() -> any Encoder { LineEncoder(next().text) }
}
