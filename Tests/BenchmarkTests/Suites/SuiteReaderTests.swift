import Benchmark
import Testing

@Suite struct SuiteReaderTests {
  // SAD PATH

  @Test(arguments: [
    ("[]", "1:1: An array stands where an object is expected."),
    ("{", "1:2: The text ends before the object does; add the missing }."),
    (
      "\u{FEFF}{\"name\": \"x\", \"prompts\": [{\"prompt\": \"p\"}]}",
      "1:1: The text begins with a byte order mark; save it as UTF-8 without one."
    ),
    ("{\"name\": \"x\", \"prompts\": []}", "1:26: prompts: This is a suite of zero prompts. Add one at least."),
    ("{\"name\": \"x\", \"prompts\": {}}", "1:26: prompts: An object stands where an array is expected."),
    ("{\"name\": \"x\"}", "1:1: 'prompts' is missing: a suite cannot be without it."),
    (
      "{\"system\": \"s\", \"prompts\": [\"p\"]}",
      "1:2: system: 'system' is not a key of a suite. Write it in 'parameters'."
    ),
    (
      "{\"models\": [\"m\"], \"prompts\": [\"p\"]}",
      "1:2: models: 'models' is not a key of a suite. 'contestants' and the option '-m' name models."
    ),
    ("{\"prompts\": [\" \"]}", "1:14: prompts[0].prompt: The prompt is empty. Write what the models are asked."),
    (
      "{\"name\": \"x\", \"promts\": 1, \"prompts\": [{\"prompt\": \"p\"}]}",
      "1:15: promts: 'promts' is not a key of a suite. Did you mean 'prompts'?"
    ),
    (
      "{\"name\": \"x\", \"a b\": 1, \"prompts\": [{\"prompt\": \"p\"}]}",
      "1:15: ['a b']: 'a b' is not a key of a suite. "
        + "Its keys are $schema, name, description, parameters, contestants, tools, max_rounds, output, variables, "
        + "rows, matrix, checks, pass_score, prompts."
    ),
    ("{\"name\": null, \"prompts\": [{\"prompt\": \"p\"}]}", "1:10: name: Null stands where a string is expected."),
    (
      "{\"name\": \"a/b\", \"prompts\": [{\"prompt\": \"p\"}]}",
      "1:10: name: 'a/b' is not a name. Give at most 80 letters, digits, spaces, '.', '_' and '-'."
    ),
    (
      "{\"name\": \"\", \"prompts\": [{\"prompt\": \"p\"}]}",
      "1:10: name: '' is not a name. Give at most 80 letters, digits, spaces, '.', '_' and '-'."
    ),
    (
      "{\"name\": \"x\", \"$schema\": 1, \"prompts\": [{\"prompt\": \"p\"}]}",
      "1:26: $schema: A number stands where a string is expected."
    ),
    (
      "{\"name\": \"x\", \"name\": \"y\", \"prompts\": [{\"prompt\": \"p\"}]}",
      "1:15: name: The key 'name' is given twice; remove one."
    ),
  ])
  func `a suite that is wrong at the top says where`(text: String, expected: String) {
    #expect(problems(text) == ["suites/x.json:\(expected)"])
  }

  @Test(arguments: [
    ("1", "prompts[0]: A number stands where an object is expected."),
    (
      "{}",
      "prompts[0]: 'prompt' is missing: a prompt cannot be without it, or else 'messages' or 'turns'."
    ),
    ("{\"prompt\": \" \\n\"}", "prompts[0].prompt: The prompt is empty. Write what the models are asked."),
    (
      "{\"prompt\": 1}",
      "prompts[0].prompt: A number stands where a text, {\"file\": …} or an array of parts is expected."
    ),
    (
      "{\"prompt\": \"p\", \"chekcs\": []}",
      "prompts[0].chekcs: 'chekcs' is not a key of a prompt. Did you mean 'checks'?"
    ),
    ("{\"prompt\": \"p\", \"id\": \"\"}", "prompts[0].id: '' is not an id. Give at most 80 visible characters."),
    (
      "{\"prompt\": \"p\", \"id\": \"a\\u001b[2J\"}",
      "prompts[0].id: 'a\\u{1B}[2J' is not an id. Give at most 80 visible characters."
    ),
    (
      "{\"prompt\": \"p\", \"id\": \"\(String(repeating: "i", count: 81))\"}",
      "prompts[0].id: '\(String(repeating: "i", count: 60))…' is not an id. Give at most 80 visible characters."
    ),
    (
      "{\"prompt\": \"p\", \"id\": \"a\"}, {\"prompt\": \"p\", \"id\": \"a\"}",
      "prompts[1].id: 'a' is the id of the prompt on line 1. Give each prompt its own."
    ),
    (
      "{\"prompt\": \"p\", \"id\": \"prompt-2\"}, {\"prompt\": \"p\"}",
      "prompts[1]: 'prompt-2' is the id of the prompt on line 1. Give each prompt its own."
    ),
    (
      "{\"prompt\": \"p\", \"parameters\": {\"max_tokens\": 0}}",
      "prompts[0].parameters.max_tokens: 0 is out of range. Give 1 or more."
    ),
    (
      "{\"prompt\": \"p\", \"parameters\": {\"max_tokens\": 1.5}}",
      "prompts[0].parameters.max_tokens: A number stands where a whole number is expected."
    ),
    (
      "{\"prompt\": \"p\", \"parameters\": {\"temperature\": 2.1}}",
      "prompts[0].parameters.temperature: 2.1 is out of range. Give a number from 0 to 2."
    ),
    (
      "{\"prompt\": \"p\", \"parameters\": {\"temperature\": -1}}",
      "prompts[0].parameters.temperature: -1.0 is out of range. Give a number from 0 to 2."
    ),
    (
      "{\"prompt\": \"p\", \"parameters\": {\"temprature\": 1}}",
      "prompts[0].parameters.temprature: 'temprature' is not a key of parameters. Did you mean 'temperature'?"
    ),
    (
      "{\"prompt\": \"p\", \"system\": \"s\", \"max_tokens\": 5}",
      "prompts[0].system: 'system' is not a key of a prompt. Write it in 'parameters'.|"
        + "prompts[0].max_tokens: 'max_tokens' is not a key of a prompt. Write it in 'parameters'."
    ),
    (
      "{\"turns\": [{\"prompt\": \"p\", \"system\": \"s\"}]}",
      "prompts[0].turns[0].system: 'system' is not a key of a turn. Write it in 'parameters'."
    ),
    (
      "{\"question\": \"p\", \"expected\": \"q\"}",
      "prompts[0]: 'prompt' is missing: a prompt cannot be without it, or else 'messages' or 'turns'.|"
        + "prompts[0].question: 'question' is not a key of a prompt. Write it as 'prompt'.|"
        + "prompts[0].expected: 'expected' is not a key of a prompt. Write it as one of 'checks', such as "
        + "{\"type\": \"contains\", \"value\": …}."
    ),
    (
      "{\"prompt\": \"p\", \"parameters\": {\"max\": 5}}",
      "prompts[0].parameters.max: 'max' is not a key of parameters. Did you mean 'max_tokens'?"
    ),
    (
      "{\"prompt\": \"p\", \"rows\": \"q.csv\"}",
      "prompts[0].rows: A string stands where an array is expected. To read rows from a file, write "
        + "{\"file\": \"q.csv\"}."
    ),
    (
      "{\"prompt\": \"p\", \"tools\": [{\"type\": \"function\", \"function\": {\"name\": \"t\"}}]}",
      "prompts[0].tools[0]: This is OpenAI's form of a tool. Write what its 'function' holds in its place: name, "
        + "description, parameters, strict."
    ),
    (
      "{\"prompt\": [{\"type\": \"image_url\", \"image_url\": {\"url\": \"https://a\"}}]}",
      "prompts[0].prompt[0]: This is OpenAI's form of a part. Write {\"type\": \"image\", \"url\": …}, or 'path' for a "
        + "file."
    ),
    (
      "{\"messages\": [{\"role\": \"assistant\", \"tool_calls\": [{\"id\": \"1\", \"type\": \"function\", "
        + "\"function\": {}}]}, {\"role\": \"user\", \"content\": \"p\"}]}",
      "prompts[0].messages[0].tool_calls[0]: This is OpenAI's form of a call. Write the function's 'name' and "
        + "'arguments' beside 'id'."
    ),
    (
      "{\"prompt\": \"p\", \"checks\": [{\"type\": \"latency\", \"max\": 5}]}",
      "prompts[0].checks[0].max: 5 has no unit. Write it as in '5s' or '5ms', between quotes."
    ),
    (
      "{\"prompt\": \"p\", \"parameters\": {\"seed\": 18446744073709551615}}",
      "prompts[0].parameters.seed: 18446744073709551615 is out of range. Give a whole number from -9223372036854775808 to "
        + "9223372036854775807."
    ),
    (
      "{\"prompt\": \"p\", \"parameters\": {\"extra\": {\"model\": \"m\"}}}",
      "prompts[0].parameters.extra.model: 'model' cannot stand in 'extra'. The run decides it."
    ),
    (
      "{\"prompt\": \"p\", \"parameters\": {\"extra\": {\"seed\": 1}}}",
      "prompts[0].parameters.extra.seed: 'seed' cannot stand in 'extra'. Write it beside 'extra'."
    ),
  ])
  func `a prompt that is wrong says where`(prompt: String, expected: String) {
    let problems = problems("{\"name\": \"x\", \"prompts\": [\(prompt)]}")
    #expect(problems.map(withoutPlace).joined(separator: "|") == expected)
  }

  @Test(arguments: ["می‌خواهم", "نیم‌فاصله", "क्‍ष", "ශ්‍රී", "東京", "Zürich", "café", "ภาษาไทย"])
  func `a name in any script is one, for a prompt, a tag, a contestant, a variable and a suite`(name: String) {
    let suite =
      #"{"name": "\#(name)", "contestants": [{"name": "\#(name)", "model": "m"}], "variables": {"\#(name)": 1}, "#
      + #""prompts": [{"id": "\#(name)", "prompt": "{{\#(name)}}", "tags": ["\#(name)"]}]}"#
    #expect(problems(suite) == [])
  }

  @Test(arguments: [
    "a\u{200C}b", "a\u{200B}b", "\u{645}\u{202E}\u{645}", "\u{645}\u{200C}", "\u{FEFF}a",
    "\u{645}\u{200C}\u{200D}\u{645}",
  ])
  func `a name with what nobody sees is refused`(name: String) {
    let found = problems(#"{"name": "x", "prompts": [{"id": "\#(name)", "prompt": "p"}]}"#)
    #expect(
      found.map(withoutPlace) == [
        "prompts[0].id: \(name.quotedExcerpt()) is not an id. Give at most 80 visible characters."
      ])
  }

  @Test(arguments: [
    ("\"contains\"", "checks[0]: A string stands where an object is expected."),
    ("{}", "checks[0]: 'type' is missing: a check cannot be without it."),
    (
      "{\"type\": \"contians\", \"value\": \"x\"}",
      "checks[0].type: 'contians' is not a kind of check. Did you mean 'contains'?"
    ),
    (
      "{\"type\": \"\\u001b]0;x\\u0007\"}",
      "checks[0].type: '\\u{1B}]0;x\\u{7}' is not a kind of check. The kinds are equals, contains, starts_with, "
        + "ends_with, regex, length, json, schema, json_path, number, similarity, tool_called, refusal, finish_reason, ttft, "
        + "latency, tokens, cost, all, any, program, judge."
    ),
    (
      "{\"type\": \"contains\"}",
      "checks[0]: 'value' is missing: a check of kind 'contains' cannot be without it, or else 'any' or 'all' or 'none'."
    ),
    (
      "{\"type\": \"contains\", \"any\": [\"a\"], \"values\": [\"a\"]}",
      "checks[0].values: 'values' is not a key of a check of kind 'contains'. Write the list as 'any', 'all' or 'none'."
    ),
    (
      "{\"type\": \"equals\", \"value\": \"a\", \"any\": [\"a\"]}",
      "checks[0].any: 'any' is not a key of a check of kind 'equals'. Write the list as 'values'."
    ),
    (
      "{\"type\": \"contains\", \"value\": \"\"}",
      "checks[0].value: The value is empty. Write what is looked for."
    ),
    (
      "{\"type\": \"equals\", \"value\": \"a \"}",
      "checks[0].value: White space stands at an end of the value, but answers are compared without. Remove it."
    ),
    (
      "{\"type\": \"contains\", \"value\": \"x\", \"pattern\": \"y\"}",
      "checks[0].pattern: 'pattern' is not a key of a check of kind 'contains'. Its keys are type, value, "
        + "any, all, none, ignore_case, weight, not, name."
    ),
    (
      "{\"type\": \"contains\", \"value\": \"x\", \"ignore_case\": 1}",
      "checks[0].ignore_case: A number stands where true or false is expected."
    ),
    ("{\"type\": \"regex\", \"pattern\": \"(\"}", "checks[0].pattern: '(' does not compile: expected ')'."),
    ("{\"type\": \"json\", \"keys\": [\"a\", 1]}", "checks[0].keys[1]: A number stands where a string is expected."),
    ("{\"type\": \"json\", \"keys\": \"a\"}", "checks[0].keys: A string stands where an array is expected."),
    ("{\"type\": \"json\", \"fenced\": \"yes\"}", "checks[0].fenced: A string stands where true or false is expected."),
  ])
  func `a check that is wrong says where`(check: String, expected: String) {
    let problems = problems("{\"name\": \"x\", \"prompts\": [{\"prompt\": \"p\", \"checks\": [\(check)]}]}")
    #expect(problems.map(withoutPlace) == ["prompts[0].\(expected)"])
  }

  @Test func `all problems come at once, in the order of the file`() {
    let text = """
      {
        "nmae": "x",
        "prompts": [
          {"id": "a", "prompt": ""},
          {"id": "a", "prompt": "p", "checks": [
            {"type": "contians"},
            {"type": "regex", "pattern": "[a"}
          ]}
        ]
      }
      """
    #expect(
      problems(text) == [
        "suites/x.json:2:3: nmae: 'nmae' is not a key of a suite. Did you mean 'name'?",
        "suites/x.json:4:27: prompts[0].prompt: The prompt is empty. Write what the models are asked.",
        "suites/x.json:5:12: prompts[1].id: 'a' is the id of the prompt on line 4. Give each prompt its own.",
        "suites/x.json:6:16: prompts[1].checks[0].type: 'contians' is not a kind of check. Did you mean 'contains'?",
        "suites/x.json:7:36: prompts[1].checks[1].pattern: '[a' does not compile: expected ']'.",
      ])
  }

  @Test func `a hundred problems are listed, the others counted`() {
    let prompts = [String](repeating: "0", count: 250).joined(separator: ",")
    let problems = problems("{\"name\": \"x\", \"prompts\": [\(prompts)]}")
    #expect(problems.count == 101)
    #expect(problems.last == "suites/x.json:1:227: 150 more problems follow.")
  }

  @Test(arguments: [(63, []), (64, ["Values are nested here deeper than 64 levels. Make them flatter."])])
  func `extra parameters nest up to 64 levels`(brackets: Int, expected: [String]) {
    let value = String(repeating: "[", count: brackets) + "1" + String(repeating: "]", count: brackets)
    let text = "{\"name\": \"x\", \"parameters\": {\"extra\": {\"a\": \(value)}}, \"prompts\": [{\"prompt\": \"p\"}]}"
    #expect(problems(text) == expected.map { "suites/x.json:1:39: parameters.extra: \($0)" })
  }

  @Test func `a hostile name of a file is shown safely`() {
    let reading = SuiteReader.read(Array("1".utf8), path: "a\u{1B}[2J\nb")
    #expect(
      reading.problems.map(\.description) == [
        "a\\u{1B}[2J\\nb:1:1: A number stands where an object is expected."
      ])
  }

  // HAPPY PATH

  @Test(arguments: [
    ("q.json", "q"), ("suites/my suite.json", "my suite"), ("a/b.c.json", "b.c"),
    ("/x/Fragen über Öl.json", "Fragen über Öl"), ("what?!.json", "what--"), ("می‌خواهم.json", "می‌خواهم"),
    ("q.txt", "q.txt"), ("-", "suite"), ("", "suite"), ("???.json", "suite"),
    (String(repeating: "n", count: 100) + ".json", String(repeating: "n", count: 80)),
  ])
  func `a suite without a name is called as its file`(path: String, name: String) {
    let reading = SuiteReader.read(Array(#"{"prompts": ["Why?"]}"#.utf8), path: path)
    #expect(reading.suite?.name == name, "\(reading.problems)")
  }

  @Test func `a prompt may be its question alone`() throws {
    let text = #"{"variables": {"a": 1}, "prompts": ["Why?", {"prompt": "And?"}, "{{a}}"]}"#
    let reading = SuiteReader.read(Array(text.utf8), path: "q.json")
    let prompts = try #require(reading.suite, "\(reading.problems)").prompts
    #expect(prompts.map { "\($0.id): \($0.text)" } == ["prompt-1: Why?", "prompt-2: And?", "prompt-3: 1"])
  }

  private func problems(_ text: String) -> [String] {
    let reading = SuiteReader.read(Array(text.utf8), path: "suites/x.json")
    #expect((reading.suite == nil) == !reading.problems.isEmpty)
    return reading.problems.map(\.description)
  }

  /// The problem behind `suites/x.json:1:2: `.
  private func withoutPlace(_ problem: String) -> String {
    problem.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? ""
  }
}
