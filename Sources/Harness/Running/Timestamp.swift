internal import Benchmark
#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Wall-clock instants as text: labels for people, never operands.
package enum Timestamp {
  /// UTC, RFC 3339 with milliseconds; nil outside the years 1970 to 9999.
  package static func text(milliseconds: Int64) -> String? {
    guard (0...last).contains(milliseconds) else { return nil }
    // The formatter cuts off, and a double may lie a little below the millisecond.
    return text(Date(timeIntervalSince1970: (Double(milliseconds) + 0.25) / 1000))
  }

  /// So many seconds after an instant in milliseconds since 1970, at the latest the last of the year 9999.
  static func text(seconds: Double, after now: Int64) -> String? {
    let wait = min(max(seconds, 0), Outcome.longestHint)
    return text(milliseconds: min(now.addingSaturated(Int64(wait * 1000)), last))
  }

  /// Of the year 9999.
  private static let last: Int64 = 253_402_300_799_999

  /// What `text` was made of; nil for anything else.
  package static func milliseconds(_ text: String) -> Int64? {
    let date = try? Date(text, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    return date.flatMap { Int64(exactly: ($0.timeIntervalSince1970 * 1000).rounded()) }
  }

  private static func text(_ date: Date) -> String {
    date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
  }

  /// As in the name of a run's folder: `20261120T031500Z`.
  package static func folderText(milliseconds: Int64) -> String {
    Date(timeIntervalSince1970: Double(milliseconds) / 1000)
      .formatted(Date.ISO8601FormatStyle(dateSeparator: .omitted, timeSeparator: .omitted))
  }
}
