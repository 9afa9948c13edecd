internal import Arguments
internal import Benchmark
internal import Harness

/// How many requests, how fast, and how long each may take.
struct PacingOptions: Sendable {
  var repetitions = 1
  var warmUps = 0
  var concurrency = 8
  var rate: RateOption?
  var orderSeed: UInt64?
  var connect = SpanOption.seconds(5)
  var firstToken = SpanOption.seconds(60)
  var gap = SpanOption.seconds(30)
  var total = SpanOption.seconds(300)
  var retries = 2
  var streams = true
  var http2 = false

  static let arguments = Argument<Self>.section(
    "PACE",
    [
      .option(
        "repetitions", short: "n", \.repetitions, valueName: "n", help: "How often each prompt is sent.",
        default: Self()),
      .option(
        "warmup", \.warmUps, valueName: "n",
        help: "Requests to each model before the measured ones; they cost quota like any other.", default: Self()),
      .option(
        "concurrency", short: "c", \.concurrency, valueName: "n", help: "The most requests in flight at once.",
        default: Self()),
      .option(
        "rate", \.rate, valueName: "rate",
        help: "The most requests in any window of time, as 20/min, 6/10s or off. Without it: 18/min where "
          + "OpenRouter's free models are asked, off elsewhere."),
      .option(
        "order-seed", \.orderSeed, valueName: "n",
        help: "Repeats the order of an earlier run. Without it: a new one, which is recorded."),
      .option(
        "connect-timeout", \.connect, valueName: "time", help: "The longest wait for a connection.", default: Self()),
      .option(
        "first-token-timeout", \.firstToken, valueName: "time", help: "The longest wait for the first token.",
        default: Self()),
      .option(
        "gap-timeout", \.gap, valueName: "time", help: "The longest silence within a stream.", default: Self()),
      .option("timeout", \.total, valueName: "time", help: "The longest time for a whole answer.", default: Self()),
      .option(
        "retries", \.retries, valueName: "n",
        help: "How often a request is sent again that failed for reasons that pass: 429, 5xx, no connection, an error "
          + "before the first token. Each costs quota like any other.", default: Self()),
      .flag("no-retry", \.retries, sets: 0, help: "Send nothing again."),
      .flag("no-stream", \.streams, sets: false, help: "Do not stream; there is no time to first token then."),
      .flag("http2", \.http2, help: "Allow HTTP/2, where all streams share a connection and wait for each other."),
    ])

  func validate() throws(UsageError) {
    try check("repetitions", repetitions, RunRecord.repetitionRange)
    try check("warmup", warmUps, RunRecord.warmUpRange)
    try check("concurrency", concurrency, RunRecord.concurrencyRange)
    try check("retries", retries, RunRecord.retryRange)
  }

  private func check(_ name: String, _ value: Int, _ range: ClosedRange<Int>) throws(UsageError) {
    guard !range.contains(value) else { return }
    throw .rule(
      "The value '\(value)' is invalid for '--\(name) <n>': give \(range.lowerBound) to \(range.upperBound).")
  }

  var deadlines: DeadlineRecord {
    DeadlineRecord(
      connect: connect.seconds, firstToken: firstToken.seconds, gap: gap.seconds, total: total.seconds)
  }
}
