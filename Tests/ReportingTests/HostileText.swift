/// Text that means something to Markdown, HTML, CSV, a spreadsheet or a terminal.
enum HostileText {
  static let all =
    punctuation + formulas + control
    + [
      "plain", "", " ", "a | b", "a\\|b", "\\", "\\\\", "a\\", "| | |", "line\nbreak", "two\r\nlines", "bare\rreturn",
      "\n\nblank", "tab\tbed", "say \"hi\"", "a,b;c", "```", "````\n```swift\n`````", "`code`", "` `` ``` ````",
      "~~~", "~~gone~~", "~a~ b ~c~", "<b>bold</b>", "<script>alert(1)</script>", "</details></summary>", "<!-- x -->",
      "<br>", "&amp; &lt; &#64;", "[link](http://evil.example)", "![image](http://evil.example/x.png)", "[x]: http://y",
      "http://evil.example/a_b", "https://evil.example", "ftp://evil.example", "www.evil.example", "WWW.evil.example",
      "me@evil.example", "mailto:me@evil.example", "xmpp:me@evil.example/x", "@octocat", "#1", "# heading", "> quote",
      "- item", "+ item", "* item", "1. item", "1) item", "---", "===", "***bold***", "__init__", "a_b_c", "$x^2$",
      ":-- | --:", "| a |\n|---|\n| b |", "表計算 モデル", "👩‍👩‍👧 family", "e\u{301}", "= 1 +", "$$\nx\n$$",
      String(repeating: "long ", count: 4_000), String(repeating: "`", count: 254), String(repeating: "`", count: 500),
      String(repeating: "[", count: 200), String(repeating: "*a ", count: 200),
    ]

  private static let punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~".map { "\($0)x\($0) \($0)" }
  private static let formulas = ["=1+1", "+1", "-1", "@sum(a1)", "\t=1", "\r=1", "'quoted", "''", "=cmd|' /C calc'!A0"]
  private static let control = [
    "nul\0nul", "\u{1B}[31mred\u{1B}[0m", "\u{1B}]0;title\u{7}", "back\u{8}space", "del\u{7F}", "c1\u{9B}31m",
    "rlo\u{202E}txt", "\u{2066}isolate\u{2069}", "line\u{2028}para\u{2029}", "\u{FEFF}bom", "form\u{C}feed",
    "mark\u{200F}",
  ]
}
