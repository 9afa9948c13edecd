import Benchmark
import Testing

/// What is wrong with checks in a suite file, with its place.
@Suite struct CheckDecodingTests {
  @Test(arguments: [
    (#"{"type":"equals"}"#, ": 'value' is missing: a check of kind 'equals' cannot be without it, or else 'values'."),
    (
      #"{"type":"equals","value":"a","values":["b"]}"#, ": 'value' and 'values' exclude each other. Keep one of them."
    ),
    (
      #"{"type":"equals","values":["a "]}"#,
      ".values[0]: White space stands at an end of the value, but answers are compared without. Remove it."
    ),
    (#"{"type":"equals","values":[]}"#, ".values: 'values' is empty. Write one at least, or leave it out."),
    (#"{"type":"contains","any":["a",1]}"#, ".any[1]: A number stands where a string is expected."),
    (
      #"{"type":"contains","all":[""]}"#,
      ".all[0]: The value is empty. Write what is looked for."
    ),
    (
      #"{"type":"contains","value":"Paris","none":["London","Paris"]}"#,
      ".none: No answer passes: 'Paris' is asked for and ruled out. Remove one."
    ),
    (
      #"{"type":"contains","any":["New York","New Delhi"],"none":["NEW"],"ignore_case":true}"#,
      ".none: No answer passes: 'NEW' is asked for and ruled out. Remove one."
    ),
    (
      #"{"type":"contains","vlaue":"a","any":["b"]}"#,
      ".vlaue: 'vlaue' is not a key of a check of kind 'contains'. Did you mean 'value'?"
    ),
    (
      #"{"type":"starts_with","value":" a"}"#,
      ".value: White space stands at an end of the value, but answers are compared without. Remove it."
    ),
    (
      #"{"type":"ends_with","value":"a\n"}"#,
      ".value: White space stands at an end of the value, but answers are compared without. Remove it."
    ),
    (#"{"type":"length","unit":"words"}"#, ": 'min' or 'max' is missing: a check of kind 'length' cannot be without."),
    (#"{"type":"length","min":1}"#, ": 'unit' is missing: a check of kind 'length' cannot be without it."),
    (#"{"type":"length","unit":"word","min":1}"#, ".unit: 'word' is not a unit of length. Did you mean 'words'?"),
    (
      #"{"type":"length","unit":"paragraphs","min":1}"#,
      ".unit: 'paragraphs' is not a unit of length. Give one of characters, words, tokens."
    ),
    (#"{"type":"length","unit":"words","min":3,"max":2}"#, ".max: 2 is out of range. Give 3 or more, as 'min' says."),
    (
      #"{"type":"length","unit":"words","min":0}"#,
      ".min: 0 is out of range. Give 1 or more, as every answer is that long, or a 'max'."
    ),
    (#"{"type":"length","unit":"words","max":-1}"#, ".max: -1 is out of range. Give 0 or more."),
    (#"{"type":"json_path"}"#, ": 'path' is missing: a check of kind 'json_path' cannot be without it."),
    (#"{"type":"json_path","path":"a"}"#, ".path: 'a' is not a path: it begins with $, the whole value."),
    (
      #"{"type":"json_path","path":"$.a","equals":1,"exists":true}"#,
      ": 'equals' and 'exists' exclude each other. Keep one of them."
    ),
    (#"{"type":"number","value":"one"}"#, ".value: A string stands where a number is expected."),
    (#"{"type":"number","value":"[1]"}"#, ".value: A string stands where a number is expected."),
    (#"{"type":"number","value":"1","tolerance":"-1"}"#, ".tolerance: -1.0 is out of range. Give 0 or more."),
    (#"{"type":"length","unit":"words","max":"1.5"}"#, ".max: A number stands where a whole number is expected."),
    (#"{"type":"number","value":1,"tolerance":-1}"#, ".tolerance: -1.0 is out of range. Give 0 or more."),
    (
      #"{"type":"number","value":1,"relative_tolerance":2}"#,
      ".relative_tolerance: 2.0 is out of range. Give a share from 0 to 1."
    ),
    (
      #"{"type":"number","value":1,"take":"frist"}"#, ".take: 'frist' is not a choice of numbers. Did you mean 'first'?"
    ),
    (#"{"type":"similarity","value":"a"}"#, ": 'min' is missing: a check of kind 'similarity' cannot be without it."),
    (#"{"type":"similarity","value":"a","min":80}"#, ".min: 80.0 is out of range. Give a share from 0 to 1."),
    (#"{"type":"tool_called"}"#, ": 'name' or 'order' is missing: a check of kind 'tool_called' cannot be without."),
    (
      #"{"type":"tool_called","name":"weather","order":["weather"]}"#,
      ": 'name' and 'order' exclude each other. Keep one of them."
    ),
    (#"{"type":"tool_called","order":[]}"#, ".order: 'order' is empty. Write one at least, or leave it out."),
    (#"{"type":"tool_called","order":["weather",""]}"#, ".order[1]: The value is empty. Write what is looked for."),
    (
      #"{"type":"tool_called","order":["weather","wether"]}"#,
      ".order[1]: No tool of this prompt is called 'wether'. Did you mean 'weather'?"
    ),
    (
      #"{"type":"tool_called","order":["weather"],"min":2}"#,
      ".min: 'min' cannot stand beside 'order'. Remove one of them."
    ),
    (
      #"{"type":"tool_called","name":"weather","times":1,"max":2}"#,
      ".max: 'max' cannot stand beside 'times'. Remove one of them."
    ),
    (
      #"{"type":"tool_called","name":"weather","min":3,"max":2}"#,
      ".max: 2 is out of range. Give 3 or more, as 'min' says."
    ),
    (
      #"{"type":"tool_called","name":"weather","min":0}"#,
      ".min: 0 is out of range. Give 1 or more, as no tool is called less often, or a 'max'."
    ),
    (#"{"type":"tool_called","name":"weather","max":-1}"#, ".max: -1 is out of range. Give 0 or more."),
    (
      #"{"type":"tool_called","name":"wether","not":true}"#,
      ".name: No tool of this prompt is called 'wether'. Did you mean 'weather'?"
    ),
    (
      #"{"type":"tool_called","name":"search_web","not":false}"#,
      ".name: No tool of this prompt is called 'search_web'. Declare it in 'tools'."
    ),
    (
      #"{"type":"tool_called","name":"weather","arguments":[]}"#,
      ".arguments: An array stands where an object is expected."
    ),
    (
      #"{"type":"refusal","phrases":"a"}"#,
      ".phrases: 'phrases' is not a key of a check of kind 'refusal'. Its keys are type, weight, not, name."
    ),
    (
      #"{"type":"finish_reason"}"#,
      ": 'value' or 'values' is missing: a check of kind 'finish_reason' cannot be without."
    ),
    (#"{"type":"finish_reason","value":"stopp"}"#, ".value: 'stopp' is not a finish reason. Did you mean 'stop'?"),
    (
      #"{"type":"finish_reason","values":["stop","lenght"]}"#,
      ".values[1]: 'lenght' is not a finish reason. Did you mean 'length'?"
    ),
    (#"{"type":"finish_reason","value":""}"#, ".value: The value is empty. Write what is looked for."),
    (#"{"type":"latency"}"#, ": 'max' is missing: a check of kind 'latency' cannot be without it."),
    (
      #"{"type":"latency","max":"2"}"#,
      ".max: '2' is not a length of time. Write it as in '500ms', '2s' or '1.5min'."
    ),
    (#"{"type":"ttft","max":2}"#, ".max: 2 has no unit. Write it as in '2s' or '2ms', between quotes."),
    (#"{"type":"tokens"}"#, ": 'max' is missing: a check of kind 'tokens' cannot be without it."),
    (
      #"{"type":"tokens","max":1,"of":"answer"}"#,
      ".of: 'answer' is not a kind of tokens. Give one of completion, reasoning, total."
    ),
    (#"{"type":"cost","max":-1}"#, ".max: -1.0 is out of range. Give a sum of US dollars, 0 or more."),
    (#"{"type":"all"}"#, ": 'checks' is missing: a check of kind 'all' cannot be without it."),
    (#"{"type":"any","checks":[]}"#, ".checks: 'checks' is empty. Write one at least, or leave it out."),
    (
      #"{"type":"any","checks":[{"type":"all","checks":[{"type":"jsn"}]}]}"#,
      ".checks[0].checks[0].type: 'jsn' is not a kind of check. Did you mean 'json'?"
    ),
    (#"{"type":"json","weight":0}"#, ".weight: 0 is out of range. Give a number above 0, up to 1000000."),
    (#"{"type":"json","weight":1e308}"#, ".weight: 1e+308 is out of range. Give a number above 0, up to 1000000."),
    (#"{"type":"json","weight":"two"}"#, ".weight: A string stands where a number is expected."),
    (#"{"type":"json","not":"yes"}"#, ".not: A string stands where true or false is expected."),
    (#"{"type":"json","name":7}"#, ".name: A number stands where a string is expected."),
  ])
  func `a check that is wrong says where and what to do`(check: String, expected: String) {
    #expect(problems(check) == ["prompts[0].checks[0]\(expected)"])
  }

  @Test func `a number may be a variable's value`() throws {
    let check = #"{"type":"number","value":"{{n}}","tolerance":"{{t}}"},{"type":"length","unit":"words","max":"{{n}}"}"#
    let text = #"{"name":"x","prompts":[{"prompt":"p","variables":{"n":3,"t":" 0.5 "},"checks":[\#(check)]}]}"#
    let reading = SuiteReader.read(Array(text.utf8), path: "x.json")
    let checks = try #require(reading.suite?.prompts[0].checks, "\(reading.problems)")
    #expect(checks.map { $0.judge(CheckInput("It is 3.4")).passed } == [true, true])
    #expect(checks.map { $0.judge(CheckInput("It is about 3.6")).passed } == [false, false])
  }

  @Test(arguments: [
    ("equals", "Paris\n", "Paris"), ("contains", "Paris\n", "It is Paris."), ("contains", "a\r\nb\n", "a\nb"),
    ("starts_with", "Paris\r\n", "Paris it is"), ("ends_with", "Paris\n", "It is Paris"),
  ])
  func `the line end that closes a file is no part of a check's value`(type: String, file: String, answer: String)
    throws
  {
    let reading = reading(#"{"type":"\#(type)","value":{"file":"v.txt"}}"#, files: ["v.txt": file])
    let check = try #require(reading.suite?.prompts[0].checks[0], "\(reading.problems)")
    #expect(check.judge(CheckInput(answer)).passed == true)
  }

  @Test(arguments: [("equals", "Paris \n"), ("equals", "\n"), ("starts_with", "\nParis\n"), ("ends_with", "Paris\n\n")])
  func `white space at an end of a file's text is told as that of any value`(type: String, file: String) {
    let problems = reading(#"{"type":"\#(type)","value":{"file":"v.txt"}}"#, files: ["v.txt": file]).problems
    #expect(problems.map(\.fault) == (file == "\n" ? [] : [.unreachableValue]))
  }

  @Test(arguments: [
    #"{"type":"tool_called","name":"search_web","not":true}"#, #"{"type":"tool_called","name":"search_web","times":0}"#,
    #"{"type":"tool_called","name":"search_web","max":0}"#,
    #"{"type":"tool_called","order":["search_web"],"not":true}"#,
    #"{"type":"finish_reason","values":["stop","eos","max_tokens","end_turn"]}"#,
    #"{"type":"contains","any":["New York","Paris"],"none":["New"]}"#,
    #"{"type":"contains","value":"a","none":["ab"]}"#,
    #"{"type":"length","unit":"words","min":0,"max":3}"#,
  ])
  func `what an answer may pass is no problem`(check: String) {
    #expect(problems(check) == [])
  }

  @Test func `groups in groups without end are refused`() {
    let open = String(repeating: #"{"type":"all","checks":["#, count: 40)
    let text = open + #"{"type":"json"}"# + String(repeating: "]}", count: 40)
    #expect(
      problems(text) == ["prompts[0].checks[0]: Values are nested here deeper than 64 levels. Make them flatter."])
  }

  @Test func `all problems of a check come at once`() {
    #expect(
      problems(#"{"type":"number","tolerance":-1,"take":"middle","wieght":1}"#) == [
        "prompts[0].checks[0]: 'value' is missing: a check of kind 'number' cannot be without it.",
        "prompts[0].checks[0].tolerance: -1.0 is out of range. Give 0 or more.",
        "prompts[0].checks[0].take: 'middle' is not a choice of numbers. Give one of last, first, only.",
        "prompts[0].checks[0].wieght: 'wieght' is not a key of a check of kind 'number'. Did you mean 'weight'?",
      ])
  }

  /// Without `x.json:1:2: `.
  private func problems(_ check: String) -> [String] {
    reading(check).problems.map {
      $0.description.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? ""
    }
  }

  private func reading(_ check: String, files: [String: String] = [:]) -> SuiteReading {
    let suite =
      "{\"name\": \"x\", \"tools\": [{\"name\": \"weather\"}], \"prompts\": [{\"prompt\": \"p\", \"checks\": [\(check)]}]}"
    return SuiteReader.read(Array(suite.utf8), path: "x.json", files: FakeFiles(contents: files))
  }
}
