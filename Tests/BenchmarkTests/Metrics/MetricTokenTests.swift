import Benchmark
import Testing

struct MetricTokenTests {
  @Test func `the server's count wins and is never mixed`() {
    let attempt = AttemptRecord.made(usage: Usage(completionTokens: 3), answer: "a much longer answer")
    #expect(attempt.tokens == TokenCount(value: 3, source: .server))
    #expect(attempt.tokens(by: .estimated) == TokenCount(value: 5, source: .estimated))
  }

  @Test func `without usage bytes are counted, reasoning and tool calls included`() {
    let attempt = AttemptRecord.made(
      answer: "é", reasoningText: "hmm", toolCalls: [ToolCall(name: "f", arguments: "{}")])
    #expect(attempt.tokens == TokenCount(value: 2, source: .estimated))
    #expect(attempt.answerTokens == TokenCount(value: 1.25, source: .estimated))
  }

  @Test func `nothing written is unknown, not zero`() {
    #expect(AttemptRecord.made().tokens == nil)
    #expect(AttemptRecord.made(usage: Usage(promptTokens: 9)).tokens == nil)
  }

  @Test(
    arguments: [
      (Usage(completionTokens: 50, reasoningTokens: 20), ReasoningVisibility.shown, 30.0),
      (Usage(completionTokens: 50), .none, 50), (Usage(completionTokens: 50), .shown, nil),
      (Usage(completionTokens: 5, reasoningTokens: 20), .shown, 0),
    ] as [(Usage, ReasoningVisibility, Double?)])
  func `answer tokens leave reasoning out where the server tells`(
    usage: Usage, reasoning: ReasoningVisibility, expected: Double?
  ) {
    #expect(AttemptRecord.made(usage: usage, answer: "x", reasoning: reasoning).answerTokens?.value == expected)
  }
}
