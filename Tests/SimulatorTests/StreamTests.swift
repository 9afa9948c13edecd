import Foundation
import Testing

@testable import Simulator

/// The shape of a streamed answer.
struct StreamTests {
  @Test func `a stream is told by its head`() throws {
    let response = try Bench().post(Bench.chat())
    #expect(response.status == 200)
    #expect(response["Content-Type"] == "text/event-stream")
    #expect(response["Cache-Control"] == "no-cache")
    #expect(response["Transfer-Encoding"] == "chunked")
    #expect(response["X-Bakeoff-Simulated"] == "1")
    #expect(try response.answers().allSatisfy { $0.id == response["X-Generation-Id"] })
    #expect(response["X-RateLimit-Limit"] == nil)
  }

  @Test func `a stream ends with a finish chunk, a usage chunk that repeats the reason, and DONE`() throws {
    let response = try Bench().post(Bench.chat("northlight/aurora-70b-instruct:free"))
    let answers = try response.answers()
    #expect(response.text.hasSuffix("\n\ndata: [DONE]\n\n"))
    #expect(answers.dropLast(2).allSatisfy { $0.choices[0].finish_reason == nil && $0.usage == nil })
    #expect(answers.suffix(2).map(\.choices[0].finish_reason) == ["stop", "stop"])
    #expect(answers.suffix(2).map(\.choices[0].native_finish_reason) == ["STOP", "STOP"])
    #expect(answers.suffix(2).allSatisfy { $0.choices[0].delta?.content == "" })
    #expect(answers.suffix(2).map { $0.usage == nil } == [true, false])
    #expect(answers.allSatisfy { $0.object == "chat.completion.chunk" && $0.choices[0].delta?.role == "assistant" })
  }

  @Test func `a first chunk is written as the recorded ones are`() throws {
    let response = try Bench().post(
      Bench.chat("sim/swift-otter-8b:free", "What is the capital of Australia? Answer with the name of the city only."))
    let first = try #require(response.events.first)
    let pattern =
      #/\{"id":"gen-\d+-\w{20}","object":"chat\.completion\.chunk","created":\d+,"model":"sim\/swift-otter-8b:free","provider":"Otterworks","choices":\[\{"index":0,"delta":\{"content":"[^"]+","role":"assistant"\},"finish_reason":null,"native_finish_reason":null\}\]\}/#
    #expect(first.wholeMatch(of: pattern) != nil)
  }

  @Test func `reasoning comes first, in deltas with an empty content`() throws {
    let response = try Bench().post(Bench.chat("lanternworks/ponder-32b:free"))
    let deltas = try response.answers().compactMap(\.choices[0].delta)
    let thinking = deltas.prefix { $0.reasoning != nil }
    #expect(!thinking.isEmpty)
    #expect(thinking.allSatisfy { $0.content == "" })
    #expect(deltas.dropFirst(thinking.count).allSatisfy { $0.reasoning == nil })
    #expect(response.events[0].contains(#""reasoning_details":[{"type":"reasoning.text","text":""#))
  }

  @Test(arguments: [#"{"exclude":true}"#, #"{"effort":"low","exclude":true}"#])
  func `hidden reasoning is counted and not shown`(reasoning: String) throws {
    let response = try Bench().post(
      Bench.chat("lanternworks/ponder-32b:free", more: #","reasoning":\#(reasoning)"#))
    #expect(try response.reasoning() == "")
    let usage = try #require(try response.answers().last?.usage)
    #expect(usage.completion_tokens_details.reasoning_tokens > 0)
  }

  @Test func `a model that may think does so when it is asked to`() throws {
    let bench = try Bench()
    let glacier = "lanternworks/glacier-120b:free"
    #expect(try bench.post(Bench.chat(glacier)).reasoning() == "")
    #expect(try bench.post(Bench.chat(glacier, more: #","reasoning":{"enabled":true}"#)).reasoning() != "")
    #expect(try bench.post(Bench.chat(glacier, more: #","reasoning_effort":"low""#)).reasoning() != "")
  }

  @Test func `a slow starter is kept alive with comments`() throws {
    let response = try Bench().post(Bench.chat("lanternworks/glacier-120b:free"))
    #expect((1...4).contains(response.comments))
    #expect(response.text.hasPrefix(": OPENROUTER PROCESSING\n\n"))
    #expect(try Bench().post(Bench.chat("sim/swift-otter-8b:free")).comments == 0)
  }

  @Test func `text is sent as UTF-8 and not escaped`() throws {
    let response = try Bench().post(
      Bench.chat("sim/steady-badger-24b:free", "Erzähl mir etwas über Größenverhältnisse"))
    #expect(response.text.contains("größenverhältnisse".prefix(6)))
    #expect(!response.text.contains("\\u"))
  }

  @Test func `a chunk holds several tokens`() throws {
    let response = try Bench().post(Bench.chat("papertrail/scribe-14b:free"))
    let answers = try response.answers()
    let usage = try #require(answers.last?.usage)
    #expect(usage.completion_tokens > 2 * (answers.count - 2))
  }
}
