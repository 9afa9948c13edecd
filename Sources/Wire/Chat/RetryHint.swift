internal import Benchmark

/// When to come back, as headers or an error's members say it; what makes no sense is left out, and named.
struct RetryHint {
  /// Seconds that the server asks us to wait.
  var seconds: Double?
  /// When the limit that is used up is reset: milliseconds since 1970.
  var resetsAtMilliseconds: Int64?
  /// The same in seconds from now on, by the server's own clock: ours may be wrong.
  var resetsAfter: Double?
  var limit: Int?
  /// The server's own word on whether another try makes sense.
  var shouldRetry: Bool?
  /// Names and values that say no time, as in `retry-after: -1`.
  var nonsense: [String] = []

  private typealias Hint = (name: String, text: String?)

  /// Characters of a text that says no time, for people to see what came.
  private static let longestNonsense = 40

  /// Headers that say when a limit is reset, each with the one that says how much is left of it.
  private static let resets = [
    ("x-ratelimit-reset", "x-ratelimit-remaining"),
    ("x-ratelimit-reset-requests", "x-ratelimit-remaining-requests"),
    ("x-ratelimit-reset-tokens", "x-ratelimit-remaining-tokens"),
    ("ratelimit-reset", "ratelimit-remaining"),
    ("anthropic-ratelimit-requests-reset", "anthropic-ratelimit-requests-remaining"),
    ("anthropic-ratelimit-tokens-reset", "anthropic-ratelimit-tokens-remaining"),
  ]

  /// `retry-after-ms` is finer than `Retry-After`, and 0 of it does not mean at once; both win over `RateLimit`.
  ///
  /// `now` is the server's clock in milliseconds since 1970; nil where it does not tell.
  init(headers: Headers, now: Int64?) {
    let asked = headers["retry-after"].flatMap(HintedTime.init)
    seconds =
      headers["retry-after-ms"].flatMap(Self.milliseconds) ?? asked?.seconds(since: now)
      ?? headers["ratelimit"].flatMap(Self.structured)
    let resets = Self.resets.compactMap { reset, remaining in
      Self.isLeft(headers[remaining]) ? nil : headers[reset].flatMap(HintedTime.init)
    }.filter { now == nil || $0.seconds(since: now) != nil }
    resetsAtMilliseconds = (resets + (now == nil ? [asked].compactMap(\.self) : [])).compactMap(\.instant).max()
    resetsAfter = resets.compactMap { $0.seconds(since: now) }.max()
    limit = headers["x-ratelimit-limit"].flatMap { Int($0) }.flatMap(Count.admitted).flatMap { $0 > 0 ? $0 : nil }
    shouldRetry = headers["x-should-retry"].flatMap { Bool($0.lowercased()) }
    addNonsense((["retry-after", "retry-after-ms"] + Self.resets.map(\.0)).map { ($0, headers[$0]) })
  }

  /// OpenRouter repeats its headers in `metadata`; Google puts a duration among the details.
  init(error: JSON, now: Int64?) {
    let metadata = error["metadata"]
    self.init(headers: Headers(metadata?["headers"]), now: now)
    let asked: [Hint] = [
      ("retry_after_seconds", metadata?["retry_after_seconds"]?.text),
      ("retry_after_seconds_raw", metadata?["retry_after_seconds_raw"]?.text),
      ("retry_after", error["availability"]?["retry_after"]?.text),
    ]
    let details = error["details"].map { Array($0.elements) } ?? []
    let delays: [Hint] = details.map { ("retryDelay", $0["retryDelay"]?.string) }
    let first = { (hints: [Hint]) in
      hints.lazy.compactMap { $0.text.flatMap(HintedTime.init)?.seconds(since: now) }.first
    }
    seconds = first(asked) ?? seconds ?? first(delays)
    addNonsense(asked + delays)
  }

  private mutating func addNonsense(_ hints: [Hint]) {
    for case (let name, let text?) in hints where HintedTime.isNonsense(text) {
      nonsense.append("\(name): \(text.shortened(to: Self.longestNonsense))")
    }
  }

  private static func milliseconds(_ text: String) -> Double? {
    guard let value = HintedTime.number(text), value > 0 else { return nil }
    return min(value / 1000, HintedTime.longest)
  }

  private static func isLeft(_ remaining: String?) -> Bool { remaining.flatMap(Double.init).map { $0 > 0 } ?? false }

  /// Seconds until the last of the limits that are used up is reset: `"burst";r=0;t=30, "day";r=5;t=900` says 30.
  ///
  /// draft-ietf-httpapi-ratelimit-headers-11, section 4.
  private static func structured(_ text: String) -> Double? {
    text.split(separator: ",").compactMap { limit in
      let parameters = limit.split(separator: ";").map { $0.trimmingPrefix(while: \.isWhitespace) }
      func value(_ name: String) -> String? {
        parameters.first { $0.hasPrefix(name + "=") }.map { String($0.dropFirst(name.count + 1)) }
      }
      return isLeft(value("r")) ? nil : value("t").flatMap { HintedTime($0)?.seconds(since: nil) }
    }.max()
  }
}
