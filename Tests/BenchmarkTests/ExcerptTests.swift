import Benchmark
import Testing

@Suite struct ExcerptTests {
  @Test(arguments: [
    ("plain", "plain"),
    ("a\nb\r\tc", "a\\nb\\r\\tc"),
    ("\u{1B}]0;title\u{7}", "\\u{1B}]0;title\\u{7}"),
    ("\u{9B}31m\u{7F}\0", "\\u{9B}31m\\u{7F}\\u{0}"),
    ("left\u{202E}right\u{2066}", "left\\u{202E}right\\u{2066}"),
    ("a\u{2028}b\u{2029}c", "a\\u{2028}b\\u{2029}c"),
    ("zero\u{200B}width\u{FEFF}", "zero\\u{200B}width\\u{FEFF}"),
    ("é 日本 😀", "é 日本 😀"),
    ("\u{645}\u{6CC}\u{200C}\u{62E}", "\u{645}\u{6CC}\u{200C}\u{62E}"),
    ("\u{915}\u{94D}\u{200D}\u{937}", "\u{915}\u{94D}\u{200D}\u{937}"),
    ("Pa\u{200C}ris", "Pa\\u{200C}ris"), ("\u{65E5}\u{200D}\u{672C}", "\u{65E5}\\u{200D}\u{672C}"),
    ("\u{645}\u{200C}", "\u{645}\\u{200C}"), ("\u{200D}\u{645}", "\\u{200D}\u{645}"),
    ("\u{645}\u{200C}\u{200C}\u{645}", "\u{645}\\u{200C}\\u{200C}\u{645}"),
    ("\u{645}\u{200C} \u{645}", "\u{645}\\u{200C} \u{645}"), ("\u{645}\u{200F}\u{645}", "\u{645}\\u{200F}\u{645}"),
    ("\u{645}\u{61C}\u{645}", "\u{645}\\u{61C}\u{645}"),
    (String(repeating: "x", count: 60), String(repeating: "x", count: 60)),
    (String(repeating: "x", count: 61), String(repeating: "x", count: 60) + "…"),
    ("e" + String(repeating: "\u{301}", count: 1000), "e" + String(repeating: "\u{301}", count: 59) + "…"),
    ("key sk-or-v1-0123456789abcdef0123456789abcdef!", "key ***!"),
    (
      String(repeating: "x ", count: 25) + "sk-or-v1-0123456789abcdef0123456789abcdef",
      String(repeating: "x ", count: 25) + "***"
    ),
  ])
  func `hostile text is shown, not obeyed`(text: String, shown: String) {
    #expect(text.excerpt() == shown)
    #expect(text.quotedExcerpt() == "'\(shown)'")
  }
}
