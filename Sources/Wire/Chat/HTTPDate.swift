/// A date of an HTTP header in any of its three forms, in seconds since 1970.
///
/// RFC 9110, section 5.6.7: `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT`, `Sun Nov  6 08:49:37 1994`.
struct HTTPDate: Comparable {
  let seconds: Int

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  init?(_ text: String) {
    let words = text.split { $0 == " " || $0 == "," || $0 == "-" }
    guard words.count >= 5 else { return nil }
    let isAsctime = Int(words[1]) == nil
    let (day, month) = isAsctime ? (words[2], words[1]) : (words[1], words[2])
    let (clock, year) = isAsctime ? (words[3], words[4]) : (words[4], words[3])
    guard let day = Int(day), (1...31).contains(day), let month = Self.months.firstIndex(of: String(month)),
      let year = Int(year), (0...9999).contains(year), let time = Self.seconds(of: clock)
    else { return nil }
    seconds =
      Self.days(year: year < 100 ? Self.century(of: year) + year : year, month: month + 1, day: day) * 86400 + time
  }

  /// RFC 850 has two digits of the year only; those below 70 cannot be meant before 1970.
  private static func century(of year: Int) -> Int { year < 70 ? 2000 : 1900 }

  private static func seconds(of clock: Substring) -> Int? {
    let parts = clock.split(separator: ":").compactMap { Int($0) }
    guard parts.count == 3, parts.allSatisfy((0...60).contains), parts[0] < 24 else { return nil }
    return parts[0] * 3600 + parts[1] * 60 + parts[2]
  }

  /// Days since 1970-01-01 in the Gregorian calendar.
  ///
  /// https://howardhinnant.github.io/date_algorithms.html#days_from_civil
  static func days(year: Int, month: Int, day: Int) -> Int {
    let shifted = month > 2 ? year : year - 1
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  static func < (left: HTTPDate, right: HTTPDate) -> Bool { left.seconds < right.seconds }
}
