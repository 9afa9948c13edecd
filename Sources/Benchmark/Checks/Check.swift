/// A test of an answer: a rule, and how much it counts.
package struct Check: Sendable {
  /// The sum of many weights must stay a number.
  static let mostWeight = 1e6

  package var rule: any CheckRule
  /// Its share in the score of its prompt or group, beside the others' weights; positive.
  package var weight: Double
  /// It passes where the rule does not.
  package var isInverted: Bool
  /// What reports call it; nil leaves it to the rule's own words, as always where the rule has a name of its own.
  package var name: String?

  package init(_ rule: any CheckRule, weight: Double = 1, isInverted: Bool = false, name: String? = nil) {
    self.rule = rule
    self.weight = weight
    self.isInverted = isInverted
    self.name = name
  }

  package var kind: Kind { type(of: rule).kind }

  /// What it asks for, on one line; safe to show.
  package var words: String {
    let words = (isInverted ? "not: " : "") + rule.words
    return name.map { "\($0.excerpt()): \(words)" } ?? words
  }
}

extension Check {
  /// Its words within those of a group.
  var memberWords: String { kind == .all || kind == .any ? "(\(words))" : words }
}

extension Check: Hashable {
  package static func == (left: Check, right: Check) -> Bool {
    AnyHashable(left.rule) == AnyHashable(right.rule) && left.weight == right.weight
      && left.isInverted == right.isInverted && left.name == right.name
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(AnyHashable(rule))
    hasher.combine(weight)
    hasher.combine(isInverted)
    hasher.combine(name)
  }
}

/// The journal keeps a check as a suite file has it.
extension Check: Codable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case type, weight
    case isInverted = "not"
    case name
  }

  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    let kind = try fields.decode(Kind.self, forKey: .type)
    rule = try kind.rule.init(from: decoder)
    weight = try fields.decodeIfPresent(Double.self, forKey: .weight) ?? 1
    guard weight > 0, weight <= Check.mostWeight else { throw ImpossibleNumber("weight", "\(weight)") }
    isInverted = try fields.decodeIfPresent(Bool.self, forKey: .isInverted) ?? false
    name = kind.hasName ? try fields.decodeIfPresent(String.self, forKey: .name) : nil
  }

  package func encode(to encoder: any Encoder) throws {
    try rule.encode(to: encoder)
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(kind, forKey: .type)
    if weight != 1 { try fields.encode(weight, forKey: .weight) }
    if isInverted { try fields.encode(true, forKey: .isInverted) }
    try fields.encodeIfPresent(name, forKey: .name)
  }
}
