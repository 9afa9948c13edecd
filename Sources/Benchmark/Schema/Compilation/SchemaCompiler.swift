/// Makes nodes of a schema: finds what it names, then compiles whatever can be reached from the top.
struct SchemaCompiler {
  /// The schema, and the metaschemas that it refers to.
  var documents: [JSONValue]
  /// Of every schema that has been found.
  var scopes: [SchemaPlace: SchemaScope] = [:]
  /// Where the schema stands that a URI names.
  var resources: [String: SchemaPlace] = [:]
  /// How many resources there are.
  var resourceCount = 0
  var anchors: [SchemaAnchor: SchemaPlace] = [:]
  var dynamicAnchors: [SchemaAnchor: SchemaPlace] = [:]
  /// The numbers given so far, and what was given them.
  var numbers: [SchemaPlace: Int] = [:]
  var places: [SchemaPlace] = []
  var problems: [SchemaProblem] = []
  let draft: SchemaDraft

  init(_ schema: JSONValue, draft: SchemaDraft) {
    documents = [schema]
    self.draft = draft
  }

  mutating func compile() throws(SchemaFault) -> JSONSchema {
    find(in: 0, base: "", draft)
    var nodes: [SchemaNode] = []
    _ = number(of: SchemaPlace(document: 0, location: JSONLocation()))
    // Compiling one schema gives numbers to those that it names.
    while nodes.count < places.count { nodes.append(node(at: places[nodes.count])) }
    reportCircles(among: nodes)
    guard problems.isEmpty else { throw SchemaFault(problems: problems) }
    return JSONSchema(nodes: nodes, dynamicAnchors: numberedAnchors)
  }

  mutating func report(_ message: String, at place: SchemaPlace) {
    problems.append(SchemaProblem(location: place.location, message: message))
  }

  /// The number of the schema that stands there.
  mutating func number(of place: SchemaPlace) -> Int {
    if let number = numbers[place] { return number }
    numbers[place] = places.count
    places.append(place)
    return places.count - 1
  }

  func value(at place: SchemaPlace) -> JSONValue? {
    documents[place.document].value(at: place.location)
  }

  private var numberedAnchors: [[String: Int]] {
    var named = Array(repeating: [String: Int](), count: resourceCount)
    for (anchor, place) in dynamicAnchors {
      if let number = numbers[place], let scope = scopes[place] { named[scope.resource][anchor.name] = number }
    }
    return named
  }

  private mutating func node(at place: SchemaPlace) -> SchemaNode {
    let scope = scopes[place] ?? SchemaScope(base: "", resource: 0, draft: draft)
    switch value(at: place) {
    case .object(let members)?:
      return SchemaNode(resource: scope.resource, demands: demands(of: SchemaSource(members, place, scope)))
    case .bool(false)?: return SchemaNode(resource: scope.resource, demands: [.nothing])
    default: return SchemaNode(resource: scope.resource, demands: [])
    }
  }
}

/// A schema that is an object, as it stands in its document.
struct SchemaSource {
  let members: [String: JSONValue]
  let place: SchemaPlace
  let scope: SchemaScope

  init(_ members: [String: JSONValue], _ place: SchemaPlace, _ scope: SchemaScope) {
    self.members = members
    self.place = place
    self.scope = scope
  }
}
