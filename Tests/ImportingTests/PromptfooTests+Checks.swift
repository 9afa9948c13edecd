import Benchmark
import Testing

/// What becomes what.
extension PromptfooTests {
  /// An assertion, and the check in a suite's own words.
  static let carried: [(assertion: String, check: String)] = [
    (#"{"type":"equals","value":" Red "}"#, #"{"type":"equals","value":"Red"}"#),
    (#"{"type":"equals","value":4}"#, #"{"type":"equals","value":"4"}"#),
    (#"{"type":"equals","value":{"a":[1]}}"#, #"{"type":"json_path","path":"$","equals":{"a":[1]}}"#),
    (
      #"{"type":"equals","value":{"a":["{{what}}","x"]}}"#,
      #"{"type":"json_path","path":"$","equals":{"a":["red","x"]}}"#
    ),
    (
      #"{"type":"is-json","value":{"const":"{{what}}"}}"#, #"{"type":"schema","schema":{"const":"red"}}"#
    ),
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
      #"{"type":"equals","value":"Bananas","transform":"JSON.parse(output).tweets[0]['the text']"}"#,
      #"{"type":"json_path","path":"$.tweets[0]['the text']","equals":"Bananas"}"#
    ),
    (
      #"{"type":"equals","value":7,"transform":"output.count;"}"#,
      #"{"type":"json_path","path":"$.count","equals":7}"#
    ),
    (#"{"type":"contains","value":"x","transform":"output.trim()"}"#, #"{"type":"contains","value":"x"}"#),
    (#"{"type":"contains","value":"{{what | upper}}"}"#, #"{"type":"contains","value":"RED"}"#),
    (#"{"type":"contains","value":"file://v.txt"}"#, #"{"type":"contains","value":"from \\{{a}} file"}"#),
    (#"{"type":"is-json","value":"{\"required\":[\"a\"]}"}"#, #"{"type":"schema","schema":{"required":["a"]}}"#),
    (#"{"type":"contains-any","value":"a, \"b, c\""}"#, #"{"type":"contains","any":["a","b, c"]}"#),
    (
      #"{"type":"assert-set","threshold":0.5,"assert":[{"type":"contains","value":"a"},{"type":"is-json"}]}"#,
      #"{"type":"any","checks":[{"type":"contains","value":"a"},{"type":"json"}]}"#
    ),
    (
      #"{"type":"assert-set","threshold":1,"assert":[{"type":"contains","value":"a"},{"type":"is-json"}]}"#,
      #"{"type":"all","checks":[{"type":"contains","value":"a"},{"type":"json"}]}"#
    ),
    (
      #"{"type":"assert-set","assert":[{"type":"contains","value":"a"},{"type":"is-json"}]}"#,
      #"{"type":"all","checks":[{"type":"contains","value":"a"},{"type":"json"}]}"#
    ),
  ]

  @Test(arguments: carried)
  func `an assertion becomes a check`(row: (assertion: String, check: String)) throws {
    let imported = try Imported(Self.config(row.assertion), files: ["v.txt": " from {{a}} file\n"])
    let expected = try Imported.checks(row.check)
    #expect(imported.suite.prompts.first?.checks == expected, "it became \(imported.text)")
  }
}
