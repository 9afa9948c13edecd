extension SuiteDecoder {
  mutating func tools(_ element: SuiteElement?) -> [Tool]? {
    var names: Set<String> = []
    return list(element) { decoder, element in
      guard let tool = decoder.tool(element) else { return nil }
      if !names.insert(tool.name).inserted { decoder.report(.duplicateName(tool.name, "tool"), at: element) }
      return tool
    }
  }

  private mutating func tool(_ element: SuiteElement) -> Tool? {
    if let function = members(element)?["function"] {
      report(
        .foreignForm(
          of: "a tool", remedy: "Write what its 'function' holds in its place: name, description, parameters, strict."),
        at: element)
      return Tool(name: function.string(of: "name") ?? "")
    }
    guard let fields = fields(element, in: .tool) else { return nil }
    let name = wireName(required("name", of: fields, in: .tool, at: element), of: "tool")
    return Tool(
      name: name ?? "", description: text(fields["description"]),
      parameters: object(fields["parameters"]).map(JSONValue.object),
      strict: bool(fields["strict"]), results: list(fields["results"]) { $0.toolResult($1) } ?? [])
  }

  /// Servers take letters, digits, `_` and `-`, 64 at the most.
  mutating func wireName(_ element: SuiteElement?, of noun: String) -> String? {
    guard let element, let name = string(element) else { return nil }
    let isPlain = name.utf8.allSatisfy { byte in
      let character = Character(Unicode.Scalar(byte))
      return character.isASCII && (character.isLetter || character.isNumber) || "_-".contains(character)
    }
    if !isPlain || !(1...64).contains(name.utf8.count) { report(.wireName(name, of: noun), at: element) }
    return name
  }

  private mutating func toolResult(_ element: SuiteElement) -> Tool.Result? {
    guard let fields = fields(element, in: .toolResult) else { return nil }
    let when = object(fields["when"])
    guard let place = required("result", of: fields, in: .toolResult, at: element) else { return nil }
    let result = isFileReference(place) ? text(place).map(JSONValue.string) : value(place)
    return result.map { Tool.Result(when: when.map(JSONValue.object), result: $0) }
  }
}
