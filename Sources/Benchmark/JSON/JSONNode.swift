/// A JSON value with its place in the text; an object keeps the order of its keys and all that are given twice.
package struct JSONNode: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case null
    case bool(Bool)
    case integer(Int)
    /// An integer that 64 bits do not hold, and 128 do.
    case wideInteger(Int128)
    case number(Double)
    case string(String)
    case array([JSONNode])
    case object([JSONMember])
  }

  package let kind: Kind
  /// Offsets of its bytes.
  package let range: Range<Int>

  package init(kind: Kind, range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}

/// One key of an object with its value.
package struct JSONMember: Hashable, Sendable {
  package let key: String
  /// Offset of the key's opening quote.
  package let keyOffset: Int
  package let value: JSONNode

  package init(key: String, keyOffset: Int, value: JSONNode) {
    self.key = key
    self.keyOffset = keyOffset
    self.value = value
  }
}

extension JSONNode {
  /// The value without its places; of equal keys the last one counts.
  package var value: JSONValue {
    switch kind {
    case .null: .null
    case .bool(let value): .bool(value)
    case .integer(let value): .integer(value)
    case .wideInteger(let value): .wideInteger(value)
    case .number(let value): .number(value)
    case .string(let value): .string(value)
    case .array(let elements): .array(elements.map(\.value))
    case .object(let members):
      .object(Dictionary(members.map { ($0.key, $0.value.value) }, uniquingKeysWith: { _, last in last }))
    }
  }

  /// How many levels of values it has below itself.
  package var depth: Int {
    var depth = 0
    var level = children
    while !level.isEmpty {
      depth += 1
      level = level.flatMap(\.children)
    }
    return depth
  }

  private var children: [JSONNode] {
    switch kind {
    case .array(let elements): elements
    case .object(let members): members.map(\.value)
    default: []
    }
  }

  /// What it is, with an article: "a string".
  package var noun: String {
    switch kind {
    case .null: "null"
    case .bool: "a boolean"
    case .integer, .wideInteger, .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}
