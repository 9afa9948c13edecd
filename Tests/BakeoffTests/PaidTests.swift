import Foundation
import Simulator
import Support
import Testing

/// Money is spent on purpose or not at all.
@Suite(.timeLimit(.minutes(5))) struct PaidTests {
  /// A server that sells answers for a cent each; one model's price is not known.
  private static func shop() throws -> LoopbackServer {
    let catalogue = #"""
      {"data":[{"id":"dear","pricing":{"prompt":"0.0001","completion":"0.001"}},{"id":"dark"},\#
      {"id":"gift:free","pricing":{"prompt":"0","completion":"0"}}]}
      """#
    let answer = #"""
      {"id":"g","model":"dear","choices":[{"message":{"content":"42"},"finish_reason":"stop"}],\#
      "usage":{"prompt_tokens":3,"completion_tokens":1,"total_tokens":4,"cost":0.01}}
      """#
    return try LoopbackServer { request in
      [.response("200 OK", ["Content-Type: application/json"], body: request.method == "GET" ? catalogue : answer)]
    }
  }

  private struct Visit {
    let shop: LoopbackServer
    let stage: Stage

    /// 5 prompts of 14 bytes; 10 tokens an answer make a request cost 0.0114 at the most.
    func run(_ more: [String], command: String = "run", model: String = "dear") async throws -> Tool.Ending {
      let suite = try stage.suite("five", prompts: 5)
      return try await stage.run(
        [command, suite, "--endpoint", shop.url + "/v1", "-m", model, "--no-stream", "-c", "1"] + more)
    }

    var chats: Int { shop.requests.count { $0.method == "POST" } }
  }

  private func visit() throws -> Visit { Visit(shop: try Self.shop(), stage: try Stage()) }

  @Test(arguments: [
    (#"{"plugins": [{"id": "web"}]}"#, "plugins"), (#"{"plugins": "web"}"#, "plugins"),
    (#"{"web_search_options": {}}"#, "web_search_options"), (#"{"plugins": [{"id": "response-healing"}]}"#, nil),
  ])
  func `a field that may cost money is not sent to a free model without consent`(extra: String, field: String?)
    async throws
  {
    let stage = try Stage()
    let suite = try stage.write(
      #"{"name": "w", "prompts": [{"prompt": "p", "parameters": {"extra": \#(extra)}}]}"#, to: "w.json")
    let words = ["--dialect", "openrouter", "--rate", "off"]
    let ending = try await stage.bakeOff(suite, words)
    #expect(ending.status == (field == nil ? 0 : 64), "it said: \(ending.error)")
    if let field {
      #expect(
        ending.error
          == "Error: '\(field)' in 'extra' may cost money, even with a free model. To send it all the same, give "
          + "'--allow-paid'.\n")
      #expect(stage.simulator.counts.chatsByStatus.isEmpty)
      #expect(try await stage.bakeOff(suite, words + ["--allow-paid"]).status == 0)
    }
  }

  @Test func `what the catalogue prices is not sent without consent`() async throws {
    let visit = try visit()
    for command in ["run", "plan"] {
      let ending = try await visit.run([], command: command)
      #expect(ending.status == 64)
      #expect(
        ending.error.contains(
          /^Error: The model 'dear' costs money by the catalogue of 127\.0\.0\.1:\d+\. To send it all the same, give '--allow-paid'\.\n/
        ))
    }
    #expect(visit.chats == 0)
  }

  @Test func `a plan over paid models says what it may cost and on what that rests`() async throws {
    let visit = try visit()
    let ending = try await visit.run(["--allow-paid", "--max-tokens", "10"], command: "plan")
    #expect(ending.status == 0)
    #expect(
      ending.output
        == """
        Plan: 5 requests (1 model × 5 prompts), no rate limit.
        Cost: about $0.0518 by the catalogue's prices, with a token for every 4 bytes of prompt and answers as long as \
        their limit of tokens.

        """)
    let open = try await visit.run(["--allow-paid"], command: "plan")
    #expect(open.output.contains("as long as their limit of tokens (1000 where none is set).\n"))
    #expect(visit.chats == 0)
  }

  @Test func `the report says what was paid`() async throws {
    let visit = try visit()
    let ending = try await visit.run(["--allow-paid", "--json"])
    #expect(ending.status == 0, "it said: \(ending.error)")
    #expect(ending.output.contains(#""cost_usd":0.05"#))
    #expect(try visit.stage.latest("report.md").contains("| $0.0500 |"))
  }

  @Test func `an answer that was billed against all promises stops the run too`() async throws {
    let visit = try visit()
    let free = try await visit.run(["--max-cost", "0.001", "--json"], model: "gift:free")
    #expect(free.status == 3)
    #expect(visit.chats == 1)
    #expect(free.output.contains(#""cost_usd":0.01"#))
  }

  @Test func `the limit stops the run before it could be passed, over all its sessions`() async throws {
    let visit = try visit()
    let paid = ["--allow-paid", "--max-tokens", "10", "--max-cost", "0.033"]
    let ending = try await visit.run(paid)
    #expect(ending.status == 3)
    #expect(visit.chats == 3)
    let words = "another request could pass the limit of $0.0330 ('--max-cost'); $0.0300 are spent"
    #expect(ending.error.contains("Stopped: \(words).\n"))
    #expect(try visit.stage.latest("report.csv").contains(words))
    #expect(ending.error.hasSuffix(" --allow-paid --max-cost 0.033\n"))
    let again = try await visit.stage.run(["run", "--resume", "latest", "--allow-paid", "--max-cost", "0.033"])
    #expect(again.status == 3)
    #expect(visit.chats == 3)
    let more = try await visit.stage.run(["run", "--resume", "latest", "--allow-paid", "--max-cost", "0.06"])
    #expect(more.status == 0, "it said: \(more.error)")
    #expect(visit.chats == 5)
    let refused = try await visit.stage.run(["plan", "--resume", "latest"])
    #expect(refused.status == 64)
  }

  @Test func `a limit that cannot hold or lets nothing pass is refused at once`() async throws {
    let visit = try visit()
    let small = try await visit.run(["--allow-paid", "--max-tokens", "10", "--max-cost", "0.01"])
    #expect(small.status == 64)
    #expect(
      small.error.contains(
        "Error: A single request to 'dear' may cost $0.0114, more than '--max-cost' allows. '--max-tokens' makes answers "
          + "shorter and cheaper.\n"))
    let open = try await visit.run(["--allow-paid", "--max-cost", "1"])
    #expect(
      open.error.contains(
        "Error: The price of 'dear' is not known, so '--max-cost' cannot hold: leave out one of them.\n"))
    let none = try await visit.run(["--max-cost", "0"])
    #expect(none.error.hasPrefix("Error: The value '0.0' is invalid for '--max-cost <usd>': give a sum above 0.\n"))
    #expect(visit.chats == 0)
  }
}
