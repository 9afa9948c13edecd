internal import Benchmark

/// What a test's 'options' say that concerns its prompt or its assertions.
struct PromptfooOptions {
  /// The provider that judges.
  var judge: ForeignValue?
  /// JavaScript that the answer goes through before any assertion.
  var transform: ForeignValue?
  /// Words of its own for the judge; nil for promptfoo's.
  var rubricPrompt: ForeignValue?
  /// JavaScript that makes other variables of those given.
  var variableTransform: ForeignValue?
  /// What stands before and behind the prompt.
  var prefix = "", suffix = ""
  /// Whether a list of values is one value.
  var keepsLists = false

  /// Reads options on top of shared ones; what it has beyond that goes to the log.
  init(_ value: ForeignValue?, sharing shared: PromptfooOptions?, log: ImportLog) {
    self = shared ?? PromptfooOptions()
    guard let value, var fields = ForeignObject(value) else { return }
    judge = fields.take("provider") ?? judge
    transform = fields.take("transform", "postprocess") ?? transform
    rubricPrompt = fields.take("rubricPrompt") ?? rubricPrompt
    variableTransform = fields.take("transformVars") ?? variableTransform
    prefix = fields.take("prefix")?.text ?? prefix
    suffix = fields.take("suffix")?.text ?? suffix
    keepsLists = fields.take("disableVarExpansion")?.node.kind == .bool(true) || keepsLists
    for (key, rest) in fields.rest {
      let words =
        key == "repeat" ? ": 'bakeoff run' takes '-n' for all prompts alike." : "."
      log.note("A test's option '\(key.excerpt())' is not carried over\(words)", at: rest)
    }
  }

  init() {}
}
