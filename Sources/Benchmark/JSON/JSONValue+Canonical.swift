extension JSONValue {
  /// One text for all that JSON Schema holds equal: keys in order, `1.0` as `1`, strings by their code points.
  ///
  /// Bytes, since Swift's strings are compared as people read them: `é` and `e` with an accent are two texts here.
  var canonical: [UInt8] { Array(withWholeNumbers.json.utf8) }

  private var withWholeNumbers: JSONValue {
    switch self {
    case .number(let value):
      Int(exactly: value).map { .integer($0) } ?? Int128(exactly: value).map { .wideInteger($0) } ?? self
    case .array(let items): .array(items.map(\.withWholeNumbers))
    case .object(let members): .object(members.mapValues(\.withWholeNumbers))
    default: self
    }
  }
}
