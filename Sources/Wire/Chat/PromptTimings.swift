/// How llama.cpp's server came to read a prompt: an object `timings` beside the usage of an answer.
///
/// https://github.com/ggml-org/llama.cpp/tree/master/tools/server: `cache_n` tokens were in its cache, `prompt_n` were
/// read anew.
struct PromptTimings: Hashable, Sendable {
  private let cached: Int
  private let read: Int

  /// Nil where it does not tell of a cache.
  init?(_ timings: JSON) {
    guard let cached = timings["cache_n"]?.count, let read = timings["prompt_n"]?.count else { return nil }
    (self.cached, self.read) = (cached, read)
  }

  /// Fills in what a usage does not say itself; where there is none, it stays so.
  func complete(_ usage: inout ChatReading.Usage?) {
    guard var known = usage else { return }
    known.cachedTokens = known.cachedTokens ?? cached
    known.promptTokens = known.promptTokens ?? cached + read
    usage = known
  }
}
