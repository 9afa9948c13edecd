import Benchmark

/// A column of the CSV export: its name and how a row fills it.
struct CSVColumn: Sendable {
  let name: String
  let cell: @Sendable (CSVRow) throws -> CSVCell

  init(_ name: String, _ cell: @escaping @Sendable (CSVRow) throws -> CSVCell) {
    self.name = name
    self.cell = cell
  }

  /// Long text stands last, where it hides nothing.
  static let all = identity + outcome + Metric.allCases.map(CSVColumn.init) + usage + transfer + verdict + texts

  private init(_ metric: Metric) {
    self.init(metric.name) { row in .number(metric.value(of: row.attempts)) }
  }

  private static let identity = [
    CSVColumn("run") { .text($0.report.run.record.id) },
    CSVColumn("suite") { .text($0.report.run.record.suite.name) },
    CSVColumn("prompt") { .text($0.report.prompt(of: $0.cell).id) },
    CSVColumn("contestant") { .text($0.report.contestant(of: $0.cell).name) },
    CSVColumn("repetition") { .integer($0.cell.trial.repetition) },
    CSVColumn("warm_up") { .flag($0.cell.trial.isWarmUp) },
    CSVColumn("trial") { .integer($0.cell.trial.number) },
    CSVColumn("turn") { .integer($0.attempt?.place.turn) },
    CSVColumn("round") { .integer($0.attempt?.place.round) },
    CSVColumn("attempt") { .integer($0.attempt?.attempt) },
    CSVColumn("is_result") { .flag($0.attempt == nil ? nil : $0.isResult) },
    CSVColumn("session") { .integer($0.attempt?.session) },
    CSVColumn("wall") { .text($0.attempt?.wall) },
    CSVColumn("simulated") { .flag($0.attempt?.simulated) },
  ]

  private static let outcome = [
    CSVColumn("outcome") { .text($0.attempt?.outcome.kind.rawValue) },
    CSVColumn("not_sent") { .text($0.isResult ? $0.cell.notSentReason : nil) },
    CSVColumn("status") { .integer($0.attempt?.status) },
    CSVColumn("message") { .text($0.attempt?.outcome.message) },
    CSVColumn("code") { .text($0.attempt?.outcome.code) },
    CSVColumn("curl_code") { .integer($0.attempt?.outcome.curlCode) },
    CSVColumn("limit_source") { .text($0.attempt?.outcome.limitSource) },
    CSVColumn("retry_after") { .number($0.attempt?.outcome.retryAfter) },
    CSVColumn("resets_at") { .text($0.attempt?.outcome.resetsAt) },
    CSVColumn("suspended") { .flag($0.attempt?.suspended) },
    CSVColumn("cached") { .text($0.attempt?.cached) },
  ]

  private static let usage = [
    CSVColumn("tokens_source") { .text($0.attempt?.tokens?.source.rawValue) },
    CSVColumn("prompt_tokens") { .integer($0.attempt?.usage?.promptTokens) },
    CSVColumn("completion_tokens") { .integer($0.attempt?.usage?.completionTokens) },
    CSVColumn("total_tokens") { .integer($0.attempt?.usage?.totalTokens) },
    CSVColumn("reasoning_tokens") { .integer($0.attempt?.usage?.reasoningTokens) },
    CSVColumn("cached_tokens") { .integer($0.attempt?.usage?.cachedTokens) },
    CSVColumn("prompt_cached") { .flag($0.attempt?.metPromptCache) },
    CSVColumn("cost") { .number($0.attempt?.cached == nil ? $0.attempt?.usage?.cost : nil) },
  ]

  private static let transfer = [
    CSVColumn("streamed") { .flag($0.attempt?.streamed) },
    CSVColumn("reads") { .integer($0.attempt?.reads.count) },
    CSVColumn("text_events") { .integer($0.attempt?.textEvents) },
    CSVColumn("nonce") { .text($0.attempt?.nonce) },
    CSVColumn("reused") { .flag($0.attempt?.connection.reused) },
    CSVColumn("http_version") { .text($0.attempt?.connection.httpVersion) },
    CSVColumn("dns_ms") { .number($0.attempt?.connection.nameLookup?.milliseconds) },
    CSVColumn("tcp_ms") { .number($0.attempt?.connection.tcp?.milliseconds) },
    CSVColumn("tls_ms") { .number($0.attempt?.connection.tls?.milliseconds) },
    CSVColumn("bytes_sent") { .integer($0.attempt?.connection.bytesSent) },
    CSVColumn("bytes_received") { .integer($0.attempt?.connection.bytesReceived) },
    CSVColumn("requested_model") { .text($0.attempt?.requestedModel) },
    CSVColumn("served_model") { .text($0.attempt?.servedModel) },
    CSVColumn("provider") { .text($0.attempt?.provider) },
    CSVColumn("generation_id") { .text($0.attempt?.generationID) },
    CSVColumn("finish_reason") { .text($0.attempt?.finishReason) },
    CSVColumn("native_finish_reason") { .text($0.attempt?.nativeFinishReason) },
    CSVColumn("reasoning") { .text($0.attempt?.reasoning.rawValue) },
  ]

  private static let verdict = [
    CSVColumn("checks") { .integer($0.checks?.count) },
    CSVColumn("checks_passed") { .integer($0.checks?.count { $0.passed == true }) },
    CSVColumn("checks_ungraded") { .integer($0.checks?.count { $0.passed == nil }) },
    CSVColumn("passed") { .flag($0.isResult ? $0.cell.passes : nil) },
    CSVColumn("score") { .number($0.isResult ? $0.cell.score : nil) },
    CSVColumn("failed_checks") { row in
      // A list as JSON: whatever separates sentences may stand in one.
      guard let failures = row.failures, !failures.isEmpty else { return .text(nil) }
      return .text(try CompactJSON.text(of: failures))
    },
    CSVColumn("stripped") { row in
      .text(row.attempt?.stripped.map { $0.isEmpty ? "nothing" : $0.map(\.rawValue).joined(separator: " ") })
    },
    CSVColumn("notes") { .text($0.attempt?.notes.joined(separator: "; ")) },
  ]

  private static let texts = [
    CSVColumn("answer") { .text($0.attempt?.answer) },
    CSVColumn("reasoning_text") { .text($0.attempt?.reasoningText) },
    CSVColumn("tool_calls") { row in
      guard let calls = row.attempt?.toolCalls, !calls.isEmpty else { return .text(nil) }
      return .text(try CompactJSON.text(of: calls))
    },
    CSVColumn("parts") { row in
      guard let parts = row.attempt?.parts else { return .text(nil) }
      return .text(try CompactJSON.text(of: parts))
    },
  ]
}

extension CSVRow {
  /// Checks judge a trial's result and nothing before it.
  fileprivate var checks: [CheckResult]? { isResult && cell.counts ? cell.assessment.results : nil }

  /// What those say that did not pass.
  fileprivate var failures: [String]? { checks?.filter { $0.passed != true }.map(\.sentence) }
}
