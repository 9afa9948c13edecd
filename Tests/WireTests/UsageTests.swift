import Testing
import Wire

@Suite struct UsageTests {
  struct Row: Sendable {
    var json: String
    var usage: ChatReading.Usage?
  }

  static let rows = [
    Row(json: "null"), Row(json: "7"), Row(json: "{}", usage: .init()),
    Row(json: #"{"prompt_tokens":null,"completion_tokens":"9","prompt_tokens_details":null}"#, usage: .init()),
    Row(json: #"{"prompt_tokens":-1,"completion_tokens":1e99,"total_tokens":2.5,"cost":"x"}"#, usage: .init()),
    Row(
      json:
        #"{"prompt_tokens":1,"completion_tokens":2.0,"total_tokens":3,"cost":0.5,"prompt_tokens_details":{"cached_tokens":1}}"#,
      usage: .init(promptTokens: 1, completionTokens: 2, totalTokens: 3, cachedTokens: 1, cost: 0.5)),
    Row(
      json: #"{"completion_tokens":2,"completion_tokens_details":{"reasoning_tokens":3},"cost":{"total_cost":1}}"#,
      usage: .init(completionTokens: 2, reasoningTokens: 3, cost: 1)),
    Row(json: #"{"prompt_cache_hit_tokens":5,"cost":0}"#, usage: .init(cachedTokens: 5, cost: 0)),
  ]

  @Test(arguments: rows)
  func `usage is what can be read of it`(row: Row) {
    let reading = read(stream: [content("a"), stop, event(#"{"choices":[],"usage":\#(row.json)}"#), done])
    #expect(reading.usage == row.usage)
  }

  @Test func `the last usage wins, and null takes nothing back`() {
    let usages = [#"{"total_tokens":1}"#, #"{"total_tokens":2}"#, "null"]
    let reading = read(stream: usages.map { event(#"{"usage":\#($0)}"#) } + [content("a"), stop, done])
    #expect(reading.usage == .init(totalTokens: 2))
  }
}
