/// Something wrong with a schema itself.
package struct SchemaProblem: Hashable, Sendable {
  /// Where in the schema.
  package let location: JSONLocation
  /// What is wrong and what to do, without a capital and a full stop, so that it can follow a place.
  package let message: String
}

extension SchemaProblem {
  /// Where a schema departs from its metaschema.
  init(_ mistake: SchemaMistake) {
    let suggestion = mistake.nearest.map { "; did you mean \($0)?" } ?? ""
    self.init(
      location: mistake.location, message: "expected \(mistake.expected); found \(mistake.found)" + suggestion)
  }
}

extension SchemaProblem: CustomStringConvertible {
  package var description: String { "\(location): \(message)" }
}

/// All that is wrong with a schema.
package struct SchemaFault: Error, Hashable, CustomStringConvertible {
  package let problems: [SchemaProblem]

  package var description: String { problems.map(\.description).joined(separator: "\n") }
}
