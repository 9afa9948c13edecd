import Foundation
import Simulator
import Testing

/// Models are named wrongly more often than anything else.
@Suite(.timeLimit(.minutes(5))) struct LineupTests {
  @Test func `without a model the first ten free ones are named and nothing is sent`() async throws {
    let stage = try Stage()
    let ending = try await stage.bakeOff("suites/starter.json", models: [], ["--dialect", "openrouter"])
    #expect(ending.status == 64)
    #expect(ending.error.contains("Name at least one model: '-m MODEL', repeated for several."))
    #expect(ending.error.contains("  -m \(Stage.otter)\n"))
    #expect(stage.simulator.counts.chatsByStatus.isEmpty)
  }

  @Test func `an unknown id gets the nearest as a suggestion`() async throws {
    let stage = try Stage()
    let ending = try await stage.bakeOff("suites/starter.json", models: ["sim/swift-oter-8b:free"])
    #expect(ending.status == 64)
    #expect(
      ending.error.contains(
        "does not list the model 'sim/swift-oter-8b:free'. Did you mean 'sim/swift-otter-8b:free'? "
          + "To send it all the same, give '--any-model'."))
    #expect(stage.simulator.counts.chatsByStatus.isEmpty)
  }

  @Test func `an unknown id is sent when it is asked for, and its refusals are measurements`() async throws {
    let stage = try Stage()
    let ending = try await stage.bakeOff(
      try stage.suite("two", prompts: 2), models: ["no/such"], ["--any-model"])
    #expect(ending.status == 69)
    #expect(ending.error.contains("No request was answered: 2 × http_4xx: no/such is not a valid model ID."))
    #expect(stage.simulator.counts.chatsByStatus == [400: 2])
    #expect(try stage.latest("report.md").contains("is not a valid model ID"))
  }

  @Test func `what may cost money is refused on OpenRouter without consent`() async throws {
    let stage = try Stage()
    let ending = try await stage.bakeOff(
      "suites/starter.json", models: ["sim/swift-otter-8b"], ["--dialect", "openrouter"])
    #expect(ending.status == 64)
    #expect(
      ending.error.contains(
        "The model 'sim/swift-otter-8b' may cost money: its id does not end in ':free'. Did you mean "
          + "'sim/swift-otter-8b:free'? To send it all the same, give '--allow-paid'."))
    #expect(stage.simulator.counts.chatsByStatus.isEmpty)
  }

  @Test func `a list behind one option is taken apart for the person`() async throws {
    let stage = try Stage()
    let ending = try await stage.bakeOff("suites/starter.json", models: ["\(Stage.otter), \(Stage.badger)"])
    #expect(ending.status == 64)
    #expect(
      ending.error.contains(
        "The model 'sim/swift-otter-8b:free, sim/steady-badger-24b:free' is a list. Give each its own option: "
          + "-m sim/swift-otter-8b:free -m sim/steady-badger-24b:free\n"))
  }

  @Test func `the same model twice is a mistake`() async throws {
    let stage = try Stage()
    let ending = try await stage.bakeOff("suites/starter.json", models: [Stage.otter, Stage.otter])
    #expect(ending.status == 64)
    #expect(ending.error.contains("is given twice: a contestant takes part once."))
  }

  @Test func `models are listed without a key, free ones alone if asked`() async throws {
    let stage = try Stage(requiresKey: true)
    let all = try await stage.run(["models", "--endpoint", stage.endpoint])
    let free = try await stage.run(["models", "--endpoint", stage.endpoint, "--free"])
    #expect(all.status == 0)
    #expect(all.output.hasPrefix("MODEL"))
    #expect(
      free.output.split(separator: "\n").dropFirst().allSatisfy {
        $0.contains(":free") || $0.contains("openrouter/free")
      })
    #expect(free.output.count < all.output.count)
  }
}
