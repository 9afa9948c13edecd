internal import Benchmark

/// A JSON value that is written for people: objects keep the order of their keys.
indirect enum OrderedJSON: Hashable, Sendable {
  struct Member: Hashable, Sendable {
    let key: String
    var value: OrderedJSON
  }

  case null
  case bool(Bool)
  case integer(Int)
  case wideInteger(Int128)
  case number(Double)
  case string(String)
  case array([OrderedJSON])
  case object([Member])
}

extension OrderedJSON {
  init(_ node: JSONNode) {
    switch node.kind {
    case .null: self = .null
    case .bool(let value): self = .bool(value)
    case .integer(let value): self = .integer(value)
    case .wideInteger(let value): self = .wideInteger(value)
    case .number(let value): self = .number(value)
    case .string(let value): self = .string(value)
    case .array(let elements): self = .array(elements.map(OrderedJSON.init))
    case .object(let members): self = .object(members.map { Member(key: $0.key, value: OrderedJSON($0.value)) })
    }
  }

  /// A whole number without a point.
  init(_ number: Double) {
    self = Int(exactly: number).map(OrderedJSON.integer) ?? .number(number)
  }

  /// An object of the members that there are.
  static func fields(_ members: (key: String, value: OrderedJSON?)...) -> OrderedJSON {
    .object(members.compactMap { member in member.value.map { Member(key: member.key, value: $0) } })
  }

  static func strings(_ texts: [String]) -> OrderedJSON { .array(texts.map(OrderedJSON.string)) }

  var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The value of an object's key.
  subscript(key: String) -> OrderedJSON? {
    get {
      guard case .object(let members) = self else { return nil }
      return members.first { $0.key == key }?.value
    }
    set {
      guard case .object(var members) = self, let newValue else { return }
      if let index = members.firstIndex(where: { $0.key == key }) {
        members[index].value = newValue
      } else {
        members.append(Member(key: key, value: newValue))
      }
      self = .object(members)
    }
  }
}

extension OrderedJSON: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral {
  init(stringLiteral value: String) { self = .string(value) }
  init(booleanLiteral value: Bool) { self = .bool(value) }
  init(integerLiteral value: Int) { self = .integer(value) }
}

extension OrderedJSON: ExpressibleByDictionaryLiteral {
  init(dictionaryLiteral members: (String, OrderedJSON)...) {
    self = .object(members.map { Member(key: $0, value: $1) })
  }
}
