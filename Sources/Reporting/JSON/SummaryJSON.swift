import Benchmark

/// A run's outcome as one JSON object for scripts: numbers unrounded, null where nothing is known.
package enum SummaryJSON {
  /// One line, keys in alphabetical order, a line feed at the end.
  package static func render(_ report: Report) throws -> String {
    try CompactJSON.text(of: summary(of: report)) + "\n"
  }

  private static func summary(of report: Report) -> JSONValue {
    let record = report.run.record
    return .object([
      "run": .string(record.id),
      "suite": .string(record.suite.name),
      "simulated": .bool(report.run.isSimulated),
      "prompts": .integer(record.suite.prompts.count),
      "repetitions": .integer(record.repetitions),
      "trials": .integer(report.cells.count),
      "standings": .array(report.summaries.map { row($0, withCost: report.costsMoney) }),
      "judges": .array(report.judges.map(judge)),
      "time": time(report.timeSpent),
      "notes": .array(report.notes.map { .string($0.sentence) }),
      "warnings": .array(report.run.warnings.map(JSONValue.string)),
    ])
  }

  /// `cost_usd` is there only where something cost money.
  private static func row(_ summary: ContestantSummary, withCost: Bool) -> JSONValue {
    let cost = withCost ? ["cost_usd": number(summary.cost)] : [:]
    return .object(numbers(of: summary).merging(cost) { number, _ in number })
  }

  private static func numbers(of summary: ContestantSummary) -> [String: JSONValue] {
    [
      "rank": .integer(summary.rank),
      "tied_with_above": summary.difference.map { .bool(!$0.isClear) } ?? .null,
      "contestant": .string(summary.contestant.name),
      "model": .string(summary.contestant.model),
      "endpoint": .string(summary.contestant.endpoint),
      "passed": rate(summary.passed),
      "checks": rate(summary.checks),
      "checks_ungraded": .integer(summary.ungraded),
      "score": number(summary.score),
      "score_n": .integer(summary.scoredPrompts),
      "success": rate(summary.succeeded),
      "first_try": .integer(summary.firstTry),
      "length": .integer(summary.lengthLimited),
      "not_sent": .integer(summary.notSent),
      "not_recorded": .integer(summary.notRecorded + summary.lost),
      "cached": .integer(summary.cached),
      "ttft_ms": median(summary.timeToFirstToken),
      "ttft_buffered": .bool(summary.isBuffered),
      "prompt_cache": .object([
        "mixed": .bool(summary.mixesPromptCache), "ttft_cached_ms": median(summary.promptCache.cached),
        "ttft_other_ms": median(summary.promptCache.others),
      ]),
      "latency_ms": median(summary.latency),
      "requests": .object([
        "ttft_ms": distribution(summary.requests.timeToFirstToken),
        "latency_ms": distribution(summary.requests.latency),
      ]),
      "decode_tps": median(summary.decodeRate),
      "tokens": median(summary.tokens),
      "tokens_source": summary.tokens.count > 0 ? .string(summary.tokenSource.rawValue) : .null,
    ]
  }

  private static func judge(_ judge: JudgeUse) -> JSONValue {
    .object([
      "model": .string(judge.model), "requests": .integer(judge.requests),
      "served": .array(judge.served.map { .string($0.text) }), "tokens": judge.tokens.map(JSONValue.integer) ?? .null,
      "cost_usd": number(judge.cost),
    ])
  }

  private static func time(_ spent: TimeSpent) -> JSONValue {
    .object([
      "total_ms": .number(spent.total.milliseconds),
      "causes": .array(
        spent.shares.map { share in
          .object([
            "cause": .string(share.cause.rawValue), "ms": .number(share.time.milliseconds),
            "count": .integer(share.count), "longest_ms": number(share.longest?.milliseconds),
          ])
        }),
      "model_pauses": .array(
        spent.pauses.map { pause in
          .object([
            "contestant": .string(pause.contestant), "ms": .number(pause.time.milliseconds),
            "refusals": .integer(pause.refusals), "longest_ms": .number(pause.longest.milliseconds),
          ])
        }),
      "limits": .array(spent.limits.map(limit)),
    ])
  }

  private static func limit(_ limit: LimitRecord) -> JSONValue {
    .object([
      "wall": .string(limit.wall), "endpoint": .string(limit.endpoint), "allowed_per_minute": .integer(limit.allowed),
      "before": limit.before.map(JSONValue.string) ?? .null, "after": .string(limit.after),
    ])
  }

  /// Wilson's 95 % interval as `lower` and `upper`; all null but the counts when nothing was tried.
  private static func rate(_ rate: Rate) -> JSONValue {
    let interval = rate.interval()
    return .object([
      "successes": .integer(rate.successes), "trials": .integer(rate.trials), "share": number(rate.share),
      "lower": number(interval?.lower), "upper": number(interval?.upper),
    ])
  }

  /// `median` is null where it falls among timeouts; `longer_than` then says what it is known to exceed.
  private static func median(_ sample: Sample) -> JSONValue {
    let median = sample.median
    let interval = sample.medianInterval
    return .object([
      "n": .integer(sample.count), "median": number(known(median)),
      "longer_than": number(median.flatMap { $0.isLowerBound ? $0.value : nil }),
      "lower": number(known(interval?.lower)), "upper": number(known(interval?.upper)),
    ])
  }

  /// Over requests: a quantile is null where they are too few for it, its value where it falls among timeouts.
  private static func distribution(_ sample: Sample) -> JSONValue {
    let quantiles = RequestSamples.quantiles.map { ($0.0, sample.quantile($0.1)) }
    let all = [("min", sample.minimum)] + quantiles + [("max", sample.maximum)]
    return .object(
      Dictionary(uniqueKeysWithValues: all.map { ($0.0, $0.1.map(point) ?? .null) })
        .merging(["n": .integer(sample.count)]) { _, count in count })
  }

  private static func point(_ measured: Measured) -> JSONValue {
    .object([
      "value": number(known(measured)), "longer_than": number(measured.isLowerBound ? measured.value : nil),
    ])
  }

  private static func known(_ measured: Measured?) -> Double? {
    measured.flatMap { $0.isLowerBound ? nil : $0.value }
  }

  /// JSON has no infinity and no NaN, so they are unknown too.
  private static func number(_ value: Double?) -> JSONValue {
    value.flatMap { $0.isFinite ? .number($0) : nil } ?? .null
  }
}
