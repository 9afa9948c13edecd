import Benchmark

/// How a made-up model behaves.
struct MadeModel {
  var name: String
  /// Milliseconds.
  var firstToken: Int64 = 400
  /// Milliseconds a token.
  var perToken: Int64 = 10
  /// Percent of right answers.
  var skill = 90
  /// Percent of trials that need a second attempt.
  var retries = 0
  var countsTokens = true
  var served: String?
  var failure: Failure?

  /// A failure that a part of the trials ends in.
  struct Failure {
    var kind: OutcomeClass
    /// Percent.
    var share: Int
    var status: Int?
    var message: String?
  }

  static let five = [
    MadeModel(name: "meta-llama/llama-3.3-70b-instruct:free", firstToken: 600, perToken: 14, retries: 20),
    MadeModel(name: "qwen/qwen3-235b-a22b:free", firstToken: 2_400, perToken: 22, skill: 97),
    MadeModel(
      name: "mistralai/mistral-small-3.2-24b:free", firstToken: 350, perToken: 8, skill: 80,
      failure: Failure(
        kind: .rateUpstream, share: 15, status: 429, message: "Provider returned error: mistral is overloaded")),
    MadeModel(name: "google/gemma-3-27b-it:free", firstToken: 500, perToken: 11, skill: 85, countsTokens: false),
    MadeModel(
      name: "deepseek/deepseek-r1:free", firstToken: 9_000, perToken: 30, skill: 95,
      served: "deepseek/deepseek-r1-0528:free",
      failure: Failure(kind: .timeoutFirstToken, share: 25, status: nil, message: "no token for 60 s")),
  ]
}
