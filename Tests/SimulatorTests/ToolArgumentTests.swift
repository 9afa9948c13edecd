import Testing

@testable import Simulator

/// Tools that nobody foresaw, called with what the question holds.
struct ToolArgumentTests {
  /// The parameters of a tool by name, as JSON Schema, all required but those with a question mark behind the name.
  private static func tool(_ name: String, _ description: String, _ parameters: KeyValuePairs<String, String>) -> String
  {
    let properties = parameters.map { name, schema in
      #""\#(name.replacing("?", with: ""))":{\#(schema)}"#
    }
    let required = parameters.map(\.key).filter { !$0.hasSuffix("?") }.map { "\"\($0)\"" }
    return """
      {"type":"function","function":{"name":"\(name)","description":"\(description)","parameters":{"type":"object",\
      "properties":{\(properties.joined(separator: ","))},"required":[\(required.joined(separator: ","))]}}}
      """
  }

  static let calls: [(prompt: String, tool: String, arguments: [String])] = [
    (
      "How much is AAPL trading at?",
      tool("get_stock_price", "Current price of a share.", ["ticker": #""type":"string""#]), [#"{"ticker":"AAPL"}"#]
    ),
    (
      "Where is my order A-4711? I bought it on 2026-02-03.",
      tool(
        "find_order", "Finds an order.",
        ["order_id": #""type":"string""#, "bought?": #""type":"string","format":"date""#]),
      [#"{"order_id":"A-4711","bought":"2026-02-03"}"#]
    ),
    (
      "What became of the orders 4711 and 4712?",
      tool("find_order", "Finds an order.", ["orderNumber": #""type":"string""#]),
      [#"{"orderNumber":"4711"}"#, #"{"orderNumber":"4712"}"#]
    ),
    (
      "Please convert 20 USD to EUR.",
      tool(
        "convert_currency", "Converts an amount.",
        [
          "amount": #""type":"number""#, "from": #""type":"string","enum":["EUR","USD"]"#,
          "to": #""type":"string","enum":["EUR","USD"]"#,
        ]), [#"{"amount":20,"from":"USD","to":"EUR"}"#]
    ),
    (
      "Can you add 3 and 5?",
      tool("add", "Adds numbers.", ["a": #""type":"integer""#, "b": #""type":"integer""#]), [#"{"a":3,"b":5}"#]
    ),
    (
      "Tell bob@example.org 'I am late' by email.",
      tool(
        "send_email", "Sends an email.",
        ["to": #""type":"string","format":"email""#, "body": #""type":"string""#, "urgent?": #""type":"boolean""#]),
      [#"{"to":"bob@example.org","body":"I am late"}"#]
    ),
    (
      "Please send an urgent email to bob@example.org: 'Run!'",
      tool(
        "send_email", "Sends an email.",
        ["recipient": #""type":"string""#, "body": #""type":"string""#, "urgent?": #""type":"boolean""#]),
      [#"{"recipient":"bob@example.org","body":"Run!","urgent":true}"#]
    ),
    (
      "Calculate 12 * (3 + 4) for me.",
      tool("calculate", "Works out a formula.", ["expression": #""type":"string""#]),
      [#"{"expression":"12 * (3 + 4)"}"#]
    ),
    (
      "Set the lights in the kitchen to dimmed.",
      tool(
        "set_lights", "Switches lights.",
        [
          "room": #""type":"string","enum":["bath","kitchen"]"#,
          "state": #""type":"string","enum":["on","off","dimmed"]"#,
        ]),
      [#"{"room":"kitchen","state":"dimmed"}"#]
    ),
    (
      "Book flight LH123 on 2026-05-01 please.",
      tool(
        "book_flight", "Books a flight.",
        [
          "flight": #""type":"string","pattern":"^[A-Z]{2}\\d+$""#, "date": #""type":"string""#,
          "seats?": #""type":"integer","default":1"#,
        ]),
      [#"{"flight":"LH123","date":"2026-05-01"}"#]
    ),
    (
      "Please search the web for cheap hotels near the station.",
      tool("web_search", "Searches the web.", ["query": #""type":"string""#, "limit?": #""type":"integer""#]),
      [#"{"query":"please search cheap hotels"}"#]
    ),
    (
      "Translate this.", tool("translate", "Translates.", ["language": #""type":"string","examples":["German"]"#]),
      [#"{"language":"German"}"#]
    ),
  ]

  private func ask(_ prompt: String, _ tools: String, of model: String = ToolTests.badger) throws -> RawResponse {
    try Bench().post(Bench.chat(model, prompt, more: #","tools":[\#(tools)]"#))
  }

  @Test(arguments: calls)
  func `arguments are what the question says`(row: (prompt: String, tool: String, arguments: [String])) throws {
    #expect(try ask(row.prompt, row.tool).calls().map(\.arguments) == row.arguments)
  }

  @Test func `a tool is not called for a question that holds nothing for it`() throws {
    let tool = Self.tool("get_stock_price", "Current price of a share.", ["ticker": #""type":"string""#])
    #expect(try ask("Why do birds sing?", tool).calls() == [])
  }

  static let both =
    tool("get_weather", "Tells the weather of a city.", ["city": #""type":"string""#]) + ","
    + tool("convert_currency", "Converts an amount.", ["amount": #""type":"number""#])

  @Test func `two tools that a question asks for are called at once`() throws {
    let calls = try ask("Tell me the weather in Oslo, and convert 20 crowns to euros.", Self.both).calls()
    #expect(Set(calls.map(\.name)) == ["get_weather", "convert_currency"])
    #expect(Set(calls.map(\.arguments)) == [#"{"city":"Oslo"}"#, #"{"amount":20}"#])
  }

  @Test func `a model that calls one tool at a time calls the next after the first, and then answers`() throws {
    let prompt = "Tell me the weather in Oslo, and convert 20 crowns to euros."
    let first = try #require(try ask(prompt, Self.both, of: ToolTests.drift).calls().first)
    func goOn(after calls: [ToolCall]) throws -> RawResponse {
      let said = calls.enumerated().map { index, call in
        let arguments = String(decoding: JSON.string(call.arguments).bytes, as: UTF8.self)
        return """
          {"role":"assistant","content":null,"tool_calls":[{"id":"c\(index)","type":"function",\
          "function":{"name":"\(call.name)","arguments":\(arguments)}}]},\
          {"role":"tool","tool_call_id":"c\(index)","content":"{\\"value\\":\(index + 7)}"}
          """
      }
      return try Bench().post(
        """
        {"model":"\(ToolTests.drift)","stream":true,"messages":[{"role":"user","content":"\(prompt)"},\
        \(said.joined(separator: ","))],"tools":[\(Self.both)]}
        """)
    }
    let second = try #require(try goOn(after: [first]).calls().first)
    #expect(Set([first.name, second.name]) == ["get_weather", "convert_currency"])
    let end = try goOn(after: [first, second])
    #expect(try end.calls() == [])
    #expect(try end.content() == "This is what I found: value 7, value 8.")
  }
}
