import Benchmark
import Testing

@testable import Reporting

/// TTFTs that are no TTFTs: of prompts in a server's cache, and of streams that something holds back.
struct PromptCacheTests {
  /// Asked four times each; `cached` says of a contestant's attempt how many of 100 prompt tokens the server had.
  private static func report(
    prompts: Int = 1, fresh: String? = nil, milliseconds: @escaping (AttemptRecord) -> Int64 = { _ in 400 },
    cached: @escaping (AttemptRecord) -> Int?
  ) -> Report {
    var run = ReportTests.run(prompts: prompts, repetitions: 4) { attempt in
      attempt.usage = Usage(promptTokens: 100, completionTokens: 20, cachedTokens: cached(attempt))
      attempt.timeline.firstToken = (attempt.timeline.sent ?? 0) + milliseconds(attempt) * .perMillisecond
    }
    run.record.freshPrompts = fresh
    return Report(run)
  }

  private static func table(_ report: Report) -> [String?] {
    let rows = SummaryTable(report).rows.sorted { $0[.model] ?? "" < $1[.model] ?? "" }
    return rows.map { $0[.timeToFirstToken] }
  }

  /// The first time a prompt is read, then it is there.
  private static func falling(_ attempt: AttemptRecord) -> Int64 { [642, 16, 8, 13][attempt.repetition - 1] }

  // MARK: - Told by the server

  @Test func `a contestant whose prompts were in the cache in some trials is told, shown apart and marked`() throws {
    let report = Self.report(milliseconds: { $0.contestant == "a" ? Self.falling($0) : 400 }) { attempt in
      attempt.contestant == "a" && attempt.repetition > 1 ? 99 : 0
    }
    #expect(Self.table(report) == ["0.015 s‡", "0.400 s‡"])
    let shares = report.notes.compactMap { note in if case .promptCache(let shares) = note { shares } else { nil } }
    #expect(Set(shares.joined().map { "\($0.contestant): \($0.count) of \($0.of)" }) == ["a: 3 of 4", "b: 0 of 4"])
    let text = try MarkdownRenderer().render(report)
    #expect(text.contains("| a | 3 | 0.013 s | 1 | 0.642 s |\n"))
    #expect(text.contains("| b | 0 | – | 4 | 0.400 s |\n"))
    #expect(text.contains("‡ after a TTFT: that of "))
    #expect(
      try SummaryJSON.render(report).contains(#""prompt_cache":{"mixed":true,"ttft_cached_ms":{"longer_than":null,"#))
  }

  @Test func `the sentences say what to do`() {
    let share = Note.Share(contestant: "a", count: 3, of: 4)
    #expect(
      Note.promptCache([share, Note.Share(contestant: "b", count: 0, of: 1)]).sentence
        == "The server had at least half of the prompt in its cache in 3 of 4 trials of a, 0 of 1 trial of b: their TTFT "
        + "is another quantity. '--fresh-prompts' asks without the cache.")
    #expect(
      Note.maybePromptCache(contestants: ["a", "b"], PromptCacheUse.Fall(first: 642, later: 13)).sentence
        == "Repetitions may have met the server's prompt cache, though nothing tells: TTFTs of a, b fell by half or more "
        + "after a prompt's first request (a: 642 ms, then 13 ms). '--fresh-prompts' asks without a cache.")
  }

  @Test func `where all met the cache alike it is said, and nobody is marked`() {
    let report = Self.report { _ in 50 }
    #expect(Self.table(report) == ["0.400 s", "0.400 s"])
    #expect(report.notes.contains { if case .promptCache = $0 { true } else { false } })
  }

  @Test(arguments: [49, 0, -50, nil] as [Int?]) func `less than half, and no word of it, is no cache`(tokens: Int?) {
    let report = Self.report { _ in tokens }
    #expect(Self.table(report) == ["0.400 s", "0.400 s"])
    #expect(report.summaries.allSatisfy { $0.promptCache.cached.count == 0 && $0.promptCache.fall == nil })
  }

  // MARK: - Not told

  @Test(arguments: [0, nil] as [Int?])
  func `TTFTs that fall after a prompt's first request may be those of a cache`(told: Int?) {
    let report = Self.report(prompts: 3, milliseconds: Self.falling) { _ in told }
    #expect(
      report.notes.contains(
        .maybePromptCache(
          contestants: report.summaries.map(\.contestant.name), PromptCacheUse.Fall(first: 642, later: 13))))
  }

  @Test func `TTFTs that do not fall, or behind nonces, are not suspected`() {
    let steady = Self.report(milliseconds: { 400 + 10 * Int64($0.repetition) }) { _ in nil }
    let halved = Self.report(milliseconds: { $0.repetition == 1 ? 400 : 210 }) { _ in nil }
    let fresh = Self.report(fresh: "salt", milliseconds: Self.falling) { _ in nil }
    for report in [steady, halved, fresh] {
      #expect(report.summaries.allSatisfy { $0.promptCache.fall == nil })
    }
  }

  // MARK: - Streams in one read

  /// `reads` are those of the two streams of contestant a.
  private static func buffered(events: Int?, reads: [Int]) -> Report {
    Report(
      ReportTests.run { attempt in
        attempt.textEvents = attempt.contestant == "a" ? events : 3
        attempt.reads = Array(
          attempt.reads.prefix(attempt.contestant == "a" ? reads[attempt.prompt == "sum-1" ? 0 : 1] : 3))
      })
  }

  @Test func `where every stream came in one read although there were several events, it is told and marked`() throws {
    let report = Self.buffered(events: 9, reads: [1, 1])
    #expect(report.notes.contains(.buffered(contestants: ["a"])))
    #expect(Self.table(report).map { $0?.hasSuffix("†") } == [true, false])
    let text = try MarkdownRenderer().render(report)
    #expect(
      text.contains(
        "† after a TTFT: every stream of a came in one read although it was sent in pieces. Something on the way "
          + "buffers, so its TTFT is about its latency, and ranks nowhere."))
    #expect(try SummaryJSON.render(report).contains(#""ttft_buffered":true"#))
  }

  @Test(
    arguments: [
      (1, [1, 1], "one event is one read"), (9, [1, 2], "one stream came piece by piece"),
      (nil, [1, 1], "an old journal's short answers"), (9, [3, 3], "a stream as it should be"),
    ] as [(Int?, [Int], String)])
  func `other streams are not suspected`(events: Int?, reads: [Int], why: String) {
    #expect(Self.buffered(events: events, reads: reads).summaries.allSatisfy { !$0.isBuffered }, "\(why)")
  }
}
