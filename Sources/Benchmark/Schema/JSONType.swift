/// A type as JSON Schema names it.
enum JSONType: String, CaseIterable, Sendable {
  case null, boolean, integer, number, string, array, object

  /// What it is, with its article.
  var noun: String {
    switch self {
    case .null: "null"
    case .boolean: "true or false"
    case .integer: "an integer"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }

  func holds(_ value: JSONValue) -> Bool {
    switch (self, value) {
    case (.null, .null), (.boolean, .bool), (.string, .string), (.array, .array), (.object, .object): true
    case (.integer, _): value.isInteger
    case (.number, _): value.isNumber
    default: false
    }
  }
}
