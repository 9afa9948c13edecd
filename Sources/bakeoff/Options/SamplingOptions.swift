internal import Arguments
internal import Benchmark

/// What every request asks for, whatever the suite says.
struct SamplingOptions: Sendable {
  var maxTokens: Int?
  var temperature: Double?
  var seed: Int?
  var system: String?
  var settings: [SettingOption] = []
  var isFresh = false

  static let arguments = Argument<Self>.section(
    "REQUESTS",
    [
      .option("max-tokens", \.maxTokens, valueName: "n", help: "The longest answer, in tokens, reasoning included."),
      .option("temperature", \.temperature, valueName: "t", help: "The sampling temperature, 0 to 2."),
      .option("seed", \.seed, valueName: "n", help: "The sampling seed that the models are sent."),
      .option("system", \.system, valueName: "text", help: "The system prompt."),
      .repeated(
        "set", \.settings, valueName: "name=value",
        help:
          "Any other setting by its name in a suite, as top_p=0.9, reasoning=low, provider.sort=price or "
          + "max_completion_tokens=500; repeat for several."),
      .flag(
        "fresh-prompts", \.isFresh,
        help:
          "Put a nonce, another for each request, in front of its first message, so that no server answers from its "
          + "prompt cache. It is recorded, and no part of what --cache finds answers by."),
    ])

  func validate() throws(UsageError) {
    if let maxTokens, maxTokens < 1 || Count.admitted(maxTokens) == nil {
      let remedy = maxTokens < 1 ? "give 1 or more" : "give \(Count.mostWords)"
      throw .rule("The value '\(maxTokens)' is invalid for '--max-tokens <n>': \(remedy).")
    }
    if let temperature, !(0...2).contains(temperature) {
      throw .rule("The value '\(temperature)' is invalid for '--temperature <t>': give a number from 0 to 2.")
    }
    if let problem = SuiteReader.parameters(settings.object).problems.first {
      throw .rule("'--set' gives a setting that cannot be. \(problem)")
    }
    if maxTokens != nil, SuiteReader.parameters(settings.object).parameters.maxCompletionTokens != nil {
      throw .rule("'--max-tokens' and '--set max_completion_tokens' set the same limit: give one of them.")
    }
  }

  /// What nonces are made of, for a new run; nil where none are sent.
  func freshPrompts(_ random: () -> UInt64) -> String? {
    isFresh ? String(random(), radix: 16) + String(random(), radix: 16) : nil
  }

  var parameters: Parameters {
    SuiteReader.parameters(settings.object).parameters
      .overridden(by: Parameters(system: system, maxTokens: maxTokens, temperature: temperature, seed: seed))
  }
}
