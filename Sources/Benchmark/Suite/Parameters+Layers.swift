extension Parameters {
  /// These settings where `other` is silent, and those of `other` everywhere else.
  ///
  /// `extra` and `provider` are merged key by key.
  package func overridden(by other: Parameters) -> Parameters {
    var result = other
    result.system = other.system ?? system
    if other.tokenLimit == nil { (result.maxTokens, result.maxCompletionTokens) = (maxTokens, maxCompletionTokens) }
    result.temperature = other.temperature ?? temperature
    result.topP = other.topP ?? topP
    result.topK = other.topK ?? topK
    result.minP = other.minP ?? minP
    result.frequencyPenalty = other.frequencyPenalty ?? frequencyPenalty
    result.presencePenalty = other.presencePenalty ?? presencePenalty
    result.repetitionPenalty = other.repetitionPenalty ?? repetitionPenalty
    result.seed = other.seed ?? seed
    result.stop = other.stop ?? stop
    result.reasoning = other.reasoning ?? reasoning
    result.provider = Self.merged(provider, other.provider)
    result.requireParameters = other.requireParameters ?? requireParameters
    result.toolChoice = other.toolChoice ?? toolChoice
    result.parallelToolCalls = other.parallelToolCalls ?? parallelToolCalls
    result.extra = Self.merged(extra, other.extra)
    return result
  }

  /// The most tokens of an answer, by whichever name.
  package var tokenLimit: Int? { maxTokens ?? maxCompletionTokens }

  private static func merged(
    _ these: [String: JSONValue]?, _ others: [String: JSONValue]?
  ) -> [String: JSONValue]? {
    guard let these, let others else { return others ?? these }
    return these.merging(others) { _, other in other }
  }

  /// What it adds to the body of a request, by the names of the fields; the system prompt is a message.
  package var fields: [String: JSONValue] {
    named.merging(extra ?? [:]) { _, extra in extra }
  }

  /// Which of some layers gave each setting, by its field, by `provider.…` or as `system`; later layers win.
  package static func sources(in layers: [(name: String, parameters: Parameters)]) -> [String: String] {
    var sources: [String: String] = [:]
    for layer in layers {
      var fields = layer.parameters.fields
      for preference in layer.parameters.routing ?? [:] { sources["provider.\(preference.key)"] = layer.name }
      if layer.parameters.provider != nil || layer.parameters.requireParameters != nil { fields["provider"] = nil }
      if layer.parameters.system != nil { sources["system"] = layer.name }
      if layer.parameters.tokenLimit != nil {
        for key in [CodingKeys.maxTokens, .maxCompletionTokens] { sources[key.rawValue] = nil }
      }
      for field in fields { sources[field.key] = layer.name }
    }
    return sources
  }

  /// The fields that have a key of their own in a suite.
  private var named: [String: JSONValue] {
    var fields: [CodingKeys: JSONValue] = [:]
    fields[.maxTokens] = maxTokens.map(JSONValue.integer)
    fields[.maxCompletionTokens] = maxCompletionTokens.map(JSONValue.integer)
    fields[.temperature] = temperature.map(JSONValue.number)
    fields[.topP] = topP.map(JSONValue.number)
    fields[.topK] = topK.map(JSONValue.integer)
    fields[.minP] = minP.map(JSONValue.number)
    fields[.frequencyPenalty] = frequencyPenalty.map(JSONValue.number)
    fields[.presencePenalty] = presencePenalty.map(JSONValue.number)
    fields[.repetitionPenalty] = repetitionPenalty.map(JSONValue.number)
    fields[.seed] = seed.map(JSONValue.integer)
    fields[.stop] = stop.map { .array($0.map(JSONValue.string)) }
    fields[.reasoning] = reasoning.map(JSONValue.object)
    fields[.provider] = routing.map(JSONValue.object)
    fields[.toolChoice] = toolChoice
    fields[.parallelToolCalls] = parallelToolCalls.map(JSONValue.bool)
    return Dictionary(uniqueKeysWithValues: fields.map { ($0.key.rawValue, $0.value) })
  }

  /// The provider preferences with the demand that all parameters are known.
  private var routing: [String: JSONValue]? {
    guard let requireParameters else { return provider }
    return (provider ?? [:]).merging(["require_parameters": .bool(requireParameters)]) { _, demanded in demanded }
  }
}
