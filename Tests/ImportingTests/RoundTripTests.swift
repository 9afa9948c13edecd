import Benchmark
import Testing

@testable import Importing

/// Whatever stands in a foreign file, the suite of it is good and says the same.
struct RoundTripTests {
  /// Texts that mean something to a format on the way.
  static let hostile = [
    "{{", "}}", "{{}}", "{{ }}", "\\{{x}}", "{{x", "{{{x}}}", "{% if %}", "{# note #}", "{ {x} }", "\\", "\"quoted\"",
    "a\u{0}b", "tab\tand\r\nline", "\u{1B}[31mred", "\u{202E}turned", "🧁 bake-off 中国", "</script>", "a,b;c", "=1+1",
    "{\"json\": {\"a\": [1]}}", "$ref", String(repeating: "long ", count: 200),
  ]

  private func json(_ text: String) -> String { OrderedJSON.string(text).oneLine }

  @Test(arguments: hostile)
  func `a sample's text is asked as it stands`(text: String) throws {
    let imported = try Imported("{\"input\":\(json("Say " + text)),\"ideal\":\(json(text))}", format: .evals)
    #expect(imported.suite.prompts.map(\.text) == ["Say " + text])
    #expect(try imported.suite.prompts[0].checks == Imported.checks(expecting(.startsWith, text)))
  }

  @Test(arguments: hostile)
  func `a cell is asked as it stands, in its place`(text: String) throws {
    let quoted = "\"" + text.replacing("\"", with: "\"\"") + "\""
    let imported = try Imported("prompt,value\nSay {{value}},\(quoted)\nSay {{value}},x\n", format: .csv)
    #expect(imported.suite.prompts.map(\.text) == ["Say " + text, "Say x"])
  }

  @Test(arguments: hostile)
  func `a name of a test becomes an id`(text: String) throws {
    let config = #"{"prompts":["Hi"],"tests":[{"description":\#(json(text))},{"description":\#(json(text))}]}"#
    #expect(Set(try Imported(config, format: .promptfoo).suite.prompts.map(\.id)).count == 2)
  }

  @Test(arguments: hostile)
  func `a value of a test is filled in as it stands`(text: String) throws {
    let config = #"{"prompts":["{{v}}!"],"tests":[{"vars":{"v":\#(json(text))}},{"vars":{"v":"x"}}]}"#
    #expect(try Imported(config, format: .promptfoo).suite.prompts.map(\.text) == [text + "!", "x!"])
  }

  private func expecting(_ comparison: Comparison, _ text: String) -> String {
    comparison.check([Template.literal(text)])?.oneLine ?? ""
  }
}
