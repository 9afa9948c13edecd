import Benchmark
import Testing

@testable import Importing

/// What a file is goes by its content.
struct DetectionTests {
  static let formats: [(text: String, format: ForeignFormat)] = [
    (#"{"prompts":["a"],"providers":["x"]}"#, .promptfoo),
    ("{\n  \"prompts\": [\"a\"]\n}\n", .promptfoo),
    (#"{"prompts":["a"],"name":"x","tests":[]}"#, .promptfoo),
    ("{ broken", .promptfoo),
    (#"{"input":"a","ideal":"b"}"#, .evals),
    ("\n  {\"messages\":[]}\n{\"messages\":[]}\n", .evals),
    ("{\"question\":\"a\"}\n{\"question\":\"b\"}\n", .evals),
    (#"[{"input":"a","ideal":"b"}]"#, .evals),
    ("[\n  {\n    \"messages\": []\n  }\n]\n", .evals),
    ("{\"input\":\"a\"\n{\"input\":\"b\"}\n", .evals),
    (#"[{"question":"a"}]"#, .evals),
    (#"{"question":"a"}"#, .evals),
    (#"{"scenarios":[]}"#, .promptfoo),
    ("\u{FEFF}prompt\na\n", .csv),
    ("#,prompt\n1,a\n", .csv),
    ("\"prompt\",\"id\"\n", .csv),
  ]

  @Test(arguments: formats)
  func `a file is what its content says`(row: (text: String, format: ForeignFormat)) throws {
    #expect(try ForeignFormat.detected(in: Array(row.text.utf8), of: "file") == row.format)
  }

  static let others: [(text: String, message: String)] = [
    ("", "f is empty."),
    (" \n\n", "f is empty."),
    (#"{"name":"x","prompts":[{"id":"a","prompt":"b"}]}"#, "f is a suite already: check it with 'bakeoff validate'."),
    (
      "description: My eval\nprompts:\n  - hi\n",
      "f seems to be YAML (it begins with 'description:'), and only JSON is read. Convert it first, as with "
        + "'yq -o=json . f > config.json'."
    ),
    (
      "# How kind is it?\n\n# By us.\nprompts:\n  - hi\n",
      "f seems to be YAML (it begins with 'prompts:'), and only JSON is read. Convert it first, as with "
        + "'yq -o=json . f > config.json'."
    ),
  ]

  @Test(arguments: others)
  func `what is none of them is told what it is`(row: (text: String, message: String)) {
    let failure = #expect(throws: ImportFailure.self) {
      try ForeignFormat.detected(in: Array(row.text.utf8), of: "f")
    }
    #expect(failure?.message == row.message)
  }
}
