import Testing

@testable import Simulator

/// The free tier's arithmetic, without a server and without waiting.
struct FreeTierCounterTests {
  typealias Verdict = FreeTierCounter.Verdict
  /// 2026-11-20T00:00:00Z.
  static let midnight: Int64 = 1_795_132_800_000

  @Test(arguments: [
    (
      "the minute is a whole one of the clock, not sixty seconds from the first request",
      FreeTier(perMinute: 2, perDay: 50), [59_000, 59_500, 59_999, 60_000],
      [Verdict.admitted, .admitted, .perMinute(reset: midnight + 60_000), .admitted]
    ),
    (
      "a minute that was refused begins anew with the next",
      FreeTier(perMinute: 1, perDay: 50), [0, 1, 2, 60_000, 60_001],
      [.admitted, .perMinute(reset: midnight + 60_000), .perMinute(reset: midnight + 60_000), .admitted]
        + [.perMinute(reset: midnight + 120_000)]
    ),
    (
      "requests refused by the minute use up the day",
      FreeTier(perMinute: 1, perDay: 3), [0, 1, 2, 60_000],
      [.admitted, .perMinute(reset: midnight + 60_000), .perMinute(reset: midnight + 60_000)]
        + [.perDay(reset: midnight + 86_400_000)]
    ),
    (
      "the day ends at midnight in UTC",
      FreeTier(perMinute: 9, perDay: 1), [86_399_000, 86_399_999, 86_400_000],
      [.admitted, .perDay(reset: midnight + 86_400_000), .admitted]
    ),
    (
      "where both limits are reached the day is named, for waiting a minute would not help",
      FreeTier(perMinute: 1, perDay: 1), [0, 1], [.admitted, .perDay(reset: midnight + 86_400_000)]
    ),
    (
      "the window can be another length",
      FreeTier(perMinute: 1, perDay: 50, window: 10_000), [0, 9_999, 10_000],
      [.admitted, .perMinute(reset: midnight + 10_000), .admitted]
    ),
  ])
  func `requests are counted`(_ intent: String, tier: FreeTier, times: [Int64], expected: [Verdict]) {
    var counter = FreeTierCounter()
    let verdicts = times.map { counter.count(at: Self.midnight + $0, under: tier) }
    #expect(verdicts == expected, "\(intent)")
  }

  @Test func `refused requests are counted as used, and forgotten with the day`() {
    var counter = FreeTierCounter()
    for second in 0..<4 {
      _ = counter.count(at: Self.midnight + Int64(second) * 1000, under: FreeTier(perMinute: 9, perDay: 2))
    }
    #expect(counter.usedToday(at: Self.midnight + 86_399_999) == 4)
    #expect(counter.usedToday(at: Self.midnight + 86_400_000) == 0)
  }
}
