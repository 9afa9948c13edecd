import Benchmark
import Synchronization
import Testing
import Transport

@testable import Harness

/// A field that a server refuses is sent otherwise from then on, and no failure of the model.
@Suite(.timeLimit(.minutes(5))) struct AdaptationTests {
  private static let refusal = Exchange.response(
    #"{"error":{"message":"Unsupported parameter: 'max_tokens' is not supported with this model. "#
      + #"Use 'max_completion_tokens' instead.","param":"max_tokens","code":"unsupported_parameter"}}"#, status: 400)

  /// The run of two prompts to two models, one after the other; the first model gets these exchanges first.
  private func run(_ exchanges: [Exchange], retries: Int = 0) async throws -> (road: Road, run: Run) {
    var record = RunRecord.sample
    record.concurrency = 1
    record.suite.parameters.maxTokens = 50
    let sent = Mutex(0)
    let first = record.contestants[0].model
    let road = Road(record, retries: retries) { model, _ in
      guard model == first else { return .stream }
      return sent.withLock { sent in
        defer { sent += 1 }
        return sent < exchanges.count ? exchanges[sent] : .stream
      }
    }
    return (road, try await road.run().run)
  }

  private func bodies(_ road: Road, of model: String) -> [String] {
    road.requests.map { String(decoding: $0.body, as: UTF8.self) }.filter { $0.contains("\"\(model)\"") }
  }

  // SAD PATH

  @Test func `a server that refuses both limits on tokens is asked twice, and no more`() async throws {
    let both = Exchange.response(
      #"{"detail":[{"type":"extra_forbidden","loc":["body","max_completion_tokens"],"msg":"No extra inputs"}]}"#,
      status: 422)
    let (road, run) = try await run([Self.refusal, both])
    let first = run.attempts.filter { $0.contestant == road.record.contestants[0].name }
    #expect(first.map(\.outcome.kind) == [.http4xx, .http4xx, .ok])
    #expect(first[1].retry == nil)
  }

  @Test func `a refusal of something else is a failure like any other`() async throws {
    let other = Exchange.response(#"{"error":{"message":"max_tokens is too large: 50"}}"#, status: 400)
    let (_, run) = try await run([other])
    #expect(run.adaptations.isEmpty)
    #expect(run.attempts.count { $0.outcome.kind == .http4xx } == 1)
    #expect(run.attempts.count == 4)
  }

  // HAPPY PATH

  @Test func `max_completion_tokens is learned for the model alone, with the same value`() async throws {
    let (road, run) = try await run([Self.refusal])
    let models = road.record.contestants.map(\.model)
    #expect(bodies(road, of: models[0]).map { $0.contains(#""max_completion_tokens":50"#) } == [false, true, true])
    #expect(bodies(road, of: models[0]).map { $0.contains(#""max_tokens":50"#) } == [true, false, false])
    #expect(bodies(road, of: models[1]).allSatisfy { $0.contains(#""max_tokens":50"#) })
    #expect(run.trials.allSatisfy { $0.outcome == .ok })
  }

  @Test func `it is sent again at once, also without retries, and is told once`() async throws {
    let (road, run) = try await run([Self.refusal])
    let refused = try #require(run.attempts.first { $0.outcome.kind == .http4xx })
    #expect(refused.retry == RetryRecord(again: true, refusedField: "max_tokens"))
    #expect(run.adaptations.map(\.field) == ["max_tokens"])
    #expect(run.adaptations.map(\.replacement) == ["max_completion_tokens"])
    let told = road.events.compactMap { if case .adapted(let record) = $0 { record.sentence } else { nil } }
    let endpoint = road.record.endpoints.first?.name ?? ""
    #expect(
      told == [
        "\(road.record.contestants[0].model) at \(endpoint) does not take 'max_tokens': 'max_completion_tokens' is "
          + "sent in its place"
      ])
  }

  @Test func `what was refused for a field is no try of the retries`() async throws {
    let broken = Exchange.response("{}", status: 500)
    let (_, run) = try await run([Self.refusal, broken, broken], retries: 2)
    #expect(run.trials.allSatisfy { $0.outcome == .ok })
  }

  @Test func `a strict server is not asked to count tokens`() async throws {
    let strict = Exchange.response(
      #"{"error":{"message":"Unknown parameter: 'stream_options'.","param":"stream_options"}}"#, status: 400)
    let (road, run) = try await run([strict])
    #expect(
      bodies(road, of: road.record.contestants[0].model).map { $0.contains("stream_options") } == [true, false, false])
    #expect(run.adaptations.map(\.replacement) == [nil])
    #expect(run.trials.allSatisfy { $0.outcome == .ok })
  }
}
