extension SuiteDecoder {
  /// Foundation's encoder needs the stack for every level: some 200 fill that of a secondary thread of macOS (512 KiB).
  static let mostDepth = 64

  /// How hard a model is asked to think.
  private enum Effort: String, CaseIterable {
    case none, minimal, low, medium, high, xhigh
  }

  private enum ToolChoice: String, CaseIterable {
    case none, auto, required
  }

  mutating func parameters(_ element: SuiteElement?) -> Parameters {
    guard let fields = fields(element, in: .parameters) else { return Parameters() }
    var parameters = Parameters(
      system: text(fields["system"]), maxTokens: positive(fields["max_tokens"]), seed: integer(fields["seed"]),
      extra: extra(fields["extra"]))
    parameters.maxCompletionTokens = positive(fields["max_completion_tokens"])
    if parameters.maxTokens != nil, let other = fields["max_completion_tokens"] {
      report(.exclusiveKeys("max_completion_tokens", "max_tokens"), at: other)
    }
    addSampling(fields, to: &parameters)
    parameters.stop = stop(fields["stop"])
    parameters.reasoning = reasoning(fields["reasoning"])
    parameters.provider = object(fields["provider"])
    parameters.requireParameters = bool(fields["require_parameters"])
    parameters.toolChoice = toolChoice(fields["tool_choice"])
    parameters.parallelToolCalls = bool(fields["parallel_tool_calls"])
    return parameters
  }

  private mutating func addSampling(_ fields: [String: SuiteElement], to parameters: inout Parameters) {
    parameters.temperature = number(fields["temperature"], 0...2)
    parameters.topP = number(fields["top_p"], 0...1)
    parameters.minP = number(fields["min_p"], 0...1)
    parameters.frequencyPenalty = number(fields["frequency_penalty"], -2...2)
    parameters.presencePenalty = number(fields["presence_penalty"], -2...2)
    parameters.repetitionPenalty = number(fields["repetition_penalty"], 0...2)
    guard let place = fields["top_k"], let value = integer(place) else { return }
    if value < 0 { report(.outOfRange("\(value)", range: "0 or more"), at: place) }
    parameters.topK = value
  }

  private mutating func number(_ element: SuiteElement?, _ range: ClosedRange<Int>) -> Double? {
    guard let element, let value = number(element) else { return nil }
    if value < Double(range.lowerBound) || value > Double(range.upperBound) {
      report(.outOfRange("\(value)", range: "a number from \(range.lowerBound) to \(range.upperBound)"), at: element)
    }
    return value
  }

  /// A text or at most four.
  private mutating func stop(_ element: SuiteElement?) -> [String]? {
    guard let element else { return nil }
    if case .string(let text) = element.node.kind { return [text] }
    let texts = list(element) { $0.string($1) }
    if let texts, !(1...4).contains(texts.count) {
      report(.outOfRange("\(texts.count) texts", range: "1 to 4"), at: element)
    }
    return texts
  }

  /// A word, or the server's own object.
  private mutating func reasoning(_ element: SuiteElement?) -> [String: JSONValue]? {
    guard let element, case .string = element.node.kind else { return object(element) }
    let effort: Effort? = word(element, "reasoning effort")
    return effort.map { ["effort": .string($0.rawValue)] }
  }

  private mutating func toolChoice(_ element: SuiteElement?) -> JSONValue? {
    guard let element, case .string = element.node.kind else { return object(element).map(JSONValue.object) }
    let choice: ToolChoice? = word(element, "choice of tools")
    return choice.map { .string($0.rawValue) }
  }

  private mutating func extra(_ element: SuiteElement?) -> [String: JSONValue]? {
    guard let element, let members = members(element) else { return nil }
    for (key, member) in members {
      if let remedy = Parameters.reservedInExtra[key] { report(.reservedExtra(key, remedy: remedy), at: member) }
    }
    return object(element)
  }
}
