/// What is read from a file that people write: a key that nobody knows is a mistake, not an extension.
protocol StrictlyDecodable: Decodable {
  associatedtype CodingKeys: CodingKey, CaseIterable
}

extension StrictlyDecodable {
  /// The members of an object, all of them known.
  static func container(of decoder: any Decoder) throws -> KeyedDecodingContainer<CodingKeys> {
    try decoder.refuseKeys(beyond: CodingKeys.allCases.map(\.stringValue))
    return try decoder.container(keyedBy: CodingKeys.self)
  }
}

extension Decoder {
  func refuseKeys(beyond known: [String]) throws {
    let keys = try container(keyedBy: AnyKey.self).allKeys.sorted { $0.stringValue < $1.stringValue }
    guard let unknown = keys.first(where: { !known.contains($0.stringValue) }) else { return }
    throw mistake("'\(unknown.stringValue)' is not known here; known are \(known.sorted().joined(separator: ", "))")
  }

  /// An error whose words are a clause about the value that is being read.
  func mistake(_ words: String) -> ScenarioMistake {
    ScenarioMistake(path: codingPath, words: words)
  }
}

extension KeyedDecodingContainer {
  func decodePositive(_ key: Key) throws -> Int? {
    guard let number = try decodeIfPresent(Int.self, forKey: key) else { return nil }
    guard number > 0 else { throw mistake("must be 1 or more", at: key) }
    guard number <= 1_000_000_000 else { throw mistake("must be 1000000000 or less", at: key) }
    return number
  }

  /// Seconds as simulated nanoseconds; a leap year at the most, so that sums of them fit.
  func decodeSeconds(_ key: Key) throws -> Int64? {
    guard let seconds = try decodeIfPresent(Double.self, forKey: key) else { return nil }
    guard (0...31_622_400).contains(seconds) else { throw mistake("must be seconds, 0 to 31622400", at: key) }
    return Int64(seconds * 1_000_000_000)
  }

  func mistake(_ words: String, at key: Key) -> ScenarioMistake {
    ScenarioMistake(path: codingPath + [key], words: words)
  }
}

/// A value of a scenario that makes no sense, in a clause, and where it stands.
struct ScenarioMistake: Error {
  var path: [any CodingKey]
  var words: String
}

/// Any key of an object.
private struct AnyKey: CodingKey {
  var stringValue: String
  var intValue: Int? { nil }

  init?(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}
