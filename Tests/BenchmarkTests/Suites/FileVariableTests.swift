import Benchmark
import Testing

/// Variables whose values stand in files beside the suite.
@Suite struct FileVariableTests {
  private static let files = [
    "a.txt": "A", "docs/1.txt": "one {{x}}\n", "docs/2.txt": "two", "docs/..hidden": "h", "docs/.env": "KEY",
    ".env": "KEY",
    "rows.csv": "id,context_file\n1,docs/1.txt\n2,docs/2.txt\n", "lost.csv": "id,context_file\n1,docs/none.txt\n",
  ]

  private func reading(_ prompt: String, suite: String = "") -> SuiteReading {
    SuiteReader.read(
      Array(#"{\#(suite)"prompts": [\#(prompt)]}"#.utf8), path: "x.json", files: FakeFiles(contents: Self.files))
  }

  private func texts(_ prompt: String, suite: String = "") throws -> [String] {
    let reading = reading(prompt, suite: suite)
    return try #require(reading.suite, "\(reading.problems)").prompts.map(\.text)
  }

  // SAD PATH

  @Test(arguments: [
    (
      "no such file", #"{"prompt": "{{c}}", "variables": {"c": {"file": "none.txt"}}}"#,
      "variables.c.file: The file 'none.txt' cannot be read: No such file or directory."
    ),
    (
      "no such file of a row", #"{"prompt": "{{id}} {{context}}", "rows": {"file": "lost.csv"}}"#,
      "prompt: The file 'docs/none.txt' cannot be read: No such file or directory."
    ),
    (
      "a way up", #"{"prompt": "{{c}}", "variables": {"c": {"file": "docs/{{id}}.txt"}, "id": "../a"}}"#,
      "variables.c.file: 'id' puts '../a' into a path. Give a value without '/' and '..' that begins no name with '.'."
    ),
    (
      "a folder", #"{"prompt": "{{c}}", "variables": {"c": {"file": "{{id}}"}, "id": "docs/1.txt"}}"#,
      "variables.c.file: 'id' puts 'docs/1.txt' into a path. Give a value without '/' and '..' that begins no name with "
        + "'.'."
    ),
    (
      "a dot-file", #"{"prompt": "{{c}}", "variables": {"c": {"file": "docs/{{id}}"}, "id": ".env"}}"#,
      "variables.c.file: 'id' puts '.env' into a path. Give a value without '/' and '..' that begins no name with '.'."
    ),
    (
      "a dot-file made of two",
      #"{"prompt": "{{c}}", "variables": {"c": {"file": "docs/{{a}}{{b}}"}, "a": "", "b": ".env"}}"#,
      "variables.c.file: 'b' puts '.env' into a path. Give a value without '/' and '..' that begins no name with '.'."
    ),
    (
      "two dots made of two",
      #"{"prompt": "{{c}}", "variables": {"c": {"file": "x{{a}}{{b}}/y"}, "a": ".", "b": "."}}"#,
      "variables.c.file: 'x{{a}}{{b}}/y' puts 'x../y' into a path. Give a value without '/' and '..' that begins no name "
        + "with '.'."
    ),
    (
      "a file named by a file",
      #"{"prompt": "{{c}}{{d}}", "variables": {"c": {"file": "{{d}}"}, "d": {"file": "a.txt"}}}"#,
      "variables.c.file: No variable is called 'd'. Declare it in 'variables', 'rows' or 'matrix', or write \\\\{{ for "
        + "braces that are meant."
    ),
    (
      "an unknown variable", #"{"prompt": "{{c}}", "variables": {"c": {"file": "{{di}}"}, "id": "a.txt"}}"#,
      "variables.c.file: No variable is called 'di'. Did you mean 'id'?"
    ),
    (
      "a slip of the finger", #"{"prompt": "{{contxt}}", "variables": {"context": {"file": "a.txt"}}}"#,
      "prompt: No variable is called 'contxt'. Did you mean 'context'?"
    ),
    (
      "nobody reads it", #"{"prompt": "p", "variables": {"c": {"file": "none.txt"}}}"#,
      "variables.c: No text uses 'c'. Write {{c}} somewhere, or remove it."
    ),
    (
      "another key", #"{"prompt": "{{c}}", "variables": {"c": {"file": "a.txt", "trim": true}}}"#,
      "variables.c.trim: 'trim' is not a key of a text from a file. Its keys are file."
    ),
  ])
  func `a file of a variable that is not taken is told where it is named`(
    intent: String, prompt: String, sentence: String
  ) {
    let found = reading(prompt).problems.map { "\($0)".split(separator: "prompts[0].").last ?? "" }
    #expect(found.map(String.init) == [sentence])
  }

  // HAPPY PATH

  @Test func `a variable is the text of a file, as it is, whose path names other variables`() throws {
    let suite = #""variables": {"context": {"file": "docs/{{id}}.txt"}}, "rows": [{"id": 1}, {"id": "2"}], "#
    #expect(try texts(#""{{context}}|{{id}}""#, suite: suite) == ["one {{x}}\n|1", "two|2"])
  }

  @Test func `a row names a file by a column, which is its own variable too`() throws {
    let rows = #""rows": {"file": "rows.csv"}, "#
    #expect(try texts(#""{{context}}|{{id}}""#, suite: rows) == ["one {{x}}\n|1", "two|2"])
    #expect(try texts(#""{{context_file}}|{{id}}""#, suite: rows) == ["docs/1.txt|1", "docs/2.txt|2"])
    #expect(try texts(#"{"prompt": "{{context}}", "rows": [{"context_file": "a.txt"}]}"#) == ["A"])
  }

  @Test func `what stands nearer wins, whether text or file`() throws {
    let suite = #""variables": {"c": {"file": "a.txt"}, "d": "D"}, "#
    #expect(
      try texts(
        #"{"prompt": "{{c}}{{d}}"}, {"prompt": "{{c}}{{d}}", "variables": {"c": 1, "d": {"file": "docs/2.txt"}}}"#,
        suite: suite) == ["AD", "1two"])
  }
}
