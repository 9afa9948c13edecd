/// One value of a document, decoded as what somebody takes it for.
///
/// Stricter than the parser, which lets pass what servers send: no `NaN` that stands for null, and numbers as JSON
/// spells them.
struct DecodedValue: SingleValueDecodingContainer {
  let document: JSONDocument
  let node: Int
  var codingPath: [any CodingKey] { [] }

  init(_ document: JSONDocument, _ node: Int) {
    self.document = document
    self.node = node
  }

  var kind: JSONDocument.Kind { document.nodes[node].kind }

  func decodeNil() -> Bool { kind == .null && document.bytes[document.place(node).lowerBound] == UInt8(ascii: "n") }

  func decode(_ type: Bool.Type) throws -> Bool {
    switch kind {
    case .yes: true
    case .no: false
    default: throw DecodingError.notTheValue
    }
  }

  func decode(_ type: String.Type) throws -> String { try wanted(document.string(node)) }
  func decode(_ type: Double.Type) throws -> Double { try wanted(isNumber ? document.double(node) : nil) }
  func decode(_ type: Float.Type) throws -> Float { Float(try decode(Double.self)) }
  func decode(_ type: Int.Type) throws -> Int { try wanted(isNumber ? document.int(node) : nil) }
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

extension DecodedValue {
  /// By RFC 8259's grammar: `-? (0 | [1-9] digits) (. digits)? ([eE] [+-]? digits)?`.
  private var isNumber: Bool {
    guard kind == .number else { return false }
    return document.bytes.withUnsafeBufferPointer { bytes in
      var rest = Slice(base: bytes, bounds: document.place(node))
      if rest.first == .minus { rest.removeFirst() }
      if rest.first == UInt8(ascii: "0") { rest.removeFirst() } else if !rest.takeDigits() { return false }
      if rest.first == UInt8(ascii: ".") {
        rest.removeFirst()
        if !rest.takeDigits() { return false }
      }
      if let letter = rest.first, letter | 0x20 == UInt8(ascii: "e") {
        rest.removeFirst()
        if let sign = rest.first, sign == .minus || sign == UInt8(ascii: "+") { rest.removeFirst() }
        if !rest.takeDigits() { return false }
      }
      return rest.isEmpty
    }
  }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
  /// False where there is none.
  fileprivate mutating func takeDigits() -> Bool {
    let digits = prefix(while: \.isDigit).count
    self = dropFirst(digits)
    return digits > 0
  }
}
