/// A day of the Gregorian calendar in UTC.
struct UTCDay: Hashable, Sendable {
  let year: Int64
  let month: Int64
  let day: Int64

  /// Howard Hinnant's `civil_from_days`: the year is taken to begin in March, so that 29 February is its last day.
  /// https://howardhinnant.github.io/date_algorithms.html#civil_from_days
  init(ofUnixSeconds seconds: Int64) {
    let days = seconds / 86_400 + 719_468
    let era = days / 146_097
    let dayOfEra = days % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// As YYYYMMDD.
  var compact: String { "\(year)\(Self.padded(month))\(Self.padded(day))" }

  /// As YYYY-MM-DD.
  var dashed: String { "\(year)-\(Self.padded(month))-\(Self.padded(day))" }

  private static func padded(_ number: Int64) -> String {
    number < 10 ? "0\(number)" : String(number)
  }
}
