/// What an answer can be filled with: who asks, where, and when.
struct Scene: Sendable {
  /// The key that came with the request; empty without one.
  var key = ""
  var port = 0
  /// Unix milliseconds on the simulated wall clock.
  var now: Int64 = 0
  var tier = FreeTier(perMinute: 20, perDay: 50)
  var model = ""

  var endOfMinute: Int64 { (now / tier.window + 1) * tier.window }
  var endOfDay: Int64 { (now / 86_400_000 + 1) * 86_400_000 }

  /// A text with its blanks filled in.
  ///
  /// `{key}` and `{port}`; `{date}`, `{date+5}` and `{date-5}` for a moment by HTTP's clock, so many seconds from now;
  /// `{ms+5}` for the same in Unix milliseconds; `{byte:FF}` for a byte. Other braces stay as they are.
  func fill(_ text: String) -> [UInt8] {
    let parts = text.split(separator: "{", omittingEmptySubsequences: false)
    var bytes = Array((parts.first ?? "").utf8)
    for part in parts.dropFirst() {
      let pieces = part.split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false)
      if pieces.count == 2, let value = value(of: pieces[0]) {
        bytes += value + Array(pieces[1].utf8)
      } else {
        bytes += Array("{".utf8) + Array(part.utf8)
      }
    }
    return bytes
  }

  func filled(_ text: String) -> String {
    String(decoding: fill(text), as: UTF8.self)
  }

  private func value(of blank: Substring) -> [UInt8]? {
    switch blank {
    case "key": return Array(key.utf8)
    case "port": return Array(String(port).utf8)
    case _ where blank.hasPrefix("byte:"): return UInt8(blank.dropFirst(5), radix: 16).map { [$0] }
    case _ where blank.hasPrefix("date"):
      return seconds(blank.dropFirst(4)).map { Array(HTTPDate.text(of: max(0, now / 1000 + $0)).utf8) }
    case _ where blank.hasPrefix("ms"):
      return seconds(blank.dropFirst(2)).map { Array(String(now + $0 * 1000).utf8) }
    default: return nil
    }
  }

  /// `+5` or `-5`; nothing for 0.
  private func seconds(_ text: Substring) -> Int64? {
    if text.isEmpty { return 0 }
    guard text.hasPrefix("+") || text.hasPrefix("-"), let seconds = Int64(text), abs(seconds) < 1 << 40 else {
      return nil
    }
    return seconds
  }
}

/// A moment as it stands in headers: `Sun, 06 Nov 1994 08:49:37 GMT`.
enum HTTPDate {
  static func text(of unixSeconds: Int64) -> String {
    let day = UTCDay(ofUnixSeconds: unixSeconds)
    let second = unixSeconds % 86_400
    let time = [second / 3600, second / 60 % 60, second % 60].map(padded).joined(separator: ":")
    let weekday = weekdays[Int((unixSeconds / 86_400 + 4) % 7)]
    return "\(weekday), \(padded(day.day)) \(months[Int(day.month) - 1]) \(day.year) \(time) GMT"
  }

  private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private static func padded(_ number: Int64) -> String {
    number < 10 ? "0\(number)" : String(number)
  }
}
