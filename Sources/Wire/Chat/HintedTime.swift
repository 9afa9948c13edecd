internal import Benchmark

/// When to come back, in any of the forms that servers use.
enum HintedTime: Hashable {
  /// Seconds from now on: finite and more than none.
  case wait(Double)
  /// Milliseconds since 1970.
  case instant(Int64)

  /// Reads seconds, Go's durations (`6m0s`, `120ms`), Unix time in seconds or milliseconds, RFC 3339 and HTTP's dates.
  ///
  /// Nil for nonsense, for no time and for less than none.
  init?(_ text: String) {
    if let number = Self.number(text) {
      self.init(number: number)
    } else if let seconds = Self.goDuration(text) {
      self.init(number: seconds)
    } else if let date = HTTPDate(text) {
      self = .instant(Int64(date.seconds) * 1000)
    } else if let instant = Self.timestamp(text) {
      self = .instant(instant)
    } else {
      return nil
    }
  }

  /// Nobody asks for thirty years of patience: from there on a number is an instant, in seconds, or in thousandths,
  /// millionths or thousand millionths of one.
  ///
  /// What lies beyond all dates is as far off as they go: a server that says so is not to be waited for.
  private init?(number: Double) {
    guard number > 0 else { return nil }
    switch number {
    case ..<1e9: self = .wait(number)
    case ..<1e11: self = .instant(Int64(min(number * 1000, HintedTime.last)))
    case ..<1e15: self = .instant(Int64(min(number, HintedTime.last)))
    case ..<1e17: self = .instant(Int64(number / 1000))
    default: self = .instant(Int64(min(number / 1e6, HintedTime.last)))
    }
  }

  /// A number in digits, infinite where it is too large for its type; nil for words, among them `nan` and `inf`.
  static func number(_ text: String) -> Double? {
    text.utf8.allSatisfy { "0123456789.+-eE".utf8.contains($0) } ? Double(text) : nil
  }

  /// Whether a text says no time at all, or less than none; an empty one says nothing, and none is a time.
  static func isNonsense(_ text: String) -> Bool {
    if text.isEmpty { return false }
    if let seconds = number(text) ?? goDuration(text) { return seconds < 0 }
    return HTTPDate(text) == nil && timestamp(text) == nil
  }

  /// Seconds to the end of the year 9999, in which all forms of dates end.
  static let longest = Outcome.longestHint
  /// The last millisecond of that year.
  private static let last = 253_402_300_799_999.0

  /// Seconds from `now`, in milliseconds since 1970, on; nil for what has passed and where nobody knows the time.
  func seconds(since now: Int64?) -> Double? {
    switch self {
    case .wait(let seconds): seconds
    case .instant(let instant): now.flatMap { $0 < instant ? Double(instant - $0) / 1000 : nil }
    }
  }

  var instant: Int64? {
    if case .instant(let instant) = self { instant } else { nil }
  }
}

// The forms that have letters in them.
extension HintedTime {
  /// Longer units' names stand before those that begin like them.
  private static let units: [(name: String, seconds: Double)] = [
    ("ms", 1e-3), ("us", 1e-6), ("µs", 1e-6), ("μs", 1e-6), ("ns", 1e-9), ("h", 3600), ("m", 60), ("s", 1),
  ]

  /// Seconds of `1h2m3.5s`; nil when it is none.
  private static func goDuration(_ text: String) -> Double? {
    var rest = text[...]
    var seconds = 0.0
    while !rest.isEmpty {
      let number = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      rest = rest.dropFirst(number.count)
      guard let count = Double(number), let unit = units.first(where: { rest.hasPrefix($0.name) }) else { return nil }
      seconds += count * unit.seconds
      rest = rest.dropFirst(unit.name.count)
    }
    return seconds
  }

  /// Milliseconds since 1970 of `2026-11-20T00:00:30.5+01:00` (RFC 3339); nil when it is none.
  private static func timestamp(_ text: String) -> Int64? {
    let parts = text.uppercased().split(separator: "T", maxSplits: 1)
    guard parts.count == 2, let day = day(parts[0]) else { return nil }
    let clock = parts[1].prefix { !"Z+-".contains($0) }
    guard let second = second(clock), let offset = offset(parts[1].dropFirst(clock.count)) else { return nil }
    return Int64(((Double(day) * 86_400 + second - Double(offset)) * 1000).rounded())
  }

  private static func day(_ text: Substring) -> Int? {
    let fields = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) ?? -1 }
    guard fields.count == 3, (1970...9999).contains(fields[0]), (1...12).contains(fields[1]),
      (1...31).contains(fields[2])
    else { return nil }
    return HTTPDate.days(year: fields[0], month: fields[1], day: fields[2])
  }

  private static func second(_ text: Substring) -> Double? {
    let fields = text.split(separator: ":", omittingEmptySubsequences: false).map { Double($0) ?? -1 }
    guard fields.count == 3, (0..<24).contains(fields[0]), (0..<60).contains(fields[1]), (0..<61).contains(fields[2])
    else { return nil }
    return fields[0] * 3600 + fields[1] * 60 + fields[2]
  }

  /// Seconds that a zone is ahead of UTC: of `Z`, `+05:30`, `-08:00`.
  private static func offset(_ text: Substring) -> Int? {
    if text == "Z" { return 0 }
    let fields = text.dropFirst().split(separator: ":").map { Int($0) ?? -1 }
    guard fields.count == 2, (0..<24).contains(fields[0]), (0..<60).contains(fields[1]) else { return nil }
    let seconds = fields[0] * 3600 + fields[1] * 60
    return text.first == "-" ? -seconds : seconds
  }
}
