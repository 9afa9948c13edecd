extension Argument {
  /// A named value; `default` is the instance that help reads the default from, so that the two cannot differ.
  package static func option<Value: ArgumentValue>(
    _ name: String, short: Character? = nil, _ field: Field<Root, Value>, valueName: String? = nil, help: String,
    choices: [String] = Value.choices, default defaults: Root? = nil
  ) -> Self {
    Self(
      description: ArgumentDescription(
        .option, name, short: short, valueName: valueName, help: help, choices: choices,
        defaultText: shown(defaults?[keyPath: field]))
    ) { (root, word) throws(InvalidValue) in
      root[keyPath: field] = try value(of: word, among: choices)
    }
  }

  /// A named value that is nil unless it is given.
  package static func option<Value: ArgumentValue>(
    _ name: String, short: Character? = nil, _ field: Field<Root, Value?>, valueName: String? = nil, help: String,
    choices: [String] = Value.choices, default defaults: Root? = nil
  ) -> Self {
    Self(
      description: ArgumentDescription(
        .option, name, short: short, valueName: valueName, help: help, choices: choices,
        defaultText: shown(defaults?[keyPath: field]))
    ) { (root, word) throws(InvalidValue) in
      root[keyPath: field] = try value(of: word, among: choices)
    }
  }

  /// A named value that may be given several times.
  package static func repeated<Value: ArgumentValue>(
    _ name: String, short: Character? = nil, _ field: Field<Root, [Value]>, valueName: String? = nil, help: String,
    choices: [String] = Value.choices
  ) -> Self {
    Self(
      description: ArgumentDescription(
        .option, name, short: short, valueName: valueName, help: help, choices: choices, isRepeated: true)
    ) { (root, word) throws(InvalidValue) in
      root[keyPath: field].append(try value(of: word, among: choices))
    }
  }

  /// A name without a value that sets a property to `value`.
  package static func flag(
    _ name: String, short: Character? = nil, _ field: Field<Root, Bool>, sets value: Bool = true, help: String
  ) -> Self {
    Self(description: ArgumentDescription(.flag, name, short: short, help: help)) { root, _ in
      root[keyPath: field] = value
    }
  }

  private static func value<Value: ArgumentValue>(
    of word: String, among choices: [String]
  ) throws(InvalidValue) -> Value {
    guard choices.isEmpty || choices.contains(word) else { throw InvalidValue() }
    return try Value(argument: word)
  }

  private static func shown<Value: ArgumentValue>(_ value: Value?) -> String? {
    value.map(\.argument).flatMap { $0.isEmpty ? nil : $0 }
  }
}
