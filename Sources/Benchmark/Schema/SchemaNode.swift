/// One schema, compiled: what it demands of a value.
///
/// Schemas inside it are named by their numbers.
struct SchemaNode: Sendable {
  /// The number of the resource (a schema with an `$id`, or the whole) that it belongs to.
  var resource: Int
  /// In the order of testing: what asks for the others' findings comes last.
  var demands: [SchemaDemand]
}

/// What one or a few keywords of a schema ask for.
enum SchemaDemand: Sendable {
  /// `false`: nothing fits.
  case nothing
  case types([JSONType])
  /// `const` and `enum`: one of these, in words and in canonical bytes.
  case constants([String], Set<[UInt8]>)
  case bound(NumberBound, JSONValue)
  case multiple(of: JSONValue)
  case size(SizeKind, SizeBound, Int)
  case pattern(SchemaPattern)
  case uniqueItems
  case items(first: [Int], rest: Int?)
  /// `marks`: what it finds counts as evaluated.
  case contains(Int, least: Int, most: Int?, marks: Bool)
  case members(SchemaMembers)
  case required([String])
  /// Keys that must be there beside another.
  case dependentKeys([String: [String]])
  case dependentSchemas([String: Int])
  case memberNames(Int)
  case reference(Int)
  /// Leads to the outermost resource with a dynamic anchor of this name, else to the node.
  case dynamicReference(String, Int)
  case all([Int])
  case any([Int])
  case one([Int])
  case not(Int)
  case condition(if: Int, then: Int?, else: Int?)
  case unevaluatedItems(Int)
  case unevaluatedMembers(Int)
}

enum NumberBound: String, CaseIterable, Sendable {
  case minimum, maximum, exclusiveMinimum, exclusiveMaximum
}

enum SizeBound: Sendable {
  case least, most
}

/// What is counted.
enum SizeKind: String, Sendable {
  case character, item, key
}

/// `properties`, `patternProperties` and `additionalProperties`: the last is for what the others leave.
struct SchemaMembers: Sendable {
  var named: [String: Int] = [:]
  var patterned: [(pattern: SchemaPattern, node: Int)] = []
  var others: Int?
}

extension SchemaDemand {
  var asksForEvaluated: Bool {
    switch self {
    case .unevaluatedItems, .unevaluatedMembers: true
    default: false
    }
  }

  /// The schemas that it holds against the same value, and not against a part of it.
  var inPlace: [Int] {
    switch self {
    case .reference(let node), .dynamicReference(_, let node), .not(let node): [node]
    case .all(let nodes), .any(let nodes), .one(let nodes): nodes
    case .condition(let condition, let then, let otherwise): [condition] + [then, otherwise].compactMap(\.self)
    case .dependentSchemas(let nodes): nodes.values.sorted()
    default: []
    }
  }
}
