/// The members of an object by their names; of one name the first.
struct DecodedMembers<Key: CodingKey>: KeyedDecodingContainerProtocol {
  private let object: DecodedValue
  var codingPath: [any CodingKey] { [] }

  init(of object: DecodedValue) throws {
    guard object.kind == .object else { throw DecodingError.notTheValue }
    self.object = object
  }

  var allKeys: [Key] {
    JSON(document: object.document, node: object.node).members.compactMap { Key(stringValue: $0.name) }
  }

  private func member(_ key: some CodingKey) -> DecodedValue? {
    var name = key.stringValue
    let node = name.withUTF8 { object.document.member($0, of: object.node) }
    return node.map { DecodedValue(object.document, $0) }
  }

  private func value(_ key: some CodingKey) throws -> DecodedValue {
    guard let value = member(key) else { throw DecodingError.notTheValue }
    return value
  }

  /// Nil where the member is absent or null.
  private func present(_ key: Key) -> DecodedValue? { member(key).flatMap { $0.decodeNil() ? nil : $0 } }

  func contains(_ key: Key) -> Bool { member(key) != nil }
  func decodeNil(forKey key: Key) throws -> Bool { try value(key).decodeNil() }
  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try value(key).decode(type) }
  func decode(_ type: String.Type, forKey key: Key) throws -> String { try value(key).decode(type) }
  func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try value(key).decode(type) }
  func decode(_ type: Float.Type, forKey key: Key) throws -> Float { try value(key).decode(type) }
  func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try value(key).decode(type) }
  func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try value(key).decode(type) }

  func decode<Number: FixedWidthInteger & Decodable>(_ type: Number.Type, forKey key: Key) throws -> Number {
    try value(key).decode(type)
  }

  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value { try value(key).decode(type) }

  func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? { try present(key)?.decode(type) }
  func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? { try present(key)?.decode(type) }
  func decodeIfPresent(_ type: Double.Type, forKey key: Key) throws -> Double? { try present(key)?.decode(type) }
  func decodeIfPresent(_ type: Float.Type, forKey key: Key) throws -> Float? { try present(key)?.decode(type) }
  func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? { try present(key)?.decode(type) }
  func decodeIfPresent(_ type: Int64.Type, forKey key: Key) throws -> Int64? { try present(key)?.decode(type) }

  func decodeIfPresent<Number: FixedWidthInteger & Decodable>(
    _ type: Number.Type, forKey key: Key
  ) throws -> Number? {
    try present(key)?.decode(type)
  }

  func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
    try present(key)?.decode(type)
  }

  func nestedContainer<Other: CodingKey>(
    keyedBy type: Other.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Other> {
    KeyedDecodingContainer(try DecodedMembers<Other>(of: value(key)))
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try DecodedElements(of: value(key))
  }

  func superDecoder() -> any Decoder { QuickDecoder(object) }
  func superDecoder(forKey key: Key) throws -> any Decoder { QuickDecoder(try value(key)) }
}
