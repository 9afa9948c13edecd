internal import Benchmark
internal import Harness

extension RunRecord {
  /// A run that nobody has begun: its id is empty.
  init(
    _ suite: SuiteFile, named name: String? = nil, at endpoint: Endpoint, contestants: [ContestantSpec],
    sampling: SamplingOptions = SamplingOptions(),
    pacing: PacingOptions, in context: Context
  ) {
    let rate = pacing.rate.map(\.rate) ?? RunRecord.usualRate(for: contestants.map(\.model), at: endpoint)
    self.init(
      id: "", name: name, created: context.clock.wall, tool: context.tool, suite: suite.suite,
      suiteSource: suite.source,
      endpoints: [
        EndpointRecord(
          name: endpoint.name, baseURL: endpoint.base, dialect: endpoint.dialect.rawValue, rate: rate?.description)
      ],
      contestants: contestants.map {
        Contestant(name: $0.name, model: $0.model, endpoint: endpoint.name, parameters: $0.parameters)
      }, overrides: sampling.parameters,
      repetitions: pacing.repetitions, warmUps: pacing.warmUps, streams: pacing.streams, http2: pacing.http2,
      concurrency: pacing.concurrency, deadlines: pacing.deadlines, retries: pacing.retries,
      seed: pacing.orderSeed ?? context.random() >> 11,
      freshPrompts: sampling.freshPrompts(context.random))
  }

  private static func usualRate(for models: [String], at endpoint: Endpoint) -> RequestRate? {
    models.contains(where: CatalogueCheck.isFree) ? endpoint.usualFreeRate : nil
  }

  /// What the first endpoint is limited to by us; nil for no limit.
  var rate: RequestRate? { endpoints.first?.rate.flatMap(RequestRate.init) }
}

extension Endpoint {
  /// How fast its free models are asked where nobody says otherwise; nil for no limit.
  ///
  /// OpenRouter's tier is paced wherever its rules hold, also behind a proxy on this machine.
  var usualFreeRate: RequestRate? { dialect == .openrouter ? .openRouterFree : nil }
}
