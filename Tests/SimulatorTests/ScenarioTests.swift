import Foundation
import Support
import Testing

@testable import Simulator

/// Faults as a client meets them.
@Suite(.timeLimit(.minutes(5))) struct ScenarioTests {
  private func bench(_ scenario: Scenario?, timeScale: Double = 1000, tier: FreeTier? = nil) throws -> Bench {
    try Bench(SimulatorSettings(timeScale: timeScale, freeTier: tier, scenario: scenario))
  }

  private func bench(doing effect: String) throws -> Bench {
    try bench(Scenario.read(Array(#"{"rules": [{"do": \#(effect)}]}"#.utf8), source: "s"))
  }

  @Test(arguments: [
    ("429-seconds", 429, "Retry-After", "2"), ("429-ms", 429, "retry-after-ms", "1500"),
    ("429-huge", 429, "Retry-After", "86400"), ("429-nan", 429, "Retry-After", "NaN"),
    ("429-upstream", 429, "Retry-After", "2"), ("429-day", 429, "X-RateLimit-Limit", "50"),
    ("429-day-high-balance", 429, "X-RateLimit-Limit", "1000"), ("429-minute-16", 429, "X-RateLimit-Limit", "16"),
    ("retry-502-html", 502, "Content-Type", "text/html; charset=UTF-8"),
    ("x-should-retry-true", 422, "x-should-retry", "true"),
    ("redirect-301-get", 301, "Location", "/elsewhere/v1/models"), ("echo-key", 400, "X-Echo", "sk-test-1"),
    ("no-retry-402", 402, "Content-Type", "application/json"), ("204", 204, "Content-Length", "0"),
  ])
  func `a refusal has its status and its headers`(name: String, status: Int, header: String, value: String) throws {
    let bench = try bench(Scenario.named(name))
    let response = try bench.post(Bench.chat())
    #expect(response.status == status)
    #expect(response[header] == value)
    #expect(bench.simulator.counts.chatsByStatus == [status: 1])
    #expect(bench.simulator.counts.chatsByModel == ["sim/steady-badger-24b:free": 1])
  }

  @Test func `a date is by the simulated clock`() throws {
    let bench = try Bench(
      SimulatorSettings(freeTier: nil, startsAt: 1_795_132_801_000, scenario: Scenario.named("429-date")))
    let response = try bench.post(Bench.chat())
    #expect(response["Date"] == "Fri, 20 Nov 2026 00:00:01 GMT")
    #expect(response["Retry-After"] == "Fri, 20 Nov 2026 00:00:03 GMT")
  }

  @Test func `a fault of the first request is over with the second`() throws {
    let bench = try bench(Scenario.named("retry-500"))
    #expect(try [1, 2].map { _ in try bench.post(Bench.chat()).status } == [500, 200])
    #expect(try bench.post(Bench.chat("sim/swift-otter-8b:free")).status == 500)
  }

  @Test func `another text, another name and parts left out`() throws {
    let bench = try bench(
      doing: #"{"text": "Hi {key}", "reasoning": "Hm", "model": "other", "omit": ["done", "usage"]}"#)
    let response = try bench.post(Bench.chat())
    #expect(try response.content() == "Hi sk-test-1")
    #expect(try response.reasoning() == "Hm")
    #expect(try response.answers().allSatisfy { $0.model == "other" && $0.usage == nil })
    #expect(try response.answers().last?.choices[0].finish_reason == "stop")
    #expect(!response.text.contains("[DONE]"))
    #expect(try bench.post(Bench.chat(stream: false)).content() == "Hi sk-test-1")
  }

  @Test(arguments: [
    (#"{"text": "one two three four", "after": 2, "end": "close"}"#, "one two"),
    (#"{"text": "one two three four", "after": 2, "end": "reset"}"#, "one two"),
    (#"{"text": "one two three four", "after": 2, "end": "cut"}"#, "one two"),
    (#"{"text": "one two", "end": "close"}"#, "one two"),
  ])
  func `a stream breaks off where it shall`(effect: String, content: String) throws {
    let bench = try bench(doing: effect)
    let client = try bench.client()
    client.write(Bench.post(Bench.chat()))
    let text = client.textToEnd()
    let pieces = text.split(separator: #""content":""#).dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(pieces.joined() == content)
    #expect(text.contains("1000\r\ndata: {\"cho") == effect.contains("cut"))
    #expect(!text.hasSuffix("0\r\n\r\n"))
  }

  @Test func `an error comes within the stream`() throws {
    let response = try bench(doing: #"{"text": "one two three", "after": 2, "error": "upstream"}"#).post(Bench.chat())
    #expect(response.text.contains(#""error":{"code":429,"message":"Provider returned error"}"#))
    #expect(response.text.hasSuffix("data: [DONE]\n\n"))
  }

  @Test func `a stalled stream says no more and holds up nobody`() throws {
    let bench = try bench(Scenario.named("stall-mid"))
    let stalled = try bench.client()
    stalled.write(Bench.post(Bench.chat()))
    #expect(stalled.text(until: "three").contains("three"))
    #expect(try bench.get("/models").status == 200)
    #expect(stalled.isSilent())
  }

  @Test func `a body drips and keeps its bytes`() throws {
    let response = try bench(doing: #"{"text": "Zürich", "drip": {"bytes": 2, "every": 0.001}}"#).post(Bench.chat())
    #expect(try response.content() == "Zürich")
    #expect(response.chunks.allSatisfy { $0.count <= 2 })
  }

  @Test(arguments: ["reset-before", "empty-reply", "garbage"])
  func `what is no HTTP is written as it is, and counted under 0`(name: String) throws {
    let bench = try bench(Scenario.named(name))
    let client = try bench.client()
    client.write(Bench.post(Bench.chat()))
    #expect(client.textToEnd().contains("hello") == (name == "garbage"))
    #expect(bench.simulator.counts.chatsByStatus == [0: 1])
  }

  @Test func `interim responses come before the head`() throws {
    let bench = try bench(Scenario.named("hundred-continue"))
    let client = try bench.client()
    client.write(Bench.post(Bench.chat()))
    let statuses = try (0..<4).map { try client.response(hasBody: $0 == 3).status }
    #expect(statuses == [100, 100, 100, 200])
  }

  @Test(arguments: [("many-headers", 20_000), ("big-header", 300_000)])
  func `heads grow without bounds`(name: String, size: Int) throws {
    let bench = try bench(Scenario.named(name))
    let client = try bench.client()
    client.write(Bench.post(Bench.chat()))
    #expect(client.text(until: "\r\n\r\n").utf8.count > size)
  }

  @Test func `gzip can be decompressed by others`() throws {
    let bench = try bench(Scenario.named("gzip-ok-models"))
    let response = try bench.get("/models")
    #expect(response["Content-Encoding"] == "gzip")
    let plain = try self.bench(nil).get("/models")
    #expect(try inflated(response.body) == plain.body)
  }

  @Test func `a bomb is far smaller than what it holds`() throws {
    let bytes = Gzip.bomb.prefix(4).flatMap(\.bytes)
    let text = try inflated(bytes)
    #expect(text.count > 150 * bytes.count)
    #expect(text.allSatisfy { $0 == UInt8(ascii: "x") })
  }

  @Test func `a client that does not read an endless answer holds it back, and the memory with it`() throws {
    let bench = try bench(Scenario.named("endless-line"))
    let client = try bench.client()
    client.write(Bench.post(Bench.chat()))
    #expect(try bench.get("/models").status == 200)
    #expect(bench.simulator.counts.droppedAnswers == 0)
    #expect(client.text(until: "xxxx").contains("xxxx"))
  }

  @Test func `many endless answers leave room for others`() throws {
    let bench = try bench(
      Scenario.read(
        Array(#"{"rules": [{"when": {"model": "otter"}, "do": {"flood": {"of": "tokens"}}}]}"#.utf8), source: "s"))
    let readers = try (0..<4).map { _ in try bench.client() }
    for reader in readers {
      reader.write(Bench.post(Bench.chat("sim/swift-otter-8b:free")))
      #expect(reader.text(until: "word").contains("word"))
    }
    #expect(try bench.post(Bench.chat()).text.hasSuffix("data: [DONE]\n\n"))
  }

  @Test func `a redirect leads to where requests are counted`() throws {
    let bench = try bench(Scenario.named("redirect-other-host"))
    #expect(try bench.post(Bench.chat())["Location"] == "http://localhost:\(bench.port)/elsewhere/v1/chat/completions")
    #expect(bench.simulator.counts.redirected == 0)
    _ = try bench.post(Bench.chat(), to: "/elsewhere/v1/chat/completions")
    #expect(bench.simulator.counts.redirected == 1)
  }

  @Test func `the counter of the key lags, and limits are the scenario's`() throws {
    let scenario = try Scenario.read(
      Array(#"{"limits": {"per_day": 7}, "rules": [{"when": {"on": "key"}, "do": {"lag": 2}}]}"#.utf8), source: "s")
    let bench = try bench(scenario, tier: FreeTier(perMinute: 20, perDay: 50))
    for _ in 0..<3 { _ = try bench.post(Bench.chat()) }
    let text = try bench.get("/key", headers: Bench.key).text
    #expect(text.contains(#""free_model_daily_requests":{"used":1,"limit":7,"remaining":6}"#))
  }

  /// What python makes of gzip, the end of the stream not needed.
  private func inflated(_ bytes: [UInt8]) throws -> [UInt8] {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("bakeoff-\(UUID().uuidString).gz")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    let script =
      "import sys, zlib; sys.stdout.buffer.write(zlib.decompressobj(31).decompress(open(sys.argv[1],'rb').read()))"
    process.arguments = ["-c", script, file.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.start()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Array(output)
  }
}
