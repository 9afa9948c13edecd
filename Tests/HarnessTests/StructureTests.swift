import Benchmark
import Testing

@testable import Harness

/// Answers held to the structure that was asked for.
@Suite struct StructureTests {
  private func held(_ answer: String, _ kind: OutcomeClass, calls: [ToolCall] = []) -> AttemptRecord {
    var attempt = AttemptRecord.sample
    (attempt.answer, attempt.outcome, attempt.toolCalls) = (answer, Outcome(kind), calls)
    attempt.hold(to: StructuredOutput(schema: #"{"type":"object","required":["a"]}"#))
    return attempt
  }

  // SAD PATH

  @Test(
    arguments: [
      (#"{"b": 1}"#, .ok), (#"{"a": 1"#, .ok), ("", .length), (#"{"a": 1, "b": "cut"#, .length),
      (#"{"b": 1}"#, .length),
    ] as [(String, OutcomeClass)])
  func `whatever ended it, an answer without its structure is invalid`(answer: String, kind: OutcomeClass) {
    let outcome = held(answer, kind).outcome
    #expect(outcome.kind == .invalid)
    let isTold = outcome.message?.hasPrefix("the answer ended at the limit of tokens: ") ?? false
    #expect(isTold == (kind == .length), "it said: \(outcome.message ?? "nothing")")
  }

  // HAPPY PATH

  @Test(arguments: [OutcomeClass.ok, .length]) func `one that has it stays what it was`(kind: OutcomeClass) {
    #expect(held(#"{"a": 1}"#, kind).outcome.kind == kind)
  }

  @Test(arguments: [OutcomeClass.refused, .empty, .cutOff, .http5xx])
  func `a failure of another kind stays one`(kind: OutcomeClass) {
    #expect(held("I cannot.", kind).outcome.kind == kind)
  }

  @Test(arguments: [OutcomeClass.ok, .length]) func `a call of a tool is not the answer yet`(kind: OutcomeClass) {
    #expect(held("", kind, calls: [ToolCall(name: "look_up", arguments: "{}")]).outcome.kind == kind)
  }
}
