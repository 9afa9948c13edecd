import Benchmark
import Testing
import Wire

@Suite struct ServerErrorTests {
  struct Limit: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var body: String
    var outcome: OutcomeClass
  }

  /// Bodies of a 429; those with a `limit_source` contradict it in their words.
  static let limits = [
    Limit(testDescription: "no body", body: "", outcome: .rateMinute),
    Limit(testDescription: "HTML", body: "<html>slow down</html>", outcome: .rateMinute),
    Limit(
      testDescription: "source: minute",
      body: #"{"error":{"message":"per day","metadata":{"limit_source":"openrouter_free_tier_per_minute"}}}"#,
      outcome: .rateMinute),
    Limit(
      testDescription: "source: day",
      body: #"{"error":{"message":"per minute","metadata":{"limit_source":"openrouter_free_tier_daily"}}}"#,
      outcome: .rateDay),
    Limit(
      testDescription: "source: upstream",
      body: #"{"error":{"message":"per day","metadata":{"limit_source":"upstream_provider_shared_pool"}}}"#,
      outcome: .rateUpstream),
    Limit(
      testDescription: "a source that nobody knows",
      body: #"{"error":{"message":"free-models-per-day","metadata":{"limit_source":"new"}}}"#, outcome: .rateDay),
    Limit(
      testDescription: "words: minute", body: #"{"error":{"message":"Rate limit exceeded: free-models-per-min. "}}"#,
      outcome: .rateMinute),
    Limit(
      testDescription: "words: day",
      body: #"{"error":{"message":"Rate limit exceeded: free-models-per-day-high-balance. "}}"#, outcome: .rateDay),
    Limit(
      testDescription: "words: upstream",
      body: #"{"error":{"message":"Provider returned error","metadata":{"raw":"limit per day"}}}"#,
      outcome: .rateUpstream),
    Limit(
      testDescription: "words: upstream, raw only",
      body: #"{"error":{"message":"No.","metadata":{"raw":"x is temporarily rate-limited upstream."}}}"#,
      outcome: .rateUpstream),
    Limit(
      testDescription: "OpenAI's day",
      body:
        #"{"error":{"message":"Rate limit reached on requests per day (RPD): Limit 200","code":"rate_limit_exceeded"}}"#,
      outcome: .rateDay),
    Limit(
      testDescription: "Google's day",
      body: #"[{"error":{"message":"Quota","details":[{"quotaId":"GenerateRequestsPerDayPerProject"}]}}]"#,
      outcome: .rateDay),
    Limit(
      testDescription: "OpenAI's empty account",
      body: #"{"error":{"message":"You exceeded your current quota","code":"insufficient_quota"}}"#, outcome: .payment),
  ]

  static let kept = [
    (400, #"{"error":{"message":"max_tokens is too large: 9. This model supports 4 completion tokens"}}"#),
    (400, #"{"error":{"message":"Unsupported value: 'temperature'","param":"temperature"}}"#),
    (404, #"{"error":{"message":"Unsupported parameter: 'max_tokens'","param":"max_tokens"}}"#),
    (400, "{}"),
  ]

  @Test(arguments: kept) func `not every refusal is that of a field`(status: Int, body: String) {
    #expect(ServerError.read(headers: [], body: Array(body.utf8)).refusedField(status: status) == nil)
  }

  static let refusedFields: [(Int, String, FieldAdaptation)] = [
    (
      400, #"{"error":{"message":"Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead."}}"#,
      .maxTokens
    ),
    (400, #"{"error":{"message":"Use max_completion_tokens instead.","param":"max_tokens"}}"#, .maxTokens),
    (
      400,
      #"{"error":{"message":"Provider returned error","metadata":{"raw":"{\"error\":{\"message\":\"'max_tokens' is not supported\"}}"}}}"#,
      .maxTokens
    ),
    (
      422,
      #"{"object":"error","message":{"detail":[{"type":"extra_forbidden","loc":["body","max_completion_tokens"]}]}}"#,
      .maxCompletionTokens
    ),
    (400, #"{"error":{"message":"Unknown parameter: 'stream_options'.","param":"stream_options"}}"#, .streamOptions),
  ]

  @Test(arguments: refusedFields)
  func `a refused field is told by its name or its words`(status: Int, body: String, field: FieldAdaptation) {
    #expect(ServerError.read(headers: [], body: Array(body.utf8)).refusedField(status: status) == field)
  }

  @Test(arguments: limits)
  func `a 429 is told by its source, else by its words`(row: Limit) {
    #expect(read(row.body, status: 429).outcome == row.outcome)
  }

  @Test(arguments: [("true", true), ("FALSE", false), ("maybe", nil)] as [(String, Bool?)])
  func `the server's word on another try is kept`(word: String, says: Bool?) {
    #expect(read("", status: 500, headers: [("X-Should-Retry", word)]).error?.shouldRetry == says)
  }

  @Test func `OpenRouter's limit is known from its body alone`() throws {
    let transcript = try #require(Transcript.named("41b_or_429_per_day_1000.json"))
    let error = ServerError.read(headers: [], body: transcript.body)
    #expect(error.limit == 1000)
    #expect(error.resetsAtMilliseconds == 1_795_219_200_000)
    #expect(error.limitSource == "openrouter_free_tier_daily")
    #expect(error.retryAfter == nil)
  }

  @Test func `the provider's words are kept beside the server's`() throws {
    let transcript = try #require(Transcript.named("44_or_502_provider_raw.json"))
    let error = try #require(transcript.read(endingAt: [transcript.body.count]).error)
    #expect(error.message == "Provider returned error")
    #expect(error.providerName == "Google AI Studio")
    #expect(error.raw?.contains("An internal error has occurred.") == true)
  }

  @Test func `why a model has no endpoint is kept in one word`() throws {
    let transcript = try #require(Transcript.named("36c_or_404_availability.json"))
    let error = try #require(transcript.read(endingAt: [transcript.body.count]).error)
    #expect(error.availability == "free_variant_ended")
    #expect(error.code == "404")
    #expect(error.type == "not_found")
  }

  @Test func `a raw object is kept as the JSON that it is`() throws {
    let transcript = try #require(Transcript.named("09c_or_error_in_choice.sse"))
    let error = try #require(transcript.read(endingAt: [transcript.body.count]).error)
    #expect(error.raw == #"{"retryable":true}"#)
    #expect(error.providerName == "DeepInfra")
  }

  struct Form: Sendable {
    var body: String
    var code: String?
    var message: String
    var type: String?
    var param: String?
  }

  static let forms = [
    Form(
      body: #"{"error":{"code":400,"message":"m","type":"t","param":"stream_options"}}"#, code: "400", message: "m",
      type: "t", param: "stream_options"),
    Form(
      body: #"{"error":{"code":"c","message":"m","metadata":{"error_type":"server"}}}"#, code: "c", message: "m",
      type: "server"),
    Form(body: #"{"success":false,"error":{"name":"ZodError","message":"m"}}"#, message: "m", type: "ZodError"),
    Form(body: #"{"error":"words"}"#, message: "words"),
    Form(body: #"{"error":{}}"#, message: "{}"),
    Form(body: #"{"detail":[{"msg":"m"}]}"#, message: #"[{"msg":"m"}]"#),
    Form(body: #"{"message":{"detail":"d"},"type":"t","code":null}"#, message: #"{"detail":"d"}"#, type: "t"),
    Form(body: #"{"other":1}"#, message: #"{"other":1}"#),
    Form(body: "[]", message: "[]"),
    Form(body: "\n<html>no</html>\n", message: "<html>no</html>"),
    Form(body: "", message: ""),
  ]

  @Test(arguments: forms)
  func `errors of every form are read`(form: Form) {
    let error = ServerError.read(headers: [], body: Array(form.body.utf8))
    #expect(error.code == form.code)
    #expect(error.message == form.message)
    #expect(error.type == form.type)
    #expect(error.param == form.param)
  }

  @Test func `no text is longer than 2,000 characters, and an excerpt than 300`() {
    let flood = String(repeating: "e\u{301}", count: 5000)
    let error = read(#"{"error":{"message":"\#(flood)","metadata":{"raw":"\#(flood)"}}}"#, status: 500).error
    #expect(error?.message.unicodeScalars.count == 2000)
    #expect(error?.raw?.unicodeScalars.count == 2000)
    let page = read("<p>" + flood, status: 500).error
    #expect(page?.message.unicodeScalars.count == 300)
    #expect(page?.raw?.unicodeScalars.count == 2000)
  }

  @Test func `the id of a failed request is known from its headers`() {
    let reading = read("", status: 500, headers: [("x-generation-id", "gen-1")])
    #expect(reading.generationID == "gen-1")
  }
}
