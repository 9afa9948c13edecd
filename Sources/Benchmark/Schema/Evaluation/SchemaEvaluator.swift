/// Holds a value against a compiled schema.
struct SchemaEvaluator: Sendable {
  /// A hopeless answer would have thousands.
  static let mostMistakes = 50
  /// So much as searching a pattern costs, which compiles it each time.
  private static let stepsOfPattern = 100
  /// So many bytes of canonical text are written in the time of a step.
  private static let bytesOfStep = 32
  /// An answer is 512 levels deep at most; references and groups take levels too.
  private static let mostLevels = 8_000
  /// A thread's stack may be as small as 512 KiB, and a level takes up to 3 KiB of it unoptimised.
  private static let levelsOfStack = 64

  let schema: JSONSchema
  private let mostSteps: Int
  var location = JSONLocation()
  /// Resources entered on the way here, outermost first: where a dynamic reference may lead.
  private(set) var scope: [Int] = []
  private(set) var mistakes: [SchemaMistake] = []
  /// Whether only yes or no is asked for.
  private(set) var isSilent = false
  private var level = 0
  private var steps = 0
  /// Why the test was not carried through.
  private var surrender: SchemaMistake?

  init(schema: JSONSchema, mostSteps: Int) {
    self.schema = schema
    self.mostSteps = mostSteps
  }

  mutating func mistakes(in value: JSONValue) -> [SchemaMistake] {
    var evaluated = Evaluated()
    _ = fits(value, 0, &evaluated)
    if let surrender { return [surrender] }
    var told: Set<SchemaMistake> = []
    return mistakes.filter { told.insert($0).inserted }
  }

  /// Whether a value fits a node; if so, what was looked at is added to what had been.
  mutating func fits(_ value: JSONValue, _ number: Int, _ evaluated: inout Evaluated) -> Bool {
    guard mayGoOn(after: 1) else { return false }
    level += 1
    defer { level -= 1 }
    guard level.isMultiple(of: Self.levelsOfStack) else { return meetsAll(of: number, value, &evaluated) }
    var deeper = Deeper(evaluator: self, evaluated: evaluated)
    FreshStack.go(on: &deeper) { $0.fits = $0.evaluator.meetsAll(of: number, value, &$0.evaluated) }
    (self, evaluated) = (deeper.evaluator, deeper.evaluated)
    return deeper.fits
  }

  private struct Deeper {
    var evaluator: SchemaEvaluator
    var evaluated: Evaluated
    var fits = false
  }

  private mutating func meetsAll(of number: Int, _ value: JSONValue, _ evaluated: inout Evaluated) -> Bool {
    let node = schema.nodes[number]
    let isEntering = scope.last != node.resource
    if isEntering { scope.append(node.resource) }
    defer { if isEntering { scope.removeLast() } }
    var own = Evaluated()
    var fits = true
    // What other keywords did not look at says nothing of a value that they refuse.
    for demand in node.demands where fits || !isSilent && !demand.asksForEvaluated {
      if !meets(demand, value, &own) { fits = false }
    }
    if fits, schema.tracksEvaluated { evaluated.formUnion(own) }
    return fits
  }

  private mutating func meets(_ demand: SchemaDemand, _ value: JSONValue, _ evaluated: inout Evaluated) -> Bool {
    switch demand {
    case .nothing: refuse(value, .nothing)
    case .types(let types): types.contains { $0.holds(value) } || refuse(value, .types(types))
    case .constants(let words, let all): isAmong(all, words, value)
    case .bound(let bound, let limit): isWithin(bound, limit, value)
    case .multiple(let divisor): isMultiple(of: divisor, value)
    case .size(let kind, let bound, let limit): isWithin(bound, limit, kind, value)
    case .pattern(let pattern): matches(pattern, value)
    case .uniqueItems: itemsDiffer(value)
    case .items(let first, let rest): itemsFit(first, rest, value, &evaluated)
    case .contains(let node, let least, let most, let marks): contains(node, least, most, marks, value, &evaluated)
    case .members(let members): membersFit(members, value, &evaluated)
    case .required(let keys): has(keys, value)
    case .dependentKeys(let dependencies): hasDependent(dependencies, value)
    case .dependentSchemas(let dependencies): fitsDependent(dependencies, value, &evaluated)
    case .memberNames(let node): namesFit(node, value)
    case .reference(let node): fits(value, node, &evaluated)
    case .dynamicReference(let name, let node): fits(value, target(of: name) ?? node, &evaluated)
    case .all(let nodes): fitsAll(nodes, value, &evaluated)
    case .any(let nodes): fitsAny(nodes, value, &evaluated)
    case .one(let nodes): fitsOne(nodes, value, &evaluated)
    case .not(let node): fitsNot(node, value)
    case .condition(let condition, let then, let otherwise):
      fitsCondition(condition, then, otherwise, value, &evaluated)
    case .unevaluatedItems(let node): restOfItemsFits(node, value, &evaluated)
    case .unevaluatedMembers(let node): restOfMembersFits(node, value, &evaluated)
    }
  }

  /// The outermost resource that has a dynamic anchor of this name decides.
  private func target(of name: String) -> Int? {
    scope.lazy.compactMap { [schema] in schema.dynamicAnchors[$0][name] }.first
  }
}

// MARK: - Refusing

extension SchemaEvaluator {
  /// Notes a mistake, unless only yes or no is asked for, and answers false.
  mutating func refuse(_ value: JSONValue, _ expectation: @autoclosure () -> SchemaExpectation) -> Bool {
    guard !isSilent, mistakes.count < Self.mostMistakes else { return false }
    mistakes.append(SchemaMistake(location: location, expectation: expectation(), value: value))
    return false
  }

  mutating func refuse(with others: [SchemaMistake]) -> Bool {
    if !isSilent { mistakes += others.prefix(Self.mostMistakes - mistakes.count) }
    return false
  }

  /// Whether work is left to do; the test of an answer that is too deep or too costly is given up.
  mutating func mayGoOn(after newSteps: Int) -> Bool {
    steps += newSteps
    guard surrender == nil else { return false }
    if steps > mostSteps {
      surrender = SchemaMistake(location: location, expectation: .leastSteps(mostSteps), value: .null)
    } else if level >= Self.mostLevels {
      surrender = SchemaMistake(location: location, expectation: .leastLevels(Self.mostLevels), value: .null)
    }
    return surrender == nil
  }

  /// The canonical bytes of a value; nil when the test has been given up.
  mutating func canonical(_ value: JSONValue) -> [UInt8]? {
    let canonical = value.canonical
    return mayGoOn(after: canonical.count / Self.bytesOfStep) ? canonical : nil
  }

  /// Whether a pattern matches somewhere; the test is given up with the search.
  mutating func isFound(_ pattern: SchemaPattern, in text: String) -> Bool {
    guard mayGoOn(after: Self.stepsOfPattern) else { return false }
    let finding = pattern.search(text)
    if finding == .givenUp {
      surrender = SchemaMistake(location: location, expectation: .endOfSearch(pattern.text), value: .string(text))
    }
    return finding == .found
  }
}

// MARK: - Asking without consequences

extension SchemaEvaluator {
  /// What keeps a value from a node, apart from all mistakes so far; nil when it fits.
  mutating func attempt(_ value: JSONValue, _ node: Int, _ evaluated: inout Evaluated) -> [SchemaMistake]? {
    let before = mistakes
    defer { mistakes = before }
    mistakes = []
    return fits(value, node, &evaluated) ? nil : mistakes
  }

  /// Yes or no, without a word.
  mutating func quietlyFits(_ value: JSONValue, _ node: Int, _ evaluated: inout Evaluated) -> Bool {
    let before = isSilent
    defer { isSilent = before }
    isSilent = true
    return fits(value, node, &evaluated)
  }

  /// Whether a part of the value fits a node.
  mutating func partFits(_ step: JSONLocation.Step, _ value: JSONValue, _ node: Int) -> Bool {
    location.steps.append(step)
    defer { location.steps.removeLast() }
    var evaluated = Evaluated()
    return fits(value, node, &evaluated)
  }
}
