import Dispatch
import Testing

@testable import Benchmark

/// A search that takes far too long, and what is said of the answers that it was to tell about.
///
/// It keeps a processor busy for some seconds: all ask for the same one, one after the other.
@Suite(.serialized) struct EndlessPatternTests {
  private static let endless = String(repeating: "a", count: 31) + "!"

  private func impatiently<Result>(_ search: () throws -> Result) rethrows -> Result {
    try CheckPattern.$patience.withValue(.milliseconds(50), operation: search)
  }

  @Test func `a pattern that would search for ever is given up`() throws {
    #expect(
      try impatiently { try JSONSchema.sentences(#"{"pattern":"^(a|aa)+$"}"#, "\"\(Self.endless)\"") } == [
        #"$: expected an end of the search for "^(a|aa)+$"; found "\#(Self.endless)", on which it is given up"#
      ])
  }

  @Test(arguments: [
    (#"{"pattern":"^(a|aa)+$"}"#, "\"\(endless)\""),
    (#"{"patternProperties":{"^(a|aa)+$":false}}"#, "{\"\(endless)\":1}"),
    (#"{"not":{"propertyNames":{"pattern":"^(a|aa)+$"}}}"#, "{\"\(endless)\":1}"),
  ])
  func `a schema whose pattern would search for ever grades nothing, and other answers as ever`(
    schema: String, answer: String
  ) throws {
    let check = try Check.reading(#"{"type":"schema","schema":\#(schema)}"#)
    let result = impatiently { check.judge(CheckInput(answer)) }
    #expect(result.passed == nil)
    let reason = try #require(result.reason)
    #expect(reason.hasPrefix("not graded: $"), "it said: \(reason)")
    #expect(
      reason.hasSuffix(
        #": expected an end of the search for "^(a|aa)+$"; found "\#(Self.endless)", on which it is given up"#),
      "it said: \(reason)")
    #expect(check.judge(CheckInput("1")).passed == !schema.contains("not"))
  }

  @Test func `an answer of which it cannot be told whether it fits is not called invalid`() {
    let output = StructuredOutput(schema: #"{"pattern":"^(a|aa)+$"}"#)
    guard case .unknown(let words) = impatiently({ output.examine("\"\(Self.endless)\"") }) else {
      Issue.record("it is judged")
      return
    }
    #expect(words.hasPrefix(#"$: expected an end of the search for "^(a|aa)+$"; found "aaa"#), "it said: \(words)")
    #expect(output.examine("\"aa\"") == .fits(stripped: []))
  }

  @Test func `a pattern is not asked again about a text, nor about any once it ran out of time on two`() throws {
    let (first, second) = (
      try CheckPattern("a", ignoringCase: false), try CheckPattern("a", ignoringCase: true)
    )
    var searches = TimedOutSearches()
    searches.add(first, in: "x")
    #expect(searches.holds(first, in: "x"))
    #expect(!searches.holds(first, in: "y"))
    #expect(!searches.holds(second, in: "x"))
    searches.add(first, in: "y")
    #expect(searches.holds(first, in: "z"))
    searches.remove(first, in: "x")
    #expect(!searches.holds(first, in: "z"))
    #expect(searches.holds(first, in: "y"))
  }
}
