import Foundation
import Simulator
import Support
import Testing

/// Judges that cost money: they are in the plan, and one sum holds them and the contestants.
@Suite(.timeLimit(.minutes(5))) struct PaidJudgeTests {
  /// Answers tell no cost, so that each counts at its worst: 0.0114 of `dear`, 4 of `judge`.
  private static func shop() throws -> LoopbackServer {
    let catalogue = #"""
      {"data":[{"id":"dear","pricing":{"prompt":"0.0001","completion":"0.001"}},\#
      {"id":"judge","pricing":{"prompt":"0","completion":"0.05"}}]}
      """#
    let answer = #"""
      {"id":"g","model":"m","choices":[{"message":{"content":"{\"score\":9}"},"finish_reason":"stop"}],\#
      "usage":{"prompt_tokens":3,"completion_tokens":1,"total_tokens":4}}
      """#
    return try LoopbackServer { request in
      [.response("200 OK", ["Content-Type: application/json"], body: request.method == "GET" ? catalogue : answer)]
    }
  }

  private struct Visit {
    let shop: LoopbackServer
    let stage: Stage

    /// 3 prompts of 14 bytes, 10 tokens an answer, and a judge of each who may say 80.
    func run(_ more: [String], command: String = "run") async throws -> Tool.Ending {
      let check = #"{"type":"judge","rubric":"Right.","model":"judge","parameters":{"max_tokens":80}}"#
      let prompts = (1...3).map { #"{"id":"p\#($0)","prompt":"What is \#($0) + 1?","checks":[\#(check)]}"# }
      let suite = try stage.write(#"{"name":"s","prompts":[\#(prompts.joined(separator: ","))]}"#, to: "s.json")
      return try await stage.run(
        [command, suite, "--endpoint", shop.url + "/v1", "-m", "dear", "--no-stream", "-c", "1", "--allow-paid"]
          + ["--max-tokens", "10"] + more)
    }

    func resume(_ sum: String, command: [String] = ["run", "--resume"]) async throws -> Tool.Ending {
      try await stage.run(command + ["latest", "--allow-paid", "--max-cost", sum])
    }

    var judged: Int { shop.requests.count { $0.text.contains(#""model":"judge""#) } }
    var asked: Int { shop.requests.count { $0.text.contains(#""model":"dear""#) } }
  }

  private func visit() throws -> Visit { Visit(shop: try Self.shop(), stage: try Stage()) }

  @Test func `what judges cost is in the plan, for people and for scripts`() async throws {
    let visit = try visit()
    let plan = try await visit.run([], command: "plan")
    #expect(
      plan.output.hasSuffix(
        "Cost: about $12.03 by the catalogue's prices, judges included, with a token for every 4 bytes of prompt and "
          + "answers as long as their limit of tokens.\n"), "it said: \(plan.output)")
    #expect(try await visit.run(["--json"], command: "plan").output.contains(#""cost_usd":12.03"#))
    let without = try await visit.run(["--no-judges"], command: "plan")
    #expect(without.output.contains("Cost: about $0.0311 by the catalogue's prices, with a token"))
    #expect(visit.asked + visit.judged == 0)
  }

  @Test func `one sum holds contestants and judges, each at its own price, over all sessions`() async throws {
    let visit = try visit()
    let first = try await visit.run(["--max-cost", "10"])
    #expect(first.status == 3)
    #expect(visit.asked == 3 && visit.judged == 2)
    #expect(
      first.error.contains(
        "Stopped: another request could pass the limit of $10.00 ('--max-cost'); $8.03 are spent.\n"),
      "it said: \(first.error)")
    // What the judges were sent then is counted now, byte by byte, and a byte costs nothing here.
    let second = try await visit.resume("11")
    #expect(second.error.contains("limit of $11.00 ('--max-cost'); $8.03 are spent.\n"), "it said: \(second.error)")
    #expect(try await visit.resume("11", command: ["grade"]).error.contains("; $8.03 are spent.\n"))
    #expect(visit.asked == 3 && visit.judged == 2)
    let third = try await visit.resume("12.1")
    #expect(third.status == 0, "it said: \(third.error)")
    #expect(visit.asked == 3 && visit.judged == 3)
  }

  @Test func `what contestants cost is not counted at the judges' price`() async throws {
    let visit = try visit()
    let ending = try await visit.run(["--max-cost", "4.02"])
    #expect(ending.status == 3)
    #expect(visit.asked == 3 && visit.judged == 0)
    #expect(ending.error.contains("; $0.0342 are spent.\n"), "it said: \(ending.error)")
  }

  @Test func `a judgement that was asked for again says what it will cost`() async throws {
    let visit = try visit()
    _ = try await visit.run(["--max-cost", "5"])
    #expect(visit.asked == 3 && visit.judged == 1)
    let ending = try await visit.resume("50", command: ["grade"])
    #expect(
      ending.error.hasPrefix(
        "Plan: 2 requests to judges (judge), no rate limit.\nCost: about $8.00 by the catalogue's prices, judges included"
      ), "it said: \(ending.error)")
    #expect(ending.status == 0)
    #expect(visit.asked == 3 && visit.judged == 3)
  }
}
