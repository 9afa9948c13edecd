import Foundation
import Testing

/// The shipped suites, run against simulated models.
@Suite(.timeLimit(.minutes(2))) struct ShippedSuiteTests {
  private static let aurora = "northlight/aurora-70b-instruct:free"
  private static let mini = "northlight/aurora-mini-3b:free"
  private static let coder = "papertrail/fence-coder-7b:free"
  private static let drift = "tidewater/drift-9b:free"

  /// What of a summary is looked at here.
  private struct Summary: Decodable {
    var standings: [ContestantSummary]

    struct ContestantSummary: Decodable {
      var contestant: String
      var passed: Rate
      var success: Rate
    }

    struct Rate: Decodable {
      var successes, trials: Int
    }
  }

  @Test(arguments: [
    ("starter", [Stage.otter, mini]), ("reasoning", [Stage.badger, mini]), ("extraction", [Stage.otter, coder]),
    ("code", [Stage.otter, mini]), ("multilingual", [Stage.otter, coder]), ("long-context", [Stage.otter, mini]),
    ("vision", [Stage.badger, drift]), ("tools", [Stage.otter, drift]), ("multi-turn", [Stage.otter, mini]),
  ])
  func `a suite is answered throughout, and tells models apart without a trick of its format`(
    name: String, models: [String]
  ) async throws {
    let stage = try Stage(timeScale: 1000)
    let ending = try await stage.bakeOff("suites/\(name).json", models: models, ["--json"])
    #expect(ending.status == 0, "it said: \(ending.error)")
    let summary = try JSONDecoder().decode(Summary.self, from: Data(ending.output.utf8))
    #expect(summary.standings.allSatisfy { $0.success.successes == $0.success.trials })
    let passed = summary.standings.map(\.passed.successes)
    #expect(passed.count == 2)
    #expect(passed.allSatisfy { $0 > 0 }, "\(passed)")
    // A lucky model may pass everything, and never both.
    #expect(passed.contains { $0 < (summary.standings.first?.passed.trials ?? 0) }, "\(passed)")
  }

  @Test func `models without eyes do not take the suite that needs them`() async throws {
    let stage = try Stage(timeScale: 1000)
    let ending = try await stage.bakeOff("suites/vision.json", models: [Stage.otter, Self.aurora], ["--json"])
    let summary = try JSONDecoder().decode(Summary.self, from: Data(ending.output.utf8))
    #expect(summary.standings.map(\.contestant) == [Self.aurora, Stage.otter])
    #expect(summary.standings[1].success.successes == 0)
    #expect(try stage.latest("report.md").contains("No endpoints found that support image input"))
  }
}
