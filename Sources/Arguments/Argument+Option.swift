extension Argument {
  /// A named value; `default` is the instance that help reads the default from, so that the two cannot differ.
  package static func option<Value: ArgumentValue>(
    _ name: String, short: Character? = nil, _ field: Field<Root, Value>, valueName: String? = nil, help: String,
    choices: [String] = Value.choices, default defaults: Root? = nil
  ) -> Self {
    Self(
      ArgumentDescription(
        .option, name, short: short, valueName: valueName, help: help, choices: choices,
        defaultText: defaults?[keyPath: field].argument)
    ) {
      $0[keyPath: field] = $1
    }
  }

  /// A named value that is nil unless it is given.
  package static func option<Value: ArgumentValue>(
    _ name: String, short: Character? = nil, _ field: Field<Root, Value?>, valueName: String? = nil, help: String,
    choices: [String] = Value.choices
  ) -> Self {
    Self(
      ArgumentDescription(.option, name, short: short, valueName: valueName, help: help, choices: choices)
    ) { (root, value: Value) in
      root[keyPath: field] = value
    }
  }

  /// A named value that may be given several times.
  package static func repeated<Value: ArgumentValue>(
    _ name: String, short: Character? = nil, _ field: Field<Root, [Value]>, valueName: String? = nil, help: String,
    choices: [String] = Value.choices
  ) -> Self {
    Self(
      ArgumentDescription(
        .option, name, short: short, valueName: valueName, help: help, choices: choices, isRepeated: true)
    ) {
      $0[keyPath: field].append($1)
    }
  }

  /// A name without a value that sets a property to true.
  package static func flag(
    _ name: String, short: Character? = nil, _ field: Field<Root, Bool>, help: String
  ) -> Self {
    flag(name, short: short, field, sets: true, help: help)
  }

  /// A name without a value that sets a property to `value`.
  package static func flag<Value: Sendable>(
    _ name: String, short: Character? = nil, _ field: Field<Root, Value>, sets value: Value, help: String
  ) -> Self {
    Self(description: ArgumentDescription(.flag, name, short: short, help: help)) { root, _ in
      root[keyPath: field] = value
    }
  }
}
