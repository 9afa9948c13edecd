extension SchemaCompiler {
  /// Finds every schema of a document with the names that it has: `$id`, `$anchor`, `$dynamicAnchor`.
  mutating func find(in document: Int, base: String, _ draft: SchemaDraft) {
    let scope = SchemaScope(base: base, resource: resourceCount, draft: draft)
    resourceCount += 1
    let place = SchemaPlace(document: document, location: JSONLocation())
    resources[base] = place
    find(from: place, scope)
  }

  /// Goes on from a schema, which is in this scope unless it opens one of its own.
  mutating func find(from place: SchemaPlace, _ scope: SchemaScope) {
    var waiting = [(place, scope)]
    while let (place, outer) = waiting.popLast() {
      guard case .object(let members)? = value(at: place) else {
        scopes[place] = outer
        continue
      }
      let scope = self.scope(of: members, at: place, in: outer)
      scopes[place] = scope
      name(members, at: place, scope)
      for (steps, _) in SchemaKeyword.inside(members, scope.draft) {
        waiting.append((steps.reduce(place) { $0.appending($1) }, scope))
      }
    }
  }

  /// The scope inside a schema: a new one when it has an id.
  private mutating func scope(
    of members: [String: JSONValue], at place: SchemaPlace, in outer: SchemaScope
  ) -> SchemaScope {
    guard case .string(let id)? = members["$id"] else { return outer }
    let isRoot = place.location.steps.isEmpty
    var draft = outer.draft
    if !isRoot, case .string(let uri)? = members["$schema"] { draft = SchemaDraft(uri: uri) ?? draft }
    // In draft 7 nothing beside a reference counts, and an id of a fragment alone is an anchor.
    if draft == .draft7, members["$ref"] != nil || id.hasPrefix("#") { return outer }
    let base = URIReference(id).resolved(against: URIReference(outer.base)).document
    resources[base] = place
    if isRoot { return SchemaScope(base: base, resource: outer.resource, draft: draft) }
    resourceCount += 1
    return SchemaScope(base: base, resource: resourceCount - 1, draft: draft)
  }

  private mutating func name(_ members: [String: JSONValue], at place: SchemaPlace, _ scope: SchemaScope) {
    switch scope.draft {
    case .draft7:
      guard members["$ref"] == nil, case .string(let id)? = members["$id"] else { return }
      if let name = URIReference(id).fragment, !name.isEmpty { set(name, of: place, scope) }
    case .draft2020:
      if case .string(let name)? = members["$anchor"] { set(name, of: place, scope) }
      guard case .string(let name)? = members["$dynamicAnchor"] else { return }
      set(name, of: place, scope)
      dynamicAnchors[SchemaAnchor(document: scope.base, name: name)] = place
    }
  }

  private mutating func set(_ name: String, of place: SchemaPlace, _ scope: SchemaScope) {
    anchors[SchemaAnchor(document: scope.base, name: name)] = place
  }
}
