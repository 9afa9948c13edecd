/// The schemas that schemas are held against: https://json-schema.org/draft-07/schema and
/// https://json-schema.org/draft/2020-12/schema with its vocabularies, without titles and comments.
enum Metaschema {
  /// A document of a draft's metaschema; nil when the URI names none.
  static func document(_ uri: String) -> (schema: JSONValue, draft: SchemaDraft)? {
    if uri == SchemaDraft.draft7.rawValue { return (value(of: draft7), .draft7) }
    guard uri.hasPrefix(home), let text = draft2020[String(uri.dropFirst(home.count))] else { return nil }
    return (value(of: text), .draft2020)
  }

  private static let home = "https://json-schema.org/draft/2020-12/"

  private static func value(of text: String) -> JSONValue {
    JSONReader.read(Array(text.utf8)).root?.value ?? .bool(true)
  }
}

extension SchemaDraft {
  /// What every schema of this draft fits; compiled when it is first asked for.
  var metaschema: JSONSchema {
    switch self {
    case .draft7: Self.compiled7
    case .draft2020: Self.compiled2020
    }
  }

  private static let compiled7 = draft7.compiledMetaschema
  private static let compiled2020 = draft2020.compiledMetaschema

  private var compiledMetaschema: JSONSchema {
    var compiler = SchemaCompiler(.object(["$ref": .string(rawValue)]), draft: self)
    return (try? compiler.compile()) ?? JSONSchema(nodes: [SchemaNode(resource: 0, demands: [])], dynamicAnchors: [[:]])
  }
}
