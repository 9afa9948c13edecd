import Benchmark
import Foundation
import Testing

@testable import Reporting

/// Hostile text through every renderer, read back by parsers that are not ours.
struct EscapingTests {
  /// A run whose every text is hostile, one text a prompt.
  static let report = HostileRun.report

  @Test func `Markdown shows hostile names as they are, cell by cell`() throws {
    let texts = HostileText.all.filter { !$0.isEmpty }
    let table = MarkdownTable(
      columns: [("a", .left), ("b", .left)], rows: texts.map { [MarkdownText.cell($0), MarkdownText.inline($0)] })
    guard let reading = try MarkdownReading(table.text) else { return }
    let rows = try #require(reading.tables.first).dropFirst()
    #expect(rows.count == texts.count)
    for (row, text) in zip(rows, texts) {
      #expect(row.count == 2, "\(text.debugDescription)")
      #expect(row.first.map(Self.trimmed) == Self.shown(text, lineEnd: "\n"), "\(text.debugDescription)")
      #expect(row.last.map(Self.trimmed) == Self.shown(text, lineEnd: " "), "\(text.debugDescription)")
    }
    #expect(reading.dangers.isEmpty)
    #expect(reading.html.filter { $0 != "<br>" }.isEmpty)
  }

  @Test func `Markdown keeps a list item a list item`() throws {
    let texts = HostileText.all
    let list = texts.map { "- \(MarkdownText.inline($0))\n" }.joined()
    guard let reading = try MarkdownReading(list) else { return }
    #expect(reading.document.all("list").count == 1)
    let items = reading.document.all("item").map { Self.trimmed($0.text) }
    #expect(items == texts.map { Self.shown($0, lineEnd: " ") })
    #expect(reading.document.all("heading").isEmpty)
    #expect(reading.dangers.isEmpty)
  }

  @Test func `a run of backticks longer than any fence stands in pre tags`() throws {
    let run = String(repeating: "`", count: 500)
    guard let reading = try MarkdownReading(MarkdownText.fenced("a\n\(run)\n\n# <b>'x'") + "after\n") else { return }
    #expect(reading.html == ["<pre>\na\n\(run)\n\n# &lt;b&gt;&#39;x&#39;\n</pre>\n"])
    #expect(reading.document.text == "after")
  }

  @Test func `Markdown fences hold every text to the letter`() throws {
    let texts = HostileText.all.filter { !$0.contains(String(repeating: "`", count: 255)) }
    guard let reading = try MarkdownReading(texts.map(MarkdownText.fenced).joined(separator: "\n")) else { return }
    #expect(reading.codeBlocks.count == texts.count)
    for (block, text) in zip(reading.codeBlocks, texts) {
      let plain = TerminalText.escaped(text.replacingOccurrences(of: "\r\n", with: "\n"))
      #expect(block == (plain.isEmpty || plain.hasSuffix("\n") ? plain : plain + "\n"), "\(text.debugDescription)")
    }
  }

  @Test func `a whole Markdown report has no heading, link or table that hostile text brought in`() throws {
    let count = HostileText.all.count
    guard let reading = try MarkdownReading(MarkdownRenderer().render(Self.report)) else { return }
    let sections = ["How sure", "Events", "Prompt by", "Spread", "Answers", "What the", "How it was"]
    #expect(reading.headings.count == 1 + sections.count + count + count * HostileRun.contestants)
    #expect(reading.tables.map(\.count) == [1 + HostileRun.contestants, 2, 1 + count, 7, 7])
    #expect(reading.tables.allSatisfy { table in table.allSatisfy { $0.count == table[0].count } })
    for name in ["link", "image", "emph", "strikethrough", "thematic_break"] {
      #expect(reading.document.all(name).isEmpty, "\(name)")
    }
  }

  @Test func `HTML in a Markdown report is only what we wrote`() throws {
    guard let reading = try MarkdownReading(MarkdownRenderer().render(Self.report)) else { return }
    let summaries = reading.html.filter { $0.hasPrefix("<details><summary>Repetition 2 — ") }
    #expect(summaries.count == HostileText.all.count * HostileRun.contestants)
    for summary in summaries {
      let inside = summary.dropFirst("<details><summary>".count).replacingOccurrences(of: "<!-- -->", with: "")
      #expect(inside.trimmingCharacters(in: .newlines).hasSuffix("</summary>"))
      #expect(inside.filter { $0 == "<" }.count == 1, "\(summary)")
    }
    #expect(
      reading.html.allSatisfy {
        $0.hasPrefix("<details><summary>") || $0.hasPrefix("<pre>") || ["</details>\n", "<br>"].contains($0)
      })
  }

  @Test(arguments: [false, true]) func `python reads a CSV export back to the letter`(raw: Bool) throws {
    let script = """
      import csv, io, json, sys
      csv.field_size_limit(10**9)
      text = sys.stdin.buffer.read().decode("utf-8")
      json.dump(list(csv.DictReader(io.StringIO(text, newline=""))), sys.stdout)
      """
    let csv = try CSVRenderer(raw: raw).render(Self.report)
    guard let json = try ForeignProgram.python(script).output(reading: csv) else { return }
    let rows = try JSONDecoder().decode([[String: String?]].self, from: json)
    let attempts = Self.report.cells.flatMap(\.contents.attempts)
    #expect(rows.count == attempts.count)
    for (row, attempt) in zip(rows, attempts) {
      let expected = [
        "prompt": attempt.prompt, "contestant": attempt.contestant, "answer": attempt.answer,
        "message": attempt.outcome.message ?? "", "served_model": attempt.servedModel ?? "",
      ]
      for (column, text) in expected {
        #expect(Self.rearmed(row[column] ?? nil, raw: raw) == text, "\(column): \(text.debugDescription)")
      }
      #expect(row["latency_ms"] == attempt.latency.map { Figure.exact($0.milliseconds) } ?? "")
    }
  }

  @Test func `no cell of a CSV export starts a formula`() throws {
    for text in HostileText.all {
      let cell = CSVText.disarmed(text)
      #expect(!["=", "+", "-", "@", "\t", "\r"].contains(cell.unicodeScalars.first))
      #expect(cell == text || cell == "'" + text)
    }
  }

  @Test(arguments: [
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\r\n=1", "\0=1", "\u{FF1D}1+1", "\u{FF0B}1", "\u{FF0D}1",
    "\u{FF20}SUM(A1)", "'=1", "''", "=\u{301}1",
  ])
  func `what a spreadsheet would calculate gets one apostrophe, and loses nothing with it`(text: String) {
    let cell = CSVText.disarmed(text)
    #expect(cell.unicodeScalars.first == "'")
    #expect(String(String.UnicodeScalarView(cell.unicodeScalars.dropFirst())) == text)
    #expect(cell.utf8.count == text.utf8.count + 1)
  }

  @Test(arguments: ["", "a=1", " =1", "1-1", "\u{FF1E}1", "\u{2019}=1", "\u{2212}1"])
  func `what no spreadsheet would calculate is left as it is`(text: String) {
    #expect(CSVText.disarmed(text).utf8.elementsEqual(text.utf8))
  }

  @Test func `a negative number is no formula and stays a number`() {
    #expect(CSVCell.number(-1.5).rendered(raw: false) == "-1.5")
    #expect(CSVCell.text("-1.5").rendered(raw: false) == "'-1.5")
    #expect(CSVCell.text("-1.5").rendered(raw: true) == "-1.5")
  }

  @Test(arguments: [20, 40, 80, 200]) func `nothing hostile reaches a terminal`(width: Int) {
    let table = TerminalTable.render(Self.report, width: width, styled: false)
    #expect(table.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
    #expect(!table.contains("\u{202E}"))
    #expect(table.split(separator: "\n", omittingEmptySubsequences: false).count > HostileRun.contestants)
  }

  @Test func `a summary in JSON survives hostile names`() throws {
    struct Summary: Decodable {
      struct Row: Decodable { let contestant: String }
      let run: String
      let standings: [Row]
    }
    let text = try SummaryJSON.render(Self.report)
    let summary = try JSONDecoder().decode(Summary.self, from: Data(text.utf8))
    #expect(Set(summary.standings.map(\.contestant)) == Set(Self.report.run.record.contestants.map(\.name)))
    #expect(text.filter { $0 == "\n" }.count == 1)
  }

  /// As a person should see it: harmless, on one line or several, without white space at its ends.
  private static func shown(_ text: String, lineEnd: String) -> String {
    let plain = TerminalText.escaped(text.replacingOccurrences(of: "\r\n", with: "\n"))
    return trimmed(plain.replacingOccurrences(of: "\n", with: lineEnd).replacingOccurrences(of: "\t", with: " "))
  }

  private static func trimmed(_ text: String) -> String { text.trimmingCharacters(in: .whitespacesAndNewlines) }

  private static func rearmed(_ cell: String?, raw: Bool) -> String? {
    guard !raw, let cell, cell.hasPrefix("'") else { return cell }
    return String(cell.unicodeScalars.dropFirst())
  }
}
