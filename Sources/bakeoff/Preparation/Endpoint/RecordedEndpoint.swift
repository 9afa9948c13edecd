internal import Benchmark
internal import Harness

/// The endpoint of a recorded run.
///
/// A run's folder may come from anywhere. It says where its requests went, but not where a key of this person goes:
/// that is theirs to say, by `--endpoint` or BAKEOFF_ENDPOINT, except for OpenRouter's own key.
struct RecordedEndpoint: Sendable {
  let endpoint: Endpoint
  private let options: EndpointOptions
  private let run: String

  /// - Throws: `Failure` where it cannot be asked, or the options name another.
  init(of record: RunRecord, _ options: EndpointOptions) throws {
    (self.options, run) = (options, record.id)
    guard let recorded = record.endpoints.first else {
      throw Failure(.badData, "The run \(record.id) names no endpoint.")
    }
    do {
      endpoint = try RecordedEndpoint.endpoint(recorded, options)
    } catch {
      throw Failure(.badData, "The run \(record.id) names an endpoint that cannot be asked. \(error)")
    }
    if options.url != nil, try options.endpoint(environment: [:]).base != endpoint.base {
      throw Failure(
        .usage,
        "The run \(record.id) is recorded at \(endpoint.base), and goes on there: leave '--endpoint' out, or "
          + "begin a new run.")
    }
  }

  /// At OpenRouter its rules hold, on what may be paid for among them, unless the person says otherwise.
  private static func endpoint(_ recorded: EndpointRecord, _ options: EndpointOptions) throws -> Endpoint {
    var endpoint = try Endpoint(recorded.baseURL, dialect: Endpoint.Dialect(rawValue: recorded.dialect))
    if endpoint.origin == .openRouter { endpoint.dialect = options.dialect ?? .openrouter }
    return endpoint
  }

  /// The key to send there, or nil where none is needed.
  ///
  /// - Throws: `Failure`.
  func key(by finder: KeyFinder) throws -> APIKey? {
    let key = try finder.key(for: endpoint, variable: options.keyVariable)
    guard key == nil || mayTakeKey(in: finder.environment) else {
      throw Failure(
        .usage,
        "The run \(run) is recorded at \(endpoint.base), but a recorded run does not decide where a key goes. If "
          + "this key is meant for that server, give '--endpoint \(endpoint.base)' too.")
    }
    return key
  }

  private func mayTakeKey(in environment: [String: String]) -> Bool {
    if endpoint.origin == .openRouter, [nil, KeyFinder.openRouterVariable].contains(options.keyVariable) {
      return true
    }
    guard options.url != nil || EndpointOptions.url(in: environment) != nil else { return false }
    return (try? options.endpoint(environment: environment).origin) == endpoint.origin
  }
}
