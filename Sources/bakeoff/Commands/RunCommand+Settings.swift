internal import Benchmark
internal import Harness

extension RunCommand {
  /// The command line that would plan a recorded run again.
  init(repeating record: RunRecord) {
    models = record.contestants.map(\.name)
    endpoint.url = record.endpoints.first?.baseURL
    endpoint.dialect = record.endpoints.first.flatMap { Endpoint.Dialect(rawValue: $0.dialect) }
    sampling = SamplingOptions(repeating: record)
    pacing = PacingOptions(repeating: record)
  }

  /// Everything that decides what a run sends and how, in words that can be compared.
  var settings: [(name: String, value: String)] {
    [
      ("endpoint", (try? endpoint.endpoint(environment: [:]).base) ?? endpoint.url ?? ""),
      ("dialect", (try? endpoint.endpoint(environment: [:]).dialect.rawValue) ?? ""),
      ("max-tokens", RunCommand.text(sampling.maxTokens)), ("temperature", RunCommand.text(sampling.temperature)),
      ("seed", RunCommand.text(sampling.seed)), ("system", RunCommand.text(sampling.system)),
      ("set", sampling.others.isEmpty ? "nothing" : JSONValue.object(sampling.others).json),
      ("fresh-prompts", sampling.isFresh ? "on" : "off"), ("repetitions", "\(pacing.repetitions)"),
      ("warmup", "\(pacing.warmUps)"),
      ("concurrency", "\(pacing.concurrency)"), ("rate", pacing.rate?.argument ?? "off"),
      ("order-seed", RunCommand.text(pacing.orderSeed)), ("connect-timeout", pacing.connect.argument),
      ("first-token-timeout", pacing.firstToken.argument), ("gap-timeout", pacing.gap.argument),
      ("timeout", pacing.total.argument), ("retries", "\(pacing.retries)"),
      ("streaming", pacing.streams ? "on" : "off"),
      ("http2", pacing.http2 ? "on" : "off"), ("models", models.joined(separator: ", ")),
    ]
  }

  private static func text(_ value: (some Any)?) -> String { value.map { "\($0)" } ?? "not set" }
}

extension SamplingOptions {
  /// What has options of its own.
  private static let named = ["max_tokens", "temperature", "seed"]

  fileprivate init(repeating record: RunRecord) {
    let overrides = record.overrides
    self.init(
      maxTokens: overrides.maxTokens, temperature: overrides.temperature, seed: overrides.seed,
      system: overrides.system)
    settings = overrides.settings.filter { !Self.named.contains($0.key) }.map {
      SettingOption(names: [$0.key], value: $0.value)
    }
    isFresh = record.freshPrompts != nil
  }

  /// The settings that have no option of their own.
  fileprivate var others: [String: JSONValue] { parameters.fields.filter { !Self.named.contains($0.key) } }
}

extension Parameters {
  /// The fields under the keys that a suite has for them.
  fileprivate var settings: [String: JSONValue] {
    var settings = fields.filter { extra?[$0.key] == nil }
    settings[CodingKeys.extra.rawValue] = extra.map(JSONValue.object)
    return settings
  }
}

extension PacingOptions {
  fileprivate init(repeating record: RunRecord) {
    repetitions = record.repetitions
    warmUps = record.warmUps
    concurrency = record.concurrency
    rate = RateOption(rate: record.rate)
    orderSeed = record.seed
    retries = record.retries ?? 0
    streams = record.streams
    http2 = record.http2
    let deadlines = record.deadlines
    connect = deadlines.connect.map(SpanOption.init(seconds:)) ?? connect
    firstToken = deadlines.firstToken.map(SpanOption.init(seconds:)) ?? firstToken
    gap = deadlines.gap.map(SpanOption.init(seconds:)) ?? gap
    total = deadlines.total.map(SpanOption.init(seconds:)) ?? total
  }
}
