#if os(Linux)
  import Benchmark
  import Testing

  /// Answers without an end, where there is little memory for them.
  @Suite(.serialized, .timeLimit(.minutes(5))) struct MemoryTests {
    /// What the program may map, in kilobytes: the floods are endless, so that whoever gathered one would die of it.
    private static let limit = 1 << 20

    private static let floods =
      Fault.runsAll ? ["gzip-bomb", "endless-line", "endless-comments", "endless-tokens"] : ["gzip-bomb"]

    @Test(arguments: floods)
    func `a flood ends in its class where memory does`(scenario: String) async throws {
      let stage = try Stage(named: scenario)
      let ending = try await stage.run(["--no-retry"], shell: "ulimit -v \(Self.limit); exec \"$0\" \"$@\"")
      #expect(ending.status == 0, "it said: \(ending.error)")
      #expect(try stage.journal().attempts.map(\.outcome.kind) == [.tooLarge])
      try await stage.expectSound(ending)
    }

    @Test func `floods that come at once share what one process may take`() async throws {
      let stage = try Stage(named: "endless-tokens")
      let ending = try await stage.run(prompts: 8, ["--no-retry", "-c", "8"])
      #expect(ending.status == 0, "it said: \(ending.error)")
      #expect(try stage.journal().attempts.map(\.outcome.kind) == Array(repeating: .tooLarge, count: 8))
      try await stage.expectSound(ending)
    }
  }
#endif
