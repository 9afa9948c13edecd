extension SchemaEvaluator {
  mutating func has(_ keys: [String], _ value: JSONValue) -> Bool {
    guard case .object(let members) = value else { return true }
    let missing = keys.filter { members[$0] == nil }
    return missing.isEmpty || refuse(value, .keys(missing, beside: nil))
  }

  mutating func hasDependent(_ dependencies: [String: [String]], _ value: JSONValue) -> Bool {
    guard case .object(let members) = value else { return true }
    var has = true
    for (key, others) in dependencies.sorted(by: { $0.key < $1.key }) where members[key] != nil {
      let missing = others.filter { members[$0] == nil }
      if missing.isEmpty { continue }
      has = refuse(value, .keys(missing, beside: key))
    }
    return has
  }

  mutating func fitsDependent(
    _ dependencies: [String: Int], _ value: JSONValue, _ evaluated: inout Evaluated
  ) -> Bool {
    guard case .object(let members) = value else { return true }
    var fits = true
    for (key, node) in dependencies.sorted(by: { $0.key < $1.key }) where members[key] != nil {
      if !self.fits(value, node, &evaluated) { fits = false }
    }
    return fits
  }

  mutating func membersFit(_ schemas: SchemaMembers, _ value: JSONValue, _ evaluated: inout Evaluated) -> Bool {
    guard case .object(let members) = value else { return true }
    guard mayGoOn(after: members.count) else { return false }
    var fit = true
    var unknown: [String] = []
    for (key, member) in members.sorted(by: { $0.key < $1.key }) {
      guard fit || !isSilent else { break }
      let nodes = nodes(for: key, in: schemas)
      if nodes.isEmpty, let others = schemas.others {
        if schema.refusesAll(others) {
          unknown.append(key)
        } else if !partFits(.key(key), member, others) {
          fit = false
        }
      }
      for node in nodes where !partFits(.key(key), member, node) { fit = false }
      if schema.tracksEvaluated, !nodes.isEmpty || schemas.others != nil { evaluated.keys.insert(key) }
    }
    if unknown.isEmpty { return fit }
    let known = schemas.named.keys.sorted()
    return refuse(value, .noKeys(unknown, known: known, patterned: !schemas.patterned.isEmpty))
  }

  private mutating func nodes(for key: String, in schemas: SchemaMembers) -> [Int] {
    let named = schemas.named[key].map { [$0] } ?? []
    return named + schemas.patterned.filter { isFound($0.pattern, in: key) }.map(\.node)
  }

  mutating func namesFit(_ node: Int, _ value: JSONValue) -> Bool {
    guard case .object(let members) = value else { return true }
    var fit = true
    for key in members.keys.sorted() {
      var evaluated = Evaluated()
      guard let mistakes = attempt(.string(key), node, &evaluated) else { continue }
      fit = refuse(value, .name(key, mistakes: mistakes))
    }
    return fit
  }

  mutating func restOfMembersFits(_ node: Int, _ value: JSONValue, _ evaluated: inout Evaluated) -> Bool {
    guard case .object(let members) = value else { return true }
    let rest = members.filter { !evaluated.keys.contains($0.key) }.sorted { $0.key < $1.key }
    evaluated.keys.formUnion(rest.map(\.key))
    if schema.refusesAll(node), !rest.isEmpty {
      return refuse(value, .noKeys(rest.map(\.key), known: nil, patterned: false))
    }
    var fits = true
    for (key, member) in rest where fits || !isSilent {
      if !partFits(.key(key), member, node) { fits = false }
    }
    return fits
  }
}

extension JSONSchema {
  /// Whether a node is `false`.
  fileprivate func refusesAll(_ node: Int) -> Bool {
    if case .nothing? = nodes[node].demands.first { true } else { false }
  }
}
