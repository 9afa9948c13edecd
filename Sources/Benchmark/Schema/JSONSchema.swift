/// A JSON Schema (draft 2020-12 or draft 7), compiled once for any number of values.
///
/// `format` and `content…` are annotations and refuse nothing, as both drafts have it by default. Nothing is fetched:
/// a reference leads into the schema itself or to the metaschema of a draft.
package struct JSONSchema: Sendable {
  /// By number; the first is the schema itself.
  let nodes: [SchemaNode]
  /// The nodes that `$dynamicAnchor` names, for each resource.
  let dynamicAnchors: [[String: Int]]
  /// Whether it asks anywhere what other keywords have looked at.
  let tracksEvaluated: Bool

  init(nodes: [SchemaNode], dynamicAnchors: [[String: Int]]) {
    self.nodes = nodes
    self.dynamicAnchors = dynamicAnchors
    tracksEvaluated = nodes.contains { $0.demands.contains(where: \.asksForEvaluated) }
  }

  /// Compiles a schema; one that names no draft in `$schema` is read as the one that is assumed.
  ///
  /// - Throws: Everything that is wrong with the schema.
  package init(compiling schema: JSONValue, assuming draft: SchemaDraft = .draft2020) throws(SchemaFault) {
    let named = try SchemaDraft.named(in: schema, assuming: draft)
    let problems = named.metaschema.mistakes(in: schema).map { SchemaProblem($0) }
    guard problems.isEmpty else { throw SchemaFault(problems: problems) }
    var compiler = SchemaCompiler(schema, draft: named)
    self = try compiler.compile()
  }

  /// Compiles a schema that is written as JSON.
  ///
  /// - Throws: Everything that is wrong with the schema.
  package init(json: String) throws(SchemaFault) {
    try self.init(compiling: JSONReader.read(Array(json.utf8)).root?.value ?? .null)
  }

  /// Where a value departs from the schema; empty when it fits.
  ///
  /// There are at most `SchemaEvaluator.mostMistakes`, those of an object's members in the order of their keys.
  /// `steps` is how much work the test may be: some schemas try exponentially many ways, and then the only mistake is a
  /// surrender, which says that the test was given up. A value of 100,000 parts takes half a million steps, and these take a second.
  package func mistakes(in value: JSONValue, steps: Int = 1_000_000) -> [SchemaMistake] {
    var evaluator = SchemaEvaluator(schema: self, mostSteps: steps)
    return evaluator.mistakes(in: value)
  }
}
