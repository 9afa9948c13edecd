/// An edition of JSON Schema.
package enum SchemaDraft: String, CaseIterable, Sendable {
  case draft7 = "http://json-schema.org/draft-07/schema"
  case draft2020 = "https://json-schema.org/draft/2020-12/schema"

  /// The edition that a `$schema` names.
  init?(uri: String) {
    let document = URIReference(uri).document
    let host = document.split(separator: ":", maxSplits: 1).last
    guard let draft = Self.allCases.first(where: { $0.rawValue.split(separator: ":", maxSplits: 1).last == host })
    else { return nil }
    self = draft
  }

  /// The edition of a schema: the one that it names, or the one that is assumed.
  static func named(in schema: JSONValue, assuming draft: SchemaDraft) throws(SchemaFault) -> SchemaDraft {
    guard case .object(let members) = schema, case .string(let uri)? = members["$schema"] else { return draft }
    if let named = SchemaDraft(uri: uri) { return named }
    let problem = SchemaProblem(
      location: JSONLocation([.key("$schema")]),
      message: "\(uri.doublyQuotedExcerpt) is no edition of JSON Schema that is known here; "
        + "write \"\(draft2020.rawValue)\" or \"\(draft7.rawValue)#\"")
    throw SchemaFault(problems: [problem])
  }
}
