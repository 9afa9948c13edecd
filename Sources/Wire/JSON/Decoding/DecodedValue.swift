/// One value of a document, decoded as what somebody takes it for.
struct DecodedValue: SingleValueDecodingContainer {
  let document: JSONDocument
  let node: Int
  var codingPath: [any CodingKey] { [] }

  init(_ document: JSONDocument, _ node: Int) {
    self.document = document
    self.node = node
  }

  var kind: JSONDocument.Kind { document.nodes[node].kind }

  func decodeNil() -> Bool { kind == .null }

  func decode(_ type: Bool.Type) throws -> Bool {
    switch kind {
    case .yes: true
    case .no: false
    default: throw DecodingError.notTheValue
    }
  }

  func decode(_ type: String.Type) throws -> String { try wanted(document.string(node)) }
  func decode(_ type: Double.Type) throws -> Double { try wanted(document.double(node)) }
  func decode(_ type: Float.Type) throws -> Float { Float(try decode(Double.self)) }
  func decode(_ type: Int.Type) throws -> Int { try wanted(document.int(node)) }
  func decode(_ type: Int64.Type) throws -> Int64 { Int64(try decode(Int.self)) }

  func decode<Number: FixedWidthInteger & Decodable>(_ type: Number.Type) throws -> Number {
    try wanted(Number(exactly: decode(Int.self)))
  }

  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try Value(from: QuickDecoder(self)) }

  private func wanted<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw DecodingError.notTheValue }
    return value
  }
}
