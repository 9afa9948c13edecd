extension SchemaExpectation {
  /// What was expected, to follow "expected".
  var words: String {
    switch self {
    case .nothing: "nothing"
    case .types(let types): types.map(\.noun).alternatives
    case .constants(let constants): constants.isEmpty ? "nothing" : constants.alternatives
    case .bound(let bound, let limit): "\(bound.words) \(limit.words)"
    case .multiple(let divisor): "a multiple of \(divisor.words)"
    case .size(let kind, let bound, let limit): "\(bound.words) \(limit.counting(kind.rawValue))"
    case .match(let pattern): "a match of \(pattern.doublyQuotedExcerpt)"
    case .differentItems: "items that all differ"
    case .itemsInContains(let bound, let limit, _): "\(bound.words) \(limit.counting("item")) such as 'contains' has"
    case .keys(let keys, let other): keys.shownAsMissing + (other.map { " beside \($0.doublyQuotedExcerpt)" } ?? "")
    case .noKeys(_, let known, let patterned): Self.noKeys(but: known, patterned)
    case .name(_, let mistakes): "only keys that are \(mistakes.first?.expected ?? "allowed")"
    case .anyOf(let count, _): "what fits one of \(count) schemas"
    case .oneOf(let count, _): "what fits exactly one of \(count) schemas"
    case .not: "what does not fit the schema of 'not'"
    case .leastSteps(let limit): "a test of at most \(limit) steps"
    case .leastLevels(let limit): "a test of at most \(limit) levels"
    case .endOfSearch(let pattern): "an end of the search for \(pattern.doublyQuotedExcerpt)"
    }
  }

  private static func noKeys(but known: [String]?, _ patterned: Bool) -> String {
    guard let known else { return "no further keys" }
    let others = patterned ? (known.isEmpty ? "such as match a pattern" : " and such as match a pattern") : ""
    return known.isEmpty && others.isEmpty ? "no keys" : "no keys but \(known.shown(joinedBy: "and"))\(others)"
  }

  /// What stands there instead, to follow "found".
  func finding(in value: JSONValue) -> String {
    switch self {
    case .constants: value.shown
    case .size(.character, _, _): "\(value.words) (\(value.characterCount.counting("character")))"
    case .differentItems(let first, let second): "the same at [\(first)] and [\(second)]"
    case .itemsInContains(_, _, let count): "\(count == 0 ? "none" : "\(count)") in \(value.words)"
    case .noKeys(let keys, _, _): keys.shown(joinedBy: "and")
    case .name(let key, let mistakes): mistakes.first?.found ?? key.doublyQuotedExcerpt
    case .anyOf(_, let first): value.words + (first.first.map { " (by the first of them, \($0))" } ?? "")
    case .oneOf(_, let fitting): "\(value.words), which fits \(fitting.map { "\($0)" }.joined(separator: " and "))"
    case .leastSteps, .leastLevels: "more, which is given up"
    case .endOfSearch: "\(value.words), on which it is given up"
    default: value.words
    }
  }
}

extension NumberBound {
  fileprivate var words: String {
    switch self {
    case .minimum: "at least"
    case .maximum: "at most"
    case .exclusiveMinimum: "more than"
    case .exclusiveMaximum: "less than"
    }
  }
}

extension SizeBound {
  fileprivate var words: String { self == .least ? "at least" : "at most" }
}

extension JSONValue {
  /// How long a text is, in scalars, which is what JSON Schema counts; 0 where there is no text.
  var characterCount: Int {
    if case .string(let text) = self { text.unicodeScalars.count } else { 0 }
  }
}

extension [String] {
  fileprivate var shownAsMissing: String { "the key\(count == 1 ? "" : "s") \(shown(joinedBy: "and"))" }
}
