/// A yes-or-no test of an answer's text.
package enum Check: Hashable, Sendable {
  /// The answer, white space at both ends removed, is this text.
  case equals(String, ignoringCase: Bool)
  /// The answer holds this text somewhere.
  case contains(String, ignoringCase: Bool)
  /// The pattern (Swift's regular expressions) matches somewhere in the answer.
  case regex(String, ignoringCase: Bool)
  /// The answer is one JSON value; if keys are named, an object that has them all.
  /// `fenced` accepts the value inside one Markdown code fence.
  case json(keys: [String], fenced: Bool)
}

extension Check: Codable {
  package enum Kind: String, Codable, CaseIterable, Sendable {
    case equals, contains, regex, json
  }

  private enum Key: String, CodingKey {
    case type, value, pattern, keys, fenced
    case ignoresCase = "ignore_case"
  }

  package var kind: Kind {
    switch self {
    case .equals: .equals
    case .contains: .contains
    case .regex: .regex
    case .json: .json
    }
  }

  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    let ignoringCase = try fields.decodeIfPresent(Bool.self, forKey: .ignoresCase) ?? false
    switch try fields.decode(Kind.self, forKey: .type) {
    case .equals: self = .equals(try fields.decode(String.self, forKey: .value), ignoringCase: ignoringCase)
    case .contains: self = .contains(try fields.decode(String.self, forKey: .value), ignoringCase: ignoringCase)
    case .regex: self = .regex(try fields.decode(String.self, forKey: .pattern), ignoringCase: ignoringCase)
    case .json:
      self = .json(
        keys: try fields.decodeIfPresent([String].self, forKey: .keys) ?? [],
        fenced: try fields.decodeIfPresent(Bool.self, forKey: .fenced) ?? false)
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(kind, forKey: .type)
    switch self {
    case .equals(let value, let ignoringCase), .contains(let value, let ignoringCase):
      try fields.encode(value, forKey: .value)
      if ignoringCase { try fields.encode(true, forKey: .ignoresCase) }
    case .regex(let pattern, let ignoringCase):
      try fields.encode(pattern, forKey: .pattern)
      if ignoringCase { try fields.encode(true, forKey: .ignoresCase) }
    case .json(let keys, let fenced):
      if !keys.isEmpty { try fields.encode(keys, forKey: .keys) }
      if fenced { try fields.encode(true, forKey: .fenced) }
    }
  }
}
