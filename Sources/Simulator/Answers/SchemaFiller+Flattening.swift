extension SchemaFiller {
  /// A schema with what it refers to, and one of each of its choices, put into it; null, if that is one and it is deep.
  mutating func flat(_ schema: JSON, patience: Int, isDeep: Bool) -> JSON {
    guard patience > 0, effort > 0, case .object = schema else { return schema }
    effort -= 1
    var flattened = schema
    if let target = schema["$ref"]?.text.flatMap(target) {
      flattened = flattened.joined(with: flat(target, patience: patience - 1, isDeep: isDeep))
    }
    for part in schema["allOf"]?.elements ?? [] {
      flattened = flattened.joined(with: flat(part, patience: patience - 1, isDeep: isDeep))
    }
    for key in ["anyOf", "oneOf"] {
      let options = (schema[key]?.elements ?? []).map { flat($0, patience: patience - 1, isDeep: isDeep) }
      let nothing = options.first { $0["type"] == "null" }
      let substantial = options.filter { $0["type"] != "null" }
      let option = isDeep ? nothing ?? dice.pick(substantial) : dice.pick(substantial) ?? nothing
      if let option { flattened = flattened.joined(with: option) }
    }
    return flattened
  }

  /// Where a reference within the schema leads.
  private func target(of reference: String) -> JSON? {
    guard reference.hasPrefix("#") else { return nil }
    return reference.dropFirst().split(separator: "/").reduce(root as JSON?) { place, step in
      let key = String(step).replacing("~1", with: "/").replacing("~0", with: "~")
      if let elements = place?.elements {
        return Int(key).flatMap { elements.indices.contains($0) ? elements[$0] : nil }
      }
      return place?[key]
    }
  }

  /// The type that is named, of several the first that is not null unless it is deep; else the one that the other
  /// words are about.
  func type(of schema: JSON, isDeep: Bool) -> String {
    if let name = schema["type"]?.text { return name }
    let names = (schema["type"]?.elements ?? []).compactMap(\.text)
    if isDeep, names.contains("null") { return "null" }
    if let name = names.first(where: { $0 != "null" }) ?? names.first { return name }
    return Self.tellingWords.first { schema[$0.word] != nil }?.type ?? "string"
  }

  private static let tellingWords: [(word: String, type: String)] = [
    ("properties", "object"), ("required", "object"), ("items", "array"), ("prefixItems", "array"),
    ("minItems", "array"), ("contains", "array"), ("multipleOf", "number"), ("minimum", "number"),
    ("maximum", "number"), ("exclusiveMinimum", "number"), ("exclusiveMaximum", "number"),
  ]
}

extension JSON {
  /// A whole number is written as one.
  init(_ number: Double) {
    self = number.rounded() == number && abs(number) < 1e15 ? .integer(Int(number)) : .number(number)
  }

  /// Two schemas at once: properties and required keys of both, of all else what the second says.
  fileprivate func joined(with other: JSON) -> JSON {
    guard case .object(let mine) = self, case .object(let theirs) = other else { return self }
    var fields = mine
    for field in theirs {
      guard let index = fields.firstIndex(where: { $0.key == field.key }) else {
        fields.append(field)
        continue
      }
      fields[index].value = fields[index].value.united(with: field.value, under: field.key)
    }
    return .object(fields)
  }

  private func united(with other: JSON, under key: String) -> JSON {
    switch key {
    case "properties": joined(with: other)
    case "required": .array((elements ?? []) + (other.elements ?? []).filter { elements?.contains($0) == false })
    default: other
    }
  }

  /// Whether the value is of a type of JSON Schema.
  func isOf(type: String) -> Bool {
    switch self {
    case .null: type == "null"
    case .bool: type == "boolean"
    case .integer: type == "integer" || type == "number"
    case .number: type == "number"
    case .string: type == "string"
    case .array: type == "array"
    case .object: type == "object"
    }
  }
}
