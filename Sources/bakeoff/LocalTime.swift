internal import Harness

/// What a clock on the wall shows at an instant.
struct LocalTime: Hashable, Sendable {
  /// Since 1970.
  var milliseconds: Int64
  /// Seconds ahead of UTC.
  var offset: Int64
  /// The zone's short name, as in `CET`.
  var zone: String

  /// As in `01:00 CET`.
  var text: String { "\(clock) \(zone)" }

  /// RFC 3339 with the zone's offset; nil outside the years 1970 to 9999.
  var stamp: String? {
    Timestamp.text(milliseconds: milliseconds + offset * 1000).map { $0.dropLast() + signedOffset }
  }

  /// As in `2026-11-20 05:27`; nil outside the years 1970 to 9999.
  var minute: String? { stamp.map { String($0.prefix(16).replacing("T", with: " ")) } }

  private var clock: String {
    let minutes = (milliseconds / 1000 + offset) % 86_400 / 60
    return LocalTime.clock(minutes < 0 ? minutes + 1440 : minutes)
  }

  private var signedOffset: String { (offset < 0 ? "-" : "+") + LocalTime.clock(abs(offset) / 60) }

  private static func clock(_ minutes: Int64) -> String { "\(twoDigits(minutes / 60)):\(twoDigits(minutes % 60))" }

  private static func twoDigits(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
