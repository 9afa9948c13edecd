import Benchmark
import Testing

/// Whether two lists of ids name one model.
@Suite struct ModelNamesTests {
  @Test(
    arguments: [
      (["v/a"], ["v/b"], false), (["llama3:8b"], ["llama3:70b"], false), ([], ["v/a"], false),
      (["openrouter/free"], ["openrouter/free"], false), (["v/a"], ["v/a-instruct"], false),
      (["v/a"], ["v/a"], true), (["v/a:free"], ["v/a"], true), (["V/A"], ["v/a:nitro"], true),
      (["openrouter/free", "v/a:free"], ["v/b", "v/a"], true),
    ] as [([String], [String], Bool)])
  func `variants are one model, tags and routers are not`(first: [String], second: [String], isSame: Bool) {
    #expect(ModelNames(first).overlap(ModelNames(second)) == isSame)
  }
}
