import Benchmark
import Testing

@testable import Reporting

struct FigureTests {
  @Test(
    arguments: [
      (0, 0, "0"), (1.005, 1, "1.0"), (0.05, 1, "0.1"), (-0.04, 1, "0.0"), (-1.25, 1, "-1.3"), (12.345, 2, "12.35"),
      (999.99, 0, "1000"), (0.001, 2, "0.00"), (1e20, 2, "1e+20"),
    ] as [(Double, Int, String)])
  func `numbers have fixed decimals`(value: Double, decimals: Int, text: String) {
    #expect(Figure.fixed(value, decimals: decimals) == text)
  }

  @Test(arguments: [(60, "60"), (0.5, "0.5"), (100, "100"), (1.25, "1.25")] as [(Double, String)])
  func `plain numbers have no zeros at the end`(value: Double, text: String) {
    #expect(Figure.plain(value) == text)
  }

  @Test(arguments: [(0.1 + 0.2, "0.30000000000000004"), (3, "3"), (812.345678, "812.345678"), (-0.5, "-0.5")])
  func `exact numbers keep every digit`(value: Double, text: String) {
    #expect(Figure.exact(value) == text)
  }

  @Test(arguments: [(0, "0 %"), (0.001, "< 1 %"), (0.5, "50 %"), (0.996, "> 99 %"), (1, "100 %")])
  func `all and nothing are not rounded to`(share: Double, text: String) {
    #expect(Figure.percent(share) == text)
  }

  @Test(arguments: [(0.0004, "p < 0.001"), (0.0312, "p = 0.031"), (0.5, "p = 0.50"), (1, "p = 1.00")])
  func `small p-values keep their digits`(value: Double, text: String) {
    #expect(Figure.pValue(value) == text)
  }

  @Test(
    arguments: [
      ([420, 999], "420 ms"), ([420, 1000], "0.420 s"), ([420, 250_000], "0.420 s"), ([], "–"),
    ] as [([Double], String)])
  func `durations that stand together have one unit`(column: [Double], first: String) {
    #expect(DurationScale(column).text(column.first.map { Measured($0) }) == first)
  }

  @Test func `an interval that ends among timeouts says so`() {
    let sample = Sample((1...5).map { Measured(Double($0) * 1000) } + [.longer(than: 60_000)])
    #expect(DurationScale.seconds.median(of: sample) == "3.50 s (1.00 to > 60)")
  }

  @Test func `TTFT and latency of a report have one unit, in its tables and its headline`() throws {
    let markdown = try MarkdownRenderer().render(MadeRun().report)
    let table = markdown.split(separator: "\n").filter { $0.hasPrefix("|") }
    #expect(!table.contains { $0.contains(" ms ") || $0.contains(" ms|") }, "\(table)")
    #expect(markdown.contains(/Shortest median latency: \S+ \d\.\d+ s\./))
  }

  @Test func `long waits drop a decimal`() {
    #expect(DurationScale.seconds.text(Measured(123_456)) == "123.5 s")
  }
}
