import Benchmark
import Testing
import Wire

@testable import Harness

/// Sums that a run may not pass, and the prices they rest on.
@Suite(.timeLimit(.minutes(5))) struct CostTests {
  private func ended(cost: Double?, status: Int? = 200, sent: Bool = true) -> AttemptRecord {
    AttemptRecord(
      session: 0, trial: 0, prompt: "p", contestant: "m", repetition: 1, wall: "",
      timeline: Timeline(queued: 0, admitted: 0, sent: sent ? 1 : nil, ended: 2), status: status, requestedModel: "m",
      usage: cost.map { Usage(cost: $0) }, outcome: Outcome(.ok))
  }

  @Test func `nothing leaves that could pass the limit, and what was spent counts as what it cost`() async throws {
    let limit = CostLimit(limit: 2)
    limit.settle(try #require(await limit.admit(1)), ended(cost: 0.9))
    limit.settle(try #require(await limit.admit(1)), ended(cost: 0.2))
    #expect(await limit.admit(1) == nil)
    #expect(await limit.admit(0.9) != nil)
    #expect(
      limit.description == "another request could pass the limit of $2.00 ('--max-cost'); $1.10 are spent")
  }

  @Test func `what is in flight counts at its worst, and is waited for`() async throws {
    let limit = CostLimit(limit: 2)
    let first = try #require(await limit.admit(1.5))
    async let second = limit.admit(1.5)
    limit.settle(first, ended(cost: 0.5))
    limit.release(try #require(await second))
    #expect(await limit.admit(1.5) != nil)
  }

  @Test func `who waits for money is sent away when nothing leaves any more`() async throws {
    let limit = CostLimit(limit: 2)
    _ = try #require(await limit.admit(1.5))
    let waiter = Task { await limit.admit(1.5) }
    while limit.waiting == 0 { await Task.yield() }
    limit.close()
    #expect(await waiter.value == nil)
    #expect(await limit.admit(0) == nil)
  }

  @Test func `an answer that tells no cost has cost its worst, a refused request nothing`() async throws {
    let rows: [(AttemptRecord, Double)] = [
      (ended(cost: nil), 1.5), (ended(cost: nil, status: nil), 1.5), (ended(cost: nil, status: 429), 0),
      (ended(cost: nil, status: nil, sent: false), 0), (ended(cost: 0), 0), (ended(cost: 0.3), 0.3),
    ]
    for (attempt, spent) in rows {
      let limit = CostLimit(limit: 4, spent: 1)
      limit.settle(try #require(await limit.admit(1.5)), attempt)
      #expect(limit.description.hasSuffix("; \(Dollars.text(1 + spent)) are spent"))
    }
  }

  private var record: RunRecord {
    var record = RunRecord.sample
    record.contestants = ["paid/one", "paid/unknown", "a:free"].map {
      Contestant(name: $0, model: $0, endpoint: "host")
    }
    record.suite.prompts = [
      Prompt(id: "p", text: "12345678"),
      Prompt(id: "q", text: "12345678", parameters: Parameters(system: "1234", maxTokens: 100)),
    ]
    return record
  }

  private func prices(_ more: String = "") throws -> PriceList {
    let list = #"{"data":[{"id":"paid/one","pricing":{"prompt":"0.01","completion":"0.1"\#(more)}},"#
    return PriceList(try Catalogue.read(Array((list + #"{"id":"a:free"},{"id":"local"}]}"#).utf8)))
  }

  private func trial(_ prompt: Int, _ contestant: Int) -> Trial {
    Trial(number: 0, block: 0, prompt: prompt, contestant: contestant, repetition: 1)
  }

  @Test func `a request costs its prompt, its answer and what is asked for every request`() throws {
    #expect(try prices().likely(trial(1, 0), in: record) == 0.03 + 10)
    #expect(try prices().worst(trial(1, 0), in: record) == 0.12 + 10)
    #expect(try prices(#","request":"0.5""#).likely(trial(1, 0), in: record) == 0.5 + 0.03 + 10)
    #expect(try prices().likely(trial(0, 0), in: record) == 0.02 + 100)
    #expect(try prices(#"},"top_provider":{"max_completion_tokens":50"#).worst(trial(0, 0), in: record) == 0.08 + 5)
    #expect(try prices(#"},"context_length":80,"x":{"#).worst(trial(0, 0), in: record) == 0.08 + 8)
  }

  @Test func `a conversation's dearest request is its last, which says everything before it again`() throws {
    var record = record
    record.suite.prompts = [
      Prompt(
        id: "p", turns: ["1234", "5678", "9"].map { Turn(Content($0)) }, parameters: Parameters(maxTokens: 100))
    ]
    let said = record.suite.prompts[0].text.utf8.count
    #expect(try prices().worst(trial(0, 0), in: record) == Double(said + 200) * 0.01 + 10)
    // What a model's context does not hold is not sent to it.
    #expect(try prices(#"},"context_length":150,"x":{"#).worst(trial(0, 0), in: record) == 1.5 + 10)
    let likely = try #require(try prices().likely(trial(0, 0), in: record))
    #expect(abs(likely - (Double(said) / 4 * 3 + 300) * 0.01 - 30) < 1e-9)
  }

  @Test func `a request to a judge costs what it sent, and its answer`() throws {
    var request = AttemptRecord.sample
    (request.requestedModel, request.connection.bytesSent) = ("paid/one", 200)
    #expect(try prices().worst(of: request, maxTokens: 5) == 2.5)
    #expect(try prices().worst(of: request, maxTokens: nil) == nil)
    request.requestedModel = "a:free"
    #expect(try prices().worst(of: request, maxTokens: nil) == 0)
  }

  @Test func `what the catalogue does not tell is not known, and what is free costs nothing`() throws {
    #expect(try prices().worst(trial(0, 0), in: record) == nil)
    #expect(try prices().likely(trial(0, 1), in: record) == nil)
    #expect(try prices().worst(trial(0, 2), in: record) == 0)
    for (model, isPaid) in [("paid/one", true), ("a:free", false), ("openrouter/free", false)] {
      #expect(try prices().isPaid(model) == isPaid)
    }
    #expect(try prices().isPaid("local") == nil)
    #expect(try prices().isPaid("paid/one:nitro") == nil)
  }

  @Test func `sums are written so that none looks like nothing`() {
    let rows: [(Double, String)] = [
      (0, "$0.0000"), (0.00004, "less than $0.0001"), (0.0312, "$0.0312"), (0.99996, "$1.0000"), (1, "$1.00"),
      (12.345, "$12.35"), (1e15, "$1000000000000000.0"),
    ]
    for (sum, text) in rows { #expect(Dollars.text(sum) == text) }
  }
}
