/// Finds what an author of a schema took for a keyword: to JSON Schema it says nothing, so that every value would pass.
enum SchemaSpelling {
  /// Keywords that ask for something.
  private static let demanding = [
    "type", "enum", "const", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength",
    "maxLength", "pattern", "items", "prefixItems", "additionalItems", "unevaluatedItems", "minItems", "maxItems",
    "uniqueItems", "contains", "minContains", "maxContains", "properties", "patternProperties", "additionalProperties",
    "unevaluatedProperties", "propertyNames", "required", "minProperties", "maxProperties", "dependentRequired",
    "dependentSchemas", "dependencies", "allOf", "anyOf", "oneOf", "not", "if", "then", "else", "$ref", "$dynamicRef",
    "$defs", "definitions",
  ]

  /// What says something to people or to other tools.
  private static let telling: Set<String> = [
    "$schema", "$id", "$anchor", "$dynamicAnchor", "$vocabulary", "$comment", "title", "description", "default",
    "examples", "example", "deprecated", "readOnly", "writeOnly", "format", "contentEncoding", "contentMediaType",
    "contentSchema", "nullable", "discriminator", "xml", "externalDocs", "propertyOrdering", "id", "note", "notes",
  ]

  /// A problem for each key that is nearly a keyword, and for each schema that has none at all.
  static func problems(in schema: JSONValue) -> [SchemaProblem] {
    let draft = (try? SchemaDraft.named(in: schema, assuming: .draft2020)) ?? .draft2020
    var problems: [SchemaProblem] = []
    var waiting = [(location: JSONLocation(), schema: schema)]
    while let (location, schema) = waiting.popLast() {
      guard case .object(let members) = schema else { continue }
      problems += self.problems(of: members, at: location)
      for (steps, inner) in SchemaKeyword.inside(members, draft) {
        waiting.append((JSONLocation(location.steps + steps), inner))
      }
    }
    return problems
  }

  private static func problems(of members: [String: JSONValue], at location: JSONLocation) -> [SchemaProblem] {
    let strange = members.keys.sorted().filter {
      !demanding.contains($0) && !telling.contains($0) && !$0.hasPrefix("x-")
    }
    let misspelt = strange.compactMap { key in nearest(to: key).map { (key, $0) } }
    if misspelt.isEmpty, !strange.isEmpty, strange.count == members.count {
      let keys = strange.shown(joinedBy: "and")
      let message = "none of its keys (\(keys)) is a keyword of JSON Schema, so that every value fits"
      return [SchemaProblem(location: location, message: message)]
    }
    return misspelt.map { key, keyword in
      let message = "\(key.doublyQuotedExcerpt) is no keyword of JSON Schema; did you mean \"\(keyword)\"?"
      return SchemaProblem(location: location, message: message)
    }
  }

  /// Short words are near each other by chance.
  private static func nearest(to key: String) -> String? {
    let most = key.unicodeScalars.count < 6 ? 1 : 2
    return EditDistance.nearest(to: key, among: demanding).flatMap {
      EditDistance.between(key, and: $0) <= most ? $0 : nil
    }
  }
}
