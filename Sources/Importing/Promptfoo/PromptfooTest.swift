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
  /// The score from which on it passes; nil where every assertion has to.
  var threshold: Double?
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
    threshold = fields.take("threshold").flatMap { PromptfooTest.threshold($0, log) } ?? shared?.threshold
    for (key, rest) in fields.rest { log.note(PromptfooTest.sentence(about: key), at: rest) }
  }

  private static func threshold(_ value: ForeignValue, _ log: ImportLog) -> Double? {
    if let threshold = value.number, threshold > 0, threshold <= 1 { return threshold }
    log.note("This 'threshold' is left out: a suite's 'pass_score' is a share above 0, up to 1.", at: value)
    return nil
  }

  private static func sentence(about key: String) -> String {
    switch key {
    case "options": "A test's 'options' are not carried over: a suite transforms no text."
    case "metadata": "A test's 'metadata' is not carried over: a prompt of a suite has 'tags'."
    case "provider", "providers", "prompts":
      "A test's '\(key)' is not carried over: every contestant gets every prompt."
    default: "A test's '\(key.excerpt())' is not carried over."
    }
  }
}
