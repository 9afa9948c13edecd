internal import Benchmark

/// A test of promptfoo's, what it inherits included.
struct PromptfooTest {
  /// From 1.
  var number: Int
  var name: String?
  /// In the order in which they were written; a later value of a name has replaced an earlier one.
  var variables: [(name: String, value: ForeignValue)] = []
  /// Those of all tests.
  var sharedAssertions: [ForeignValue] = []
  var ownAssertions: [ForeignValue] = []
  /// The score from which on it passes; nil where every assertion has to.
  var threshold: ForeignValue?
  var options = PromptfooOptions()
  /// Names of the only prompts that it is for; nil for all.
  var prompts: Set<String>?
  /// Why its assertions would decide something else here; nil where nothing stands in their way.
  var objection: String?

  /// Those of all tests first.
  var assertions: [ForeignValue] { sharedAssertions + ownAssertions }
}

extension PromptfooTest {
  /// Reads a test on top of what all tests share; what it has beyond that goes to the log.
  ///
  /// A scenario's data are shared by its tests, whose own assertions stand for theirs.
  init?(
    _ value: ForeignValue, number: Int, sharing shared: PromptfooTest?, isScenario: Bool = false, log: ImportLog
  ) {
    guard var fields = ForeignObject(value) else {
      log.note("This is no test, and is left out.", at: value)
      return nil
    }
    self = shared ?? PromptfooTest(number: number)
    self.number = number
    name = fields.take("description")?.string ?? (isScenario ? shared?.name : nil)
    take(variables: fields.take("vars"), log)
    if let assertions = fields.take("assert")?.elements { ownAssertions = assertions }
    threshold = fields.take("threshold") ?? threshold
    options = PromptfooOptions(fields.take("options"), sharing: shared?.options, log: log)
    if let names = fields.take("prompts")?.elements { prompts = Set(names.compactMap(\.string)) }
    if let scoring = fields.take("assertScoringFunction") {
      objection = "a program of promptfoo's scores them."
      log.note("A test's 'assertScoringFunction' is not carried over.", at: scoring)
    }
    if let answer = fields.take("providerOutput") {
      log.note("The test is left out: its answer is written down, and no model is asked.", at: answer)
      return nil
    }
    if let transform = options.variableTransform {
      log.note("The test is left out: a program ('transformVars') makes its variables.", at: transform)
      return nil
    }
    for (key, rest) in fields.rest { log.note(PromptfooTest.sentence(about: key), at: rest) }
  }

  /// What all tests share: its assertions come before their own.
  init?(shared value: ForeignValue, log: ImportLog) {
    self.init(value, number: 1, sharing: nil, log: log)
    sharedAssertions = ownAssertions
    ownAssertions = []
  }

  private mutating func take(variables value: ForeignValue?, _ log: ImportLog) {
    if let value, value.members == nil { log.note("Variables from files are not carried over.", at: value) }
    for (name, value) in value?.members ?? [] {
      variables.removeAll { $0.name == name }
      variables.append((name, value))
    }
  }

  private static func sentence(about key: String) -> String {
    switch key {
    case "metadata": "A test's 'metadata' is not carried over: a prompt of a suite has 'tags'."
    case "provider", "providers": "A test's '\(key)' is not carried over: every contestant gets every prompt."
    default: "A test's '\(key.excerpt())' is not carried over."
    }
  }
}

extension PromptfooTest {
  /// Whether it is for a prompt of this name; promptfoo lets a name end with `*`, and names families with a colon.
  func isFor(_ label: String?) -> Bool {
    guard let prompts else { return true }
    guard let label else { return false }
    return prompts.contains { name in
      name == label || name.hasSuffix("*") && label.hasPrefix(name.dropLast()) || label.hasPrefix(name + ":")
    }
  }
}
