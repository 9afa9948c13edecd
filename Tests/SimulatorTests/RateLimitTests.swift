import Foundation
import Testing

@testable import Simulator

/// The limits as a client meets them.
struct RateLimitTests {
  /// 2026-11-20T00:00:10Z; the clock then moves by the test's own few milliseconds only.
  static let start: Int64 = 1_795_132_810_000

  private static func bench(_ tier: FreeTier) throws -> Bench {
    try Bench(SimulatorSettings(timeScale: 1, freeTier: tier, startsAt: start))
  }

  private static let short = Bench.chat("sim/swift-otter-8b:free", stream: true, more: #","max_tokens":1"#)

  @Test func `the minute's limit names its reset in the head and in the body`() throws {
    let bench = try Self.bench(FreeTier(perMinute: 1, perDay: 50))
    #expect(try bench.post(Self.short).status == 200)
    let refused = try bench.post(Self.short)
    #expect(refused.status == 429)
    #expect(
      refused.text == """
        {"error":{"message":"Rate limit exceeded: free-models-per-min. ","code":429,"metadata":{"headers":\
        {"X-RateLimit-Limit":"1","X-RateLimit-Remaining":"0","X-RateLimit-Reset":"1795132860000"},\
        "limit_source":"openrouter_free_tier_per_minute","remedy_hint":"Slow down requests to free models, \
        or retry after the per-minute window resets.","provider_name":null}},"user_id":"user_SIMULATED"}
        """)
    #expect(refused["X-RateLimit-Limit"] == "1")
    #expect(refused["X-RateLimit-Remaining"] == "0")
    #expect(refused["X-RateLimit-Reset"] == "1795132860000")
    #expect(refused["Retry-After"] == nil)
  }

  @Test(arguments: [
    (1, "Rate limit exceeded: free-models-per-day. Add 10 credits to unlock 1000 free model requests per day"),
    (1000, "Rate limit exceeded: free-models-per-day-high-balance. "),
  ])
  func `the day's limit speaks to small and to large accounts`(limit: Int, message: String) throws {
    let reset = FreeTierCounter.Verdict.perDay(reset: 1_795_219_200_000)
    let refusal = try #require(Refusal.rateLimit(reset, under: FreeTier(perMinute: 20, perDay: limit)))
    let text = String(decoding: refusal.response.body, as: UTF8.self)
    #expect(refusal.status == 429)
    #expect(text.contains(#""message":"\#(message)","code":429"#))
    #expect(text.contains(#""X-RateLimit-Limit":"\#(limit)","X-RateLimit-Remaining":"0""#))
    #expect(text.contains(#""X-RateLimit-Reset":"1795219200000""#))
    #expect(text.contains(#""limit_source":"openrouter_free_tier_daily""#))
  }

  @Test func `all free models and the router draw on one account, another key on its own`() throws {
    let bench = try Self.bench(FreeTier(perMinute: 2, perDay: 50))
    let router = Bench.chat("openrouter/free", more: #","max_tokens":1"#)
    #expect(try bench.post(router).status == 200)
    #expect(try bench.post(Self.short).status == 200)
    #expect(try bench.post(Bench.chat("northlight/aurora-mini-3b:free")).status == 429)
    #expect(try bench.post(router).status == 429)
    #expect(try bench.post(Self.short, headers: "Authorization: Bearer sk-test-2\r\n").status == 200)
  }

  @Test func `requests that name no free model cost nothing`() throws {
    let bench = try Self.bench(FreeTier(perMinute: 1, perDay: 50))
    #expect(try bench.post(Bench.chat("no/such-model")).status == 400)
    #expect(try bench.post(Bench.chat("northlight/aurora-ultra")).status == 402)
    #expect(try bench.post("{").status == 400)
    #expect(try bench.post(Self.short).status == 200)
  }

  @Test func `the key tells what was used, refused requests included`() throws {
    let bench = try Self.bench(FreeTier(perMinute: 1, perDay: 50))
    for _ in 0..<3 { _ = try bench.post(Self.short) }
    let key = try bench.get("/api/v1/key", headers: Bench.key)
    #expect(key["Cache-Control"] == "private, no-store")
    #expect(key.text.contains(#""free_model_daily_requests":{"used":3,"limit":50,"remaining":47}"#))
    #expect(key.text.contains(#""is_free_tier":true"#))
    #expect(key.text.contains(#""label":"sk-tes...t-1""#))
    #expect(bench.simulator.counts.chatsByStatus == [200: 1, 429: 2])
    #expect(bench.simulator.counts.busiestMinute == 3)
  }

  @Test(arguments: [
    (FreeTier(perMinute: 20, perDay: 50), true, true), (FreeTier(perMinute: 20, perDay: 1000), false, true),
    (nil, false, false),
  ])
  func `the key tells the tier, and nothing of limits where there are none`(
    tier: FreeTier?, isFree: Bool, hasCounter: Bool
  ) throws {
    let key = try Bench(SimulatorSettings(freeTier: tier)).get("/key", headers: Bench.key)
    #expect(key.text.contains(#""is_free_tier":\#(isFree)"#))
    #expect(key.text.contains("free_model_daily_requests") == hasCounter)
  }

  @Test func `the simulated wall clock runs as many times as fast as the machine's`() {
    let clock = SimulatedClock(scale: 60, origin: 5_000_000_000, wallOrigin: Self.start)
    #expect(clock.wall(at: 5_000_000_000) == Self.start)
    #expect(clock.wall(at: 6_000_000_000) == Self.start + 60_000)
    #expect(clock.elapsed(at: 6_000_000_000) == 60_000_000_000)
    #expect(clock.real(60_000_000_000) == 1_000_000_000)
  }
}
