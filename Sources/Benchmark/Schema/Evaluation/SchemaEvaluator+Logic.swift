extension SchemaEvaluator {
  mutating func fitsAll(_ nodes: [Int], _ value: JSONValue, _ evaluated: inout Evaluated) -> Bool {
    var fits = true
    for node in nodes where fits || !isSilent {
      if !self.fits(value, node, &evaluated) { fits = false }
    }
    return fits
  }

  mutating func fitsAny(_ nodes: [Int], _ value: JSONValue, _ evaluated: inout Evaluated) -> Bool {
    var failures: [[SchemaMistake]] = []
    for node in nodes {
      if let mistakes = attempt(value, node, &evaluated) {
        failures.append(mistakes)
      } else if !schema.tracksEvaluated {
        return true
      }
    }
    return failures.count < nodes.count || refuse(with: nearest(failures, value))
  }

  mutating func fitsOne(_ nodes: [Int], _ value: JSONValue, _ evaluated: inout Evaluated) -> Bool {
    var failures: [[SchemaMistake]] = []
    var fitting: [Int] = []
    for (index, node) in nodes.enumerated() {
      if let mistakes = attempt(value, node, &evaluated) {
        failures.append(mistakes)
      } else {
        fitting.append(index + 1)
      }
    }
    switch fitting.count {
    case 0: return refuse(with: nearest(failures, value))
    case 1: return true
    default: return refuse(value, .oneOf(nodes.count, fitting: fitting))
    }
  }

  mutating func fitsNot(_ node: Int, _ value: JSONValue) -> Bool {
    var evaluated = Evaluated()
    return !quietlyFits(value, node, &evaluated) || refuse(value, .not)
  }

  mutating func fitsCondition(
    _ condition: Int, _ then: Int?, _ otherwise: Int?, _ value: JSONValue, _ evaluated: inout Evaluated
  ) -> Bool {
    let branch = quietlyFits(value, condition, &evaluated) ? then : otherwise
    return branch.map { fits(value, $0, &evaluated) } ?? true
  }
}

// MARK: - Words for what fits none of several schemas

extension SchemaEvaluator {
  /// The mistakes to tell: those of the schema that was meant when one stands out, else what all of them expect.
  private func nearest(_ failures: [[SchemaMistake]], _ value: JSONValue) -> [SchemaMistake] {
    let ranked = failures.map { (rank: rank($0), mistakes: $0) }
    let best = ranked.map(\.rank).min() ?? 0
    let candidates = ranked.filter { $0.rank == best }.map(\.mistakes)
    if candidates.count == 1 { return candidates[0] }
    if let merged = merged(candidates) { return [merged] }
    let first = candidates.first?.first
    if let first, case .anyOf = first.expectation { return [first] }
    let expectation = SchemaExpectation.anyOf(failures.count, first: [first].compactMap(\.self))
    return [SchemaMistake(location: location, expectation: expectation, value: value)]
  }

  /// How far a schema is from what was meant: another type is farther than another constant, and that is farther than
  /// a constant inside that differs, which tells kinds of objects apart.
  private func rank(_ mistakes: [SchemaMistake]) -> Int {
    mistakes.map { mistake in
      switch mistake.expectation {
      case .types where mistake.location == location: 3
      case .constants where mistake.location == location: 2
      case .constants: 1
      default: 0
      }
    }.max() ?? 0
  }

  /// One mistake for several that expect other types, or other constants, at one place; nil when they differ in more.
  private func merged(_ candidates: [[SchemaMistake]]) -> SchemaMistake? {
    let firsts = candidates.compactMap(\.first)
    guard let first = firsts.first, firsts.count == candidates.count,
      firsts.allSatisfy({ $0.location == first.location }),
      let expectation = SchemaExpectation(anyOf: firsts.map(\.expectation))
    else { return nil }
    return SchemaMistake(location: first.location, expectation: expectation, value: first.value)
  }
}

extension SchemaExpectation {
  /// Types of all, or constants of all; nil when some expect something else.
  fileprivate init?(anyOf expectations: [SchemaExpectation]) {
    var types: [JSONType] = []
    var constants: [String] = []
    for expectation in expectations {
      switch expectation {
      case .types(let more): types += more.filter { !types.contains($0) }
      case .constants(let more): constants += more.filter { !constants.contains($0) }
      default: return nil
      }
    }
    guard types.isEmpty || constants.isEmpty else { return nil }
    self = constants.isEmpty ? .types(types) : .constants(constants)
  }
}
