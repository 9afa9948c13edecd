/// Keywords that hold schemas, by how they hold them.
enum SchemaKeyword {
  /// The schemas directly inside a schema, each with the way to it.
  static func inside(_ members: [String: JSONValue], _ draft: SchemaDraft) -> [(steps: [JSONLocation.Step], JSONValue)]
  {
    members.sorted { $0.key < $1.key }.flatMap { key, value -> [(steps: [JSONLocation.Step], JSONValue)] in
      switch value {
      case _ where single(draft).contains(key) && value.isSchema: [([.key(key)], value)]
      case .array(let items) where lists(draft).contains(key):
        items.enumerated().map { ([.key(key), .index($0)], $1) }
      case .object(let members) where maps(draft).contains(key):
        members.sorted { $0.key < $1.key }.map { ([.key(key), .key($0.key)], $0.value) }
      default: []
      }
    }
  }

  private static func single(_ draft: SchemaDraft) -> Set<String> {
    let common: Set = ["additionalProperties", "contains", "else", "if", "items", "not", "propertyNames", "then"]
    return switch draft {
    case .draft7: common.union(["additionalItems"])
    case .draft2020: common.union(["contentSchema", "unevaluatedItems", "unevaluatedProperties"])
    }
  }

  private static func lists(_ draft: SchemaDraft) -> Set<String> {
    ["allOf", "anyOf", "oneOf", draft == .draft7 ? "items" : "prefixItems"]
  }

  private static func maps(_ draft: SchemaDraft) -> Set<String> {
    let common: Set = ["definitions", "dependencies", "patternProperties", "properties"]
    return draft == .draft7 ? common : common.union(["$defs", "dependentSchemas"])
  }
}

extension JSONValue {
  /// An object or a boolean: what can be a schema.
  var isSchema: Bool {
    switch self {
    case .object, .bool: true
    default: false
    }
  }

  /// The value at the end of the way; nil when it leads nowhere.
  func value(at location: JSONLocation) -> JSONValue? {
    location.steps.reduce(JSONValue?(self)) { value, step in
      switch (value, step) {
      case (.object(let members)?, .key(let key)): members[key]
      case (.array(let items)?, .index(let index)) where items.indices.contains(index): items[index]
      default: nil
      }
    }
  }
}
