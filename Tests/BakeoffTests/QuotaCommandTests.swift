import Foundation
import Simulator
import Support
import Testing

private let key = "sk-or-v1-" + String(repeating: "0123456789abcdef", count: 4)

/// `bakeoff quota`.
@Suite(.timeLimit(.minutes(5))) struct QuotaCommandTests {
  private func stage(perDay: Int = 50) throws -> Stage {
    try Stage(freeTier: FreeTier(perMinute: 1000, perDay: perDay), requiresKey: true)
  }

  private func words(_ stage: Stage, _ more: [String] = []) -> [String] {
    ["quota", "--endpoint", stage.endpoint, "--dialect", "openrouter"] + more
  }

  private func spend(_ count: Int, _ stage: Stage) async throws {
    let ending = try await stage.bakeOff(
      try stage.suite("many", prompts: count), ["--dialect", "openrouter", "--api-key-env", "K", "--rate", "18/1s"],
      environment: ["K": key])
    #expect(ending.status == 0, "it said: \(ending.error)")
  }

  /// Without what differs from run to run.
  private func masked(_ text: String) -> String {
    text.replacing(/:\d+, account/, with: ":PORT, account").replacing(/key [0-9a-f]{8}/, with: "key DIGITS")
      .replacing(/\d{8}T\d{6}Z/, with: "TIME").replacing(/-[0-9a-f]{4}:/, with: "-DIGITS:")
      .replacing(/in \d[^;\n]*/, with: "in A WHILE")
      .replacing(/\d+ of 18 left by the ledger.*/, with: "SOME of 18 left by the ledger")
  }

  @Test func `what is left, until when, and who spent it, with the source of each number`() async throws {
    let stage = try stage()
    try await spend(4, stage)
    let ending = try await stage.run(
      words(stage, ["--api-key-env", "K"]), environment: ["K": key, "TZ": "XYZ-5:30"])
    #expect(ending.status == 0)
    #expect(
      masked(ending.output) == """
        http://127.0.0.1:PORT, account 'key DIGITS'
          any 1s       SOME of 18 left by the ledger
          today        46 of 50 left, until 05:30 XYZ (00:00 UTC), in A WHILE
          by ledger    4 booked, whatever became of them
          by server    4 counted; it lags by minutes
          spent by
            4  TIME-many-DIGITS: 4 ok

        """)
    #expect(ending.error.isEmpty)
  }

  @Test func `a damaged ledger is a sentence that says what to do`() async throws {
    let stage = try stage()
    try await spend(1, stage)
    let file = stage.folder.path("state/bakeoff/ledger.sqlite")
    for tail in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: file + tail) }
    var bytes = try Data(contentsOf: URL(filePath: file))
    bytes.replaceSubrange(4_096..<bytes.count, with: repeatElement(0xFF, count: bytes.count - 4_096))
    try bytes.write(to: URL(filePath: file))
    let ending = try await stage.run(words(stage))
    #expect(ending.status == 74)
    #expect(ending.error.hasPrefix("Error: The ledger \(file) cannot be read: "), "it said: \(ending.error)")
    #expect(ending.error.contains(". Move it away to begin a new one, name another with '--ledger FILE', or give "))
  }

  @Test func `without the server the ledger's own count is shown, and why it is alone`() async throws {
    let stage = try stage()
    try await spend(3, stage)
    stage.simulator.stop()
    let silent = try await stage.run(words(stage, ["--api-key-env", "K"]), environment: ["K": key])
    #expect(
      silent.output.contains(
        "  by server    no answer (connection refused by 127.0.0.1:\(stage.port)); it last allowed 50 a day\n"),
      "it said: \(silent.output)")
    #expect(silent.output.contains("  today        47 of 50 left, until "))
    let keyless = try await stage.run(words(stage))
    #expect(
      keyless.output.contains(
        "  by ledger    3 booked, whatever became of them\n  by server    not asked, for no key of this account was given; it last "
          + "allowed 50 a day\n"
      ))
  }

  @Test func `what others spent is told apart by the server's count`() async throws {
    let stage = try stage()
    let mine = ["--dialect", "openrouter", "--rate", "off", "--api-key-env", "K"]
    _ = try await stage.bakeOff(
      try stage.suite("many", prompts: 5), mine + ["--ledger", "elsewhere.sqlite"], environment: ["K": key])
    let ending = try await stage.run(words(stage, ["--api-key-env", "K"]), environment: ["K": key])
    #expect(ending.output.contains("  today        45 of 50 left, until "))
    #expect(ending.output.contains("  by ledger    0 booked, whatever became of them\n  by server    5 counted; "))
    #expect(
      ending.output.hasSuffix(
        "  spent by\n    5  elsewhere, by the server's count: other programs or machines\n"))
  }

  @Test func `an object for scripts holds the same`() async throws {
    let stage = try stage()
    try await spend(2, stage)
    let account = try #require(
      try await stage.quota(["--api-key-env", "K"], environment: ["K": key, "TZ": "XYZ3"]).first)
    #expect(account.endpoint == "http://127.0.0.1:\(stage.port)")
    let now = try #require(account.now)
    #expect(now.limit == 18 && now.booked + now.left == 18)
    #expect(account.held_seconds == 0)
    #expect(account.today.limit == 50 && account.today.left == 48 && account.today.limit_from == "server")
    #expect(account.today.booked == 2 && account.today.counted_by_server == 2 && account.today.elsewhere == 0)
    #expect(account.today.resets_at.hasSuffix("T00:00:00.000Z"))
    #expect(account.today.resets_at_local.hasSuffix("T21:00:00.000-03:00"))
    #expect(account.spent_by.map(\.outcomes) == [["ok": 2]])
  }

  @Test func `OpenRouter's rules bring its minute wherever they hold, unless a run is given another rate`() async throws
  {
    let stage = try stage()
    let plan = try await stage.run(
      ["plan"] + stage.arguments(try stage.suite("one", prompts: 1), ["--dialect", "openrouter"]).dropFirst())
    #expect(plan.output.contains(" at 18/min."), "\(plan.output)")
    let ending = try await stage.run(words(stage, ["--account", "mine"]))
    #expect(ending.output.contains("  this minute  18 of 18 left by the ledger\n"), "\(ending.output)")
    #expect(ending.output.contains("  today        no limit is known, until "), "\(ending.output)")
  }

  @Test func `a server that wants nothing for an hour is left alone by the next run too, and both say until when`()
    async throws
  {
    let server = try LoopbackServer { request in
      request.method == "GET"
        ? [.response("200 OK", body: #"{"data":[{"id":"m:free"}]}"#)]
        : [.response("429 Too Many Requests", ["Retry-After: 3600"], body: "")]
    }
    let stage = try Stage()
    let suite = try stage.suite("two", prompts: 2)
    let endpoint = ["--endpoint", server.url + "/v1", "--dialect", "openrouter"]
    let again =
      #/2 trials are left; come back after \d\d:\d\d XYZ \(\d\d:\d\d UTC\), in (1 h( \d min)?|59 min \d+ s)\. Go on with: /#
    for reason in [
      /Stopped: the server asks for a wait of 3600 s, until 20[^ ]+Z, which is longer than 120 s\.\n/,
      /Stopped: the server has asked for a wait until 20[^ ]+Z, which is longer than 120 s\.\n/,
    ] {
      let ending = try await stage.run(
        ["run", suite, "-m", "m:free", "-c", "1"] + endpoint, environment: ["TZ": "XYZ-5:30"])
      #expect(ending.status == 3)
      #expect(ending.error.contains(reason), "it said: \(ending.error)")
      #expect(ending.error.contains(again), "it said: \(ending.error)")
    }
    #expect(server.requests.count { $0.method == "POST" } == 1)
    let quota = try await stage.run(["quota"] + endpoint)
    #expect(
      quota.output.contains(/nothing may leave for (1 h( \d min)?|59 min \d+ s): the server wants it\n/),
      "it said: \(quota.output)")
  }

  @Test func `of OpenRouter its least is assumed until it has said more, and nothing is spent yet`() async throws {
    let stage = try stage()
    let empty = try await stage.run(["quota"])
    #expect(
      empty.output
        == "No request to openrouter.ai was ever booked, and there is no key to ask the server with.\n")
    let named = try await stage.run(["quota", "--account", "\u{1B}[1mmine"])
    #expect(
      masked(named.output) == """
        https://openrouter.ai, account '\\u{1B}[1mmine'
          this minute  SOME of 18 left by the ledger
          today        50 of 50 left, until 00:00 UTC, in A WHILE
          by ledger    0 booked, whatever became of them
          by server    not asked, for no key of this account was given; 50 a day are assumed
          spent by     nobody

        """)
  }

  @Test func `a wrong key is told`() async throws {
    let stage = try stage()
    let ending = try await stage.run(words(stage, ["--api-key-env", "K"]), environment: ["K": "not-a-key-at-all"])
    #expect(ending.status == 78)
    #expect(ending.error.contains("refused the key: User not found."))
  }

  static let mistakes: [(words: [String], error: String)] = [
    (
      ["--endpoint", "http://127.0.0.1:9/v1"],
      "Error: 127.0.0.1:9 has no free quota that bakeoff counts. If it behaves like OpenRouter, give "
        + "'--dialect openrouter'.\n"
    ),
    (["--ledger", "off"], "Error: There is no ledger to read. Name one with '--ledger FILE'.\n"),
    (["--account", ""], "Error: '--account <name>' needs a name.\n"),
    (["--ledger", ""], "Error: '--ledger <file>' needs the name of a file, or 'off'.\n"),
    (
      ["--account", "me", "--ledger", "off"],
      "Error: '--account' says whose requests are counted, '--ledger off' that none are: give one of them.\n"
    ),
    (["--account", key], "Error: '--account <name>' takes a name of your own choice, never a key.\n"),
  ]

  @Test(arguments: mistakes)
  func `a mistake gets one sentence`(mistake: (words: [String], error: String)) async throws {
    let stage = try Stage()
    let ending = try await stage.run(["quota"] + mistake.words)
    #expect(ending.status == 64)
    #expect(ending.error.hasPrefix(mistake.error), "it said: \(ending.error)")
    #expect(ending.output.isEmpty)
  }
}
