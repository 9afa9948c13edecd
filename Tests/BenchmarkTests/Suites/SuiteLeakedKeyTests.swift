import Benchmark
import Testing

@Suite struct SuiteLeakedKeyTests {
  private static let key = "sk-or-v1-" + String(repeating: "0123456789abcdef", count: 4)

  @Test func `a key in a suite is warned of and never shown`() {
    let text = """
      {"name": "x", "parameters": {"system": "Use \\n\(Self.key)."},
       "prompts": [{"prompt": "p", "parameters": {"extra": {"key": ["Bearer abcdefghijklmnop0"]}}}]}
      """
    let reading = SuiteReader.read(Array(text.utf8), path: "x.json")
    #expect(reading.problems.isEmpty)
    #expect(reading.suite != nil)
    #expect(
      reading.warnings.map(\.description) == [
        "x.json:1:40: parameters.system: This looks like an API key. Take it out of the file and revoke it.",
        "x.json:2:63: prompts[0].parameters.extra.key[0]: "
          + "This looks like an API key. Take it out of the file and revoke it.",
      ])
  }

  @Test(arguments: [
    "{\"\(key)\": 1}",
    "{\"name\": \"/\(key)\"}",
    "{\"name\": \"x\", \"prompts\": [{\"id\": \"\\u0007\(key)\"}, {\"checks\": [{\"type\": \"\(key)\"}]}]}",
    "{\(key): 1}",
    "[hf_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa1]",
    "{\"hf_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa1\": 1, \"hf_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa1\": 1}",
    "{\"parameters\": {\"extra\": {\"\(key)\": 1, \"\(key)\": 2}}}",
  ])
  func `no problem repeats a key`(text: String) {
    let reading = SuiteReader.read(Array(text.utf8), path: "x.json")
    #expect(!reading.problems.isEmpty)
    for line in (reading.problems + reading.warnings).map(\.description) {
      #expect(!line.contains("0123456789abcdef"))
      #expect(!line.contains("aaaaaaaa"))
    }
  }

  @Test(arguments: [
    ("sk-or-v1-0123456789abcdef", "***"),
    ("a sk-proj-AbCdEf0123456789_-xyz b", "a *** b"),
    ("Authorization: Bearer abcdefghijklmnop0.x-y", "Authorization: ***"),
    ("two sk-aaaaaaaaaaaaaaaaaaa1 and gsk_aaaaaaaaaaaaaaaaaaaaa1", "two *** and ***"),
    ("risk-free-and-0123456789-long-words", "risk-free-and-0123456789-long-words"),
    ("sk-learn-is-a-library-for-people", "sk-learn-is-a-library-for-people"),
    ("sk-short1", "sk-short1"),
    ("Bearer of bad news since 1999", "Bearer of bad news since 1999"),
    ("", ""),
  ])
  func `only what looks like a key is masked`(text: String, redacted: String) {
    #expect(LeakedKey.redacted(text) == redacted)
    #expect(LeakedKey.isFound(in: text) == (text != redacted))
  }
}
