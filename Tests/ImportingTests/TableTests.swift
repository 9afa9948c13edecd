import Benchmark
import Testing

@testable import Importing

/// Tables of prompts as suites.
struct TableTests {
  static let refused: [(table: String, message: String)] = [
    (
      "question,answer\nx,y\n",
      "t.csv has no column 'prompt'. If 'question' holds the prompts, and 'answer' what is expected, give "
        + "'--prompt-column question --expected-column answer'."
    ),
    ("promt,a\nx,y\n", "t.csv has no column 'prompt'. If 'promt' holds the prompts, give '--prompt-column promt'."),
    (
      "module,prompt_type,prompt_id,prompt_text\npeaks,open,PB_01,\"What broadens peaks?\"\n",
      "t.csv has no column 'prompt'. If 'prompt_text' holds the prompts, give '--prompt-column prompt_text'."
    ),
    (
      "promptId,user prompt,Prompt (short)\n1,Why is it so?,Why?\n",
      "t.csv has no column 'prompt'. If 'user prompt' holds the prompts, give '--prompt-column \"user prompt\"'."
    ),
    (
      "a,b\nx,y\n",
      "t.csv has no column 'prompt'. Its columns are 'a', 'b': give '--prompt-column NAME' for that of the prompts."
    ),
    ("prompt\n", "There is nothing to ask in t.csv."),
    (
      "prompt,a\nx\n\"y",
      "t.csv is not a table:\n"
        + "t.csv:2: This record has 1 cell, but there are 2 columns. Put a cell that holds a comma or a line end in quotes.\n"
        + "t.csv:3: The quote that opens a cell here is never closed. Add the missing quote.\n"
        + "t.csv:3: This record has 1 cell, but there are 2 columns. Put a cell that holds a comma or a line end in quotes."
    ),
  ]

  @Test(arguments: refused)
  func `nothing is made of what is no table of prompts`(row: (table: String, message: String)) {
    let refusal = #expect(throws: Imported.Refused.self) { try Imported(row.table, file: "t.csv") }
    #expect(refusal?.message == row.message)
  }

  static let misnamed: [(columns: ImportColumns, message: String)] = [
    (
      ImportColumns(prompt: "qestion"),
      "t.csv has no column 'qestion'. Did you mean 'question'? Its columns are 'question', 'Answer', '__expected'."
    ),
    (
      ImportColumns(prompt: "question", expected: "reference text"),
      "t.csv has no column 'reference text'. Its columns are 'question', 'Answer', '__expected'."
    ),
    (
      ImportColumns(prompt: "question", expected: "__expected"),
      "The column '__expected' holds assertions of promptfoo's: import the configuration that names this table."
    ),
  ]

  @Test(arguments: misnamed)
  func `a column that is named wrongly is told`(row: (columns: ImportColumns, message: String)) {
    let refusal = #expect(throws: Imported.Refused.self) {
      try Imported("question,Answer,__expected\nx,y,is-json\n", file: "t.csv", columns: row.columns)
    }
    #expect(refusal?.message == row.message)
  }

  @Test func `the columns of prompts and answers may have any name`() throws {
    let imported = try Imported(
      "prompt,question,answer,id\nshort,What is {{prompt}}?,y,a\n", file: "t.csv",
      columns: ImportColumns(prompt: "Question", expected: "answer"))
    #expect(imported.suite.prompts.map(\.text) == ["What is short?"])
    #expect(try imported.suite.prompts.flatMap(\.checks) == Imported.checks(#"{"type":"equals","value":"y"}"#))
    #expect(imported.suite.prompts.map(\.id) == ["a"])
    #expect(imported.notes.isEmpty)
  }

  @Test func `a column that seems to hold answers is told how to be one`() throws {
    let imported = try Imported("prompt,answer\nWhy?,y\n", file: "t.csv")
    #expect(
      imported.notes == [
        "t.csv:1:1: The column 'answer' is left out: no prompt names {{answer}}. If it holds what is expected, give "
          + "'--expected-column answer'."
      ])
  }

  @Test func `what no prompt names is said`() throws {
    let imported = try Imported(
      "prompt,city,land\n\"Where is {{city}}? {{x}}\",Rome,Italy\n  ,Oslo,Norway\n", file: "t.csv")
    #expect(
      imported.notes == [
        "t.csv:2:1: '{{x}}' names no column and is taken for plain text.",
        "t.csv:3:1: The record has an empty prompt and is left out.",
        "t.csv:1:1: The column 'land' is left out: no prompt names {{land}}.",
      ])
    #expect(imported.suite.prompts.map(\.text) == ["Where is Rome? {{x}}"])
  }

  @Test func `what a record lacks, or a suite would refuse, is said`() throws {
    let imported = try Imported("prompt,expected,tags\nx,y,a; b\u{1B}\nz, ,\n", file: "t.csv")
    #expect(
      imported.notes == [
        "t.csv:2:1: A tag is left out. 'b\\u{1B}' is not a name. Give visible characters, 80 at the most.",
        "t.csv:3:1: The record expects no answer, and its prompt has no check.",
      ])
    #expect(imported.suite.prompts.map(\.tags) == [["a"], []])
  }

  @Test func `records become prompts, those of one text become rows`() throws {
    let imported = try Imported(
      "\u{FEFF}ID,Prompt,Expected,Tags,the city\r\n"
        + "rome,Which country is {{the city}} in?,Italy,geo; easy,Rome\r\n"
        + "oslo,Which country is {{the city}} in?,Norway,geo; easy,Oslo\r\n"
        + "\"sum, of two\",\"What is 2+2?\r\nOnly the number.\",4,,\r\n",
      file: "t.csv")
    #expect(
      imported.text == #"""
        {
          "name": "imported",
          "prompts": [
            {
              "id": "{{case}}",
              "tags": ["geo", "easy"],
              "prompt": "Which country is {{the city}} in?",
              "rows": [
                { "case": "rome", "the city": "Rome", "expected": "Italy" },
                { "case": "oslo", "the city": "Oslo", "expected": "Norway" }
              ],
              "checks": [{ "type": "equals", "value": "{{expected}}" }]
            },
            {
              "id": "sum, of two",
              "prompt": "What is 2+2?\r\nOnly the number.",
              "checks": [{ "type": "equals", "value": "4" }]
            }
          ]
        }

        """#)
    #expect(imported.suite.prompts.map(\.id) == ["rome", "oslo", "sum, of two"])
    #expect(imported.notes.isEmpty)
  }

  @Test func `records without ids are called after their lines, and ids given twice are told apart`() throws {
    let imported = try Imported("id,prompt\n,one\na,two\na,three\n", file: "t.csv")
    #expect(imported.suite.prompts.map(\.id) == ["row-2", "a", "a-2"])
  }
}
