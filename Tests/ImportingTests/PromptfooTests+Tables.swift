import Benchmark
import Testing

@testable import Importing

/// Cells of promptfoo's tables, read as promptfoo reads them.
extension PromptfooTests {
  /// A cell of the column `__expected`, and what is said of it in the place of a check.
  static let leftOutOfTables: [(cell: String, note: String)] = [
    ("fn:output.length > 10", "'javascript' is left out: a check of kind 'program' may do its work."),
    ("eval:output.length > 3", "'javascript' is left out: a check of kind 'program' may do its work."),
    ("javascript: output.length > 3", "'javascript' is left out: a check of kind 'program' may do its work."),
    ("file://check.js", "'javascript' is left out: a check of kind 'program' may do its work."),
    ("file://check.ts:isGood", "'javascript' is left out: a check of kind 'program' may do its work."),
    ("python: len(output) > 3", "'python' is left out: a check of kind 'program' may do its work."),
    ("file://check.py:is_good", "'python' is left out: a check of kind 'program' may do its work."),
    (
      "similar(0.8): Hello there",
      "'similar' is left out: answers are compared by their letters ('similarity') or by a judge, not by an embedding."
    ),
    ("bleu(0.7): text", "'bleu' is left out: there is no such check."),
    ("trajectory:tool-used: search", "'trajectory:tool-used' is left out: there is no such check."),
    (
      "grade:is polite",
      "'llm-rubric' is left out: it names no model of OpenRouter that judges; '--judge MODEL' does."
    ),
    ("contains-any", "'contains-any' is left out: it has no value."),
    ("not-contains:", "'contains' is left out: its value is empty."),
  ]

  private func table(_ cell: String, columns: String = "__expected") throws -> Imported {
    let quoted = "\"\(cell.replacing("\"", with: "\"\""))\""
    return try Imported(
      #"{"prompts":["Say {{body}}"],"tests":"t.csv"}"#, files: ["t.csv": "body,\(columns)\na,\(quoted)\n"])
  }

  @Test(arguments: leftOutOfTables)
  func `a cell that is no check becomes none, and is told`(row: (cell: String, note: String)) throws {
    let imported = try table(row.cell)
    #expect(imported.suite.prompts.map(\.checks.count) == [0], "it became \(imported.text)")
    #expect(imported.notes == ["t.csv:2:1: assert[0]: The assertion \(row.note)"])
  }

  static let cells: [(cell: String, check: String)] = [
    ("is-json", #"{"type":"json"}"#),
    ("contains-json", #"{"type":"json","fenced":true}"#),
    ("not-is-json", #"{"type":"json","not":true}"#),
    (#"is-json: {"required": ["a"]}"#, #"{"type":"schema","schema":{"required":["a"]}}"#),
    ("latency(2000)", #"{"type":"latency","max":"2000ms"}"#),
    ("cost(0.01)", #"{"type":"cost","max":0.01}"#),
    ("cost", #"{"type":"cost","max":0.75}"#),
    ("is-refusal", #"{"type":"refusal"}"#),
    ("contains: Paris", #"{"type":"contains","value":"Paris"}"#),
    ("not-icontains:paris", #"{"type":"contains","value":"paris","ignore_case":true,"not":true}"#),
    ("contains-any: <b>,</span>", #"{"type":"contains","any":["<b>","</span>"]}"#),
    ("contains-all:a, b", #"{"type":"contains","all":["a","b"]}"#),
    ("starts-with: Yes", #"{"type":"starts_with","value":"Yes"}"#),
    (#"regex:\d{4}"#, #"{"type":"regex","pattern":"\\d{4}"}"#),
    ("word-count: 5", #"{"type":"length","unit":"words","min":5,"max":5}"#),
    ("levenshtein(5): hello world", #"{"type":"similarity","value":"hello world","min":0.55}"#),
    ("equals: 30", #"{"type":"equals","value":"30"}"#),
    // A word that is no type belongs to the answer, however much it looks like one.
    ("contain: Paris", #"{"type":"equals","value":"contain: Paris"}"#),
    ("Note: a colon", #"{"type":"equals","value":"Note: a colon"}"#),
    ("is-json!", #"{"type":"equals","value":"is-json!"}"#),
    ("Is-JSON", #"{"type":"equals","value":"Is-JSON"}"#),
    ("latency(fast)", #"{"type":"equals","value":"latency(fast)"}"#),
    (" Paris ", #"{"type":"equals","value":"Paris"}"#),
  ]

  @Test(arguments: cells)
  func `a cell means what it means to promptfoo`(row: (cell: String, check: String)) throws {
    let imported = try table(row.cell)
    #expect(try imported.suite.prompts.flatMap(\.checks) == Imported.checks(row.check), "it became \(imported.text)")
  }

  @Test func `columns beside the assertions count`() throws {
    let imported = try Imported(
      #"{"prompts":["Say {{body}}"],"tests":"t.csv"}"#,
      files: [
        "t.csv": "body,__expected1,__expected2,__config:__expected2:threshold,__prefix,__suffix,__metadata:kind\n"
          + "a,is-json,latency,1500,Please: ,!,x\n"
      ])
    #expect(imported.suite.prompts.map(\.text) == ["Please: Say a!"])
    #expect(
      try imported.suite.prompts.flatMap(\.checks)
        == Imported.checks(#"{"type":"json"}"#, #"{"type":"latency","max":"1500ms"}"#))
    #expect(imported.notes == ["t.csv:1:1: The column '__metadata:kind' is not carried over."])
  }

  @Test func `a limit that a cell does not name is promptfoo's, and is told`() throws {
    let imported = try table("latency")
    #expect(
      imported.notes == ["t.csv:2:1: The assertion 'latency' names no threshold, and promptfoo takes 0.75 in a table."])
  }
}
