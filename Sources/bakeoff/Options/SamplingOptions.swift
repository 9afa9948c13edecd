internal import Arguments
internal import Benchmark

/// What every request asks for, whatever the suite says.
struct SamplingOptions: Sendable {
  var maxTokens: Int?
  var temperature: Double?
  var seed: Int?
  var system: String?

  static let arguments = Argument<Self>.section(
    "REQUESTS",
    [
      .option("max-tokens", \.maxTokens, valueName: "n", help: "The longest answer, in tokens, reasoning included."),
      .option("temperature", \.temperature, valueName: "t", help: "The sampling temperature, 0 to 2."),
      .option("seed", \.seed, valueName: "n", help: "The sampling seed that the models are sent."),
      .option("system", \.system, valueName: "text", help: "The system prompt."),
    ])

  func validate() throws(UsageError) {
    if let maxTokens, maxTokens < 1 {
      throw .rule("The value '\(maxTokens)' is invalid for '--max-tokens <n>': give 1 or more.")
    }
    if let temperature, !(0...2).contains(temperature) {
      throw .rule("The value '\(temperature)' is invalid for '--temperature <t>': give a number from 0 to 2.")
    }
  }

  var parameters: Parameters {
    Parameters(system: system, maxTokens: maxTokens, temperature: temperature, seed: seed)
  }
}
