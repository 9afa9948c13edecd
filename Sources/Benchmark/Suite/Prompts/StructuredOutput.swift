/// The structure that answers are asked to have, and are held to.
package struct StructuredOutput: Codable, Hashable, Sendable {
  /// How a server or a model is asked for it.
  package enum Way: String, Codable, CaseIterable, Sendable {
    /// The best of the others that the catalogue says the model knows; the first where it says nothing.
    case auto
    case jsonSchema = "json_schema"
    /// JSON of any kind is asked of the server, the schema of the model, in words.
    case jsonObject = "json_object"
    /// The model alone is asked, in words.
    case instruction
    /// Nobody is asked: the prompt says all.
    case nothing
  }

  /// A JSON Schema as JSON, in its author's order: models answer in the order that they are shown.
  package var schema: String
  /// Nil: `answer`.
  package var name: String?
  /// Nil: `auto`.
  package var send: Way?
  /// Whether the server is to hold the model to the schema; nil: where it is of the form that servers take for that.
  package var strict: Bool?
  /// What may stand around the JSON; nil: nothing.
  package var accept: JSONAnswer.Acceptance?

  package init(
    schema: String, name: String? = nil, send: Way? = nil, strict: Bool? = nil,
    accept: JSONAnswer.Acceptance? = nil
  ) {
    self.schema = schema
    self.name = name
    self.send = send
    self.strict = strict
    self.accept = accept
  }
}

// MARK: - Asking for it

extension StructuredOutput {
  /// How a contestant is asked whose catalogue entry leaves `known`, the way that it knows; never `auto`.
  package func way(where known: Way?) -> Way {
    let way = send ?? .auto
    return way == .auto ? known ?? .jsonSchema : way
  }

  /// The request's `response_format`, as JSON; nil where the server is not asked.
  package func responseFormat(by way: Way) -> String? {
    switch way {
    case .auto, .jsonSchema:
      #"{"type":"json_schema","json_schema":{"name":\#(JSONText.quoted(name ?? "answer")),"#
        + #""strict":\#(strict ?? isStrict),"schema":\#(schema)}}"#
    case .jsonObject: #"{"type":"json_object"}"#
    case .instruction, .nothing: nil
    }
  }

  /// What the system message adds; nil where the model is not asked in words.
  package func instruction(by way: Way) -> String? {
    guard way == .jsonObject || way == .instruction else { return nil }
    return "Answer with JSON alone, without a code fence and without a word around it. It must fit this JSON Schema:\n"
      + schema
  }

  /// Servers hold a model to schemas whose objects are closed and whose members are all required; they refuse others.
  private var isStrict: Bool {
    JSONReader.read(Array(schema.utf8)).root?.value.isStrictSchema ?? false
  }
}

extension JSONValue {
  fileprivate var isStrictSchema: Bool {
    switch self {
    case .array(let values): values.allSatisfy(\.isStrictSchema)
    case .object(let members): members.values.allSatisfy(\.isStrictSchema) && Self.isClosed(members)
    default: true
    }
  }

  private static func isClosed(_ schema: [String: JSONValue]) -> Bool {
    guard case .object(let properties)? = schema["properties"] else { return schema["type"] != .string("object") }
    guard case .array(let required)? = schema["required"] else { return properties.isEmpty }
    return schema["additionalProperties"] == .bool(false)
      && Set(required) == Set(properties.keys.map(JSONValue.string))
  }
}

// MARK: - Holding an answer to it

extension StructuredOutput {
  package enum Finding: Hashable, Sendable {
    /// It fits, once this is taken off around it.
    case fits(stripped: [JSONAnswer.Wrapping])
    /// In words, for people.
    case fails(String)
    /// It is JSON, and whether it fits cannot be told; why not, in words.
    case unknown(String)
  }

  private static let mostMistakes = 3

  /// What an answer is that was to have the structure.
  package func examine(_ answer: String) -> Finding {
    do {
      let json = try JSONAnswer(in: answer, accepting: accept ?? .plain)
      let mistakes = try JSONSchema(json: schema).mistakes(in: json.value)
      if let mistake = mistakes.first, mistake.isSurrender { return .unknown("\(mistake)".excerpt(300)) }
      return mistakes.isEmpty ? .fits(stripped: json.stripped) : .fails(Self.words(for: mistakes))
    } catch let fault as JSONAnswer.Fault {
      return .fails(fault.words(remedy: "'accept': 'fenced' in the suite's 'output' takes it off"))
    } catch {
      return .unknown("the schema does not compile: \(error)".excerpt(300))
    }
  }

  private static func words(for mistakes: [SchemaMistake]) -> String {
    let more = mistakes.count - mostMistakes
    return mistakes.prefix(mostMistakes).map { "\($0)".excerpt(200) }.joined(separator: "; ")
      + (more > 0 ? " and \(more) more mistakes" : "")
  }
}
