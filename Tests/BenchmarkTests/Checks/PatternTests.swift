import Benchmark
import Testing

/// How the patterns of `regex` checks are read, and what would mean something else in JavaScript.
@Suite struct PatternTests {
  // SAD PATH

  @Test(arguments: [
    (#"\bParis\b"#, "Parisian life"), (#"\b42\b"#, "1420 or 421"), (#"\bB\b"#, "AB"), (#"\bmr\b"#, "mr_x"),
    (#"\bcafe\b"#, "cafe\u{301}"), (#"\b4\b"#, "٣4"), (#"\B42"#, "is 42"), (#"\b"#, ""), (#"\b"#, "… — !"),
    (#"^\d$"#, "a"), (#"^a$"#, "a\n"), (#"^b"#, "a\nb"), (#"^\w+$"#, "a b"), (#"\b東京\b"#, "東京です"),
  ])
  func `a pattern does not match`(pattern: String, answer: String) {
    #expect(Check(RegexRule(pattern)).judge(CheckInput(answer)).passed == false)
  }

  // HAPPY PATH

  @Test(arguments: [
    // UAX #29 would not part any of these.
    (#"\bParis\b"#, "Paris's population is 2 million."), (#"\b42\b"#, "The total is 42.50 euros"),
    (#"\bB\b"#, "Answer:B"), (#"\b50\b"#, "42.50"), (#"\bs\b"#, "it's"), (#"42\B"#, "421"), (#"\B\."#, "a .b"),
    (#"\bb\b"#, "a·b"), (#"\b2\b"#, "1,2"), (#"^\b.*\b$"#, "a:b"), (#"(?i)\bparis\b"#, "l'Paris'e"),
    // Letters with their accents are one character, in whichever form they come.
    (#"\bcafé\b"#, "un cafe\u{301}!"), (#"\bnaïve\b"#, "nai\u{308}ve"), (#"\bможно\b"#, "это можно?"),
    (#"\bमन\b"#, "मन है"), (#"^\w$"#, "é"), (#"^\d$"#, "٣"), (#"(?m)^b$"#, "a\nb\nc"), (#"^a\nb$"#, "a\r\nb"),
    (#"^.$"#, "👨‍👩‍👧"), (#"^[\b]$"#, "\u{8}"),
  ])
  func `a pattern matches`(pattern: String, answer: String) {
    #expect(Check(RegexRule(pattern)).judge(CheckInput(answer)).passed == true)
  }

  @Test(arguments: ["a", "4", "_", "é", "e\u{301}", "٣", "²", "½", "है", "中", "Ⅷ", "-", "'", "😀", " ", "\u{301}", "‿"])
  func `a word ends and begins where a character of a word does`(character: String) {
    let isOfWord = Check(RegexRule(#"^\w$"#)).judge(CheckInput(character)).passed
    #expect(Check(RegexRule(#"^\b"#)).judge(CheckInput(character)).passed == isOfWord)
    #expect(Check(RegexRule(#"-\b."#)).judge(CheckInput("-" + character)).passed == isOfWord || character == "\u{301}")
  }

  // JAVASCRIPT

  @Test(arguments: [
    (#"\d+"#, [#"'\d' goes by the digits of every script here, and by 0-9 there"#]),
    (#"[\W]"#, [#"'\W' goes by the letters of every script here, and by A-Z, a-z, 0-9 and _ there"#]),
    (#"\bno\b"#, [#"'\b' goes by words of every script here, and by words of A-Z, a-z, 0-9 and _ there"#]),
    (#"^[^[]$"#, ["'[' begins a class within a class here, and is a letter there"]),
    (#"[a&&b]"#, ["'&&' in a class is an operator here, and two letters there"]),
    (
      #"[a--b~~c]"#,
      [
        "'--' in a class is an operator here, and two letters there",
        "'~~' in a class is an operator here, and two letters there",
      ]
    ),
    (#"a{,3}"#, ["'{,n}' is up to n times here, and these letters there"]),
    (#"^.{5}$"#, ["'.' counts characters as people do here, and units of UTF-16 there: an emoji is one here"]),
    (#"\u{41}"#, [#"'\u{…}' is a character here, and 'u' so many times there"#]),
    (#"\p{L}"#, [#"'\p{…}' is a property of Unicode here, and letters there"#]),
    (#"\v"#, [#"'\v' is any line end here, and U+000B there"#]),
    (
      #"\h\A"#,
      [
        #"'\h' has a meaning of its own here, and is the letter 'h' there"#,
        #"'\A' has a meaning of its own here, and is the letter 'A' there"#,
      ]
    ),
  ])
  func `what a pattern of JavaScript would mean differently is told`(pattern: String, differences: [String]) {
    #expect(PatternDialect.differences(fromJavaScript: pattern) == differences)
  }

  @Test(arguments: [
    "", "Paris", #"^(?:a|b)+?$"#, #"[a-z&-]"#, #"[\b]"#, #"\\d"#, #"\u0041\x41\n\t\s\."#, "a.b{2}", "a--b&&c",
    "(?<x>a)\\k<x>",
    "[^\\]]", "{", "\\",
  ])
  func `a pattern that means the same is left alone`(pattern: String) {
    #expect(PatternDialect.differences(fromJavaScript: pattern) == [])
  }

  @Test(arguments: [
    (#"(?<=\$)\d+"#, "a check cannot look behind ('(?<=', '(?<!')"),
    (#"(?<!a)b"#, "a check cannot look behind ('(?<=', '(?<!')"), ("(", "expected ')'"),
    ("a", nil),
  ])
  func `a pattern that is none here has its reason`(pattern: String, reason: String?) {
    #expect(PatternDialect.obstacle(to: pattern) == reason)
  }
}
