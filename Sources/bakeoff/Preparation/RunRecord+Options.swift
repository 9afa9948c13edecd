internal import Benchmark
internal import Harness

extension RunRecord {
  /// A run that nobody has begun: its id is empty.
  init(
    _ suite: SuiteFile, at endpoint: Endpoint, contestants: [Entrant], overrides: Parameters,
    pacing: PacingOptions, in context: Context
  ) {
    let rate = pacing.rate.map(\.rate) ?? RunRecord.usualRate(for: contestants.map(\.model), at: endpoint)
    self.init(
      id: "", created: context.clock.wall, tool: context.tool, suite: suite.suite, suiteSource: suite.source,
      endpoints: [
        EndpointRecord(
          name: endpoint.name, baseURL: endpoint.base, dialect: endpoint.dialect.rawValue, rate: rate?.description)
      ],
      contestants: contestants.map {
        Contestant(name: $0.name, model: $0.model, endpoint: endpoint.name, parameters: $0.parameters)
      }, overrides: overrides,
      repetitions: pacing.repetitions, warmUps: pacing.warmUps, streams: pacing.streams, http2: pacing.http2,
      concurrency: pacing.concurrency, deadlines: pacing.deadlines, retries: pacing.retries,
      seed: pacing.orderSeed ?? context.random() >> 11)
  }

  /// OpenRouter's free tier is paced by default; a server of one's own is not.
  private static func usualRate(for models: [String], at endpoint: Endpoint) -> RequestRate? {
    let drawsOnFreeTier = models.contains(where: Lineup.isFree)
    return endpoint.dialect == .openrouter && drawsOnFreeTier && !endpoint.origin.isLoopback ? .openRouterFree : nil
  }

  /// What the first endpoint is limited to by us; nil for no limit.
  var rate: RequestRate? { endpoints.first?.rate.flatMap(RequestRate.init) }
}
