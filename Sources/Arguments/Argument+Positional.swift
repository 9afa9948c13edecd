extension Argument {
  /// A word that must be there.
  package static func positional<Value: ArgumentValue>(
    _ name: String, _ field: Field<Root, Value>, help: String
  ) -> Self {
    Self(ArgumentDescription(.positional, name, help: help, choices: Value.choices, isRequired: true)) {
      $0[keyPath: field] = $1
    }
  }

  /// A word that may be there.
  package static func positional<Value: ArgumentValue>(
    _ name: String, _ field: Field<Root, Value?>, help: String
  ) -> Self {
    Self(ArgumentDescription(.positional, name, help: help, choices: Value.choices)) { (root, value: Value) in
      root[keyPath: field] = value
    }
  }

  /// All words that remain; `required` asks for one at least.
  package static func positional<Value: ArgumentValue>(
    _ name: String, _ field: Field<Root, [Value]>, required: Bool = false, help: String
  ) -> Self {
    Self(
      ArgumentDescription(
        .positional, name, help: help, choices: Value.choices, isRequired: required, isRepeated: true)
    ) {
      $0[keyPath: field].append($1)
    }
  }
}
