internal import Benchmark
internal import Harness
internal import Reporting

/// An account's quota in plain words.
struct QuotaText: Sendable {
  private static let labelWidth = 13

  private var status: AccountQuota
  private var reset: QuotaReset

  init(_ status: AccountQuota, reset: QuotaReset) {
    self.status = status
    self.reset = reset
  }

  var lines: [String] {
    let quota = status.quota
    let held = quota.held > 0 ? ["nothing may leave for \(DurationText.short(quota.held)): the server wants it"] : []
    return [TerminalText.escaped("\(status.account.origin), account '\(status.account.name)'")]
      + held.map { row("held", $0) }
      + (quota.window.map { [row(QuotaText.name(of: $0), QuotaText.words(of: $0))] } ?? [])
      + [
        row("today", day), row("by ledger", "\(status.quota.day.booked) booked, whatever became of them"),
        row("by server", server),
      ]
      + spent
  }

  private func row(_ label: String, _ words: String) -> String {
    "  " + label + String(repeating: " ", count: max(QuotaText.labelWidth - label.count, 1)) + words
  }

  private static func name(of window: Quota.Window) -> String {
    let span = window.rate.window
    return span == 60 * Nanoseconds.perSecond ? "this minute" : "any \(TimeSpan(nanoseconds: span))"
  }

  private static func words(of window: Quota.Window) -> String {
    let next = window.next > 0 ? ["the next may leave in \(DurationText.short(window.next))"] : []
    let clears = window.booked > 0 ? ["all are free again in \(DurationText.short(window.clears))"] : []
    let waits = (next + clears).joined(separator: ", ")
    return "\(window.remaining) of \(window.rate.limit) left by the ledger" + (waits.isEmpty ? "" : "; \(waits)")
  }

  private var day: String {
    let day = status.quota.day
    let left = day.limit.flatMap { limit in day.remaining.map { "\($0) of \(limit) left" } }
    return "\(left ?? "no limit is known"), until \(reset.words)"
  }

  private var server: String {
    switch status.answer {
    case .counted: status.usedByServer.map { "\($0) counted; it lags by minutes" } ?? "it counts no free requests"
    case .silent(let why): "no answer (\(TerminalText.escaped(why)))" + limit
    case .notAsked: "not asked, for no key of this account was given" + limit
    }
  }

  /// Where the day's limit comes from when the server has not just said it.
  private var limit: String {
    let limit = status.quota.day.limit ?? 0
    return switch status.limitSource {
    case .earlier: "; it last allowed \(limit) a day"
    case .assumed: "; \(limit) a day are assumed"
    case .server, nil: ""
    }
  }

  private var spent: [String] {
    let elsewhere = status.quota.day.elsewhere
    var rows = status.quota.runs.map { ($0.requests, "\($0.run): \(QuotaText.outcomes($0.outcomes))") }
    if elsewhere > 0 { rows.append((elsewhere, "elsewhere, by the server's count: other programs or machines")) }
    guard !rows.isEmpty else { return [row("spent by", "nobody")] }
    let width = rows.map { "\($0.0)".count }.max() ?? 0
    return ["  spent by"]
      + rows.map { count, words in
        "    " + String(repeating: " ", count: width - "\(count)".count) + "\(count)  " + TerminalText.escaped(words)
      }
  }

  /// As in `22 ok, 2 rate_minute, 1 of unknown outcome`, the commonest first.
  private static func outcomes(_ counts: [String: Int]) -> String {
    counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\($0.value) \($0.key.isEmpty ? "of unknown outcome" : $0.key)" }.joined(separator: ", ")
  }
}
