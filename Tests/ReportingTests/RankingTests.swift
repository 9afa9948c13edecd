import Benchmark
import Testing

@testable import Reporting

struct RankingTests {
  static func report(
    prompts: Int = 12, repetitions: Int = 1, models: [MadeModel], change: (inout AttemptRecord) -> Void = { _ in }
  ) -> Report {
    var run = MadeRun(prompts: prompts, repetitions: repetitions, models: models).run
    for index in run.attempts.indices { change(&run.attempts[index]) }
    return Report(run)
  }

  static let good = MadeModel(name: "good", skill: 100)
  static let bad = MadeModel(name: "bad", skill: 0)
  static let slow = MadeModel(name: "slow", firstToken: 5_000, perToken: 100, skill: 100)

  @Test func `no difference at all is a tie in the order given`() {
    let report = Self.report(models: [Self.good, MadeModel(name: "same", skill: 100)]) { attempt in
      attempt.timeline.sent = 0
      (attempt.timeline.firstToken, attempt.timeline.lastToken) = (1_000_000, 2_000_000)
    }
    #expect(report.summaries.map(\.contestant.name) == ["good", "same"])
    #expect(report.summaries[1].isTied)
    #expect(report.summaries[1].difference?.pValue == 1)
    #expect(SummaryTable(report).rows.map { $0[.rank] } == ["1", "~2"])
  }

  @Test func `checks passed come before speed`() {
    let report = Self.report(models: [Self.bad, Self.slow])
    #expect(report.summaries.map(\.contestant.name) == ["slow", "bad"])
    let difference = report.summaries[1].difference
    #expect(difference?.criterion == .passed)
    #expect(difference?.isClear == true)
    #expect(difference?.flips == McNemar(onlyFirst: 12, onlySecond: 0))
  }

  @Test func `with equal checks the faster is first, clearly`() {
    let report = Self.report(models: [Self.slow, Self.good])
    #expect(report.summaries.map(\.contestant.name) == ["good", "slow"])
    #expect(report.summaries[1].difference?.criterion == .latency)
    #expect(!report.summaries[1].isTied)
    #expect(report.notes.isEmpty)
    #expect((report.summaries[1].difference?.ratio?.estimate ?? 0) > 5)
  }

  @Test func `success decides where checks are equal`() {
    var broken = Self.bad
    broken.failure = MadeModel.Failure(kind: .http5xx, share: 100)
    let report = Self.report(models: [broken, Self.bad])
    #expect(report.summaries.map(\.succeeded.successes) == [12, 0])
    #expect(report.summaries[1].difference?.criterion == .succeeded)
  }

  @Test func `who answered nothing is last`() {
    var broken = Self.good
    broken.failure = MadeModel.Failure(kind: .network, share: 100)
    broken.name = "broken"
    #expect(Self.report(models: [broken, Self.bad, Self.slow]).summaries.map(\.contestant.name).last == "broken")
  }

  @Test(arguments: [(5, 6), (3, 6)]) func `too few prompts are said, with how many would do`(prompts: Int, needed: Int)
  {
    let report = Self.report(prompts: prompts, models: [Self.good, Self.bad])
    #expect(report.summaries[1].isTied)
    #expect(report.notes.contains(.tooFewPairs(have: prompts, needed: needed)))
    #expect(report.notes.contains(.aboutThesePromptsOnly))
    #expect(
      Note.tooFewPairs(have: 3, needed: 6).sentence
        == "3 pairs are too few to tell any two models apart; at least 6 would be needed.")
  }

  @Test func `more models need more prompts`() {
    let models = (1...5).map { MadeModel(name: "m\($0)", skill: 20 * $0) }
    #expect(Self.report(prompts: 6, models: models).notes.contains(.tooFewPairs(have: 6, needed: 9)))
  }

  @Test(arguments: [(2, true), (5, false)]) func `what is clear for two models may be chance among five`(
    count: Int, isClear: Bool
  ) {
    let rest = (1..<count).map { MadeModel(name: "bad \($0)", skill: 0) }
    let report = Self.report(prompts: 7, models: [Self.good] + rest)
    #expect(report.summaries[1].difference?.flips == McNemar(onlyFirst: 7, onlySecond: 0))
    #expect(report.summaries[1].difference?.isClear == isClear)
  }

  @Test func `rows further apart are told apart where neighbours are not`() throws {
    let models = [Self.good, MadeModel(name: "middling", skill: 50), Self.bad]
    let report = Self.report(prompts: 9, models: models)
    #expect(report.summaries.map(\.contestant.name) == ["good", "middling", "bad"])
    #expect(report.summaries.map(\.isTied) == [false, true, true])
    #expect(report.summaries.map(\.apartFrom) == [[], [], [1]])
    #expect(try MarkdownRenderer().render(report).contains("In checks passed it differs clearly from row 1."))
  }

  @Test func `with few prompts repetitions are the pairs`() {
    let report = Self.report(prompts: 2, repetitions: 5, models: [Self.good, Self.bad])
    #expect(report.summaries[1].difference?.pairs == 10)
    #expect(report.summaries[1].difference?.arePrompts == false)
    #expect(report.summaries[1].difference?.isClear == true)
    #expect(report.notes.contains(.aboutThesePromptsOnly))
  }

  @Test func `a prompt passes when most of its repetitions do`() {
    let cells = Self.report(prompts: 1, repetitions: 4, models: [Self.good]).cells
    func passes(_ verdicts: [Bool]) -> Bool? {
      Series(cells) { verdicts[$0.trial.repetition - 1] }.byPrompt.first?.value
    }
    #expect(passes([true, true, true, false]) == true)
    #expect(passes([true, true, false, false]) == false)
  }

  @Test func `one contestant has nobody to be compared with`() {
    let report = Self.report(models: [Self.good])
    #expect(report.summaries.map(\.rank) == [1])
    #expect(report.summaries[0].difference == nil)
    #expect(report.notes.isEmpty)
  }
}
