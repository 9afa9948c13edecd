import Benchmark
import Testing

extension Check {
  /// The check of a suite file.
  static func reading(_ text: String) throws -> Check {
    let tools = ["weather", "news", "time", "t"].map { "{\"name\": \"\($0)\"}" }.joined(separator: ", ")
    let suite = "{\"name\": \"x\", \"tools\": [\(tools)], \"prompts\": [{\"prompt\": \"p\", \"checks\": [\(text)]}]}"
    let reading = SuiteReader.read(Array(suite.utf8), path: "x.json")
    return try #require(reading.suite?.prompts[0].checks[0], "\(reading.problems)")
  }

  /// Why an answer fails, "passed" where it passes.
  static func verdict(_ check: String, on judged: CheckInput) throws -> String {
    let result = try reading(check).judge(judged)
    #expect(result.passed != true || result.score ?? 0 > 0)
    return result.passed == true ? "passed" : result.reason ?? ""
  }
}
