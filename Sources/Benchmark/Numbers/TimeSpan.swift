/// A length of time as a person writes it: `250ms`, `5s`, `1.5min`, `2h`, `1d`; a unit alone is one of it.
package struct TimeSpan: Hashable, Sendable {
  package var nanoseconds: Nanoseconds

  package init(nanoseconds: Nanoseconds) {
    self.nanoseconds = nanoseconds
  }

  private static let units: [(names: [String], nanoseconds: Nanoseconds)] = [
    (["d", "day"], 86_400 * Nanoseconds.perSecond),
    (["h", "hour"], 3_600 * Nanoseconds.perSecond),
    (["min", "m", "minute"], 60 * Nanoseconds.perSecond),
    (["s", "sec", "second"], Nanoseconds.perSecond),
    (["ms"], Nanoseconds.perMillisecond),
  ]
}

extension TimeSpan: LosslessStringConvertible {
  package init?(_ text: String) {
    let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let unit = text.dropFirst(number.count)
    guard
      let factor = TimeSpan.units.first(where: { $0.names.contains(String(unit)) })?.nanoseconds,
      let count = number.isEmpty ? 1 : Double(number), count > 0,
      count * Double(factor) <= Double(Nanoseconds.longestWait)
    else { return nil }
    nanoseconds = Nanoseconds((count * Double(factor)).rounded())
    guard nanoseconds > 0 else { return nil }
  }

  package var description: String {
    let unit = TimeSpan.units.first { nanoseconds >= $0.nanoseconds && nanoseconds.isMultiple(of: $0.nanoseconds) }
    guard let unit, let name = unit.names.first else { return "\(nanoseconds.milliseconds)ms" }
    return "\(nanoseconds / unit.nanoseconds)\(name)"
  }

  /// As it stands behind a slash: one minute is `min`, ten seconds are `10s`.
  package var unitText: String {
    let text = description
    return text.first == "1" && text.dropFirst().first?.isLetter == true ? String(text.dropFirst()) : text
  }
}

extension TimeSpan: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let span = TimeSpan(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no length of time")
    }
    self = span
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
