extension SchemaEvaluator {
  mutating func isAmong(_ constants: Set<[UInt8]>, _ words: [String], _ value: JSONValue) -> Bool {
    canonical(value).map(constants.contains) == true || refuse(value, .constants(words))
  }

  mutating func isWithin(_ bound: NumberBound, _ limit: JSONValue, _ value: JSONValue) -> Bool {
    guard value.isNumber else { return true }
    let isWithin =
      switch bound {
      case .minimum: !value.isLess(than: limit)
      case .maximum: !limit.isLess(than: value)
      case .exclusiveMinimum: limit.isLess(than: value)
      case .exclusiveMaximum: value.isLess(than: limit)
      }
    return isWithin || refuse(value, .bound(bound, limit))
  }

  mutating func isMultiple(of divisor: JSONValue, _ value: JSONValue) -> Bool {
    !value.isNumber || value.isMultiple(of: divisor) || refuse(value, .multiple(of: divisor))
  }

  mutating func isWithin(_ bound: SizeBound, _ limit: Int, _ kind: SizeKind, _ value: JSONValue) -> Bool {
    let size: Int
    switch (kind, value) {
    case (.character, .string): size = value.characterCount
    case (.item, .array(let items)): size = items.count
    case (.key, .object(let members)): size = members.count
    default: return true
    }
    return (bound == .least ? size >= limit : size <= limit) || refuse(value, .size(kind, bound, limit))
  }

  mutating func matches(_ pattern: SchemaPattern, _ value: JSONValue) -> Bool {
    guard case .string(let text) = value else { return true }
    return isFound(pattern, in: text) || refuse(value, .match(of: pattern.text))
  }
}
