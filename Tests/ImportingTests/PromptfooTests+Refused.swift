import Benchmark
import Testing

@testable import Importing

/// Configurations of which nothing can be made, with the reasons.
extension PromptfooTests {
  static let refused: [(config: String, message: String)] = [
    ("[1]", "config.json is no configuration of promptfoo: that is a JSON object."),
    (
      #"{"providers":[]}"#,
      """
      There is no prompt in config.json: it has no 'prompts', and no test has a variable 'prompt'.
      config.json:1:1: {{prompt}} has no value here and is left out, as promptfoo does.
      config.json:1:1: The prompt is empty and is left out.
      """
    ),
    (#"{"prompts":[]}"#, "There is no prompt in config.json: its 'prompts' are empty."),
    (
      #"{"prompts":["file://prompt.yaml"],"tests":[{"vars":{"q":"x"}}]}"#,
      """
      There is no prompt in config.json that can be carried over:
      config.json:1:13: prompts[0]: Prompts are read from .txt, .md, .json and .jsonl alone: 'prompt.yaml' is left out. \
      Convert it, as with 'yq -o=json . prompt.yaml > file.json', and name that.
      """
    ),
    (
      #"{"prompts":["file://p/*.txt"]}"#,
      """
      There is no prompt in config.json that can be carried over:
      config.json:1:13: prompts[0]: Patterns of names are not followed: name the files of 'p/*.txt' one by one.
      """
    ),
    (
      #"{"prompts":["Say {{q}}"],"tests":"file://t.py:make"}"#,
      """
      There is no prompt in config.json that can be carried over:
      config.json:1:34: tests: Tests are read from .json, .jsonl and .csv alone: 't.py' is left out: it is a program. \
      Write down what it makes, and name that.
      """
    ),
    (
      #"{"prompts":["[{\"role\":\"system\",\"content\":\"S\"},{\"role\":\"user\",\"content\":\"{{q}}\"}]"]}"#,
      """
      There is no prompt in config.json that can be carried over:
      config.json:1:1: prompts[0][1].content: {{q}} has no value here and is left out, as promptfoo does.
      config.json:1:1: prompts[0][1]: The message is empty and is left out.
      config.json:1:1: prompts[0]: The messages are left out: the last question must be a user's.
      """
    ),
    (#"{"prompts":["a",]}"#, "config.json is not JSON:\nconfig.json:1:16: nothing follows this comma; remove it."),
  ]

  @Test(arguments: refused)
  func `nothing is made of what is no configuration`(row: (config: String, message: String)) {
    let refusal = #expect(throws: Imported.Refused.self) { try Imported(row.config, format: .promptfoo) }
    #expect(refusal?.message == row.message)
  }
}
