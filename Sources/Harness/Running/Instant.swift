#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Wall-clock instants as text: labels for people, never operands.
package enum Instant {
  /// UTC, RFC 3339 with milliseconds; nil outside the years 1970 to 9999.
  package static func text(milliseconds: Int64) -> String? {
    guard (0..<253_402_300_800_000).contains(milliseconds) else { return nil }
    return text(Date(timeIntervalSince1970: Double(milliseconds) / 1000))
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
