import Benchmark
import Harness
import Testing
import Wire

/// Sums that a run may not pass, and the prices they rest on.
@Suite(.timeLimit(.minutes(1))) struct CostTests {
  private let trials = Plan(prompts: 4, contestants: 1, repetitions: 1, seed: 1).trials

  private func ended(_ trial: Trial, cost: Double?, status: Int? = 200, sent: Bool = true) -> AttemptRecord {
    AttemptRecord(
      session: 0, trial: trial.number, prompt: "p", contestant: "m", repetition: 1, wall: "",
      timeline: Timeline(queued: 0, admitted: 0, sent: sent ? 1 : nil, ended: 2), status: status, requestedModel: "m",
      usage: cost.map { Usage(cost: $0) }, outcome: Outcome(.ok))
  }

  private func limit(_ sum: Double, worst: Double = 1, earlier: [AttemptRecord] = []) -> CostLimit {
    CostLimit(limit: sum, worst: trials.map { _ in worst }, earlier: earlier)
  }

  @Test func `nothing leaves that could pass the limit, and what was spent counts as what it cost`() async {
    let limit = limit(2)
    #expect(await limit.admit(trials[0]))
    limit.settle(ended(trials[0], cost: 0.9))
    #expect(await limit.admit(trials[1]))
    limit.settle(ended(trials[1], cost: 0.2))
    #expect(await !limit.admit(trials[2]))
    #expect(
      limit.description == "another request could pass the limit of $2.00 ('--max-cost'); $1.10 are spent")
  }

  @Test func `what is in flight counts at its worst, and is waited for`() async {
    let limit = limit(2, worst: 1.5)
    #expect(await limit.admit(trials[0]))
    async let second = limit.admit(trials[1])
    limit.settle(ended(trials[0], cost: 0.5))
    #expect(await second)
    limit.release(trials[1])
    #expect(await limit.admit(trials[2]))
  }

  @Test func `an answer that tells no cost has cost its worst, a refused request nothing`() async {
    let rows: [(AttemptRecord, Bool)] = [
      (ended(trials[0], cost: nil), false), (ended(trials[0], cost: nil, status: nil), false),
      (ended(trials[0], cost: nil, status: 429), true), (ended(trials[0], cost: nil, status: nil, sent: false), true),
      (ended(trials[0], cost: 0), true),
    ]
    for (attempt, passes) in rows {
      #expect(await limit(1.5, earlier: [attempt]).admit(trials[1]) == passes)
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
