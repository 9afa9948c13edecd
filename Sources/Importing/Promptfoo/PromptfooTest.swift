internal import Benchmark

/// A test of promptfoo's, what it inherits included.
struct PromptfooTest {
  /// From 1.
  var number: Int
  var name: String?
  /// In the order in which they were written; a later value of a name has replaced an earlier one.
  var variables: [(name: String, value: ForeignValue)] = []
  /// Those of all tests first.
  var assertions: [ForeignValue] = []
}

extension PromptfooTest {
  /// Reads a test on top of what all tests share; what it has beyond that goes to the log.
  init?(_ value: ForeignValue, number: Int, sharing shared: PromptfooTest?, log: ImportLog) {
    guard var fields = ForeignObject(value) else {
      log.note("This is no test, and is left out.", at: value)
      return nil
    }
    self.number = number
    name = fields.take("description")?.string
    variables = shared?.variables ?? []
    let vars = fields.take("vars")
    if let vars, vars.members == nil { log.note("Variables from files are not carried over.", at: vars) }
    for (name, value) in vars?.members ?? [] {
      variables.removeAll { $0.name == name }
      variables.append((name, value))
    }
    assertions = (shared?.assertions ?? []) + (fields.take("assert")?.elements ?? [])
    for (key, rest) in fields.rest { log.note(PromptfooTest.sentence(about: key), at: rest) }
  }

  private static func sentence(about key: String) -> String {
    switch key {
    case "options": "A test's 'options' are not carried over: a suite transforms no text."
    case "threshold":
      "A test's 'threshold' is not carried over: a prompt passes when all of its checks do."
    case "metadata": "A test's 'metadata' is not carried over: a prompt of a suite has 'tags'."
    case "provider", "providers", "prompts":
      "A test's '\(key)' is not carried over: every contestant gets every prompt."
    default: "A test's '\(key.excerpt())' is not carried over."
    }
  }
}
