extension JSONValue {
  /// The beginning of its JSON, safe to show.
  package var shown: String { json.excerpt() }

  /// Whether both are the same value; numbers are compared by what they are worth, however they are written.
  package func equals(_ other: JSONValue) -> Bool {
    switch (self, other) {
    case (.number(let number), _) where other.whole != nil: Int128(exactly: number) == other.whole
    case (_, .number(let number)) where whole != nil: Int128(exactly: number) == whole
    case (.array(let left), .array(let right)):
      left.count == right.count && zip(left, right).allSatisfy { $0.equals($1) }
    case (.object(let left), .object(let right)):
      left.count == right.count && left.allSatisfy { key, value in right[key].map(value.equals) ?? false }
    default: self == other
    }
  }

  /// Whether all of a part is there: an object may have further keys, at every level; all else is the same.
  package func holds(_ part: JSONValue) -> Bool {
    switch (self, part) {
    case (.object(let whole), .object(let part)):
      part.allSatisfy { key, value in whole[key].map { $0.holds(value) } ?? false }
    case (.array(let whole), .array(let part)):
      whole.count == part.count && zip(whole, part).allSatisfy { $0.holds($1) }
    default: equals(part)
    }
  }

  /// Whether it is a text with this part, an array with this element, or an object with this key.
  package func contains(_ part: JSONValue) -> Bool {
    switch (self, part) {
    case (.string(let text), .string(let part)): text.contains(part)
    case (.object(let members), .string(let key)): members[key] != nil
    case (.array(let elements), _): elements.contains { $0.holds(part) }
    default: false
    }
  }
}
