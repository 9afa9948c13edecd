import Benchmark
import Testing

@testable import Importing

/// Configurations of promptfoo's as suites, and what is said of what a suite cannot say.
struct PromptfooTests {
  /// A configuration of one prompt and one test.
  private static func config(_ assertion: String) -> String {
    #"{"prompts":["Name {{what}}"],"tests":[{"vars":{"what":"red"},"assert":[\#(assertion)]}]}"#
  }

  // MARK: - What is left out

  static let leftOut: [(assertion: String, sentence: String)] = [
    (#"{"type":"javascript","value":"output.length > 3"}"#, "a check of kind 'program' may do its work."),
    (#"{"type":"python","value":"file://check.py"}"#, "a check of kind 'program' may do its work."),
    (
      #"{"type":"similar","value":"red","threshold":0.8}"#,
      "answers are compared by their letters ('similarity') or by a judge, not by an embedding."
    ),
    (#"{"type":"is-sql"}"#, "there is no such check."),
    (#"{"type":"not-is-xml"}"#, "there is no such check."),
    (#"{"type":"contains","value":{"a":1}}"#, "its value is no text."),
    (#"{"type":"contains","value":""}"#, "its value is empty."),
    (#"{"type":"contains-any","value":[]}"#, "its value is no list of texts."),
    (#"{"type":"regex","value":"(unclosed"}"#, "Swift's regular expressions do not know its pattern."),
    (#"{"type":"latency"}"#, "it has no threshold."),
    (#"{"type":"cost","metric":"cost"}"#, "it has no threshold."),
    (#"{"type":"word-count","value":"many"}"#, "its value is no number and no range."),
    (#"{"type":"is-json","value":"file://none.yaml"}"#, "its schema is neither an object nor the name of a JSON file."),
    (#"{"type":"llm-rubric","value":"  "}"#, "its value is no text."),
    (
      #"{"type":"llm-rubric","value":"is kind"}"#,
      "it names no model of OpenRouter that judges; '--judge MODEL' does."
    ),
    (#"{"type":"assert-set","assert":[{"type":"is-html"}]}"#, "nothing of it is left."),
  ]

  @Test(arguments: leftOut)
  func `an assertion that is no check is named with its place and the reason`(
    row: (assertion: String, sentence: String)
  ) throws {
    let imported = try Imported(Self.config(row.assertion))
    #expect(imported.suite.prompts.first?.checks.isEmpty == true)
    let note = try #require(imported.notes.last { $0.contains("tests[0].assert[0]: The assertion '") })
    #expect(note.hasPrefix("config.json:1:72: "))
    #expect(note.hasSuffix("' is left out: \(row.sentence)"), "it said: \(note)")
  }

  static let sentences: [(intent: String, config: String, note: String)] = [
    (
      "no assertion", config(#""contains red""#),
      "config.json:1:72: tests[0].assert[0]: This is no assertion, and is left out."
    ),
    (
      "a metric alone", config(#"{"type":"contains","value":"x","weight":0}"#),
      "config.json:1:72: tests[0].assert[0]: An assertion of weight 0 is left out: every check counts."
    ),
    (
      "a transformed answer", config(#"{"type":"contains","value":"x","transform":"output.trim()"}"#),
      "config.json:1:115: tests[0].assert[0].transform: An assertion's 'transform' is not carried over."
    ),
    (
      "a filter of the template language", #"{"prompts":["Say {{what | upper}}"],"tests":[{"vars":{"what":"x"}}]}"#,
      "config.json:1:13: prompts[0]: '{{what | upper}}' is taken for plain text: a suite fills in variables and nothing "
        + "more."
    ),
    (
      "a condition of the template language", #"{"prompts":["{% if a %}A{% endif %}!"]}"#,
      "config.json:1:13: prompts[0]: '{% if a %}' is taken for plain text: a suite fills in variables and nothing more."
    ),
    (
      "a variable without a value", #"{"prompts":["Say {{what}}!"]}"#,
      "config.json:1:13: prompts[0]: {{what}} has no value here and is left out, as promptfoo does."
    ),
    (
      "a variable that nothing names", #"{"prompts":["Hi"],"tests":[{"vars":{"who":"Ann"}}]}"#,
      "config.json:1:43: tests[0].vars.who: No prompt and no check names {{who}}: it is left out."
    ),
    (
      "a prompt that is a program", #"{"prompts":["Hi","file://make.py:main","file://p.js"]}"#,
      "config.json:1:40: prompts[2]: Prompts are read from .txt, .md and .json alone: 'p.js' is left out."
    ),
    (
      "a file that is not there", #"{"prompts":["Hi","file://p.txt"]}"#,
      "config.json:1:18: prompts[1]: The file 'p.txt' cannot be read: No such file or directory."
    ),
    (
      "a file outside of the folder", #"{"prompts":["Hi","file://../p.txt"]}"#,
      "config.json:1:18: prompts[1]: The file '../p.txt' lies outside of the suite's folder, or a symbolic link leads to "
        + "it. To use it, give '--allow-outside'."
    ),
    (
      "a pattern of files", #"{"prompts":["Hi","file://p/*.txt"]}"#,
      "config.json:1:18: prompts[1]: Patterns of names are not followed: name the files one by one."
    ),
    (
      "tests in YAML", #"{"prompts":["Hi"],"tests":"file://tests.yaml"}"#,
      "config.json:1:27: tests: Tests are read from .json, .jsonl and .csv alone: 'tests.yaml' is left out."
    ),
    (
      "a provider that is a program", #"{"prompts":["Hi"],"providers":["exec:./ask.sh"]}"#,
      "config.json:1:32: providers[0]: 'exec:./ask.sh' is left out: it is no model of OpenRouter. A model of another "
        + "server is named on the command line, with '--endpoint URL -m MODEL'."
    ),
    (
      "a model whose name may differ", #"{"prompts":["Hi"],"providers":["openai:chat:gpt-4o"]}"#,
      "config.json:1:32: providers[0]: 'openai:chat:gpt-4o' became 'openai/gpt-4o', as OpenRouter may call it: see "
        + "'bakeoff models'."
    ),
    (
      "a key in a setting",
      #"{"prompts":["Hi"],"providers":[{"id":"openrouter:a/b","config":{"apiKey":"sk-or-v1-0123456789abcdef0123"}}]}"#,
      "config.json:1:74: providers[0].config.apiKey: 'apiKey' is left out: keys stand in no suite. Name the key's "
        + "variable with '--api-key-env NAME'."
    ),
    (
      "what belongs to the command line", #"{"prompts":["Hi"],"evaluateOptions":{"repeat":3}}"#,
      "config.json:1:37: evaluateOptions: 'evaluateOptions' is not carried over: 'bakeoff run' takes '-n', "
        + "'--concurrency' and '--rate'."
    ),
    (
      "anything else", #"{"prompts":["Hi"],"redteam":{}}"#,
      "config.json:1:29: redteam: 'redteam' is not carried over."
    ),
    (
      "braces inside of a value", #"{"prompts":["{{a}}"],"tests":[{"vars":{"a":"{{b}}","b":"x"}}]}"#,
      "config.json:1:44: tests[0].vars.a: The braces in this value are plain text: values are not filled in."
    ),
  ]

  @Test(arguments: sentences)
  func `what a suite cannot say is said with its place`(row: (intent: String, config: String, note: String)) throws {
    let notes = try Imported(row.config).notes
    #expect(notes.contains(row.note), "\(row.intent): it said \(notes)")
  }

  static let refused: [(config: String, message: String)] = [
    ("[1]", "config.json is no configuration of promptfoo: that is a JSON object."),
    (#"{"providers":[]}"#, "There is no prompt in config.json that can be carried over."),
    (#"{"prompts":["a",]}"#, "config.json is not JSON:\nconfig.json:1:16: nothing follows this comma; remove it."),
  ]

  @Test(arguments: refused)
  func `nothing is made of what is no configuration`(row: (config: String, message: String)) {
    let refusal = #expect(throws: Imported.Refused.self) { try Imported(row.config, format: .promptfoo) }
    #expect(refusal?.message == row.message)
  }

  @Test func `a key in a configuration gets neither into the suite nor into a note`() throws {
    let secret = "sk-or-v1-0123456789abcdef0123"
    let imported = try Imported(
      #"{"prompts":["Hi"],"env":{"K":"\#(secret)"},"providers":[{"id":"openrouter:a/b","config":{"apiKey":"\#(secret)"}}]}"#
    )
    #expect(!imported.text.contains(secret))
    #expect(!imported.notes.joined().contains(secret))
  }

  @Test func `of many notes alike three are written out and the rest is counted`() throws {
    let tests = Array(repeating: #"{"assert":[{"type":"is-sql"}]}"#, count: 12).joined(separator: ",")
    let notes = try Imported(#"{"prompts":["Hi"],"tests":[\#(tests)]}"#).notes
    #expect(notes.count == 4)
    #expect(notes.last == "In 9 more places: The assertion 'is-sql' is left out: there is no such check.")
  }
}

/// What becomes what.
extension PromptfooTests {
  /// An assertion, and the check in a suite's own words.
  static let carried: [(assertion: String, check: String)] = [
    (#"{"type":"equals","value":" Red "}"#, #"{"type":"equals","value":"Red"}"#),
    (#"{"type":"equals","value":4}"#, #"{"type":"equals","value":"4"}"#),
    (#"{"type":"equals","value":{"a":[1]}}"#, #"{"type":"json_path","path":"$","equals":{"a":[1]}}"#),
    (#"{"type":"contains","value":"red"}"#, #"{"type":"contains","value":"red"}"#),
    (#"{"type":"contains","value":0}"#, #"{"type":"contains","value":"0"}"#),
    (#"{"type":"icontains","value":"red"}"#, #"{"type":"contains","value":"red","ignore_case":true}"#),
    (#"{"type":"not-contains","value":"red"}"#, #"{"type":"contains","value":"red","not":true}"#),
    (#"{"type":"contains-any","value":["a","b,c"]}"#, #"{"type":"contains","any":["a","b,c"]}"#),
    (#"{"type":"contains-any","value":"a, b"}"#, #"{"type":"contains","any":["a","b"]}"#),
    (#"{"type":"icontains-all","value":["a","b"]}"#, #"{"type":"contains","all":["a","b"],"ignore_case":true}"#),
    (#"{"type":"starts-with","value":"Yes"}"#, #"{"type":"starts_with","value":"Yes"}"#),
    (#"{"type":"regex","value":"\\d{4}"}"#, #"{"type":"regex","pattern":"\\d{4}"}"#),
    (#"{"type":"is-json"}"#, #"{"type":"json"}"#),
    (#"{"type":"is-json","value":{"required":["a"]}}"#, #"{"type":"schema","schema":{"required":["a"]}}"#),
    (#"{"type":"contains-json"}"#, #"{"type":"json","fenced":true}"#),
    (#"{"type":"is-refusal"}"#, #"{"type":"refusal"}"#),
    (
      #"{"type":"levenshtein","value":"hello world","threshold":5}"#,
      #"{"type":"similarity","value":"hello world","min":0.55}"#
    ),
    (#"{"type":"word-count","value":{"min":3,"max":9}}"#, #"{"type":"length","unit":"words","min":3,"max":9}"#),
    (#"{"type":"word-count","value":"5"}"#, #"{"type":"length","unit":"words","min":5,"max":5}"#),
    (#"{"type":"latency","threshold":1500}"#, #"{"type":"latency","max":"1500ms"}"#),
    (
      #"{"type":"llm-rubric","value":"is kind","threshold":0.8,"provider":"openai:gpt-4o"}"#,
      #"{"type":"judge","rubric":"is kind","model":"openai/gpt-4o","min":8}"#
    ),
    (#"{"type":"cost","threshold":0.001}"#, #"{"type":"cost","max":0.001}"#),
    (#"{"type":"finish-reason","value":"stop"}"#, #"{"type":"finish_reason","value":"stop"}"#),
    (
      #"{"type":"contains","value":"red","weight":2,"metric":"colour"}"#,
      #"{"type":"contains","value":"red","weight":2,"name":"colour"}"#
    ),
    (
      #"{"type":"assert-set","assert":[{"type":"contains","value":"a"},{"type":"is-json"}]}"#,
      #"{"type":"all","checks":[{"type":"contains","value":"a"},{"type":"json"}]}"#
    ),
  ]

  @Test(arguments: carried)
  func `an assertion becomes a check`(row: (assertion: String, check: String)) throws {
    let imported = try Imported(Self.config(row.assertion))
    let expected = try Imported.checks(row.check)
    #expect(imported.suite.prompts.first?.checks == expected, "it became \(imported.text)")
  }
}

/// Prompts, tests and what becomes of them together.
extension PromptfooTests {
  private func texts(_ imported: Imported) -> [String] { imported.suite.prompts.map(\.text) }

  @Test func `a chat in a file becomes messages`() throws {
    let imported = try Imported(
      #"{"prompts":["file://chat.json"],"tests":[{"vars":{"topic":"bees"}}]}"#,
      files: [
        "chat.json": """
        [{"role": "developer", "content": "Be brief."}, {"role": "user", "content": "What is new?"},
         {"role": "assistant", "content": "Nothing."}, {"role": "user", "content": "And about {{ topic }}?"}]
        """
      ])
    #expect(
      imported.text.contains(
        """
              "messages": [
                { "role": "system", "content": "Be brief." },
                { "role": "user", "content": "What is new?" },
                { "role": "assistant", "content": "Nothing." },
                { "role": "user", "content": "And about {{topic}}?" }
              ],
              "variables": { "topic": "bees" }
        """), "it became \(imported.text)")
    #expect(imported.notes == ["chat.json:1:11: [0].role: The role 'developer' became 'system'."])
  }

  @Test func `a text file may hold several prompts, and a label names them`() throws {
    let imported = try Imported(
      #"{"prompts":[{"id":"file://p.txt","label":"tone"}]}"#, files: ["p.txt": "Be kind.\n---\nBe {{{strict}}}.\n"])
    #expect(imported.suite.prompts.map(\.id) == ["tone-1", "tone-2"])
    #expect(texts(imported) == ["Be kind.", "Be {{{strict}}}."])
  }

  @Test func `tests that differ in values alone become rows, and their names ids`() throws {
    let imported = try Imported(
      #"""
      {"prompts": ["Say {{what}}"], "tests": [
        {"description": "a greeting", "vars": {"what": "hi"}, "assert": [{"type": "equals", "value": "hi"}]},
        {"description": "a farewell", "vars": {"what": "bye"}, "assert": [{"type": "equals", "value": "bye"}]},
        {"description": "a number", "vars": {"what": 7}, "assert": [{"type": "contains", "value": "7"}]}
      ]}
      """#)
    #expect(
      imported.text == #"""
        {
          "name": "imported",
          "prompts": [
            {
              "id": "{{case}}",
              "prompt": "Say {{what}}",
              "rows": [
                { "case": "a greeting", "what": "hi", "expected": "hi" },
                { "case": "a farewell", "what": "bye", "expected": "bye" }
              ],
              "checks": [{ "type": "equals", "value": "{{expected}}" }]
            },
            {
              "id": "a number",
              "prompt": "Say {{what}}",
              "variables": { "what": 7 },
              "checks": [{ "type": "contains", "value": "7" }]
            }
          ]
        }

        """#)
    #expect(imported.suite.prompts.map(\.id) == ["a greeting", "a farewell", "a number"])
    #expect(texts(imported) == ["Say hi", "Say bye", "Say 7"])
    #expect(try imported.suite.prompts[1].checks == Imported.checks(#"{"type":"equals","value":"bye"}"#))
  }

  @Test func `lists of values are asked with one another`() throws {
    let imported = try Imported(
      #"{"prompts":["{{a}}{{b}}{{c}}"],"tests":[{"vars":{"a":["x","y"],"b":[1,2],"c":"!"}}]}"#)
    #expect(texts(imported) == ["x1!", "x2!", "y1!", "y2!"])
  }

  @Test func `what all tests share comes before a test's own, whose values win`() throws {
    let imported = try Imported(
      #"""
      {"prompts": ["Say {{what}} in {{tone}}"],
       "defaultTest": {"vars": {"tone": "verse"}, "threshold": 0.5,
         "assert": [{"type": "not-icontains", "value": "sorry"}, {"type": "icontains", "value": "{{what}}"}]},
       "tests": [{"vars": {"what": "hi"}},
         {"vars": {"what": "bye", "tone": "prose"}, "assert": [{"type": "is-json"}]}]}
      """#)
    #expect(texts(imported) == ["Say hi in verse", "Say bye in prose"])
    #expect(
      try imported.suite.prompts[1].checks
        == Imported.checks(
          #"{"type":"contains","value":"sorry","ignore_case":true,"not":true}"#,
          #"{"type":"contains","value":"bye","ignore_case":true}"#, #"{"type":"json"}"#))
    #expect(
      imported.notes == [
        "config.json:2:58: defaultTest.threshold: A test's 'threshold' is not carried over: a prompt passes when all of "
          + "its checks do."
      ])
  }

  @Test func `a check for an empty value is left out, and so is the value`() throws {
    let imported = try Imported(
      #"""
      {"prompts": ["{{q}}"], "defaultTest": {"assert": [{"type": "contains", "value": "{{a}}"}]},
       "tests": [{"vars": {"q": "1", "a": ""}}]}
      """#)
    #expect(imported.suite.prompts.map(\.checks.count) == [0])
    #expect(
      imported.notes.contains("config.json:2:37: tests[0].vars.a: The checks for this value are left out: it is empty.")
    )
  }

  @Test func `tests stand in tables and other files too`() throws {
    let imported = try Imported(
      #"{"prompts":["{{question}}"],"tests":["file://a.csv","file://b.json","file://c.jsonl"]}"#,
      files: [
        "a.csv": "question,__expected,__expected2,__description,__metric\r\n"
          + "2+2?,4,contains-any: 4,four,sum\r\nTime: now?,not-icontains: sorry,,,\r\n\"x, y\",Note: a colon,,,\r\n",
        "b.json": #"[{"vars":{"question":"from JSON"}}]"#,
        "c.jsonl": "{\"vars\":{\"question\":\"from lines\"}}\n\nbroken\n",
      ])
    #expect(texts(imported) == ["2+2?", "Time: now?", "x, y", "from JSON", "from lines"])
    #expect(
      try imported.suite.prompts.flatMap(\.checks)
        == Imported.checks(
          #"{"type":"equals","value":"4"}"#, #"{"type":"contains","any":["4"]}"#,
          #"{"type":"contains","value":"sorry","ignore_case":true,"not":true}"#,
          #"{"type":"equals","value":"Note: a colon"}"#))
    #expect(imported.notes.contains("a.csv:1:1: The column '__metric' is not carried over."))
    #expect(imported.notes.contains("c.jsonl:3:1: The line is no JSON and is left out."))
  }

  @Test func `further fields that a suite says in another way are left out and told`() throws {
    let imported = try Imported(
      #"""
      {"prompts": ["Hi"], "providers": [
        {"id": "openrouter:a/b", "config": {"passthrough": {"models": ["c/d"], "top_a": 1}}}]}
      """#)
    #expect(imported.text.contains(#""extra": { "top_a": 1 }"#), "it became \(imported.text)")
    #expect(imported.notes.contains { $0.contains("'models' is left out. Another model would answer") })
  }

  @Test func `providers become contestants with their settings`() throws {
    let imported = try Imported(
      #"""
      {"prompts": ["Hi"], "targets": [
        "openrouter:meta-llama/llama-3.3-70b-instruct:free",
        {"id": "anthropic:messages:claude-sonnet-4", "label": "careful",
         "config": {"temperature": 0, "max_tokens": 100, "reasoning_effort": "low", "passthrough": {"top_a": 1}}},
        {"openrouter:a/b": {"config": {"top_p": 0.5}}},
        "openrouter:a/b"
      ]}
      """#)
    #expect(
      imported.text.contains(
        """
          "contestants": [
            { "model": "meta-llama/llama-3.3-70b-instruct:free" },
            {
              "name": "careful",
              "model": "anthropic/claude-sonnet-4",
              "parameters": { "max_tokens": 100, "temperature": 0, "reasoning": "low", "extra": { "top_a": 1 } }
            },
            { "model": "a/b", "parameters": { "top_p": 0.5 } },
            { "model": "a/b", "name": "a/b 4" }
          ],
        """), "it became \(imported.text)")
    #expect(imported.suite.contestants.count == 4)
  }

  @Test func `a configuration without prompts asks what its tests say`() throws {
    let imported = try Imported(#"{"tests":[{"vars":{"prompt":"Hi there"}}]}"#)
    #expect(texts(imported) == ["Hi there"])
  }
}
