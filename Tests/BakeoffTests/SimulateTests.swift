import Foundation
import Harness
import Support
import Testing

/// `bakeoff simulate` as a worksheet uses it: what it quotes comes again.
@Suite(.timeLimit(.minutes(5))) struct SimulateTests {
  private let folder = TemporaryFolder()

  /// What a run was answered: for each contestant and prompt all that was said, called, counted and decided.
  private func answers(from port: Substring, _ more: String...) async throws -> [String: [String]] {
    let ending = try await Tool.run(
      ["run", "s.json", "--endpoint", "http://127.0.0.1:\(port)/v1", "-n", "2"]
        + [Stage.otter, Stage.badger].flatMap { ["-m", $0] } + more, in: folder)
    #expect(ending.status == 0, "it said: \(ending.error)")
    let newest = try #require(RunFolder.find("latest", below: folder.path("reports")))
    let journal = try String(contentsOfFile: newest.path + "/run.jsonl", encoding: .utf8)
    try FileManager.default.removeItem(atPath: newest.path)
    var answers: [String: [String]] = [:]
    for line in journal.split(separator: "\n") {
      let entry = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      guard entry["kind"] as? String == "attempt" else { continue }
      let said = try ["answer", "tool_calls", "usage", "outcome"].map { key in
        try JSONSerialization.data(withJSONObject: entry[key] ?? "", options: [.sortedKeys, .fragmentsAllowed])
      }
      let cell = "\(entry["contestant"] ?? "") \(entry["prompt"] ?? "")"
      answers[cell, default: []].append(said.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " "))
    }
    return answers.mapValues { $0.sorted() }
  }

  private func serve(seed: String = "1") async throws -> (tool: Tool, port: Substring) {
    let tool = try Tool(
      ["simulate", "--no-key", "--no-limits", "--time-scale", "50", "--seed", seed], in: folder)
    await tool.waitForOutput(containing: "/v1")
    return (tool, try #require(tool.outputSoFar.firstMatch(of: /:(\d+)\/v1/)).output.1)
  }

  @Test func `the same suite gets the same answers, run after run and start after start`() async throws {
    let suite = #"""
      {"name": "s",
       "tools": [{"name": "get_weather", "description": "Tells the weather.", "parameters": {"type": "object",
         "properties": {"city": {"type": "string"}}, "required": ["city"]}, "results": [{"result": {"sky": "clear"}}]}],
       "prompts": [{"id": "plain", "prompt": "What are rivers for?"},
         {"id": "called", "prompt": "Please tell me the weather in Oslo."}, {"id": "short", "prompt": "Name a colour."}]}
      """#
    try Data(suite.utf8).write(to: URL(fileURLWithPath: folder.path("s.json")))
    let first = try await serve()
    let answers = try await answers(from: first.port)
    #expect(answers.count == 6)
    #expect(answers["\(Stage.badger) called"]?.contains { $0.contains("clear") } == true, "it said \(answers)")
    #expect(try await self.answers(from: first.port, "--concurrency", "1") == answers)
    let second = try await serve()
    #expect(try await self.answers(from: second.port, "--concurrency", "1", "--warmup", "1") != [:])
    #expect(try await self.answers(from: second.port, "--concurrency", "6") == answers)
    let other = try await serve(seed: "2")
    #expect(try await self.answers(from: other.port) != answers)
    for server in [first, second, other] { server.tool.send(SIGTERM) }
  }
}
