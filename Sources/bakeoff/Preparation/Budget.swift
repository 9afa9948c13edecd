internal import Benchmark
internal import Harness

/// What a plan will take before it takes anything: requests, time, quota and days.
struct Budget: Hashable, Sendable {
  var prompts: Int
  /// Requests that each contestant takes for all prompts once, at the least; nil: one a prompt.
  var turns: Int?
  /// Calls of tools are answered, which takes more requests than are counted here.
  var answersTools = false
  var contestants: Int
  var repetitions: Int
  /// Requests to each contestant before the measured ones.
  var warmUps = 0
  /// How many of the contestants draw on the free quota.
  var freeContestants: Int
  var rate: RequestRate?
  /// Free requests left today; nil where nobody says.
  var remaining: Int?
  /// Free requests of a whole day.
  var daily: Int?
  /// Whether what is left is our own count alone.
  var isOurCount = false
  /// Those who judge the answers, none twice.
  var judges: [String] = []
  var judging = JudgeLoad()
  /// That of judges who draw on the free quota.
  var freeJudging = JudgeLoad()
  /// Of a run that is resumed: what is still to be sent.
  var left: Left?

  /// Requests that earlier sessions left.
  struct Left: Hashable, Sendable {
    var requests: Int
    /// Those that draw on the free quota.
    var free: Int
    var judging = 0
    var freeJudging = 0
  }

  /// Of the whole plan, judges left out.
  var planned: Int { requests(of: contestants) }
  /// Still to be sent to contestants.
  var requests: Int { left?.requests ?? planned }
  /// Still to be sent to judges, if all contestants answer.
  var judgeRequests: Int {
    left?.judging ?? judging.requests(contestants: contestants, repetitions: repetitions)
  }
  /// All that draw on the free quota.
  var freeRequests: Int {
    if let left { return left.free + left.freeJudging }
    return requests(of: freeContestants)
      + freeJudging.requests(contestants: contestants, repetitions: repetitions)
  }

  private func requests(of contestants: Int) -> Int {
    Count.product(Count.sum([Count.product(once, repetitions), warmUps]), contestants)
  }

  private var once: Int { turns ?? prompts }

  /// How many requests the day's quota cannot cover; 0 where the quota is unknown.
  var shortage: Int { max(freeRequests - (remaining ?? freeRequests), 0) }

  /// What is left of the day's quota when all is sent; nil where it is unknown or too small.
  var resumeState: Int? { remaining.flatMap { $0 < freeRequests ? nil : $0 - freeRequests } }

  /// The least time at the limit; nil without one.
  var duration: Nanoseconds? { rate?.time(for: requests + judgeRequests) }

  /// On how many days, today included, whole blocks of requests are sent; nil where the quota is unknown or no day
  /// holds a block.
  var days: Int? {
    guard let remaining else { return nil }
    if freeRequests <= remaining { return 1 }
    // Where judges alone draw on the quota, each of their requests is a block.
    let block = max(freeContestants, 1)
    guard let daily, daily >= block else { return nil }
    let most = daily - daily % block
    let later = freeRequests - (remaining - remaining % block)
    return 1 + (later + most - 1) / most
  }

  /// The largest plan of the same shape that the day's quota covers: fewer repetitions, then fewer contestants.
  ///
  /// Nil where not even one repetition of one contestant fits.
  var fitted: Budget? {
    guard let remaining, shortage > 0, left == nil, once > 0 else { return self }
    for dropped in 0..<freeContestants {
      let free = freeContestants - dropped
      let each = free * once + freeJudging.requests(contestants: contestants - dropped, repetitions: 1)
      let repetitions = min((remaining - free * warmUps) / each, repetitions)
      guard repetitions > 0 else { continue }
      var budget = self
      budget.repetitions = repetitions
      budget.freeContestants = free
      budget.contestants -= dropped
      return budget
    }
    return nil
  }
}
