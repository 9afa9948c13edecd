import Foundation
import Harness
import Simulator
import Support
import Testing

private let key = "sk-or-v1-" + String(repeating: "0123456789abcdef", count: 4)

/// One quota and several processes, some of which die.
@Suite(.timeLimit(.minutes(5))) struct SharedQuotaTests {
  private static let paced = ["--dialect", "openrouter", "--api-key-env", "K", "-q"]
  private let options = paced + ["--rate", "off"]

  private func start(_ count: Int, _ stage: Stage, _ suite: String, _ more: [String]) throws -> [Tool] {
    try (0..<count).map { number in
      try Tool(
        stage.arguments(suite, Self.paced + more + ["--reports", "reports\(number)"]), in: stage.folder,
        environment: ["K": key])
    }
  }

  @Test func `eight processes started together keep the limit in every window, and none starves`() async throws {
    let window: Int64 = 5
    let stage = try Stage(
      timeScale: 1, freeTier: FreeTier(perMinute: 50, perDay: 1000, window: window * 1000), requiresKey: true)
    let suite = try stage.suite("many", prompts: 7)
    let tools = try start(8, stage, suite, ["--rate", "40/\(window)s", "--warmup", "1"])
    for tool in tools {
      let ending = await tool.ending()
      #expect(ending.status == 0, "it said: \(ending.error)")
    }
    #expect(stage.simulator.counts.chatsByStatus == [200: 64])
    #expect(stage.simulator.counts.busiestMinute <= 50)
    let account = try #require(try await stage.quota().first)
    #expect(account.today.booked == 64)
    #expect(account.spent_by.map(\.requests) == Array(repeating: 8, count: 8))
    #expect(account.spent_by.allSatisfy { $0.outcomes == ["ok": 8] })
  }

  @Test func `eight processes started together spend a day to its last request and not one beyond`() async throws {
    let stage = try Stage(freeTier: FreeTier(perMinute: 1000, perDay: 30), requiresKey: true)
    let tools = try start(8, stage, try stage.suite("many", prompts: 6), ["--yes", "--rate", "off"])
    var statuses: Set<Int32> = []
    for tool in tools {
      let ending = await tool.ending()
      statuses.insert(ending.status)
      if ending.status == 3 { #expect(ending.error.contains("come back after 00:00 UTC, in ")) }
    }
    #expect(statuses.isSubset(of: [0, 3]))
    #expect(statuses.contains(3))
    #expect(stage.simulator.counts.chatsByStatus == [200: 30])
  }

  @Test func `killed at any point, a run leaves no request unbooked and nobody waiting`() async throws {
    let stage = try Stage(timeScale: 1, freeTier: FreeTier(perMinute: 1000, perDay: 1000), requiresKey: true)
    let suite = try stage.suite("many", prompts: 40)
    for kill in 0..<8 {
      let before = stage.arrivals
      let tool = try Tool(stage.arguments(suite, options), in: stage.folder, environment: ["K": key])
      await tool.waitForError(containing: "Plan: ")
      while stage.arrivals < before + 1 + 5 * kill { try await Task.sleep(for: .milliseconds(1)) }
      tool.send(SIGKILL)
      _ = await tool.ending()
      let booked = try #require(try await stage.quota().first).today.booked
      #expect(booked >= stage.arrivals)
    }
    let ending = try await stage.bakeOff(
      try stage.suite("two", prompts: 2), Self.paced + ["--rate", "100/1s"], environment: ["K": key])
    #expect(ending.status == 0, "it said: \(ending.error)")
  }

  @Test func `two keys of one account share what is left under its name`() async throws {
    let stage = try Stage(freeTier: FreeTier(perMinute: 1000, perDay: 50), requiresKey: true)
    let suite = try stage.suite("many", prompts: 4)
    for number in 1...2 {
      let ending = try await stage.bakeOff(
        suite, options + ["--account", "mine"], environment: ["K": "sk-test-key-number-\(number)"])
      #expect(ending.status == 0)
      let left = number == 1 ? "50 of 50 free requests left today, 46" : "46 of 50 free requests left today, 42"
      #expect(ending.error.contains("\(left) afterwards.\n"), "it said: \(ending.error)")
    }
    let accounts = try await stage.quota()
    #expect(accounts.map(\.account) == ["mine"])
    #expect(accounts.first?.today.booked == 8)
  }

  @Test func `a model that is paid for passes beside the ledger`() async throws {
    let stage = try Stage(freeTier: FreeTier(perMinute: 1000, perDay: 1000), requiresKey: true)
    let paid = "northlight/aurora-ultra"
    let suite = try stage.suite("one", prompts: 1)
    let words = options + ["--allow-paid", "--account", "mine"]
    _ = try await stage.bakeOff(suite, models: [paid], words, environment: ["K": key])
    #expect(stage.simulator.counts.chatsByModel == [paid: 1])
    #expect(try await stage.quota().isEmpty)
    _ = try await stage.bakeOff(suite, models: [Stage.otter], words, environment: ["K": key])
    #expect(try await stage.quota().map(\.today.booked) == [1])
    // Beside a free one it is not booked either: what its refusal stops may have been.
    _ = try await stage.bakeOff(suite, models: [Stage.otter, paid], words, environment: ["K": key])
    #expect(stage.simulator.counts.chatsByModel[paid] == 2)
    let sent = stage.simulator.counts.chatsByModel[Stage.otter] ?? 0
    #expect((sent...2).contains(try await stage.quota().first?.today.booked ?? 0))
  }

  @Test func `what has a free tier nowhere leaves no ledger`() async throws {
    let stage = try Stage()
    #expect(try await stage.bakeOff(try stage.suite("one", prompts: 1)).status == 0)
    let free = ["--dialect", "openrouter", "--rate", "off", "--ledger", "off"]
    #expect(try await stage.bakeOff(try stage.suite("one", prompts: 1), free).status == 0)
    #expect(
      try await stage.bakeOff(
        "one.json", ["--dialect", "openrouter", "--rate", "off"], environment: ["BAKEOFF_LEDGER": "off"]
      ).status
        == 0)
    #expect(!FileManager.default.fileExists(atPath: stage.folder.path("state")))
  }

  @Test func `a ledger that cannot be used stops a run before it begins, with the ways out`() async throws {
    let stage = try Stage()
    _ = try stage.write("this is no database, and long enough to be looked at by whoever opens it", to: "bad.sqlite")
    let suite = try stage.suite("one", prompts: 1)
    let words = ["--dialect", "openrouter", "--rate", "off", "--ledger", "bad.sqlite"]
    let ending = try await stage.bakeOff(suite, words)
    #expect(ending.status == 74)
    #expect(
      ending.error
        == "Error: The ledger bad.sqlite cannot be read: file is not a database. Move it away to begin a new one, name "
        + "another with '--ledger FILE', or give '--ledger off' to count for this run alone.\n")
    #expect(stage.simulator.counts.chatsByStatus.isEmpty)
    let homeless = try await stage.bakeOff(
      suite, ["--dialect", "openrouter", "--rate", "off"], environment: ["XDG_STATE_HOME": ""])
    #expect(homeless.status == 0)
    #expect(
      homeless.error.hasPrefix(
        "Warning: There is no home folder, so free requests are counted nowhere: name a file with '--ledger FILE'.\n"))
  }

  #if os(Linux)
    @Test func `a ledger that fails on the way ends the run in order: nothing leaves unbooked`() async throws {
      let stage = try Stage()
      let ending = try await stage.bakeOff(
        try stage.suite("many", prompts: 90),
        ["--dialect", "openrouter", "--rate", "off", "-c", "2", "--account", "mine"],
        shell: "ulimit -f 400; exec \"$0\" \"$@\"")
      #expect(ending.status == 74)
      #expect(ending.error.contains("\nStopped: the ledger of requests failed.\n"), "it said: \(ending.error)")
      #expect(ending.error.contains("\nThe ledger \(stage.ledger) cannot be used: "))
      #expect(ending.error.contains(/trials are left\. Go on with: bakeoff run --resume [^ ]+ --account mine\n/))
      let journal = try stage.latest("run.jsonl")
      #expect(journal.components(separatedBy: #""kind":"attempt""#).count == stage.arrivals + 1)
      #expect(journal.contains(#""not_sent":"the ledger of requests failed""#))
      #expect(try stage.latest("report.md").contains("the ledger of requests failed"))
    }
  #endif

  @Test func `a plan counts what other runs have booked, whatever the server's count`() async throws {
    let stage = try Stage(freeTier: FreeTier(perMinute: 1000, perDay: 10), requiresKey: true)
    let suite = try stage.suite("many", prompts: 4)
    let words = options + ["--ledger", "mine.sqlite", "--account", "mine"]
    let account = Account(origin: try Endpoint(stage.endpoint).origin, name: "mine")
    let ledger = try Ledger(stage.folder.path("mine.sqlite")) {
      LedgerTime(wall: Int64(Date().timeIntervalSince1970 * 1000), continuous: 0, boot: "an earlier one")
    }
    for _ in 0..<4 {
      #expect(try await ledger.book(BookingRequest(account: account, run: "another", rate: nil)) == .booked)
    }
    let plan = try await stage.run(["plan"] + stage.arguments(suite, words).dropFirst(), environment: ["K": key])
    #expect(plan.output.contains("6 of 10 free requests left today, 2 afterwards."), "it said: \(plan.output)")
    #expect(FileManager.default.fileExists(atPath: stage.folder.path("mine.sqlite")))
  }
}

extension Stage {
  fileprivate var arrivals: Int { simulator.counts.chatsByModel.values.reduce(0, +) }
}
