import Testing
import Wire

@Suite struct UsageTests {
  struct Row: Sendable {
    var json: String
    var usage: ChatReading.Usage?
  }

  static let rows = [
    Row(json: "null"), Row(json: "7"), Row(json: "{}", usage: .init()),
    Row(
      json: #"{"prompt_tokens":-1,"completion_tokens":1e99,"total_tokens":2.5,"cost":"x"}"#,
      usage: .refusing("prompt_tokens -1", "completion_tokens 1e99", "total_tokens 2.5", "cost x")),
    Row(
      json: #"{"total_tokens":9223372036854775807,"prompt_cache_hit_tokens":9007199254740993,"cost":-0.5}"#,
      usage: .refusing("total_tokens 9223372036854775807", "cached_tokens 9007199254740993", "cost -0.5")),
    Row(
      json: #"{"completion_tokens_details":{"reasoning_tokens":-9223372036854775808},"cost":{"total_cost":1e308}}"#,
      usage: .refusing("reasoning_tokens -9223372036854775808", "cost 1e308")),
    Row(json: #"{"prompt_tokens":9007199254740992}"#, usage: .init(promptTokens: 1 << 53)),
    Row(
      json:
        #"{"prompt_tokens":null,"completion_tokens":"9","total_tokens":" 19 ","cost":"0.5","reasoning_tokens":null}"#,
      usage: .init(completionTokens: 9, totalTokens: 19, cost: 0.5)),
    Row(
      json: #"{"prompt_tokens":"-1","completion_tokens":" 9007199254740993","cost":"-1e3","total_tokens":"many"}"#,
      usage: .refusing(
        "prompt_tokens -1", "completion_tokens  9007199254740993", "total_tokens many", "cost -1e3")),
    // xAI counts reasoning beside the completion: the total decides.
    Row(
      json: #"{"prompt_tokens":10,"completion_tokens":5,"total_tokens":22,"reasoning_tokens":7}"#,
      usage: .init(promptTokens: 10, completionTokens: 12, totalTokens: 22, reasoningTokens: 7)),
    Row(
      json: #"{"prompt_tokens":10,"completion_tokens":12,"total_tokens":22,"reasoning_tokens":7}"#,
      usage: .init(promptTokens: 10, completionTokens: 12, totalTokens: 22, reasoningTokens: 7)),
    Row(
      json: #"{"prompt_tokens":10,"completion_tokens":0,"total_tokens":17,"reasoning_tokens":7}"#,
      usage: .init(promptTokens: 10, completionTokens: 7, totalTokens: 17, reasoningTokens: 7)),
    // The answer has text, so these are no counts.
    Row(json: #"{"prompt_tokens":0,"completion_tokens":0,"total_tokens":0,"cost":0}"#, usage: .init()),
    Row(json: #"{"prompt_tokens":9,"completion_tokens":0,"total_tokens":9}"#, usage: .init(promptTokens: 9)),
    Row(
      json:
        #"{"prompt_tokens":1,"completion_tokens":2.0,"total_tokens":3,"cost":0.5,"prompt_tokens_details":{"cached_tokens":1}}"#,
      usage: .init(promptTokens: 1, completionTokens: 2, totalTokens: 3, cachedTokens: 1, cost: 0.5)),
    Row(
      json: #"{"completion_tokens":2,"completion_tokens_details":{"reasoning_tokens":3},"cost":{"total_cost":1}}"#,
      usage: .init(completionTokens: 2, reasoningTokens: 3, cost: 1)),
    Row(json: #"{"prompt_cache_hit_tokens":5,"cost":0}"#, usage: .init(cachedTokens: 5, cost: 0)),
    Row(json: #"{"cached_tokens":6}"#, usage: .init(cachedTokens: 6)),
    Row(json: #"{"cache_read_input_tokens":7,"prompt_tokens_details":{}}"#, usage: .init(cachedTokens: 7)),
    Row(json: #"{"cached_tokens":-6,"prompt_cache_hit_tokens":"5"}"#, usage: .refusing("cached_tokens -6")),
  ]

  @Test(arguments: rows)
  func `usage is what can be read of it`(row: Row) {
    let reading = read(stream: [content("a"), stop, event(#"{"choices":[],"usage":\#(row.json)}"#), done])
    #expect(reading.usage == row.usage)
  }

  @Test func `what cannot be is told in a note, and whole bodies tell it too`() {
    let usage = #""usage":{"total_tokens":-7,"cost":-0.5}"#
    let note = "usage that cannot be is left out: total_tokens -7, cost -0.5"
    let stream = read(stream: [content("a"), stop, event("{\(usage)}"), done])
    #expect(stream.notes == [note])
    let body = #"{"choices":[{"message":{"content":"a"},"finish_reason":"stop"}],\#(usage)}"#
    let whole = ChatResponse.read(
      status: 200, headers: [], body: Array(body.utf8), reads: [(0, body.utf8.count)], streamed: false, complete: true)
    #expect(whole.notes == [note])
    #expect(whole.answer == "a")
  }

  @Test func `zeros beside text are noted, and so is reasoning that was added`() {
    let zeros = event(#"{"usage":{"prompt_tokens":0,"completion_tokens":0}}"#)
    let beside = event(
      #"{"usage":{"prompt_tokens":1,"completion_tokens":2,"total_tokens":6,"completion_tokens_details":{"reasoning_tokens":3}}}"#
    )
    #expect(
      read(stream: [content("a"), stop, zeros, done]).notes
        == ["no completion tokens are counted beside text: estimated"])
    #expect(
      read(stream: [content("a"), stop, beside, done]).notes
        == ["reasoning tokens came beside the completion tokens: added"])
  }

  @Test func `zeros are right where there is no text`() {
    let reading = read(stream: [stop, event(#"{"usage":{"prompt_tokens":5,"completion_tokens":0}}"#), done])
    #expect(reading.usage == .init(promptTokens: 5, completionTokens: 0))
    #expect(reading.notes.isEmpty)
  }

  @Test func `the last usage wins, and null takes nothing back`() {
    let usages = [#"{"total_tokens":1}"#, #"{"total_tokens":2}"#, "null"]
    let reading = read(stream: usages.map { event(#"{"usage":\#($0)}"#) } + [content("a"), stop, done])
    #expect(reading.usage == .init(totalTokens: 2))
  }

  @Test(
    arguments: [
      (
        #"{"prompt_tokens":{},"completion_tokens":true,"total_tokens":[],"cost":"free"}"#,
        ["prompt_tokens {}", "completion_tokens true", "total_tokens []", "cost free"]
      ),
      (#"{"prompt_tokens":null,"completion_tokens":3,"cost":null}"#, []),
    ] as [(String, [String])])
  func `a count that is no number is named`(usage: String, refused: [String]) {
    let last = #"{"choices":[],"usage":\#(usage)}"#
    #expect(WireTests.read(stream: [content("a"), stop, event(last), done]).usage?.refused == refused)
  }

  @Test(
    arguments: [
      // SAD PATH
      (#"{"prompt_tokens":9}"#, #"{"cache_n":-1,"prompt_n":2}"#, .init(promptTokens: 9)),
      (#"{"prompt_tokens":9}"#, #"{"cache_n":1e300,"prompt_n":2}"#, .init(promptTokens: 9)),
      (#"{"prompt_tokens":9}"#, #"{"cache_n":9223372036854775807,"prompt_n":2}"#, .init(promptTokens: 9)),
      (#"{"prompt_tokens":9}"#, #"{"prompt_n":2,"predicted_n":4}"#, .init(promptTokens: 9)), ("null", timings, nil),
      // The usage's own word counts.
      (#"{"prompt_tokens":9,"cached_tokens":0}"#, timings, .init(promptTokens: 9, cachedTokens: 0)),
      // HAPPY PATH
      (#"{"prompt_tokens":642}"#, timings, .init(promptTokens: 642, cachedTokens: 640)),
      ("{}", timings, .init(promptTokens: 642, cachedTokens: 640)),
    ] as [(String, String, ChatReading.Usage?)])
  func `llama.cpp tells of its prompt cache beside the usage`(usage: String, timings: String, read: ChatReading.Usage?)
  {
    let last = #"{"choices":[],"usage":\#(usage),"timings":\#(timings)}"#
    #expect(WireTests.read(stream: [content("a"), stop, event(last), done]).usage == read)
  }

  private static let timings = #"{"cache_n":640,"prompt_n":2,"prompt_ms":8.1,"predicted_n":4}"#

  @Test func `events that bring text are counted, others are not`() {
    let stream = [content("a"), content(""), event(#"{"choices":[]}"#), content("b"), stop, done]
    #expect(read(stream: stream).textEvents == 2)
    #expect(read(stream: [stop, done]).textEvents == 0)
  }
}

extension ChatReading.Usage {
  fileprivate static func refusing(_ numbers: String...) -> Self {
    var usage = Self()
    usage.refused = numbers
    return usage
  }
}
