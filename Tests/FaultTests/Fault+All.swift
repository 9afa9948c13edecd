import Benchmark

extension Fault {
  static let all = answers + refusals + breakages + timeouts + limits + texts

  /// Deadlines short enough to wait for, and far longer than any piece of an answer takes.
  static let short = [
    "--first-token-timeout", "1s", "--gap-timeout", "800ms", "--timeout", "1500ms",
  ]

  private static let answers = [
    Fault("ok", .ok, example: true),
    Fault("ok-1byte", .ok, answer: "Canberra"),
    Fault("ok-crlf", .ok, answer: "Canberra"),
    Fault("ok-chunked-mid-utf8", .ok, example: true, answer: "Zürich, Łódź, 東京 🦦"),
    Fault("comments", .ok, example: true, firstToken: 2),
    Fault("no-done", .ok),
    Fault("done-stall", .ok, example: true, answer: "Canberra", options: short),
    Fault("done-reset", .ok, answer: "Canberra"),
    Fault(
      "bad-json-event", .damaged, example: true, answer: "Canberra", message: "words of the answer are missing",
      retried: Retried(requests: 1, outcome: .damaged)),
    Fault("dup-choice", .ok, answer: "one"),
    Fault("usage-lies", .ok, answer: "Canberra"),
    Fault("json-instead-of-sse", .ok, answer: "Canberra"),
    Fault("hundred-continue", .ok),
    Fault("date-skew", .ok),
    Fault("gzip-ok", .ok, answer: "Canberra"),
    Fault("gzip-ok-models", .ok),
    Fault("finish-length", .length, example: true, answer: "Canb"),
    Fault("empty-content", .empty, example: true, retried: Retried(requests: 3, outcome: .empty)),
    Fault("reasoning-only", .empty, retried: Retried(requests: 1, outcome: .empty)),
    Fault("wrong-types", .ok, answer: "{\"a\":1}"),
    Fault("queue-latency", .ok, firstToken: 1),
  ]

  private static let refusals = [
    Fault("429-seconds", .rateMinute, example: true, retried: Retried(wait: 2)),
    Fault("429-date", .rateMinute, retried: Retried(wait: 2)),
    Fault("429-past-date", .rateMinute, retried: Retried()),
    Fault("429-ms", .rateMinute, retried: Retried(wait: 1.5)),
    Fault("429-ms-zero", .rateMinute, retried: Retried(wait: 1)),
    Fault("429-huge", .rateMinute, exit: 3, retried: Retried(requests: 1, outcome: .rateMinute)),
    Fault("429-garbage", .rateMinute, retried: Retried()),
    Fault("429-nan", .rateMinute, retried: Retried()),
    Fault("429-forever", .rateMinute, retried: Retried(requests: 3, outcome: .rateMinute)),
    Fault("429-xratelimit", .rateMinute, retried: Retried()),
    Fault("429-minute-16", .rateMinute, retried: Retried()),
    Fault("429-upstream", .rateUpstream, example: true, retried: Retried(wait: 2)),
    Fault("429-upstream-no-hint", .rateUpstream, retried: Retried()),
    Fault("429-day", .rateDay, exit: 3, example: true, message: "free-models-per-day."),
    Fault("429-day-high-balance", .rateDay, exit: 3, message: "free-models-per-day-high-balance"),
    Fault("no-retry-400", .http4xx, example: true, retried: Retried(requests: 1, outcome: .http4xx)),
    Fault("no-retry-401", .auth, exit: 78, example: true, retried: Retried(requests: 1, outcome: .auth)),
    Fault("no-retry-402", .payment, exit: 3, example: true, retried: Retried(requests: 1, outcome: .payment)),
    Fault("no-retry-403", .policy, example: true, retried: Retried(requests: 1, outcome: .policy)),
    Fault("no-retry-404", .http4xx, retried: Retried(requests: 1, outcome: .http4xx)),
    Fault("no-retry-404-policy", .policy, message: "data policy", retried: Retried(requests: 1, outcome: .policy)),
    Fault("retry-500", .http5xx, retried: Retried()),
    Fault("retry-502-html", .http5xx, example: true, retried: Retried()),
    Fault("retry-503-after", .http5xx, retried: Retried(wait: 2)),
    Fault("retry-408", .http4xx, retried: Retried()),
    Fault("retry-409", .http4xx, retried: Retried()),
    Fault("retry-524", .http5xx, retried: Retried()),
    Fault("retry-529", .http5xx, retried: Retried()),
    Fault("retry-530", .http5xx, retried: Retried()),
    Fault("x-should-retry-false", .http5xx, retried: Retried(requests: 1, outcome: .http5xx)),
    Fault("x-should-retry-true", .http4xx, retried: Retried()),
    Fault("redirect-other-host", .badResponse),
    Fault("redirect-https-downgrade", .badResponse),
    Fault("redirect-301-get", .badResponse),
    Fault("redirect-loop", .badResponse),
  ]

  private static let breakages = [
    Fault("no-finish", .cutOff),
    Fault("trunc-json", .cutOff, answer: "Canb"),
    Fault("chunked-cut", .cutOff, example: true, answer: "One two three"),
    Fault("close-mid", .cutOff, answer: "One two three"),
    Fault(
      "reset-mid", .cutOff, answer: "One two three",
      retried: Retried(requests: 1, outcome: .cutOff)),
    Fault(
      "midstream-error", .streamError, example: true, answer: "One two three", message: "Provider returned error",
      retried: Retried(requests: 1, outcome: .streamError)),
    Fault(
      "midstream-429", .streamError, answer: "One two three",
      retried: Retried(requests: 1, outcome: .streamError)),
    Fault("error-before-token", .streamError, answer: "", retried: Retried()),
    Fault(
      "error-200-json", .streamError, message: "Internal Server Error",
      retried: Retried(requests: 3, outcome: .streamError)),
    Fault("html-200", .badResponse),
    Fault("204", .badResponse, retried: Retried(requests: 1, outcome: .badResponse)),
    Fault("reset-before", .ok, example: true, resent: 1),
    Fault("empty-reply", .network, example: true, resent: 1, retried: Retried()),
    Fault("garbage", .badResponse, example: true, message: "is not HTTP"),
    Fault("deep-json", .cutOff),
    Fault(
      "gzip-corrupt", .badResponse, example: true, message: "the compression of the body is broken",
      retried: Retried(requests: 1, outcome: .badResponse)),
  ]

  private static let timeouts = [
    Fault("stall-headers", .timeoutFirstToken, options: short),
    Fault("stall-first-token", .timeoutFirstToken, example: true, options: short),
    Fault("stall-mid", .timeoutGap, example: true, answer: "One two three", options: short),
    Fault("slowloris", .timeoutFirstToken, options: short),
    Fault("byte-a-minute", .timeoutFirstToken, options: short),
    Fault("drip-comments", .timeoutFirstToken, options: short),
    Fault("drip-tokens", .timeoutTotal, example: true, options: short),
  ]

  private static let limits = [
    Fault("many-headers", .tooLarge, example: true, message: "headers"),
    Fault("big-header", .tooLarge, message: "headers"),
    Fault("endless-line", .tooLarge, example: true, message: "one event"),
    Fault("endless-comments", .tooLarge, message: "the answer is larger"),
    Fault("endless-tokens", .tooLarge, message: "the answer is larger"),
    Fault("gzip-bomb", .tooLarge, example: true, message: "one event"),
    Fault("gzip-bomb-models", .ok),
    Fault("gzip-corrupt-models", .ok),
    Fault("huge-line-ok", .ok),
    Fault("million-events", .empty),
    Fault("many-tokens", .ok),
  ]

  private static let texts = [
    Fault("echo-key", .http4xx, message: "Bad key: [key removed]"),
    Fault("echo-key-stream", .ok, example: true, answer: "Your key is [key removed], isn't it?"),
    Fault("ansi-output", .ok, example: true, answer: "\u{1B}[31mred\u{1B}[0m \u{1B}]0;title\u{7} \u{9B}1m \u{202E}gnp"),
    Fault("html-output", .ok, answer: "<script>alert(1)</script><img src=x onerror=alert(2)> | `a` | </td>"),
    Fault("csv-output", .ok, answer: "=HYPERLINK(\"http://x\",\"y\"),+1,-1,@SUM(A1)\r\n\"quoted\""),
    Fault("nul-output", .ok, answer: "a\0b\u{1}c\u{7F}d"),
    Fault("lone-surrogate", .ok, answer: "a\u{FFFD}b"),
    Fault("bad-utf8", .ok, answer: "a\u{FFFD}\u{FFFD}b"),
    Fault("model-mismatch", .ok),
  ]
}
