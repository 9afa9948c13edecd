import Benchmark
import Testing

/// Texts with variables, and the prompts that rows and matrices make of them.
@Suite struct VariablesTests {
  private func reading(_ prompts: String, suite: String = "", files: [String: String] = [:]) -> SuiteReading {
    SuiteReader.read(
      Array("{\"name\": \"x\",\(suite)\n\"prompts\": [\(prompts)]}".utf8), path: "suites/x.json",
      files: FakeFiles(contents: files))
  }

  private func problems(_ prompts: String, suite: String = "", files: [String: String] = [:]) -> [String] {
    reading(prompts, suite: suite, files: files).problems.map { String("\($0)".dropFirst("suites/".count)) }
  }

  private func texts(_ prompts: String, suite: String = "", files: [String: String] = [:]) throws -> [String] {
    let reading = reading(prompts, suite: suite, files: files)
    return try #require(reading.suite, "\(reading.problems)").prompts.map { "\($0.id): \($0.text)" }
  }

  @Test func `a suite's checks come before a prompt's own, with the prompt's variables`() throws {
    let reading = reading(
      #"{"prompt": "{{a}}", "checks": [{"type": "json"}]}, {"prompt": "{{a}}", "pass_score": 1}"#,
      suite: #""matrix": {"a": ["x", "y"]}, "checks": [{"type": "contains", "value": "{{a}}"}], "pass_score": 0.5,"#)
    let prompts = try #require(reading.suite, "\(reading.problems)").prompts
    #expect(prompts.map { $0.checks.map(\.words) }.first == [#"contains "x""#, "is JSON"])
    #expect(prompts.map(\.checks.count) == [2, 2, 1, 1])
    #expect(prompts.last?.checks.map(\.words) == [#"contains "y""#])
    #expect(prompts.map(\.passScore) == [0.5, 0.5, 1, 1])
  }

  // SAD PATH

  @Test(arguments: [
    (#""pass_score": 0,"#, "pass_score: 0 is out of range. Give a share above 0, up to 1."),
    (#""pass_score": 80,"#, "pass_score: 80 is out of range. Give a share above 0, up to 1."),
    (
      #""checks": [{"type": "jsn"}],"#,
      "checks[0].type: 'jsn' is not a kind of check. Did you mean 'json'?"
    ),
  ])
  func `what all prompts would find wrong is told once`(suite: String, problem: String) {
    let found = problems(#"{"prompt": "a"}, {"prompt": "b"}"#, suite: suite)
    #expect(found.count == 1)
    #expect(found.first?.hasSuffix(problem) == true, "it said: \(found)")
  }

  @Test func `variables fill no more into a prompt than it may hold, wherever they are named`() {
    let megabyte = String(repeating: "x", count: 1 << 20)
    let suite = #""variables": {"a": "\#(megabyte)"},"#
    let named = { (times: Int) in String(repeating: "{{a}}", count: times) }
    #expect(problems(#"{"prompt": "\#(named(16))"}, {"prompt": "\#(named(16))"}"#, suite: suite).isEmpty)
    let words =
      "With what its variables hold the prompt is larger than the 16 MB that they may fill in. Give shorter values, or name "
      + "them less often."
    for prompt in [
      #"{"prompt": "\#(named(17))"}"#,
      #"{"messages": [{"role": "user", "content": "\#(named(9))"}], "turns": ["\#(named(8))"]}"#,
    ] {
      let found = problems(prompt, suite: suite)
      #expect(found.count == 1)
      #expect(found.first?.hasSuffix(words) == true, "it said: \(found)")
    }
    // Terabytes, were they made.
    #expect(problems(#"{"prompt": "\#(named(1_000_000))"}"#, suite: suite).count == 1)
  }

  @Test(arguments: [
    (
      #"{"prompt": "{{nmae}}", "variables": {"name": "a"}}"#,
      ["prompts[0].prompt: No variable is called 'nmae'. Did you mean 'name'?"]
    ),
    (
      #"{"prompt": "{{ x }}"}"#,
      [
        "prompts[0].prompt: No variable is called 'x'. Declare it in 'variables', 'rows' or 'matrix', or write \\\\{{ for "
          + "braces that are meant."
      ]
    ),
    (
      #"{"prompt": "a {{b", "id": "{{c}d}}"}"#,
      [
        "prompts[0].prompt: The braces of '{{b' are not closed. Write {{name}}, or \\\\{{ for braces that are meant.",
        "prompts[0].id: The braces of '{{c}d}}' are not closed. Write {{name}}, or \\\\{{ for braces that are meant.",
      ]
    ),
    (
      #"{"prompt": "a", "variables": {"n": 1}}"#,
      ["prompts[0].variables.n: No text uses 'n'. Write {{n}} somewhere, or remove it."]
    ),
    (
      #"{"prompt": "a", "pass_score": 1}"#,
      ["prompts[0].pass_score: There are no checks that would make a score. Add one, or remove 'pass_score'."]
    ),
    (
      #"{"prompt": "{{a}}", "variables": {"a": null}}"#,
      ["prompts[0].variables.a: Null stands where a text, a number, true or false, or {\"file\": …} is expected."]
    ),
    (
      #"{"prompt": "{{a}}", "variables": {"a": 1}, "matrix": {"a": [2]}}"#,
      ["prompts[0].matrix.a: 'a' is declared twice. Rename one of the two."]
    ),
    (
      #"{"prompt": "p", "matrix": {"a": []}}"#,
      ["prompts[0].matrix.a: 'a' is empty. Write one at least, or leave it out."]
    ),
    (
      #"{"prompt": "{{a}}", "rows": [{"a": [1]}, 2]}"#,
      [
        "prompts[0].rows[0].a: An array stands where a text, a number, true or false is expected.",
        "prompts[0].rows[1]: A number stands where an object is expected.",
      ]
    ),
    (
      #"{"prompt": "{{a}}{{b}}", "rows": [{"a": 1, "b": 2}, {"a": 1}]}"#,
      ["prompts[0].prompt: Row 2 has no value for 'b'. Add it, if only as an empty text."]
    ),
    (
      #"{"prompt": "p", "variables": {"{a}": 1}}"#,
      [
        "prompts[0].variables['{a}']: '{a}' is not a variable's name. Give at most 60 visible characters other than braces."
      ]
    ),
    (
      #"{"prompt": "{{a}}", "id": "same", "rows": [{"a": 1}]}, {"prompt": "q", "id": "same#1"}"#,
      ["prompts[1].id: 'same#1' is the id of the prompt on line 2. Give each prompt its own."]
    ),
    (
      #"{"prompt": "{{a}}{{b}}{{c}}", "matrix": {"a": [\#(ones(101))], "b": [\#(ones(100))], "c": [\#(ones(100))]}}"#,
      ["prompts[0]: With what this makes the suite has more prompts than the 250000 that it may hold. Leave some out."]
    ),
    (
      #"{"prompt": "q"}, {"prompt": "{{a}}{{b}}", "matrix": {"a": [\#(ones(1000))], "b": [\#(ones(1000))]}}"#,
      ["prompts[1]: With what this makes the suite has more prompts than the 250000 that it may hold. Leave some out."]
    ),
  ])
  func `variables that are wrong say where`(prompts: String, expected: [String]) {
    let found = problems(prompts).map { $0.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? "" }
    #expect(found.sorted() == expected.sorted())
  }

  private static func ones(_ count: Int) -> String { Array(repeating: "1", count: count).joined(separator: ",") }

  @Test func `a variable of the suite that no prompt uses is told once, where it stands`() {
    #expect(
      problems(#"{"prompt": "{{a}}"}, {"prompt": "b"}"#, suite: #""variables": {"a": 1, "n": 2},"#) == [
        "x.json:1:36: variables.n: No text uses 'n'. Write {{n}} somewhere, or remove it."
      ])
  }

  @Test func `what all prompts would find in the suite's own text is told once`() {
    #expect(
      problems(#"{"prompt": "a"}, {"prompt": "b"}"#, suite: #""parameters": {"system": "{{s}}"},"#).map {
        $0.prefix(58)
      } == ["x.json:1:39: parameters.system: No variable is called 's'."])
  }

  @Test func `a contestant's texts have no variables`() {
    #expect(
      problems(
        #"{"prompt": "{{a}}"}"#,
        suite: #""variables": {"a": 1}, "contestants": [{"model": "m", "parameters": {"system": "{{a}}"}}],"#
      ) == [
        "x.json:1:82: contestants[0].parameters: Variables differ from prompt to prompt, and a contestant's settings do "
          + "not. Write \\\\{{ for braces that are meant."
      ])
  }

  @Test(arguments: [
    (
      "r.csv", "a,b\n1,2\n3\n",
      "r.csv:3:1: This record has 1 cell, but there are 2 columns. "
        + "Put a cell that holds a comma or a line end in quotes."
    ),
    (
      "r.csv", "a,b\r1,2\r3\r",
      "r.csv:3:1: This record has 1 cell, but there are 2 columns. "
        + "Put a cell that holds a comma or a line end in quotes."
    ),
    (
      "r.csv", "a\n\"x\" y\n",
      "r.csv:2:4: Text follows the closing quote of a cell. Write a quote inside a cell as two."
    ),
    ("r.csv", "a\n\"x\n", "r.csv:2:1: The quote that opens a cell here is never closed. Add the missing quote."),
    ("r.csv", "a\n", "r.csv:1:1: There are no rows in this file. Add one at least."),
    ("r.csv", "a,c\n1,2\n", "r.csv:1:1: No text uses 'c'. Write {{c}} somewhere, or remove it."),
    ("r.jsonl", "{\"a\": 1}\n\n{\"a\": 1,}\n", "r.jsonl:3:8: Nothing follows this comma; remove it."),
    ("r.jsonl", "{\"a\": 1}\n{\"a\": 1, \"a\": 2}\n", "r.jsonl:2:10: The key 'a' is given twice; remove one."),
    ("r.jsonl", "{\"a\": 1}\n  [1]\n", "r.jsonl:2:3: An array stands where an object is expected."),
    ("r.jsonl", "", "r.jsonl:1:1: There are no rows in this file. Add one at least."),
    ("r.json", "{\"a\": 1}", "r.json:1:1: An object stands where an array is expected."),
    (
      "r.json", "[{\"a\": 1},\n {\"a\": {}}]",
      "r.json:2:8: [1].a: An object stands where a text, a number, true or false is "
        + "expected."
    ),
    ("r.json", "[{\"a\": 1},\n {\"a\": 1 \"b\": 2}]", "r.json:2:10: A comma is missing before this."),
    (
      "r.xml", "",
      "x.json:2:50: prompts[0].rows.file: 'r.xml' does not tell a form of rows. Its name must end in .csv, "
        + ".json, .jsonl."
    ),
  ])
  func `a file of rows that is wrong says where`(path: String, contents: String, expected: String) {
    let problems = problems(
      #"{"prompt": "{{a}}", "rows": {"file": "\#(path)"}}"#, files: [path: contents])
    #expect(problems == [expected])
  }

  // HAPPY PATH

  @Test(arguments: [
    (#"{"prompt": "Hi {{name}}, {{ name }}!", "variables": {"name": "Ada"}}"#, ["prompt-1: Hi Ada, Ada!"]),
    (
      #"{"prompt": "\\{{name}} and {{name}} and }}", "variables": {"name": "{{x}}"}}"#,
      ["prompt-1: {{name}} and {{x}} and }}"]
    ),
    (
      #"{"prompt": "{{a}}|{{b}}|{{c}}", "variables": {"a": 1.50, "b": true, "c": "\u00e4"}}"#, ["prompt-1: 1.50|true|ä"]
    ),
    (
      #"{"id": "c", "prompt": "{{a}}", "rows": [{"a": 1}, {"a": 2}]}, {"prompt": "q"}"#,
      ["c#1: 1", "c#2: 2", "prompt-2: q"]
    ),
    (
      #"{"id": "{{a}}-{{b}}", "prompt": "{{a}}{{b}}", "rows": [{"a": 1}, {"a": 2}], "matrix": {"b": ["x", "y"]}}"#,
      ["1-x: 1x", "1-y: 1y", "2-x: 2x", "2-y: 2y"]
    ),
    (
      #"{"prompt": "{{a}}{{b}}", "matrix": {"a": [1, 2], "b": [3, 4]}}"#,
      ["prompt-1#1: 13", "prompt-1#2: 14", "prompt-1#3: 23", "prompt-1#4: 24"]
    ),
    (#"{"turns": ["{{a}}", {"prompt": "{{a}}!"}], "variables": {"a": "x"}}"#, ["prompt-1: user: x\n\nuser: x!"]),
  ])
  func `texts are filled, and rows and matrices make prompts`(prompts: String, expected: [String]) throws {
    #expect(try texts(prompts) == expected)
  }

  @Test(arguments: [
    ("r.csv", "q,n\r\n\"a \"\"b\"\", c\",1\r\n\"two\nlines\",2"),
    ("r.json", #"[{"q": "a \"b\", c", "n": 1}, {"q": "two\nlines", "n": 2}]"#),
    ("r.jsonl", "{\"q\": \"a \\\"b\\\", c\", \"n\": 1}\n\n{\"q\": \"two\\nlines\", \"n\": 2}\r\n"),
  ])
  func `rows come from files of three forms`(path: String, contents: String) throws {
    let prompts = #"{"id": "r", "prompt": "{{n}} {{q}}"}"#
    let rows = #""rows": {"file": "\#(path)"},"#
    #expect(
      try texts(prompts, suite: rows, files: [path: contents]) == ["r#1: 1 a \"b\", c", "r#2: 2 two\nlines"])
  }

  @Test func `variables of the suite hold for every prompt that has none of its own`() throws {
    let suite = #""variables": {"x": "X", "y": "Y"}, "rows": [{"r": 1}, {"r": 2}], "matrix": {"m": ["a"]},"#
    let prompts = #"""
      {"id": "all", "prompt": "{{x}}{{y}}{{r}}{{m}}"},
      {"id": "own", "prompt": "{{x}}{{y}}{{r}}{{m}}", "variables": {"x": "!"}, "rows": [{"r": 3}],
       "matrix": {"m": ["b", "c"]}},
      {"id": "none", "prompt": "{{x}}{{m}}", "rows": []}
      """#
    #expect(
      try texts(prompts, suite: suite) == [
        "all#1: XY1a", "all#2: XY2a", "own#1: !Y3b", "own#2: !Y3c", "none#1: Xa",
      ])
  }

  @Test func `every text of a prompt is filled, those of files and of the suite's settings and tools too`() throws {
    let suite = #"""
      "parameters": {"system": "Speak {{l}}. \\{{ok}}", "max_tokens": 9, "stop": "}}"},
      "tools": [{"name": "f", "description": "{{l}} words"}], "variables": {"l": "French"},
      """#
    let prompts = #"""
      {"prompt": {"file": "{{f}}.txt"}, "variables": {"f": "a"}, "checks": [{"type": "contains", "value": "{{l}}"}]},
      {"prompt": "q", "variables": {"l": "Dutch"}, "tools": [], "parameters": {"extra": {"k": ["{{l}}"]}}}
      """#
    let read = try #require(
      reading(prompts, suite: suite, files: ["a.txt": "In {{l}}: \\{{f}}"]).suite)
    #expect(read.prompts[0].text == "In French: {{f}}")
    #expect(read.prompts[0].checks == [Check(ContainsRule("French"))])
    #expect(read.prompts[0].suiteParameters?.system == "Speak French. {{ok}}")
    #expect(read.prompts[0].tools?.first?.description == "French words")
    #expect(read.prompts[1].suiteParameters?.system == "Speak Dutch. {{ok}}")
    #expect(read.prompts[1].parameters.extra == ["k": .array([.string("Dutch")])])
    #expect(read.prompts[1].tools == [])
    #expect(read.tools.isEmpty)
    #expect(read.parameters == Parameters(maxTokens: 9).overridden(by: stop("}}")))
  }

  private func stop(_ text: String) -> Parameters {
    var parameters = Parameters()
    parameters.stop = [text]
    return parameters
  }

  @Test func `long lists of rows within a prompt, and prompts out of order, come out the same`() throws {
    let rows = (1...500).map { #"{"n": \#($0)}"# }.joined(separator: ", ")
    let prompts = try #require(
      reading(#"{"prompt": "first"}, {"id": "n", "prompt": "{{n}}", "rows": [\#(rows)]}, {"prompt": "last"}"#).suite
    ).prompts
    #expect(prompts.count == 502)
    for index in prompts.indices.reversed() where index.isMultiple(of: 50) && (1...500).contains(index) {
      #expect(prompts[index] == Prompt(id: "n#\(index)", text: "\(index)"))
    }
    #expect(prompts.last?.text == "last")
    #expect(prompts == PromptList(Array(prompts)))
    #expect(prompts.choosing([501, 3]).choosing([1]).map(\.id) == ["n#3"])
  }
}
