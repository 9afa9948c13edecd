import Benchmark
import Testing

/// Patterns mean what ECMA-262 says, not what Swift's engine does.
@Suite struct SchemaPatternTests {
  @Test(arguments: [
    (#"^\d$"#, "7", true), (#"^\d$"#, "߇", false), (#"^\w$"#, "é", false), (#"^[\w]$"#, "_", true),
    (#"^\s$"#, "\u{FEFF}", true), (#"^\s$"#, "\u{85}", false), (#"^[\s]$"#, "\u{2029}", true),
    (#"^\S$"#, "\u{A0}", false),
    (#"^.$"#, "\u{85}", true), (#"^.$"#, "\u{2028}", false), (#"^.$"#, "e\u{301}", false), (#"^.$"#, "😀", true),
    (#"^a$"#, "a\n", false), (#"a"#, "xax", true), (#"^[[]$"#, "[", true), (#"^[a&&b]$"#, "&", true),
    (#"^[a-]$"#, "-", true), (#"^[+--]$"#, ",", true), (#"^[a~~b]$"#, "~", true), (#"^[\d-z]$"#, "-", true),
    (#"^[^]$"#, "\n", true), (#"[]"#, "a", false), (#"^[^a]$"#, "b", true), (#"^[\b]$"#, "\u{8}", true),
    (#"^\cC$"#, "\u{3}", true), (#"^\x41\u0042\u{1F600}$"#, "AB😀", true), (#"^\uD83D\uDE00$"#, "😀", true),
    (#"^\p{L}\P{L}[\p{Nd}]$"#, "a1٣", true), (#"^\p{Script=Greek}+$"#, "αβγ", true), (#"^\/\-\.$"#, "/-.", true),
    (#"^(?<x>a)\k<x>\1$"#, "aaa", true), (#"^\0$"#, "\0", true), (#"(?!a)b"#, "b", true), (#"^e$"#, "e\u{301}", false),
    (#"\b42\b"#, "42.50", true), (#"\b42\b"#, "421", false), (#"\bB\b"#, "Answer:B", true), (#"4\B2"#, "42", true),
    (#"\Bs"#, "it's", false), (#"\b4$"#, "é4", true), (#"\b4$"#, "_4", false), (#"\bé"#, "é", false),
    (#"^a\r\n\bb$"#, "a\r\nb", true),
  ])
  func `a pattern matches as in ECMAScript`(pattern: String, text: String, matches: Bool) throws {
    let schema = try JSONSchema(compiling: .object(["pattern": .string(pattern)]))
    #expect(schema.mistakes(in: .string(text)).isEmpty == matches)
  }

  @Test func `where a digit stands beside a character of several code points, a word is not guessed at`() throws {
    let schema = try JSONSchema(compiling: .object(["pattern": .string(#"^4\b.\u0301$"#)]))
    #expect(schema.mistakes(in: .string("4e\u{301}")).map(\.isSurrender) == [true])
  }

  @Test(arguments: [
    (#"\Z"#, #"\Z is no escape of ECMA-262 here"#), (#"\u12"#, #"\u is no escape of ECMA-262 here"#),
    (#"\uD800"#, #"\u is no escape of ECMA-262 here"#), (#"a\"#, "a backslash stands at its end"),
    (#"[a"#, "a class has no end: ']' is missing"), (#"[\B]"#, #"\B is no escape of ECMA-262 here"#),
  ])
  func `what is no pattern of ECMAScript is refused`(pattern: String, reason: String) {
    let schema = JSONValue.object(["pattern": .string(pattern)])
    let fault = #expect(throws: SchemaFault.self) { try JSONSchema(compiling: schema) }
    #expect(
      fault?.problems.first?.message.hasSuffix("does not compile: \(reason)") == true, "\(String(describing: fault))")
  }
}
