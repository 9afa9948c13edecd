internal import Benchmark

/// A provider of promptfoo's as a contestant.
struct PromptfooProvider {
  /// How providers are called there, and how OpenRouter calls their models; the first that fits counts.
  private static let makers: [(prefix: String, maker: String)] = [
    ("openrouter:", ""),
    ("openai:chat:", "openai/"), ("openai:responses:", "openai/"), ("openai:completion:", "openai/"),
    ("openai:", "openai/"),
    ("anthropic:messages:", "anthropic/"), ("anthropic:completion:", "anthropic/"), ("anthropic:", "anthropic/"),
    ("google:", "google/"), ("vertex:", "google/"), ("mistral:", "mistralai/"), ("deepseek:", "deepseek/"),
    ("xai:", "x-ai/"), ("cohere:", "cohere/"), ("perplexity:", "perplexity/"),
  ]

  /// Settings under their names there and here.
  private static let settings: [(foreign: [String], ours: String)] = [
    (["max_tokens", "max_completion_tokens", "max_output_tokens", "maxOutputTokens"], "max_tokens"),
    (["temperature"], "temperature"), (["top_p", "topP"], "top_p"), (["top_k", "topK"], "top_k"), (["min_p"], "min_p"),
    (["frequency_penalty"], "frequency_penalty"), (["presence_penalty"], "presence_penalty"),
    (["repetition_penalty"], "repetition_penalty"), (["seed"], "seed"), (["stop"], "stop"),
    (["reasoning", "reasoning_effort"], "reasoning"), (["provider"], "provider"), (["tool_choice"], "tool_choice"),
    (["parallel_tool_calls"], "parallel_tool_calls"), (["passthrough", "extra_body"], "extra"),
  ]

  /// The model's id at OpenRouter; nil for what is no model there.
  static func model(of id: String) -> String? {
    guard let (prefix, maker) = makers.first(where: { id.hasPrefix($0.prefix) }) else { return nil }
    let name = id.dropFirst(prefix.count)
    return name.isEmpty || ["embedding:", "image:", "assistant:", "realtime:"].contains { name.hasPrefix($0) }
      ? nil : maker + name
  }

  /// The same, with a note where OpenRouter may call the model otherwise.
  static func model(of id: String, at place: ForeignValue, _ log: ImportLog) -> String? {
    let model = model(of: id)
    if let model { noteName(model, of: id, at: place, log) }
    return model
  }

  private static func noteName(_ model: String, of id: String, at place: ForeignValue, _ log: ImportLog) {
    if id.hasPrefix("openrouter:") { return }
    log.note(
      "\(id.quotedExcerpt()) became \(model.quotedExcerpt()), as OpenRouter may call it: see 'bakeoff models'.",
      at: place)
  }

  /// The contestant, or nil where another program or endpoint would answer.
  static func contestant(_ value: ForeignValue, _ log: ImportLog) -> OrderedJSON? {
    if let id = value.string { return contestant(id, at: value, name: nil, config: nil, log) }
    guard var fields = ForeignObject(value) else {
      log.note("This is no provider, and is left out.", at: value)
      return nil
    }
    if let id = fields.take("id") {
      let name = fields.take("label")?.string
      let config = fields.take("config")
      if let transform = fields.take("transform"), transform.string.map(PromptfooTransform.init) != .nothing {
        log.note(
          "\((id.string ?? "").quotedExcerpt()) is left out: a program ('transform') makes its answers what is checked. To "
            + "have it checked as it answers, name it with '-m'.", at: transform)
        return nil
      }
      for (key, rest) in fields.rest { log.note("A provider's '\(key.excerpt())' is not carried over.", at: rest) }
      return contestant(id.string ?? "", at: id, name: name, config: config, log)
    }
    guard fields.rest.count == 1, let (id, options) = fields.rest.first, options.members != nil else {
      log.note("A provider without an id is left out.", at: value)
      return nil
    }
    return contestant(id, at: options, name: nil, config: options["config"], log)
  }

  private static func contestant(
    _ id: String, at place: ForeignValue, name: String?, config: ForeignValue?, _ log: ImportLog
  ) -> OrderedJSON? {
    guard let model = model(of: id) else {
      log.note(
        "\(id.quotedExcerpt()) is left out: it is no model of OpenRouter. A model of another server is named on the "
          + "command line, with '--endpoint URL -m MODEL'.", at: place)
      return nil
    }
    noteName(model, of: id, at: place, log)
    if let objection = Objection.to(contestant: ["model": .string(model)]) {
      log.note("\(id.quotedExcerpt()) is left out. \(objection)", at: place)
      return nil
    }
    var name = name
    if let label = name, let objection = Objection.to(contestant: ["name": .string(label), "model": .string(model)]) {
      log.note("The label is left out. \(objection)", at: place)
      name = nil
    }
    let parameters = config.map { settings(in: $0, log) } ?? []
    return .fields(
      ("name", name.map(OrderedJSON.string)), ("model", .string(model)),
      ("parameters", parameters.isEmpty ? nil : .object(parameters)))
  }

  /// Its settings as a suite calls them; what it has beyond that goes to the log.
  static func settings(in config: ForeignValue, _ log: ImportLog) -> [OrderedJSON.Member] {
    guard var fields = ForeignObject(config) else { return [] }
    var parameters: [OrderedJSON.Member] = []
    for (foreign, ours) in settings {
      for name in foreign {
        guard let value = fields.take(name) else { continue }
        let parameter = OrderedJSON.Member(key: ours, value: ours == "extra" ? extra(value, log) : value.json)
        if let objection = Objection.to(parameter: parameter) {
          log.note("'\(name)' is left out. \(objection)", at: value)
        } else {
          parameters.append(parameter)
        }
        break
      }
    }
    for (key, value) in fields.rest { log.note(sentence(about: key), at: value) }
    return parameters
  }

  /// Further fields of the request, without those that a suite says in another way.
  private static func extra(_ value: ForeignValue, _ log: ImportLog) -> OrderedJSON {
    guard let members = value.members else { return value.json }
    let kept = members.filter { key, value in
      guard let remedy = Parameters.reservedInExtra[key] else { return true }
      log.note("'\(key)' is left out. \(remedy)", at: value)
      return false
    }
    return .object(kept.map { OrderedJSON.Member(key: $0.key, value: $0.value.json) })
  }

  /// What is said of a setting that is left out; its value may be a secret and is never quoted.
  private static func sentence(about key: String) -> String {
    switch key {
    case "apiKey", "apiKeyEnvar", "headers", "organization":
      "'\(key)' is left out: keys stand in no suite. Name the key's variable with '--api-key-env NAME'."
    case "apiBaseUrl", "apiHost", "basePath": "'\(key)' is left out: give '--endpoint URL' to 'bakeoff run'."
    case "tools", "functions": "'\(key)' is left out: write them as the suite's 'tools'."
    case "response_format": "'\(key)' is left out: write its schema as the suite's 'output'."
    default: "The setting '\(key.excerpt())' is not carried over."
    }
  }
}
