/// The elements of an array, one after the other.
struct DecodedElements: UnkeyedDecodingContainer {
  private let array: DecodedValue
  /// The node of the element at hand.
  private var node: Int
  private(set) var currentIndex = 0
  var codingPath: [any CodingKey] { [] }

  init(of array: DecodedValue) throws {
    guard array.kind == .array else { throw DecodingError.notTheValue }
    self.array = array
    node = array.node + 1
  }

  var count: Int? { JSON(document: array.document, node: array.node).elements.reduce(0) { count, _ in count + 1 } }
  var isAtEnd: Bool { node >= Int(array.document.nodes[array.node].next) }

  /// The element at hand; the next one takes its place.
  private mutating func next() throws -> DecodedValue {
    if isAtEnd { throw DecodingError.notTheValue }
    defer {
      node = Int(array.document.nodes[node].next)
      currentIndex += 1
    }
    return DecodedValue(array.document, node)
  }

  mutating func decodeNil() throws -> Bool {
    if isAtEnd || array.document.nodes[node].kind != .null { return false }
    return try next().decodeNil()
  }

  mutating func decode(_ type: Bool.Type) throws -> Bool { try next().decode(type) }
  mutating func decode(_ type: String.Type) throws -> String { try next().decode(type) }
  mutating func decode(_ type: Double.Type) throws -> Double { try next().decode(type) }
  mutating func decode(_ type: Float.Type) throws -> Float { try next().decode(type) }
  mutating func decode(_ type: Int.Type) throws -> Int { try next().decode(type) }
  mutating func decode(_ type: Int64.Type) throws -> Int64 { try next().decode(type) }

  mutating func decode<Number: FixedWidthInteger & Decodable>(_ type: Number.Type) throws -> Number {
    try next().decode(type)
  }

  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try next().decode(type) }

  mutating func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(try DecodedMembers<Key>(of: next()))
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { try DecodedElements(of: next()) }
  mutating func superDecoder() throws -> any Decoder { QuickDecoder(try next()) }
}
