import Foundation
import Testing

@testable import Simulator

/// What answers say and count, streamed or not.
struct AnswerTests {
  static let freeModels = SimulatedModel.all.filter(\.isFree).map(\.id)

  @Test(arguments: freeModels)
  func `usage adds up to the text's tokens`(model: String) throws {
    let response = try Bench().post(Bench.chat(model))
    let usage = try #require(try response.answers().last?.usage)
    let spoken = Tokens.split(try response.content()).count
    let thought = Tokens.split(try response.reasoning()).count
    #expect(usage.completion_tokens == spoken + thought)
    #expect(usage.completion_tokens_details.reasoning_tokens == thought)
    #expect(usage.total_tokens == usage.prompt_tokens + usage.completion_tokens)
    #expect(usage.cost == 0)
  }

  @Test(arguments: ["max_tokens", "max_completion_tokens"])
  func `an answer ends at its limit of tokens`(field: String) throws {
    let response = try Bench().post(Bench.chat(more: #","\#(field)":7"#))
    let last = try #require(try response.answers().last)
    #expect(last.usage?.completion_tokens == 7)
    #expect(last.choices[0].finish_reason == "length")
    #expect(Tokens.split(try response.content()).count == 7)
  }

  @Test func `reasoning counts against the limit and may leave nothing for the answer`() throws {
    let response = try Bench().post(Bench.chat("lanternworks/ponder-32b:free", more: #","max_tokens":10"#))
    let last = try #require(try response.answers().last)
    #expect(try response.content() == "")
    #expect(last.choices[0].finish_reason == "length")
    #expect(last.usage?.completion_tokens_details.reasoning_tokens == 10)
  }

  @Test func `a body that is not streamed begins with blank lines while the model works`() throws {
    let response = try Bench().post(Bench.chat("lanternworks/ponder-32b:free", stream: false))
    #expect(response["Content-Type"] == "application/json")
    #expect(response.text.hasPrefix("\n         \n\n         \n"))
    #expect(response.chunks.dropLast().allSatisfy { $0 == Array("\n         \n".utf8) })
    let answer = try response.answer()
    let message = try #require(answer.choices[0].message)
    #expect(answer.object == "chat.completion")
    #expect(answer.id == response["X-Generation-Id"])
    #expect(answer.choices[0].finish_reason == "stop")
    let content = try #require(message.content)
    #expect(!content.isEmpty)
    #expect(
      answer.usage?.completion_tokens
        == Tokens.split(content).count + Tokens.split(try #require(message.reasoning)).count)
  }

  @Test func `a quick body has no blank lines`() throws {
    let response = try Bench().post(
      Bench.chat(
        "sim/swift-otter-8b:free", "What is the capital of Australia? Answer with the name of the city only.",
        stream: false))
    #expect(response.text.hasPrefix("{"))
  }

  @Test func `the router names the model it picked, and picks more than one`() throws {
    let bench = try Bench()
    let models = try (0..<12).map { try bench.post(Bench.chat("openrouter/free", "Question \($0)")).answers()[0].model }
    #expect(models.allSatisfy(Self.freeModels.contains))
    #expect(Set(models).count > 2)
  }

  @Test func `the router picks among the models that can do what is asked`() throws {
    let bench = try Bench()
    let tools = #","tools":[{"type":"function","function":{"name":"f"}}]"#
    let able = Set(SimulatedModel.all.filter { $0.isFree && $0.tools != nil }.map(\.id))
    for number in 0..<12 {
      let response = try bench.post(Bench.chat("openrouter/free", "Question \(number)", more: tools))
      #expect(able.contains(try response.answers()[0].model))
    }
  }

  @Test(arguments: freeModels)
  func `whoever is asked for JSON answers with an object`(model: String) throws {
    let prompt = #"Describe a river as JSON with the keys "name" and "length"."#
    let response = try Bench().post(Bench.chat(model, prompt))
    let text = try response.content()
    let object = try #require(text.firstMatch(of: /\{.*\}/).map { String($0.output) })
    let fields = try JSONDecoder().decode([String: String].self, from: Data(object.utf8))
    #expect(fields.keys.sorted() == ["length", "name"])
  }

  @Test func `a response format wins over the habit of fencing`() throws {
    let format = #","response_format":{"type":"json_object"}"#
    let bench = try Bench()
    let plain = try bench.post(Bench.chat("papertrail/fence-coder-7b:free", "Some JSON, please."))
    let asked = try bench.post(Bench.chat("papertrail/fence-coder-7b:free", "Some JSON, please.", more: format))
    #expect(try plain.content().hasPrefix("```json\n{"))
    #expect(try asked.content().hasPrefix("{"))
  }
}
