import Testing

@testable import Simulator

/// What is refused, and in which words.
struct RefusalTests {
  static let ponder = "lanternworks/ponder-32b:free"

  @Test(arguments: [
    ("{", 400, #"{"error":{"message":"Input must have at least 1 token.","code":400}}"#),
    ("", 400, #"{"error":{"message":"Input must have at least 1 token.","code":400}}"#),
    (
      #"{"model":"x"}"#, 400,
      #"{"error":{"message":"Input required: specify \"prompt\" or \"messages\"","code":400}}"#
    ),
    (
      #"{"messages":[{"role":"user","content":"Hi"}]}"#, 400,
      #"{"error":{"message":"No models provided","code":400}}"#
    ),
    (
      Bench.chat("no/such-model:free"), 400,
      #"{"error":{"message":"no/such-model:free is not a valid model ID","code":400},"user_id":"user_SIMULATED"}"#
    ),
    (
      Bench.chat(ponder, more: #","reasoning":{"effort":"none"}"#), 400,
      #"{"error":{"message":"Reasoning is mandatory for this endpoint and cannot be disabled.","code":400,"#
        + #""metadata":{"provider_name":null}}}"#
    ),
    (
      Bench.chat("northlight/aurora-ultra"), 402,
      #"{"error":{"message":"Insufficient credits. Add more using https://openrouter.ai/settings/credits","code":402}}"#
    ),
    (
      Bench.chat(more: #","provider":{"data_collection":"deny"}"#), 404,
      #"{"error":{"message":"No endpoints found matching your data policy (Free model training). Configure: "#
        + #"https://openrouter.ai/settings/privacy","code":404,"metadata":{"routing_funnel":[{"step":"Initial "#
        + #"Endpoints","endpoint_count":1}],"failed_routing_step":"Filter by Data Policy"}}}"#
    ),
    (
      Bench.chat("papertrail/scribe-14b:free", more: #","tools":[{"type":"function"}]"#), 404,
      #"{"error":{"message":"No endpoints found that support tool use. To learn more about provider routing, visit: "#
        + #"https://openrouter.ai/docs/guides/routing/provider-selection","code":404}}"#
    ),
    (
      #"{"model":"\#(ponder)","messages":[{"role":"user","content":[{"type":"image_url"}]}]}"#, 404,
      #"{"error":{"message":"No endpoints found that support image input","code":404}}"#
    ),
  ])
  func `a chat is refused`(body: String, status: Int, text: String) throws {
    let response = try Bench().post(body)
    #expect(response.status == status)
    #expect(response.text == text)
    #expect(response["X-Generation-Id"]?.hasPrefix("gen-") == true)
    #expect(response["X-Bakeoff-Simulated"] == "1")
  }

  @Test func `a small account is told that it never purchased`() throws {
    let response = try Bench(SimulatorSettings()).post(Bench.chat("northlight/aurora-ultra"))
    #expect(
      response.text
        == #"{"error":{"message":"Insufficient credits. This account never purchased credits. Make sure your key is "#
        + #"on the correct account or org, and if so, purchase more at https://openrouter.ai/settings/credits","#
        + #""code":402}}"#)
  }

  @Test(arguments: [
    ("", "Missing Authentication header"),
    ("Authorization: Basic c2stdGVzdA==\r\n", "Missing Authentication header"),
    ("Authorization: Bearer \r\n", "Missing Authentication header"),
    ("Authorization: Bearer hello\r\n", "User not found."),
  ])
  func `a key is needed for a chat and for its own page`(header: String, message: String) throws {
    let bench = try Bench()
    for response in [try bench.post(Bench.chat(), headers: header), try bench.get("/key", headers: header)] {
      #expect(response.status == 401)
      #expect(response.text == #"{"error":{"message":"\#(message)","code":401}}"#)
    }
  }

  @Test func `without the need for a key nobody is refused, and all share one account`() throws {
    let tier = FreeTier(perMinute: 2, perDay: 50)
    let bench = try Bench(
      SimulatorSettings(freeTier: tier, requiresKey: false, startsAt: RateLimitTests.start))
    let chat = Bench.chat("sim/swift-otter-8b:free", more: #","max_tokens":1"#)
    #expect(try bench.post(chat, headers: "").status == 200)
    #expect(try bench.post(chat, headers: "Authorization: Bearer none\r\n").status == 200)
    #expect(try bench.post(chat, headers: "").status == 429)
    #expect(try bench.post(chat).status == 200)
  }

  @Test(arguments: ["max_tokens", "max_completion_tokens"])
  func `a limit beyond all contexts is refused as one, and ends nothing`(name: String) throws {
    let bench = try Bench()
    for model in ["sim/swift-otter-8b:free", "lanternworks/ponder-32b:free"] {
      for number in [Int.max, Int.max - 1, .min] {
        let more = #","\#(name)":\#(number),"reasoning":{"effort":"high","max_tokens":\#(number)}"#
        let response = try bench.post(Bench.chat(model, more: more))
        #expect(response.status == (number > 0 ? 400 : 200), "\(number): \(response.text)")
      }
    }
  }

  @Test(arguments: ["/api/v1", "/v1", ""])
  func `every path has its short forms`(prefix: String) throws {
    let bench = try Bench()
    #expect(try bench.get(prefix + "/models?q=x").status == 200)
    #expect(try bench.get(prefix + "/key", headers: Bench.key).status == 200)
    #expect(try bench.get(prefix + "/auth/key", headers: Bench.key).status == 200)
    #expect(try bench.post(Bench.chat(), to: prefix + "/chat/completions").status == 200)
    #expect(try bench.get(prefix + "/nothing").status == 404)
  }

  @Test(arguments: [("/v1/chat/completions", "GET", "POST"), ("/v1/models", "POST", "GET, HEAD")])
  func `another method gets a 405 that names the right one`(path: String, method: String, allowed: String) throws {
    let bench = try Bench()
    let client = try bench.client()
    client.write("\(method) \(path) HTTP/1.1\r\nHost: x\r\n\r\n")
    let response = try client.response()
    #expect(response.status == 405)
    #expect(response["Allow"] == allowed)
    #expect(response.text == #"{"error":{"message":"Method Not Allowed","code":405}}"#)
  }
}
