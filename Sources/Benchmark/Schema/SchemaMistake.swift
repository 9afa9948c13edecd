/// Where a value departs from its schema.
package struct SchemaMistake: Hashable, Sendable {
  /// Where in the value.
  package let location: JSONLocation
  let expectation: SchemaExpectation
  /// What stands there.
  let value: JSONValue
}

/// What a schema asked for and did not get; the words are in `SchemaExpectation+Words.swift`.
enum SchemaExpectation: Hashable, Sendable {
  case nothing
  case types([JSONType])
  /// One of these, as JSON.
  case constants([String])
  case bound(NumberBound, JSONValue)
  case multiple(of: JSONValue)
  case size(SizeKind, SizeBound, Int)
  case match(of: String)
  case differentItems(first: Int, second: Int)
  case itemsInContains(SizeBound, Int, found: Int)
  case keys([String], beside: String?)
  /// No keys but those known, and those that match a pattern; nil where nothing is known.
  case noKeys([String], known: [String]?, patterned: Bool)
  case name(String, mistakes: [SchemaMistake])
  case anyOf(Int, first: [SchemaMistake])
  case oneOf(Int, fitting: [Int])
  case not
  case leastSteps(Int)
  case leastLevels(Int)
  /// Of a search for this pattern.
  case endOfSearch(String)
}

extension SchemaMistake: CustomStringConvertible {
  /// One line that is safe to show: `$.count: expected an integer; found "three"`.
  package var description: String {
    "\(location): expected \(expectation.words); found \(expectation.finding(in: value))"
  }

  /// Whether it says nothing of the value: the test was not carried through.
  package var isSurrender: Bool {
    switch expectation {
    case .leastSteps, .leastLevels, .endOfSearch: true
    default: false
    }
  }

  /// What was expected and what was found instead.
  package var expected: String { expectation.words }
  package var found: String { expectation.finding(in: value) }

  /// The constant that a mistyped word may have meant.
  var nearest: String? {
    guard case .constants(let constants) = expectation else { return nil }
    return EditDistance.nearest(to: found, among: constants)
  }
}
