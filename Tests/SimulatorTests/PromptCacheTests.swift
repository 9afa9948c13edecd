import Testing

@testable import Simulator

/// What servers hold of prompts, and how they tell.
@Suite(.timeLimit(.minutes(5))) struct PromptCacheTests {
  @Test(
    arguments: [
      ([("m", "What is 1 + 1?")], 0), ([("m", "What is 1 + 1?"), ("m", "What is 1 + 1?")], 1),
      ([("m", "What is 1 + 1?"), ("n", "What is 1 + 1?")], 0),
      ([("m", "Sixteen letters.and another sixteen."), ("m", "Sixteen letters.then 16 others..")], 0.5),
      ([("m", "Sixteen letters."), ("m", "XSixteen letters")], 0), ([("m", "")], 0),
    ] as [([(String, String)], Double)])
  func `a prompt is held as far as it begins like one that was read`(prompts: [(String, String)], share: Double) {
    var cache = PromptCache()
    let shares = prompts.map { cache.take($0.1, of: $0.0) }
    #expect(shares.last == share)
  }

  private func bench(_ scenario: String) throws -> Bench {
    try Bench(SimulatorSettings(timeScale: 1000, freeTier: nil, scenario: Scenario.named(scenario)))
  }

  @Test(
    arguments: [
      ("prompt-cache", #""cached_tokens":0,"#, #""cached_tokens":1"#),
      ("prompt-cache-timings", #""timings":{"cache_n":0,"prompt_n":"#, #""timings":{"cache_n":1"#),
    ])
  func `the second time a prompt is held, and told in the server's way`(
    scenario: String, first: String, second: String
  ) throws {
    for stream in [true, false] {
      let bench = try bench(scenario)
      let chat = Bench.chat("sim/swift-otter-8b:free", "Tell me about rivers and mountains.", stream: stream)
      let replies = try (1...2).map { _ in try bench.post(chat).text }
      #expect(replies[0].contains(first), "it said: \(replies[0])")
      #expect(replies[1].contains(second), "it said: \(replies[1])")
    }
  }

  @Test func `a silent server tells nothing`() throws {
    let bench = try bench("prompt-cache-silent")
    for _ in 1...2 { #expect(!(try bench.post(Bench.chat()).text.contains("cache"))) }
  }

  @Test func `a nonce in front makes another prompt to the cache, and none to the model`() throws {
    let bench = try bench("prompt-cache")
    let question = "What is the capital of Australia? Answer with the name of the city only."
    let plain = try bench.post(Bench.chat("sim/steady-badger-24b:free", question))
    let fresh = try bench.post(Bench.chat("sim/steady-badger-24b:free", "[0123456789abcdef]\n\n" + question))
    #expect(fresh.text.contains(#""cached_tokens":0,"#))
    #expect(try plain.content() == fresh.content())
  }

  @Test func `a proxy that buffers changes nothing but when it comes`() throws {
    let chat = Bench.chat("sim/swift-otter-8b:free", "What is the capital of Australia? Answer with the name only.")
    let replies = try ["buffered", "ok"].map { try bench($0).post(chat) }
    #expect(try replies[0].content() == replies[1].content())
    #expect(replies[0].text.hasSuffix("data: [DONE]\n\n"))
  }
}
