import Testing

@testable import Simulator

/// Which rule of a scenario a request meets.
struct DirectorTests {
  /// Asks a director several times and answers the statuses of the effects; 0 for none.
  private func statuses(_ rules: String, seed: UInt64 = 1, _ requests: [(model: String, prompt: String)]) throws
    -> [Int]
  {
    let scenario = try Scenario.read(Array(#"{"rules": [\#(rules)]}"#.utf8), source: "s")
    var director = Director(scenario, seed: seed)
    return requests.map { director.effect(on: .chat, model: $0.model, prompt: $0.prompt)?.response.status ?? 0 }
  }

  private static let four = [("a", "x"), ("b", "x"), ("a", "y"), ("a", "x")]

  @Test(arguments: [
    (#"{"do": {"status": 500}}"#, [500, 500, 500, 500]),
    (#"{"when": {"model": "a"}, "do": {"status": 500}}"#, [500, 0, 500, 500]),
    (#"{"when": {"prompt": "y"}, "do": {"status": 500}}"#, [0, 0, 500, 0]),
    (#"{"when": {"request": "2-3"}, "do": {"status": 500}}"#, [0, 500, 500, 0]),
    (#"{"when": {"of_model": 2}, "do": {"status": 500}}"#, [0, 0, 500, 0]),
    (#"{"when": {"of_prompt": 2}, "do": {"status": 500}}"#, [0, 0, 0, 500]),
    (#"{"when": {"of_prompt": 1}, "do": {"status": 500}}, {"do": {"status": 404}}"#, [500, 500, 500, 404]),
    (#"{"when": {"on": "key"}, "do": {"status": 500}}"#, [0, 0, 0, 0]),
    (#"{"when": {"share": 0}, "do": {"status": 500}}"#, [0, 0, 0, 0]),
    (#"{"when": {"share": 1}, "do": {"status": 500}}"#, [500, 500, 500, 500]),
  ])
  func `the first rule that fits decides`(rules: String, expected: [Int]) throws {
    #expect(try statuses(rules, Self.four) == expected)
  }

  @Test func `a share is drawn with the seed and does not depend on the order of requests`() throws {
    let rule = #"{"when": {"share": 0.3}, "do": {"status": 500}}"#
    let requests = (0..<1000).map { ("model", "prompt \($0)") }
    let drawn = try statuses(rule, requests)
    #expect((250...350).contains(drawn.count { $0 == 500 }))
    #expect(try statuses(rule, requests.reversed()) == drawn.reversed())
    #expect(try statuses(rule, seed: 2, requests) != drawn)
  }

  @Test func `each route has its own count`() throws {
    let scenario = try Scenario.read(
      Array(#"{"rules": [{"when": {"on": "key", "request": 2}, "do": {"lag": 5}}]}"#.utf8), source: "s")
    var director = Director(scenario, seed: 1)
    #expect(director.effect(on: .key) == nil)
    #expect(director.effect(on: .chat) == nil)
    #expect(director.effect(on: .key)?.lag == 5)
  }
}
