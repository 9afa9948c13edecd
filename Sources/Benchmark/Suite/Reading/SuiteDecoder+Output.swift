extension SuiteDecoder {
  /// `false`, or the structure that a prompt's answers are asked to have.
  mutating func outputForm(_ element: SuiteElement?) -> OutputForm? {
    if case .bool(false)? = element?.node.kind { return .free }
    return output(element).map(OutputForm.structured)
  }

  /// A schema in the short form, or an object with one.
  mutating func output(_ element: SuiteElement?) -> StructuredOutput? {
    guard let element else { return nil }
    if case .string = element.node.kind { return schema(element).map { StructuredOutput(schema: $0) } }
    guard case .object = element.node.kind else {
      report(.wrongType(found: element.node.noun, expected: "a schema's short form or an object"), at: element)
      return nil
    }
    guard let fields = fields(element, in: .output) else { return nil }
    let place = required("schema", of: fields, in: .output, at: element)
    let name = wireName(fields["name"], of: "schema")
    let send: StructuredOutput.Way? = word(fields["send"], "way to ask for a structure")
    let accept: JSONAnswer.Acceptance? = word(fields["accept"], "word for what may stand around JSON")
    let strict = bool(fields["strict"])
    return place.flatMap { schema($0) }.map {
      StructuredOutput(schema: $0, name: name, send: send, strict: strict, accept: accept)
    }
  }

  /// A JSON Schema, as JSON in its author's order: inline, in a file beside the suite, or in the short form.
  mutating func schema(_ element: SuiteElement) -> String? {
    guard value(element) != nil else { return nil }
    let isFile = isFileReference(element)
    let file = isFile ? text(element) : nil
    if isFile, file == nil { return nil }
    do {
      let schema = try file.map(Self.json) ?? Self.schema(in: element.node)
      try Self.check(schema)
      return schema
    } catch {
      let reason = "\(error)".replacing("\n", with: "; ")
      report(.pattern(element.string(of: "file") ?? element.node.value.text, reason: reason), at: element)
      return nil
    }
  }

  /// - Throws: Everything that is wrong with a schema.
  private static func check(_ schema: String) throws(SchemaFault) {
    let value = JSONReader.read(Array(schema.utf8)).root?.value ?? .null
    _ = try JSONSchema(compiling: value)
    let problems = SchemaSpelling.problems(in: value)
    guard problems.isEmpty else { throw SchemaFault(problems: problems) }
  }

  private static func schema(in node: JSONNode) throws(SchemaShortForm.Fault) -> String {
    if case .string(let text) = node.kind { try SchemaShortForm(text).schema } else { node.json }
  }

  /// What is wrong with a file's JSON, and where.
  private struct FileProblem: Error, CustomStringConvertible {
    let description: String
  }

  private static func json(_ text: String) throws(FileProblem) -> String {
    let bytes = Array(text.utf8)
    let reading = JSONReader.read(bytes)
    guard let problem = reading.problems.first else { return reading.root?.json ?? "" }
    let place = SourceText(bytes).place(of: problem.offset)
    throw FileProblem(description: "line \(place.line), column \(place.column): \(problem.fault.message)")
  }
}
