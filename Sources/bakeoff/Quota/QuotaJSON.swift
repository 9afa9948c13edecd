internal import Benchmark
internal import Harness

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Accounts' quotas as one JSON object for scripts: null where nothing is known.
enum QuotaJSON {
  /// One line, keys in alphabetical order.
  static func text(of statuses: [AccountQuota], reset: QuotaReset) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let accounts = statuses.map { object($0, reset) }
    return String(decoding: try encoder.encode(["accounts": JSONValue.array(accounts)]), as: UTF8.self)
  }

  private static func object(_ status: AccountQuota, _ reset: QuotaReset) -> JSONValue {
    .object([
      "endpoint": .string(status.account.origin), "account": .string(status.account.name),
      "now": status.quota.window.map(window) ?? .null, "held_seconds": .number(status.quota.held.seconds),
      "today": day(status, reset),
      "spent_by": .array(status.quota.runs.map(spending)),
    ])
  }

  private static func window(_ window: Quota.Window) -> JSONValue {
    .object([
      "limit": .integer(window.rate.limit), "window_seconds": .number(window.rate.window.seconds),
      "booked": .integer(window.booked), "left": .integer(window.remaining),
      "next_in_seconds": .number(window.next.seconds), "all_free_in_seconds": .number(window.clears.seconds),
    ])
  }

  private static func day(_ status: AccountQuota, _ reset: QuotaReset) -> JSONValue {
    let day = status.quota.day
    return .object([
      "limit": integer(day.limit), "limit_from": status.limitSource.map { .string($0.rawValue) } ?? .null,
      "left": integer(day.remaining), "booked": .integer(day.booked), "elsewhere": .integer(day.elsewhere),
      "counted_by_server": integer(status.usedByServer),
      "resets_at": Timestamp.text(milliseconds: reset.local.milliseconds).map(JSONValue.string) ?? .null,
      "resets_at_local": reset.local.stamp.map(JSONValue.string) ?? .null,
      "resets_in_seconds": .number(reset.wait.seconds),
    ])
  }

  private static func spending(_ spending: Quota.Spending) -> JSONValue {
    let outcomes = spending.outcomes.map { ($0.key.isEmpty ? "unknown" : $0.key, JSONValue.integer($0.value)) }
    return .object([
      "run": .string(spending.run), "requests": .integer(spending.requests),
      "outcomes": .object(Dictionary(outcomes) { first, _ in first }),
    ])
  }

  private static func integer(_ value: Int?) -> JSONValue { value.map(JSONValue.integer) ?? .null }
}
