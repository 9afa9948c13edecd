import Foundation
import Harness
import Simulator
import Support
import Testing

private let key = "sk-or-v1-" + String(repeating: "0123456789abcdef", count: 4)

/// A run's folder may come from anywhere: what its journal says must send no key away.
@Suite(.timeLimit(.minutes(5))) struct RecordedEndpointTests {
  private static let refusal =
    "but a recorded run does not decide where a key goes. If this key is meant for that server"

  /// A run of three prompts of which the last two are still to be sent, with a judge's grades missing, recorded at a
  /// server without keys; the text of its journal may be exchanged.
  private func stage(_ edit: (String) -> String = { $0 }) async throws -> Stage {
    let stage = try Stage()
    let judge = #""checks":[{"type":"judge","model":"\#(Stage.badger)","rubric":"Is it right?"}]"#
    let prompts = (1...3).map { #"{"id":"p\#($0)","prompt":"What is \#($0) + 1?",\#(judge)}"# }
    let suite = try stage.write(
      #"{"name":"judged","prompts":[\#(prompts.joined(separator: ","))]}"#, to: "judged.json")
    _ = try await stage.bakeOff(suite, ["--no-judges", "-c", "1", "--any-model"])
    let folder = try #require(RunFolder.find("latest", below: stage.folder.path("reports")))
    let lines = try stage.latest("run.jsonl").split(separator: "\n")
    let kept = lines.filter { !$0.contains(#""trial":1"#) && !$0.contains(#""trial":2"#) }
    let text = edit(kept.joined(separator: "\n") + "\n")
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder.journal))
    return stage
  }

  /// No request with this key, nor with any.
  private func sent(_ stage: Stage) -> Int { stage.simulator.counts.requests }

  @Test(arguments: [
    ["run", "--resume", "latest"], ["plan", "--resume", "latest"], ["grade", "latest", "--any-model"],
  ])
  func `a downloaded run gets no key by naming its server`(command: [String]) async throws {
    let stage = try await stage()
    let before = sent(stage)
    let ending = try await stage.run(
      command + ["--api-key-env", "K"], environment: ["K": key, "OPENROUTER_API_KEY": key])
    #expect(ending.status == 64, "it said: \(ending.error)")
    #expect(ending.error.contains(Self.refusal), "it said: \(ending.error)")
    #expect(ending.error.contains("give '--endpoint \(stage.endpoint)' too.\n"))
    #expect(sent(stage) == before)
    #expect(!ending.error.contains(key))
  }

  @Test(arguments: [
    ["run", "--resume", "latest"], ["plan", "--resume", "latest"], ["grade", "latest", "--any-model"],
  ])
  func `the person's word for it sends the key, by option or environment`(command: [String]) async throws {
    for isOption in [true, false] {
      let stage = try await stage()
      let before = sent(stage)
      let ending = try await stage.run(
        command + ["--api-key-env", "K"] + (isOption ? ["--endpoint", stage.endpoint] : []),
        environment: ["K": key].merging(isOption ? [:] : ["BAKEOFF_ENDPOINT": stage.endpoint]) { $1 })
      #expect(!ending.error.contains("recorded run does not decide"), "it said: \(ending.error)")
      #expect(ending.status != 64, "it said: \(ending.error)")
      #expect(sent(stage) > before)
    }
  }

  @Test(arguments: [["run", "--resume", "latest"], ["grade", "latest", "--any-model"]])
  func `another server than the run's own is refused`(command: [String]) async throws {
    let stage = try await stage()
    let before = sent(stage)
    let ending = try await stage.run(
      command + ["--api-key-env", "K", "--endpoint", "http://127.0.0.1:9/v1"], environment: ["K": key])
    #expect(ending.status == 64, "it said: \(ending.error)")
    #expect(ending.error.contains("http://127.0.0.1:9/v1") || ending.error.contains("leave '--endpoint' out"))
    #expect(sent(stage) == before)
  }

  /// What an attacker may write into the journal of an otherwise honest run: nothing is sent with OpenRouter's key.
  @Test(arguments: [
    "https://openrouter.ai.evil.test/api/v1", "https://openrouter.ai:8443/api/v1", "http://openrouter.ai/api/v1",
    "https://evil.test/openrouter.ai", "https://xn--openrouter-.ai/api/v1",
  ])
  func `what looks like OpenRouter is not`(address: String) async throws {
    let stage = try await stage { text in
      text.replacing(/"base_url":"[^"]*"/, with: #""base_url":"\#(address)""#)
        .replacing(#""dialect":"openai""#, with: #""dialect":"openrouter""#)
    }
    let ending = try await stage.run(
      ["plan", "--resume", "latest", "--api-key-env", "OPENROUTER_API_KEY"],
      environment: ["OPENROUTER_API_KEY": key])
    #expect(ending.status == 64, "it said: \(ending.error)")
    #expect(ending.error.contains(Self.refusal) || ending.error.contains("not sent over plain http"), "\(ending.error)")
  }

  @Test(arguments: [
    (#"https://me:secret@evil.test/v1"#, "holds no user or password"),
    ("gopher://evil.test", "scheme is http or https"),
    ("", "An endpoint is a URL"),
  ])
  func `an address that is none is told as the run's`(address: String, words: String) async throws {
    let stage = try await stage { text in
      text.replacing(/"base_url":"[^"]*"/, with: #""base_url":"\#(address)""#)
    }
    for command in [["run", "--resume", "latest"], ["grade", "latest"]] {
      let ending = try await stage.run(command)
      #expect(ending.status == 65, "it said: \(ending.error)")
      #expect(ending.error.contains("names an endpoint that cannot be asked."), "it said: \(ending.error)")
      #expect(ending.error.contains(words))
      #expect(!ending.error.contains("secret"))
    }
  }
}
