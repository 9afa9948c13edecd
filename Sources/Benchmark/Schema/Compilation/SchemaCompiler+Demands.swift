extension SchemaCompiler {
  /// What a schema asks for.
  ///
  /// The metaschema has seen that its keywords are of the right types.
  mutating func demands(of source: SchemaSource) -> [SchemaDemand] {
    if source.scope.draft == .draft7, source.members["$ref"] != nil { return references(in: source) }
    return values(in: source) + numbers(in: source) + sizes(in: source) + patterns(in: source) + items(in: source)
      + members(in: source) + logic(in: source) + references(in: source) + unevaluated(in: source)
  }

  /// The number of the schema that a keyword holds.
  private mutating func inner(_ keyword: String, of source: SchemaSource) -> Int? {
    guard let schema = source.members[keyword], schema.isSchema else { return nil }
    return number(of: source.place.appending(.key(keyword)))
  }

  private mutating func innerList(_ keyword: String, of source: SchemaSource) -> [Int]? {
    guard case .array(let schemas)? = source.members[keyword] else { return nil }
    return schemas.indices.map { number(of: source.place.appending(.key(keyword), .index($0))) }
  }

  private mutating func innerMap(_ keyword: String, of source: SchemaSource) -> [String: Int]? {
    guard case .object(let schemas)? = source.members[keyword] else { return nil }
    return Dictionary(
      uniqueKeysWithValues: schemas.keys.sorted().map { key in
        (key, number(of: source.place.appending(.key(keyword), .key(key))))
      })
  }

  private func values(in source: SchemaSource) -> [SchemaDemand] {
    var demands: [SchemaDemand] = []
    switch source.members["type"] {
    case .string(let name)?: demands.append(.types([JSONType(rawValue: name)].compactMap(\.self)))
    case .array(let names)?: demands.append(.types(names.compactMap { $0.word.flatMap(JSONType.init(rawValue:)) }))
    default: break
    }
    if case .array(let values)? = source.members["enum"] { demands.append(.constants(values)) }
    if let value = source.members["const"] { demands.append(.constants([value])) }
    return demands
  }

  private func numbers(in source: SchemaSource) -> [SchemaDemand] {
    let bounds = NumberBound.allCases.compactMap { bound in
      source.members[bound.rawValue].map { SchemaDemand.bound(bound, $0) }
    }
    return bounds + [source.members["multipleOf"].map { .multiple(of: $0) }].compactMap(\.self)
  }

  private func sizes(in source: SchemaSource) -> [SchemaDemand] {
    let keywords: [(String, SizeKind, SizeBound)] = [
      ("minLength", .character, .least), ("maxLength", .character, .most),
      ("minItems", .item, .least), ("maxItems", .item, .most),
      ("minProperties", .key, .least), ("maxProperties", .key, .most),
    ]
    return keywords.compactMap { keyword, kind, bound in
      source.members[keyword]?.count.map { .size(kind, bound, $0) }
    }
  }

  private mutating func patterns(in source: SchemaSource) -> [SchemaDemand] {
    guard case .string(let text)? = source.members["pattern"] else { return [] }
    return [pattern(text, at: source.place.appending(.key("pattern"))).map { .pattern($0) }].compactMap(\.self)
  }

  private mutating func pattern(_ text: String, at place: SchemaPlace) -> SchemaPattern? {
    do throws(CheckPattern.Fault) {
      return try SchemaPattern(text)
    } catch {
      report("the pattern \(text.doublyQuotedExcerpt) does not compile: \(error.reason.excerpt(300))", at: place)
      return nil
    }
  }

  private mutating func items(in source: SchemaSource) -> [SchemaDemand] {
    let isDraft7 = source.scope.draft == .draft7
    let first = innerList(isDraft7 ? "items" : "prefixItems", of: source)
    // In draft 7 the rest of the items has a keyword of its own beside a list.
    let rest = inner(isDraft7 && first != nil ? "additionalItems" : "items", of: source)
    var demands: [SchemaDemand] = []
    if first != nil || rest != nil { demands.append(.items(first: first ?? [], rest: rest)) }
    if let node = inner("contains", of: source) {
      let counts = isDraft7 ? [:] : source.members
      demands.append(
        .contains(
          node, least: counts["minContains"]?.count ?? 1, most: counts["maxContains"]?.count, marks: !isDraft7))
    }
    if source.members["uniqueItems"] == .bool(true) { demands.append(.uniqueItems) }
    return demands
  }

  private mutating func members(in source: SchemaSource) -> [SchemaDemand] {
    var demands: [SchemaDemand] = []
    if let keys = source.members["required"]?.texts { demands.append(.required(keys)) }
    let named = innerMap("properties", of: source)
    let patterned = patternedMembers(in: source)
    let others = inner("additionalProperties", of: source)
    if named != nil || patterned != nil || others != nil {
      demands.append(.members(SchemaMembers(named: named ?? [:], patterned: patterned ?? [], others: others)))
    }
    if let names = inner("propertyNames", of: source) { demands.append(.memberNames(names)) }
    return demands + dependencies(in: source)
  }

  private mutating func patternedMembers(in source: SchemaSource) -> [(pattern: SchemaPattern, node: Int)]? {
    guard let schemas = innerMap("patternProperties", of: source) else { return nil }
    return schemas.sorted { $0.key < $1.key }.compactMap { text, node in
      pattern(text, at: source.place.appending(.key("patternProperties"), .key(text))).map { ($0, node) }
    }
  }

  /// Draft 7 has one keyword for both, which later drafts let stand.
  private mutating func dependencies(in source: SchemaSource) -> [SchemaDemand] {
    let isDraft7 = source.scope.draft == .draft7
    var demands: [SchemaDemand] = []
    for keyword in isDraft7 ? ["dependencies"] : ["dependentRequired", "dependentSchemas", "dependencies"] {
      guard case .object(let members)? = source.members[keyword] else { continue }
      demands.append(.dependentKeys(members.compactMapValues(\.texts)))
      let keys = members.filter(\.value.isSchema).keys.sorted()
      let schemas = keys.map { ($0, number(of: source.place.appending(.key(keyword), .key($0)))) }
      demands.append(.dependentSchemas(Dictionary(uniqueKeysWithValues: schemas)))
    }
    return demands
  }

  private mutating func logic(in source: SchemaSource) -> [SchemaDemand] {
    var demands: [SchemaDemand] = []
    if let nodes = innerList("allOf", of: source) { demands.append(.all(nodes)) }
    if let nodes = innerList("anyOf", of: source) { demands.append(.any(nodes)) }
    if let nodes = innerList("oneOf", of: source) { demands.append(.one(nodes)) }
    if let node = inner("not", of: source) { demands.append(.not(node)) }
    if let condition = inner("if", of: source) {
      demands.append(.condition(if: condition, then: inner("then", of: source), else: inner("else", of: source)))
    }
    return demands
  }

  private mutating func references(in source: SchemaSource) -> [SchemaDemand] {
    var demands: [SchemaDemand] = []
    if case .string(let reference)? = source.members["$ref"],
      let place = target(of: reference, from: source, "$ref")
    {
      demands.append(.reference(number(of: place)))
    }
    if source.scope.draft == .draft2020, case .string(let reference)? = source.members["$dynamicRef"],
      let place = target(of: reference, from: source, "$dynamicRef")
    {
      demands.append(dynamicReference(reference, to: place))
    }
    return demands
  }

  /// Only a reference to a dynamic anchor is dynamic; then every anchor of its name may be where it leads.
  private mutating func dynamicReference(_ reference: String, to place: SchemaPlace) -> SchemaDemand {
    let node = number(of: place)
    guard let name = URIReference(reference).fragment,
      let base = scopes[place]?.base, dynamicAnchors[SchemaAnchor(document: base, name: name)] == place
    else { return .reference(node) }
    let others = dynamicAnchors.filter { $0.key.name == name }.sorted { $0.key.document < $1.key.document }
    for (_, place) in others { _ = number(of: place) }
    return .dynamicReference(name, node)
  }

  private mutating func unevaluated(in source: SchemaSource) -> [SchemaDemand] {
    guard source.scope.draft == .draft2020 else { return [] }
    let items = inner("unevaluatedItems", of: source).map { SchemaDemand.unevaluatedItems($0) }
    let members = inner("unevaluatedProperties", of: source).map { SchemaDemand.unevaluatedMembers($0) }
    return [items, members].compactMap(\.self)
  }
}

extension SchemaDemand {
  fileprivate static func constants(_ values: [JSONValue]) -> SchemaDemand {
    .constants(values.map(\.shown), Set(values.map(\.canonical)))
  }
}

extension JSONValue {
  fileprivate var word: String? {
    if case .string(let text) = self { text } else { nil }
  }

  fileprivate var texts: [String]? {
    if case .array(let items) = self { items.compactMap(\.word) } else { nil }
  }

  /// A number of things; beyond what an `Int` holds it is as good as the largest.
  fileprivate var count: Int? {
    switch self {
    case .integer(let value): value
    case .wideInteger: .max
    case .number(let value): Int(exactly: value) ?? .max
    default: nil
    }
  }
}
