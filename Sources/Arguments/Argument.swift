/// A property of a command that a key path reaches and a command line sets.
package typealias Field<Root, Value> = any WritableKeyPath<Root, Value> & Sendable

/// One row of a command's table: how an argument is written and what a word given for it does.
package struct Argument<Root: Sendable>: Sendable {
  package internal(set) var description: ArgumentDescription
  /// Stores what a word stands for; a flag ignores the word.
  let assign: @Sendable (inout Root, String) throws(InvalidValue) -> Void
}

extension Argument {
  /// An argument of which every word becomes a value that `store` keeps.
  init<Value: ArgumentValue>(
    _ description: ArgumentDescription, store: @escaping @Sendable (inout Root, Value) -> Void
  ) {
    let choices = description.choices
    self.init(description: description) { (root, word) throws(InvalidValue) in
      guard choices.isEmpty || choices.contains(word) else { throw InvalidValue() }
      store(&root, try Value(argument: word))
    }
  }

  /// The same argument of what contains `Root`, so that groups of options compose.
  package func lifted<Outer: Sendable>(by field: Field<Outer, Root>) -> Argument<Outer> {
    let assign = assign
    return Argument<Outer>(description: description) { (outer, word) throws(InvalidValue) in
      try assign(&outer[keyPath: field], word)
    }
  }

  /// The same argument under a title of its own in help.
  package func titled(_ section: String) -> Self {
    var copy = self
    copy.description.section = section
    return copy
  }

  /// The same argument, accepted but shown nowhere.
  package func hidden() -> Self {
    var copy = self
    copy.description.isHidden = true
    return copy
  }
}
