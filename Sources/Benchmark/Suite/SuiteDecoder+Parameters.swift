extension SuiteDecoder {
  /// What can be said in a better place than `extra`, or not at all, with what to do.
  private static let reserved: [String: String] = [
    "model": "The run decides it.",
    "messages": "They are made of 'system' and 'prompt'.",
    "stream": "The run decides it.",
    "stream_options": "The run decides them.",
    "max_tokens": "Write it beside 'extra'.",
    "temperature": "Write it beside 'extra'.",
    "seed": "Write it beside 'extra'.",
    "system": "Write it beside 'extra'.",
  ]

  /// Foundation's encoder needs the stack for every level: some 200 fill that of a secondary thread of macOS (512 KiB).
  private static let mostDepth = 64

  mutating func parameters(_ element: SuiteElement?) -> Parameters {
    guard let fields = fields(element, in: .parameters) else { return Parameters() }
    return Parameters(
      system: string(fields["system"]),
      maxTokens: maxTokens(fields["max_tokens"]),
      temperature: temperature(fields["temperature"]),
      seed: integer(fields["seed"]),
      extra: extra(fields["extra"]))
  }

  private mutating func maxTokens(_ element: SuiteElement?) -> Int? {
    guard let element, let value = integer(element) else { return nil }
    if value < 1 { report(.outOfRange("\(value)", range: "1 or more"), at: element) }
    return value
  }

  private mutating func temperature(_ element: SuiteElement?) -> Double? {
    guard let element, let value = number(element) else { return nil }
    if !(0...2).contains(value) { report(.outOfRange("\(value)", range: "a number from 0 to 2"), at: element) }
    return value
  }

  private mutating func number(_ element: SuiteElement?) -> Double? {
    take(element, "a number") { kind in
      switch kind {
      case .integer(let value): Double(value)
      case .number(let value): value
      default: nil
      }
    }
  }

  private mutating func extra(_ element: SuiteElement?) -> [String: JSONValue]? {
    guard let element, let members = members(element) else { return nil }
    guard element.node.depth <= Self.mostDepth else {
      report(.tooDeep(most: Self.mostDepth), at: element)
      return nil
    }
    for (key, member) in members {
      if let remedy = Self.reserved[key] { report(.reservedExtra(key, remedy: remedy), at: member) }
    }
    return members.mapValues(\.node.value)
  }
}
