/// Faults that a simulator plays: rules tried in order, of which the first that fits a request decides its answer.
package struct Scenario: Hashable, Sendable {
  package var name: String
  /// What it plays, in one line.
  package var summary: String
  var limits: Limits?
  var rules: [Rule]

  /// What is done with the requests that a condition fits.
  struct Rule: Hashable, Sendable {
    var condition = Condition()
    var effect: Effect
  }

  /// Limits of every account, in place of the settings' own.
  struct Limits: Hashable, Sendable {
    var perMinute: Int?
    var perDay: Int?
  }
}

extension Scenario {
  /// The settings' limits with the scenario's own; nil where neither sets any.
  func limits(over tier: FreeTier?) -> FreeTier? {
    guard let limits else { return tier }
    return FreeTier(
      perMinute: limits.perMinute ?? tier?.perMinute ?? 20, perDay: limits.perDay ?? tier?.perDay ?? 50,
      window: tier?.window ?? 60_000)
  }
}

extension Scenario: StrictlyDecodable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case name, summary, limits, rules
  }

  package init(from decoder: any Decoder) throws {
    let keys = try Self.container(of: decoder)
    name = try keys.decodeIfPresent(String.self, forKey: .name) ?? "unnamed"
    summary = try keys.decodeIfPresent(String.self, forKey: .summary) ?? ""
    limits = try keys.decodeIfPresent(Limits.self, forKey: .limits)
    rules = try keys.decode([Rule].self, forKey: .rules)
  }
}

extension Scenario.Rule: StrictlyDecodable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case condition = "when"
    case effect = "do"
  }

  init(from decoder: any Decoder) throws {
    let keys = try Self.container(of: decoder)
    condition = try keys.decodeIfPresent(Condition.self, forKey: .condition) ?? Condition()
    effect = try keys.decode(Effect.self, forKey: .effect)
  }
}

extension Scenario.Limits: StrictlyDecodable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case perMinute = "per_minute"
    case perDay = "per_day"
  }

  init(from decoder: any Decoder) throws {
    let keys = try Self.container(of: decoder)
    perMinute = try keys.decodePositive(.perMinute)
    perDay = try keys.decodePositive(.perDay)
  }
}
