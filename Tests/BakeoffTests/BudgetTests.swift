import Benchmark
import Harness
import Testing

@testable import bakeoff

/// The arithmetic of plans, without a network.
@Suite struct BudgetTests {
  /// 10 prompts, free models alone, 50 free requests a day.
  private func budget(
    models: Int, repetitions: Int = 1, warmUps: Int = 0, remaining: Int?, daily: Int? = 50, paid: Int = 0
  ) -> Budget {
    Budget(
      prompts: 10, contestants: models + paid, repetitions: repetitions, warmUps: warmUps, freeContestants: models,
      remaining: remaining, daily: daily)
  }

  @Test func `a plan counts its warm-ups, and paid models draw on no quota`() {
    #expect(budget(models: 3, repetitions: 2, warmUps: 1, remaining: 50).requests == 63)
    #expect(budget(models: 3, remaining: 50, paid: 2).requests == 50)
    #expect(budget(models: 3, remaining: 50, paid: 2).freeRequests == 30)
  }

  @Test func `judges count with every contestant, in comparisons with every pair`() {
    var plan = budget(models: 3, repetitions: 2, remaining: 100, paid: 1)
    plan.judges = ["j:free", "k"]
    plan.judging = JudgeLoad(perContestant: 12, perRival: 2)
    plan.freeJudging = JudgeLoad(perContestant: 10)
    // 2 × 4 × 12 alone, and 2 × 4 × 3 × 2 in pairs.
    #expect(plan.judgeRequests == 96 + 48)
    #expect(plan.freeRequests == 60 + 80)
    #expect(plan.shortage == 40)
    // A repetition takes 30 of contestants and 40 of judges.
    #expect(plan.fitted?.repetitions == 1)
    plan.remaining = 139
    #expect(plan.fitted?.repetitions == 1)
    plan.remaining = 140
    #expect(plan.fitted?.repetitions == 2)
    plan.left = Budget.Left(requests: 3, free: 2, judging: 7, freeJudging: 5)
    #expect(plan.judgeRequests == 7)
    #expect(plan.freeRequests == 7)
    #expect(
      "\(PlanLine(budget: plan))".hasPrefix(
        "3 of 80 requests (4 models × 10 prompts × 2 repetitions) and up to 7 to judges (j:free, k)"))
  }

  @Test func `what the day cannot cover, and what it leaves`() {
    #expect(budget(models: 3, remaining: 29).shortage == 1)
    #expect(budget(models: 3, remaining: 29).resumeState == nil)
    #expect(budget(models: 3, remaining: 30).shortage == 0)
    #expect(budget(models: 3, remaining: 41).resumeState == 11)
    #expect(budget(models: 3, remaining: nil).shortage == 0)
    #expect(budget(models: 3, remaining: nil).resumeState == nil)
  }

  @Test func `days hold whole blocks, and the first has what is left of it`() {
    #expect(budget(models: 3, remaining: 30).days == 1)
    #expect(budget(models: 3, remaining: 29).days == 2)
    #expect(budget(models: 3, remaining: 0).days == 2)
    // 48 a day in blocks of 3: 300 − 48 is 252, which is 5.25 days.
    #expect(budget(models: 3, repetitions: 10, remaining: 50).days == 7)
    // 40 a day in blocks of 40, 20 of the first day's 60 unused.
    #expect(budget(models: 40, remaining: 60, daily: 50).days == 10)
    #expect(budget(models: 60, remaining: 50).days == nil)
    #expect(budget(models: 3, remaining: 29, daily: nil).days == nil)
    #expect(budget(models: 3, remaining: nil).days == nil)
  }

  @Test func `where judges alone draw on the quota, each of their requests is a block`() {
    func days(remaining: Int, daily: Int = 50) -> Int? {
      var plan = budget(models: 0, remaining: remaining, daily: daily, paid: 2)
      plan.freeJudging = JudgeLoad(perContestant: 10)
      return plan.days
    }
    for (remaining, expected) in [(20, 1), (19, 2), (3, 2), (0, 2)] { #expect(days(remaining: remaining) == expected) }
    #expect(days(remaining: 2, daily: 5) == 5)
    #expect(days(remaining: 2, daily: 0) == nil)
  }

  @Test func `trimming takes repetitions first, then the models named last`() {
    struct Row {
      var whole: Budget
      var repetitions: Int?
      var models = 0
    }
    let rows = [
      Row(whole: budget(models: 3, repetitions: 5, remaining: 150), repetitions: 5, models: 3),
      Row(whole: budget(models: 3, repetitions: 5, remaining: 149), repetitions: 4, models: 3),
      Row(whole: budget(models: 3, repetitions: 5, remaining: 35), repetitions: 1, models: 3),
      Row(whole: budget(models: 3, repetitions: 5, remaining: 29), repetitions: 1, models: 2),
      Row(whole: budget(models: 3, repetitions: 5, remaining: 19), repetitions: 1, models: 1),
      Row(whole: budget(models: 3, repetitions: 5, warmUps: 2, remaining: 25), repetitions: 1, models: 2),
      Row(whole: budget(models: 3, repetitions: 5, remaining: 19, paid: 2), repetitions: 1, models: 3),
      Row(whole: budget(models: 3, repetitions: 5, remaining: 9)),
      Row(whole: budget(models: 1, warmUps: 4, remaining: 13)),
    ]
    for row in rows {
      let fitted = row.whole.fitted
      #expect(fitted?.repetitions == row.repetitions)
      #expect(fitted?.contestants ?? 0 == row.models)
      #expect(fitted.map { $0.shortage == 0 } ?? true)
    }
  }

  @Test func `the line says all of it`() {
    let rate = RequestRate(limit: 18, window: 60_000_000_000)
    func line(_ change: (inout Budget) -> Void) -> String {
      var whole = budget(models: 2, remaining: 50)
      change(&whole)
      return PlanLine(budget: whole).description
    }
    let rows: [((inout Budget) -> Void, String)] = [
      ({ $0.remaining = nil }, "20 requests (2 models × 10 prompts), no rate limit"),
      (
        { $0.rate = rate },
        "20 requests (2 models × 10 prompts), at least 1 min 3 s at 18/min; 50 of 50 free requests left today, "
          + "30 afterwards"
      ),
      (
        { ($0.repetitions, $0.warmUps, $0.remaining) = (3, 1, 7) },
        "62 requests (2 models × 10 prompts × 3 repetitions, 1 warm-up each), no rate limit; 7 of 50 free requests "
          + "left today, 3 days needed"
      ),
      (
        { ($0.freeContestants, $0.contestants) = (0, 1) }, "10 requests (1 model × 10 prompts), no rate limit"
      ),
      (
        { ($0.remaining, $0.isOurCount) = (20, true) },
        "20 requests (2 models × 10 prompts), no rate limit; 20 of 50 free requests left today by our own count, "
          + "0 afterwards"
      ),
      (
        { ($0.left, $0.daily) = (Budget.Left(requests: 4, free: 4), nil) },
        "4 of 20 requests (2 models × 10 prompts), no rate limit; 50 free requests left today, 46 afterwards"
      ),
    ]
    for (change, expected) in rows { #expect(line(change) == expected) }
  }

  @Test func `a day ends between two blocks`() {
    let trials = Plan(prompts: 4, contestants: 3, repetitions: 1, seed: 1, warmUps: 1).trials
    for (remaining, today) in [(0, 0), (2, 0), (3, 3), (5, 3), (6, 6), (14, 12), (15, 15), (99, 15)] {
      let allotment = QuotaAllocation(trials, remaining: remaining) { _ in 1 }
      #expect(allotment.today.count == today)
      #expect(allotment.today + allotment.later == trials)
    }
    #expect(QuotaAllocation(trials, remaining: nil) { _ in 1 }.later.isEmpty)
    #expect(QuotaAllocation(trials, remaining: 2) { $0.contestant == 0 ? 1 : 0 }.today.count == 6)
    // What is left of a block by a crash is a block too.
    #expect(QuotaAllocation(Array(trials.dropFirst(2)), remaining: 2) { _ in 1 }.today.count == 1)
  }

  @Test func `turns are requests too, and with tools nobody knows how many`() {
    var talk = budget(models: 2, repetitions: 2, warmUps: 1, remaining: 100)
    talk.turns = 14
    #expect(talk.requests == 58)
    #expect(PlanLine(budget: talk).description.hasPrefix("58 requests (2 models × 10 prompts × 2 repetitions"))
    talk.answersTools = true
    #expect(PlanLine(budget: talk).description.hasPrefix("at least 58 requests (2 models"))
    let trials = Plan(prompts: 2, contestants: 2, repetitions: 1, seed: 1).trials
    #expect(QuotaAllocation(trials, remaining: 5) { $0.prompt == 0 ? 2 : 1 }.today.count == 2)
  }

  @Test func `a command can be pasted back`() {
    #expect(
      CommandText.run(like: ["plan", "my suite.json", "--system", "Don't", "-m", "a/b:free", ""], adding: "--fit")
        == #"bakeoff run 'my suite.json' --system 'Don'\''t' -m a/b:free '' --fit"#)
  }

  @Test func `the day begins anew at midnight`() {
    func words(_ now: Int64, offset: Int64, _ zone: String) -> String {
      QuotaReset(now: now) { LocalTime(milliseconds: $0, offset: offset, zone: zone) }.words
    }
    let midnight: Int64 = 86_400_000 * 20_000
    #expect(words(midnight, offset: 0, "UTC") == "00:00 UTC, in 24 h")
    #expect(words(midnight - 90_000, offset: 0, "GMT") == "00:00 UTC, in 1 min 30 s")
    #expect(words(midnight - 90_000, offset: 3_600, "CET") == "01:00 CET (00:00 UTC), in 1 min 30 s")
    #expect(words(midnight, offset: 20_700, "+0545") == "05:45 +0545 (00:00 UTC), in 24 h")
    #expect(words(midnight, offset: -12_600, "NST") == "20:30 NST (00:00 UTC), in 24 h")
    let stamp = LocalTime(milliseconds: midnight, offset: -12_600, zone: "NST").stamp
    #expect(stamp == "2024-10-03T20:30:00.000-03:30")
  }
}
