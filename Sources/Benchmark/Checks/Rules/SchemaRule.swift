/// The answer is JSON that fits a schema.
package struct SchemaRule: CheckRule {
  package static let kind = Check.Kind.schema
  package static let keys = CodingKeys.allCases.map(\.rawValue)

  /// A JSON Schema, or a text in the short form.
  package var schema: JSONValue
  package var fenced: Bool?

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case schema, fenced
  }

  package init?(_ place: CheckPlace, by decoder: inout SuiteDecoder) {
    guard let element = decoder.required("schema", of: place.fields, in: place.object, at: place.element) else {
      return nil
    }
    fenced = decoder.flag("fenced", in: place)
    guard let text = decoder.schema(element) else { return nil }
    schema =
      decoder.isFileReference(element)
      ? JSONReader.read(Array(text.utf8)).root?.value ?? .null : element.node.value
  }

  package var words: String { "is JSON that fits \(schema.shown)" + (fenced == true ? ", a code fence allowed" : "") }

  package func examine(_ input: CheckInput) -> Finding {
    let value: JSONValue
    do throws(JSONAnswer.Fault) {
      value = try JSONAnswer(in: input.answer, fenced: fenced == true).value
    } catch {
      return Finding(error, in: input.answer)
    }
    do throws(Fault) {
      let mistakes = try compiled().mistakes(in: value)
      if let mistake = mistakes.first, mistake.isSurrender { return Finding(unknown: "\(mistake)".excerpt(300)) }
      return Finding(mistakes.isEmpty, found: mistakes.isEmpty ? "it" : SchemaRule.shown(mistakes))
    } catch {
      return Finding(unknown: "the schema does not compile: \(error.reason.excerpt(300))")
    }
  }

  private static func shown(_ mistakes: [SchemaMistake]) -> String {
    let more = mistakes.count > 3 ? " and \(mistakes.count - 3) more mistakes" : ""
    return mistakes.prefix(3).map { "\($0)".excerpt(200) }.joined(separator: "; ") + more
  }

  private struct Fault: Error {
    let reason: String
  }

  private func compiled() throws(Fault) -> JSONSchema {
    do {
      guard case .string(let text) = schema else { return try JSONSchema(compiling: schema) }
      return try JSONSchema(json: SchemaShortForm(text).schema)
    } catch {
      throw Fault(reason: "\(error)")
    }
  }
}
