import Foundation
import Support
import Testing

/// Before the first request a person hears what the endpoint said, and what to do about it.
@Suite(.timeLimit(.minutes(5))) struct PreflightTests {
  /// What a server answers to the question for its models, and what `bakeoff models` says of it behind `Error: HOST`.
  struct Answer: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var step: LoopbackServer.Step
    var path = "/v1"
    var key: String?
    var status: Int32 = 69
    var words: String

    init(
      _ intent: String, _ step: LoopbackServer.Step, path: String = "/v1", key: String? = nil, status: Int32 = 69,
      _ words: String
    ) {
      testDescription = intent
      self.step = step
      self.path = path
      self.key = key
      self.status = status
      self.words = words
    }
  }

  static let answers: [Answer] = [
    Answer(
      "a path without /v1", .response("404 Not Found", body: "404 page not found"), path: "/api",
      " answered 404 to GET /api/models: 404 page not found. Does the endpoint end in /v1?\n"),
    Answer(
      "a path that ends in /v1 and is wrong all the same", .response("404 Not Found", body: #"{"detail":"Not Found"}"#),
      " answered 404 to GET /v1/models: Not Found. Is HOST/v1 the address of its OpenAI-compatible API?\n"),
    Answer(
      "a key that is missing",
      .response("401 Unauthorized", body: #"{"error":{"message":"No auth credentials found"}}"#),
      status: 78, " wants a key (401: No auth credentials found): name its variable with '--api-key-env NAME'.\n"),
    Answer(
      "a key that is refused", .response("401 Unauthorized", body: #"{"error":{"message":"Invalid API key."}}"#),
      key: "sk-wrong-0123456789", status: 78, " refused the key: Invalid API key.\n"),
    Answer(
      "a gateway that dies without a key", .response("500 Internal Server Error", body: "Internal Server Error"),
      " answered 500 to GET /v1/models: Internal Server Error. If it wants a key, name its variable with "
        + "'--api-key-env NAME'.\n"),
    Answer(
      "a gateway that dies in spite of a key", .response("500 Internal Server Error", body: "oops"),
      key: "sk-0123456789ab",
      " answered 500 to GET /v1/models: oops.\n"),
    Answer(
      "a redirect", .response("301 Moved Permanently", ["Location: https://elsewhere.test/v1/models"], body: ""),
      " answered 301 to GET /v1/models: it redirects to https://elsewhere.test/v1/models. No redirect is followed: give "
        + "the address itself with '--endpoint'.\n"),
    Answer(
      "plain HTTP to a TLS port that says so",
      .response("400 Bad Request", body: "Client sent an HTTP request to an HTTPS server.\n"),
      " answered 400 to GET /v1/models: Client sent an HTTP request to an HTTPS server. Does it speak https? Then give "
        + "'--endpoint https://127.0.0.1:PORT/v1'.\n"),
    Answer(
      "plain HTTP to a TLS port that sends an alert", .send([0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 0x46]),
      " cannot be reached: "),
    Answer(
      "a page", .response("200 OK", body: "<html>Welcome</html>"), path: "/web",
      " answered GET /web/models with something else. The server's body is not JSON (byte 0). Does the endpoint end in "
        + "/v1?\n"),
    Answer(
      "an error inside a 200", .response("200 OK", body: #"{"error":"Unexpected endpoint or method."}"#),
      " answered GET /v1/models with something else. The server's JSON is not a list of models. It says: Unexpected "
        + "endpoint or method. Is HOST/v1 the address of its OpenAI-compatible API?\n"),
    Answer(
      "a server without a model", .response("200 OK", body: #"{"object":"list","data":[]}"#),
      " answered with an empty list of models.\n"),
  ]

  @Test(arguments: answers)
  func `models says what the endpoint answered and what to do`(answer: Answer) async throws {
    let server = try LoopbackServer(answer.step, .close)
    let folder = TemporaryFolder()
    let ending = try await Tool.run(
      ["models", "--endpoint", server.url + answer.path] + (answer.key == nil ? [] : ["--api-key-env", "K"]),
      in: folder,
      environment: answer.key.map { ["K": $0] } ?? [:])
    let words = answer.words.replacing("HOST", with: server.url).replacing("PORT", with: "\(server.port)")
    #expect(ending.error.hasPrefix("Error: 127.0.0.1:\(server.port)" + words), "it said: \(ending.error)")
    #expect(ending.status == answer.status)
    #expect(ending.output.isEmpty)
    if answer.words == " cannot be reached: " {
      #expect(ending.error.contains("Does it speak https? Then give '--endpoint https://"), "it said: \(ending.error)")
    }
  }

  @Test func `https to a plain port asks for http`() async throws {
    let server = try LoopbackServer(greeting: [.text("HTTP/1.1 400 Bad Request\r\n\r\n"), .wait(Gate())]) { _ in [] }
    let ending = try await Tool.run(
      ["models", "--endpoint", "https://127.0.0.1:\(server.port)/v1"], in: TemporaryFolder())
    #expect(ending.status == 69)
    #expect(
      ending.error.hasSuffix("Does it speak http? Then give '--endpoint http://127.0.0.1:\(server.port)/v1'.\n"),
      "it said: \(ending.error)")
  }

  @Test func `no free model among many is told with their number`() async throws {
    let server = try LoopbackServer(.response(body: #"{"data":[{"id":"a"},{"id":"b"}]}"#))
    let ending = try await Tool.run(["models", "--free", "--endpoint", server.url + "/v1"], in: TemporaryFolder())
    #expect(ending.status == 69)
    #expect(
      ending.error
        == "Error: 127.0.0.1:\(server.port) lists 2 models, of which none is free: no id ends in ':free'.\n")
  }

  @Test func `a run goes on without a list of models, and says why nothing is checked`() async throws {
    let server = try LoopbackServer { request in
      request.method == "GET"
        ? [.response("404 Not Found", body: #"{"detail":"Not Found"}"#)]
        : [
          .response(
            body:
              #"{"choices":[{"message":{"content":"Paris"},"finish_reason":"stop"}],"usage":{"completion_tokens":1}}"#)
        ]
    }
    let stage = try Stage()
    let ending = try await stage.run(
      ["run", try stage.suite("two", prompts: 2), "--endpoint", server.url + "/v1", "-m", "x", "--no-stream"])
    #expect(ending.status == 0, "it said: \(ending.error)")
    #expect(
      ending.error.hasPrefix(
        "Warning: 127.0.0.1:\(server.port) answered 404 to GET /v1/models: Not Found. Is \(server.url)/v1 the address of "
          + "its OpenAI-compatible API? Ids, prices and expiry dates are not checked.\nPlan: "),
      "it said: \(ending.error)")
  }

  @Test func `an address without chat costs one request, and its run is not to be gone on with`() async throws {
    let server = try LoopbackServer(.response("404 Not Found", body: #"{"detail":"Not Found"}"#))
    let stage = try Stage()
    let ending = try await stage.run(
      ["run", try stage.suite("nine", prompts: 9), "--endpoint", server.url + "/api", "-m", "x"])
    #expect(ending.status == 69)
    #expect(server.requests.count { $0.method == "POST" } == 1)
    #expect(
      ending.error.contains(
        "\nThe endpoint has no chat completions at its address (404: Not Found). Does the endpoint end in /v1?\n"),
      "it said: \(ending.error)")
    #expect(!ending.error.contains("--resume"))
  }

  @Test func `a 404 that speaks of the model stops no other model`() async throws {
    let server = try LoopbackServer { request in
      request.method == "GET"
        ? [.response("404 Not Found", body: "")]
        : [.response("404 Not Found", body: #"{"error":{"message":"model 'x' not found"}}"#)]
    }
    let stage = try Stage()
    let ending = try await stage.run(
      ["run", try stage.suite("three", prompts: 3), "--endpoint", server.url + "/v1", "-m", "x"])
    #expect(
      ending.error.contains("No request was answered: 3 × http_4xx: model 'x' not found."), "it said: \(ending.error)")
    #expect(server.requests.count { $0.method == "POST" } == 3)
  }

  @Test func `a key that only the chat refuses costs one request`() async throws {
    let server = try LoopbackServer { request in
      request.method == "GET"
        ? [.response(body: #"{"data":[{"id":"x"}]}"#)]
        : [.response("401 Unauthorized", body: #"{"error":{"message":"Incorrect API key provided."}}"#)]
    }
    let stage = try Stage()
    let ending = try await stage.run(
      ["run", try stage.suite("nine", prompts: 9), "--endpoint", server.url + "/v1", "-m", "x", "--api-key-env", "K"],
      environment: ["K": "sk-wrong-0123456789"])
    #expect(ending.status == 78)
    #expect(server.requests.count { $0.method == "POST" } == 1)
  }

  @Test func `a run's own limits of time hold for the question before it`() async throws {
    let server = try LoopbackServer(.wait(Gate()))
    let stage = try Stage()
    let ending = try await stage.run(
      ["run", try stage.suite("one", prompts: 1), "--endpoint", server.url + "/v1", "-m", "x", "--timeout", "200ms"])
    #expect(ending.status == 69)
    #expect(
      ending.error == "Error: 127.0.0.1:\(server.port) cannot be reached: no answer within 200ms.\n",
      "it said: \(ending.error)")
  }

  @Test func `an expired model is told by the list and before a run`() async throws {
    let server = try LoopbackServer { request in
      request.method == "GET"
        ? [
          .response(
            body: """
              {"data":[{"id":"v/gone:free","expiration_date":"2020-01-31","context_length":"131072"},
              {"id":"v/new:free","expiration_date":"2999-12-31"}]}
              """)
        ] : [.response("429 Too Many Requests", body: "")]
    }
    let stage = try Stage()
    let list = try await stage.run(["models", "--endpoint", server.url + "/v1"])
    #expect(
      list.output == """
        MODEL        CONTEXT  EXPIRES
        v/gone:free   131072  2020-01-31 (expired)
        v/new:free         –  2999-12-31

        """)
    let plan = try await stage.run(
      [
        "plan", try stage.suite("one", prompts: 1), "--endpoint", server.url + "/v1", "-m", "v/gone:free", "-m",
        "v/new:free",
      ])
    #expect(
      plan.error
        == "Warning: The model 'v/gone:free' has expired on 2020-01-31, by the list of 127.0.0.1:\(server.port).\n")
  }
}
