extension Argument {
  /// A word that must be there.
  package static func positional<Value: ArgumentValue>(
    _ name: String, _ field: Field<Root, Value>, help: String
  ) -> Self {
    Self(
      description: ArgumentDescription(.positional, name, help: help, choices: Value.choices, isRequired: true)
    ) { (root, word) throws(InvalidValue) in
      root[keyPath: field] = try Value(argument: word)
    }
  }

  /// A word that may be there.
  package static func positional<Value: ArgumentValue>(
    _ name: String, _ field: Field<Root, Value?>, help: String
  ) -> Self {
    Self(
      description: ArgumentDescription(.positional, name, help: help, choices: Value.choices)
    ) { (root, word) throws(InvalidValue) in
      root[keyPath: field] = try Value(argument: word)
    }
  }

  /// All words that remain; `required` asks for one at least.
  package static func positional<Value: ArgumentValue>(
    _ name: String, _ field: Field<Root, [Value]>, required: Bool = false, help: String
  ) -> Self {
    Self(
      description: ArgumentDescription(
        .positional, name, help: help, choices: Value.choices, isRequired: required, isRepeated: true)
    ) { (root, word) throws(InvalidValue) in
      root[keyPath: field].append(try Value(argument: word))
    }
  }
}
