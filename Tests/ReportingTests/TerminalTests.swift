import Benchmark
import Testing

@testable import Reporting

struct TerminalTests {
  @Test(
    arguments: [
      ("\u{1B}[31m", "\\u{1B}[31m"), ("a\0b", "a\\u{0}b"), ("\r\n", "\\u{D}\n"), ("tab\tline\n", "tab\tline\n"),
      ("\u{7F}\u{9B}", "\\u{7F}\\u{9B}"), ("\u{202E}x\u{2066}", "\\u{202E}x\\u{2066}"),
      ("\u{2028}\u{2029}\u{61C}\u{200F}", "\\u{2028}\\u{2029}\\u{61C}\\u{200F}"), ("👩‍👩‍👧 é 表", "👩‍👩‍👧 é 表"), ("", ""),
    ])
  func `control characters are shown, not sent`(text: String, escaped: String) {
    #expect(TerminalText.escaped(text) == escaped)
  }

  @Test(arguments: [("abc", 3), ("表計算", 6), ("e\u{301}", 1), ("👩‍👩‍👧", 2), ("ﾊﾝ", 2), ("한글", 4), ("", 0), ("❤️", 2)])
  func `width counts columns, not characters`(text: String, columns: Int) {
    #expect(DisplayWidth.columns(of: text) == columns)
  }

  @Test(
    arguments: [
      ("abcdefgh", 8, "abcdefgh"), ("abcdefgh", 7, "abc…fgh"), ("abcdefgh", 2, "a…"), ("abcdefgh", 1, "…"),
      ("表計算モデル", 7, "表…ル"), ("表計算モデル", 9, "表計…デル"),
    ])
  func `names are shortened in the middle`(text: String, width: Int, shortened: String) {
    #expect(DisplayWidth.shortened(text, to: width) == shortened)
  }

  @Test(arguments: [40, 60, 80, 100, 140, 200]) func `no line is wider than the terminal`(width: Int) {
    let table = TerminalTable.render(MadeRun(repetitions: 3, simulated: true).report, width: width, styled: false)
    for line in table.split(separator: "\n") {
      #expect(DisplayWidth.columns(of: String(line)) <= width, "\(line)")
    }
  }

  @Test func `why trials failed is told below the table, with what was said`() {
    let lines = TerminalTable.render(MadeRun().report, width: nil, styled: false).split(separator: "\n")
    let told = lines.filter { $0.contains(" failed, ") }.map(String.init)
    #expect(
      told == [
        "mistralai/mistral-small-3.2-24b:free: 1 trial failed, rate limited by the provider behind the endpoint (429: "
          + "Provider returned error: mistral is overloaded).",
        "deepseek/deepseek-r1:free: 3 trials failed, no first token within 60 s (no token for 60 s).",
      ])
  }

  @Test(arguments: [40, 80])
  func `a message without a blank in it is as wide as the terminal at the most`(width: Int) {
    var run = MadeRun().run
    run.attempts = AttemptList(
      run.attempts.map { attempt in
        var attempt = attempt
        (attempt.status, attempt.outcome) = (404, Outcome(.http4xx, message: String(repeating: "表x", count: 400)))
        return attempt
      })
    let table = TerminalTable.render(Report(run), width: width, styled: false)
    #expect(table.contains("failed, the server refused the request"))
    for line in table.split(separator: "\n") {
      #expect(DisplayWidth.columns(of: String(line)) <= width, "\(line)")
    }
  }

  @Test func `tokens go before a name is shortened, and nothing goes without a terminal`() {
    let report = MadeRun().report
    let lines = { (width: Int?) in
      TerminalTable.render(report, width: width, styled: false).split(separator: "\n").map(String.init)
    }
    let whole = lines(nil)
    #expect(whole[0].contains("tokens/s") && whole[0].contains("tokens  "))
    #expect(whole[1].contains("–") && whole[1].contains("(") && !whole[1].contains("…"))
    let names = report.summaries.map(\.contestant.name)
    for width in 60...160 where lines(width).prefix(4).contains(where: { $0.contains("…") }) {
      #expect(!lines(width)[0].contains("tokens  "), "\(width)")
    }
    #expect(names.allSatisfy { name in whole.contains { $0.contains(name) } })
  }

  @Test func `CSV keeps its line ends on a terminal and loses what moves a cursor`() {
    #expect(TerminalText.escapedLines("a,\u{1B}[2J\r\nb\rc\r\n") == "a,\\u{1B}[2J\nb\\u{D}c\n")
  }

  @Test func `a narrow terminal keeps rank, model, checks, latency and n`() {
    let lines = TerminalTable.render(MadeRun().report, width: 47, styled: false).split(separator: "\n")
    #expect(lines[0] == " #  model                   checks  latency   n")
    #expect(lines[1] == " 1  qwen/qwen3-…-a22b:free   11/12   5.31 s  12")
  }

  @Test func `styles come only when asked for`() {
    let report = MadeRun(prompts: 2).report
    #expect(!TerminalTable.render(report, width: 80, styled: false).contains("\u{1B}"))
    #expect(TerminalTable.render(report, width: 80, styled: true).hasPrefix("\u{1B}[1m"))
  }

  @Test func `warnings of the journal stand below`() {
    var run = MadeRun(prompts: 2).run
    run.warnings = ["the last line was torn and is left out"]
    #expect(
      TerminalTable.render(Report(run), width: 80, styled: false)
        .hasSuffix("Warning: the last line was torn and is left out\n"))
  }
}
