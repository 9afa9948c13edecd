import Testing

@testable import Benchmark

/// What is said next, from what was answered so far.
@Suite struct ConversationTests {
  private static let weather = Tool(
    name: "weather",
    results: [
      Tool.Result(when: .object(["city": .string("Bern")]), result: .string("rain")),
      Tool.Result(when: .object(["city": .string("Rome")]), result: .object(["sky": .string("clear")])),
    ])

  private func conversation(
    _ turns: [String], tools: [Tool] = [], maxRounds: Int? = nil, messages: [Message] = []
  ) -> Conversation {
    let prompt = Prompt(
      id: "p", messages: messages, turns: turns.map { Turn(Content($0)) }, tools: tools, maxRounds: maxRounds)
    return Conversation(prompt, of: Suite(name: "s", prompts: [prompt]))
  }

  private func answer(
    _ text: String, at step: Step? = nil, calls: [ToolCall] = [], outcome: OutcomeClass = .ok
  ) -> AttemptRecord {
    var attempt = AttemptRecord.made(answer: text, toolCalls: calls, outcome: outcome)
    attempt.step = step
    return attempt
  }

  private func call(_ arguments: String, id: String? = "c1", of name: String = "weather") -> ToolCall {
    ToolCall(id: id, name: name, arguments: arguments)
  }

  @Test func `a single question is over with its answer`() {
    var talk = conversation(["Hello?"])
    #expect(talk.messages == [Message(.user, Content("Hello?"))])
    #expect(talk.step == Step(turn: 1, round: 1))
    let goesOn = talk.goesOn(after: answer("Hi."))
    #expect(!goesOn)
  }

  @Test func `a failure ends it, whatever was still to be said`() {
    for outcome in [OutcomeClass.streamError, .rateDay, .empty, .cancelled] {
      var talk = conversation(["One", "Two"])
      let goesOn = talk.goesOn(after: answer("", outcome: outcome))
      #expect(!goesOn)
      #expect(talk.step == Step())
    }
  }

  @Test func `each turn says all that was said before`() {
    var talk = conversation(["One", "Two"], messages: [Message(.assistant, Content("Before"))])
    let goesOn = talk.goesOn(after: answer("First", outcome: .length))
    #expect(goesOn)
    #expect(talk.messages.map(\.text) == ["Before", "One", "First", "Two"])
    #expect(talk.messages.map(\.role) == [.assistant, .user, .assistant, .user])
    #expect(talk.step == Step(turn: 2, round: 1))
    let goesFurther = talk.goesOn(after: answer("Second", at: talk.step))
    #expect(!goesFurther)
  }

  @Test(arguments: [
    (#"{"city":"Bern","unit":"C"}"#, "rain"),
    (#"{"city":"Rome"}"#, #"{"sky":"clear"}"#),
    (#"{"city":"Oslo"}"#, #"{"error":"There is no result for these arguments."}"#),
    ("no JSON", #"{"error":"There is no result for these arguments."}"#),
  ])
  func `a call is answered with the first result that its arguments hold`(arguments: String, result: String) {
    var talk = conversation(["Weather?"], tools: [Self.weather])
    let goesOn = talk.goesOn(after: answer("", calls: [call(arguments)]))
    #expect(goesOn)
    #expect(talk.messages.last == Message(.tool, Content(result), toolCallID: "c1"))
    #expect(talk.messages[1] == Message(.assistant, nil, toolCalls: [call(arguments)]))
    #expect(talk.step == Step(turn: 1, round: 2))
  }

  @Test func `a tool that nobody offered is answered with that, beside one that was`() {
    var talk = conversation(["Weather?"], tools: [Self.weather])
    _ = talk.goesOn(after: answer("", calls: [call(#"{"city":"Bern"}"#), call("{}", id: "c2", of: "wether")]))
    #expect(talk.messages.suffix(2).map(\.text) == ["rain", #"{"error":"There is no tool of this name."}"#])
  }

  @Test func `calls without ids get some, and their results name them`() {
    var talk = conversation(["Weather?"], tools: [Self.weather])
    _ = talk.goesOn(after: answer("", calls: [call("{}", id: nil), call("{}", id: nil)]))
    #expect(talk.messages[1].toolCalls.map(\.id) == ["call_1", "call_2"])
    #expect(talk.messages.suffix(2).map(\.toolCallID) == ["call_1", "call_2"])
  }

  @Test func `a tool without results ends the turn where it is called`() {
    var talk = conversation(["Weather?", "And now?"], tools: [Tool(name: "weather")])
    let goesOn = talk.goesOn(after: answer("Let me see.", calls: [call("{}")]))
    #expect(goesOn)
    #expect(talk.step == Step(turn: 2))
    #expect(talk.messages[1] == Message(.assistant, Content("Let me see.")))
  }

  @Test func `no turn takes more rounds than it may`() {
    var talk = conversation(["Weather?"], tools: [Self.weather], maxRounds: 2)
    let goesOn = talk.goesOn(after: answer("", calls: [call("{}")]))
    #expect(goesOn)
    let goesFurther = talk.goesOn(after: answer("", at: talk.step, calls: [call("{}")]))
    #expect(!goesFurther)
  }

  @Test func `what earlier sessions recorded is not asked again, and what failed there is`() {
    var talk = conversation(["One", "Two", "Three"])
    let second = Step(turn: 2)
    let goesOn = talk.goesOn(afterAll: [
      answer("", outcome: .network), answer("First"), answer("", at: second, outcome: .http5xx),
    ])
    #expect(goesOn)
    #expect(talk.step == second)
    #expect(talk.messages.map(\.text) == ["One", "First", "Two"])
    let goesFurther = talk.goesOn(afterAll: [answer("Second", at: second), answer("Third", at: Step(turn: 3))])
    #expect(!goesFurther)
  }
}
