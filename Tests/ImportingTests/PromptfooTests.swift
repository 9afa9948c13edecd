import Benchmark
import Testing

@testable import Importing

/// Configurations of promptfoo's as suites, and what is said of what a suite cannot say.
struct PromptfooTests {
  /// A configuration of one prompt and one test.
  static func config(_ assertion: String) -> String {
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
    (#"{"type":"contains"}"#, "it has no value."),
    (
      #"{"type":"equals","value":"Yes","transform":"output.slice(0, 3)"}"#,
      "promptfoo transforms the answer before it, and a suite checks it as it came."
    ),
    (
      #"{"type":"contains","value":"Yes","transform":"JSON.parse(output).answer"}"#,
      "it is about a part of the answer, of which 'json_path' compares the whole alone."
    ),
    (
      #"{"type":"equals","value":"5","transform":"JSON.parse(output).answer"}"#,
      "promptfoo compares it as text, and 'json_path' tells numbers from texts."
    ),
    (
      #"{"type":"equals","value":"5","transform":"output.length"}"#,
      "promptfoo transforms the answer before it, and a suite checks it as it came."
    ),
    (
      #"{"type":"contains","value":"x","normalizeUnicode":true}"#,
      "its 'normalizeUnicode' is not carried over, and without it the check is another."
    ),
    (
      #"{"type":"llm-rubric","value":"x","rubricPrompt":"Grade {{output}}","provider":"openrouter:a/b"}"#,
      "its 'rubricPrompt' is not carried over, and without it the check is another."
    ),
    (
      #"{"type":"contains","value":"file://get.js"}"#,
      "its value is in the file 'get.js': it is a program. Write down what it makes, and name that."
    ),
    (#"{"type":"contains","value":"file://none.txt"}"#, "its value is in a file that cannot be read."),
    (#"{"type":"contains","value":"package:p:f"}"#, "a program makes its value."),
    (
      #"{"type":"contains","value":"{{what | sort}}"}"#,
      "a suite fills in variables and nothing more, and its value asks for more."
    ),
    (
      #"{"type":"contains-any","value":["{% if a %}x{% endif %}","y"]}"#,
      "a suite fills in variables and nothing more, and its value asks for more."
    ),
    (#"{"type":"contains-any","value":"a,,b"}"#, "one of its values is empty, and every answer holds that."),
    (
      #"{"type":"assert-set","threshold":0.6,"assert":[{"type":"is-json"},{"type":"contains","value":"a"},{"type":"contains","value":"b"}]}"#,
      "its threshold asks for more than one and less than all of its assertions."
    ),
    (
      #"{"type":"assert-set","threshold":0.5,"assert":[{"type":"is-html"},{"type":"contains","value":"a"}]}"#,
      "its threshold asks for more than one and less than all of its assertions."
    ),
    (#"{"type":"contains","value":""}"#, "its value is empty."),
    (#"{"type":"contains-any","value":[]}"#, "its value is no list of texts."),
    (#"{"type":"regex","value":"(unclosed"}"#, "its pattern does not compile here: expected ')'."),
    (
      #"{"type":"regex","value":"(?<=a)b"}"#,
      "its pattern does not compile here: a check cannot look behind ('(?<=', '(?<!')."
    ),
    (#"{"type":"latency"}"#, "it has no threshold."),
    (#"{"type":"cost","metric":"cost"}"#, "it has no threshold."),
    (#"{"type":"levenshtein","value":""}"#, "the share of letters that may differ depends on its value."),
    (#"{"type":"word-count","value":"many"}"#, "its value is no number and no range."),
    (#"{"type":"word-count","value":3.5}"#, "A number stands where a whole number is expected."),
    (#"{"type":"word-count","value":-4}"#, "-4 is out of range. Give 0 or more."),
    (#"{"type":"word-count","value":{"min":9,"max":3}}"#, "3 is out of range. Give 9 or more, as 'min' says."),
    (
      #"{"type":"latency","threshold":9e13}"#,
      "'90000000000000ms' is not a length of time. Write it as in '500ms', '2s' or '1.5min'."
    ),
    (
      #"{"type":"is-json","value":{"tpye":"object"}}"#,
      #"'{"tpye":"object"}' does not compile: $: "tpye" is no keyword of JSON Schema; did you mean "type"?"#
    ),
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
      "a pattern of another dialect", config(#"{"type":"not-regex","value":"\\d[a[b]]"}"#),
      #"config.json:1:72: tests[0].assert[0]: A pattern means here what it does not mean in JavaScript: "#
        + #"'\d' goes by the digits of every script here, and by 0-9 there; "#
        + "'[' begins a class within a class here, and is a letter there."
    ),
    (
      "no assertion", config(#""contains red""#),
      "config.json:1:72: tests[0].assert[0]: This is no assertion, and is left out."
    ),
    (
      "a metric alone", config(#"{"type":"contains","value":"x","weight":0}"#),
      "config.json:1:72: tests[0].assert[0]: An assertion of weight 0 is left out: every check counts."
    ),
    (
      "a program among the prompts, named as promptfoo names functions", #"{"prompts":["Hi","make.py:main"]}"#,
      "config.json:1:18: prompts[1]: Prompts are read from .txt, .md, .json and .jsonl alone: 'make.py' is left out: it is "
        + "a program. Write down what it makes, and name that."
    ),
    (
      "a prompt that a service keeps", #"{"prompts":["Hi","langfuse://greeting:3:text"]}"#,
      "config.json:1:18: prompts[1]: 'langfuse://greeting:3:text' is left out: what 'langfuse:' gives is not read. Write "
        + "its text down."
    ),
    (
      "tests that a service keeps", #"{"prompts":["Hi"],"tests":[{},"huggingface://datasets/a/b"]}"#,
      "config.json:1:31: tests[1]: 'huggingface://datasets/a/b' names no file of tests that can be read here, and is left "
        + "out."
    ),
    (
      "a test whose variables a program makes",
      #"{"prompts":["Hi"],"tests":[{},{"options":{"transformVars":"{...vars}"}}]}"#,
      "config.json:1:59: tests[1].options.transformVars: The test is left out: a program ('transformVars') makes its "
        + "variables."
    ),
    (
      "a test with its answer written down", #"{"prompts":["Hi"],"tests":[{},{"providerOutput":"x"}]}"#,
      "config.json:1:49: tests[1].providerOutput: The test is left out: its answer is written down, and no model is asked."
    ),
    (
      "a provider whose answers a program changes",
      #"{"prompts":["Hi"],"providers":[{"id":"openrouter:a/b","transform":"output.toUpperCase()"}]}"#,
      "config.json:1:67: providers[0].transform: 'openrouter:a/b' is left out: a program ('transform') makes its answers "
        + "what is checked. To have it checked as it answers, name it with '-m'."
    ),
    (
      "a scoring by a program",
      #"{"prompts":["Hi"],"tests":[{"assertScoringFunction":"file://s.js","assert":[{"type":"is-json"}]}]}"#,
      "config.json:1:77: tests[0].assert[0]: The assertion 'is-json' is left out: a program of promptfoo's scores them."
    ),
    (
      "a filter of the template language", #"{"prompts":["Say {{what | sort}}"],"tests":[{"vars":{"what":"x"}}]}"#,
      "config.json:1:13: prompts[0]: '{{what | sort}}' is taken for plain text: a suite fills in variables and nothing "
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
      "config.json:1:40: prompts[2]: Prompts are read from .txt, .md, .json and .jsonl alone: 'p.js' is left out: it is a "
        + "program. Write down what it makes, and name that."
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
      "config.json:1:18: prompts[1]: Patterns of names are not followed: name the files of 'p/*.txt' one by one."
    ),
    (
      "tests in YAML", #"{"prompts":["Hi"],"tests":[ {}, "file://tests.yaml"]}"#,
      "config.json:1:33: tests[1]: Tests are read from .json, .jsonl and .csv alone: 'tests.yaml' is left out. Convert it, "
        + "as with 'yq -o=json . tests.yaml > file.json', and name that."
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
      "a setting of another type",
      #"{"prompts":["Hi"],"providers":[{"id":"openrouter:a/b","config":{"temperature":"0.2"}}]}"#,
      "config.json:1:79: providers[0].config.temperature: 'temperature' is left out. A string stands where a number is "
        + "expected."
    ),
    (
      "a key that is given twice", #"{"prompts":["Hi"],"prompts":["Ho"]}"#,
      "config.json:1:19: This is read all the same, but the key 'prompts' is given twice; remove one."
    ),
    (
      "a threshold that is no share", #"{"prompts":["Hi"],"tests":[{"threshold":2}]}"#,
      "config.json:1:41: tests[0].threshold: This 'threshold' is left out, and the assertions with it: a suite's "
        + "'pass_score' is a share above 0, up to 1."
    ),
    (
      "what belongs to the command line", #"{"prompts":["Hi"],"evaluateOptions":{"repeat":3}}"#,
      "config.json:1:37: evaluateOptions: 'evaluateOptions' is not carried over: 'bakeoff run' takes '-n', "
        + "'--concurrency' and '--rate'."
    ),
    (
      "anything else", #"{"prompts":["Hi"],"nunjucksFilters":{}}"#,
      "config.json:1:37: nunjucksFilters: 'nunjucksFilters' is not carried over."
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
