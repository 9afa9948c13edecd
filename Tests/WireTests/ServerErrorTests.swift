import Testing
import Wire

@Suite struct ServerErrorTests {
  struct Limit: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var body: String
    var verdict: Verdict
  }

  /// Bodies of a 429; those with a `limit_source` contradict it in their words.
  static let limits = [
    Limit(testDescription: "no body", body: "", verdict: .rateMinute),
    Limit(testDescription: "HTML", body: "<html>slow down</html>", verdict: .rateMinute),
    Limit(
      testDescription: "source: minute",
      body: #"{"error":{"message":"per day","metadata":{"limit_source":"openrouter_free_tier_per_minute"}}}"#,
      verdict: .rateMinute),
    Limit(
      testDescription: "source: day",
      body: #"{"error":{"message":"per minute","metadata":{"limit_source":"openrouter_free_tier_daily"}}}"#,
      verdict: .rateDay),
    Limit(
      testDescription: "source: upstream",
      body: #"{"error":{"message":"per day","metadata":{"limit_source":"upstream_provider_shared_pool"}}}"#,
      verdict: .rateUpstream),
    Limit(
      testDescription: "a source that nobody knows",
      body: #"{"error":{"message":"free-models-per-day","metadata":{"limit_source":"new"}}}"#, verdict: .rateDay),
    Limit(
      testDescription: "words: minute", body: #"{"error":{"message":"Rate limit exceeded: free-models-per-min. "}}"#,
      verdict: .rateMinute),
    Limit(
      testDescription: "words: day",
      body: #"{"error":{"message":"Rate limit exceeded: free-models-per-day-high-balance. "}}"#, verdict: .rateDay),
    Limit(
      testDescription: "words: upstream",
      body: #"{"error":{"message":"Provider returned error","metadata":{"raw":"limit per day"}}}"#,
      verdict: .rateUpstream),
    Limit(
      testDescription: "words: upstream, raw only",
      body: #"{"error":{"message":"No.","metadata":{"raw":"x is temporarily rate-limited upstream."}}}"#,
      verdict: .rateUpstream),
    Limit(
      testDescription: "OpenAI's day",
      body:
        #"{"error":{"message":"Rate limit reached on requests per day (RPD): Limit 200","code":"rate_limit_exceeded"}}"#,
      verdict: .rateDay),
    Limit(
      testDescription: "Google's day",
      body: #"[{"error":{"message":"Quota","details":[{"quotaId":"GenerateRequestsPerDayPerProject"}]}}]"#,
      verdict: .rateDay),
    Limit(
      testDescription: "OpenAI's empty account",
      body: #"{"error":{"message":"You exceeded your current quota","code":"insufficient_quota"}}"#, verdict: .payment),
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
    #expect(read(row.body, status: 429).verdict == row.verdict)
  }

  struct Wait: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var headers: [String: String] = [:]
    var body = "{}"
    var seconds: Double?
  }

  static let noWaits = [
    Wait(testDescription: "no hint"),
    Wait(testDescription: "zero", headers: ["Retry-After": "0"]),
    Wait(testDescription: "negative", headers: ["Retry-After": "-5"]),
    Wait(testDescription: "not a number", headers: ["Retry-After": "nan"]),
    Wait(testDescription: "infinite", headers: ["Retry-After": "inf"]),
    Wait(testDescription: "too large for a number", headers: ["Retry-After": "1e999"]),
    Wait(testDescription: "words", headers: ["Retry-After": "soon"]),
    Wait(
      testDescription: "a date without a clock to compare", headers: ["Retry-After": "Fri, 20 Nov 2026 00:00:30 GMT"]),
    Wait(
      testDescription: "a date that has passed",
      headers: ["Retry-After": "Fri, 20 Nov 2026 00:00:30 GMT", "Date": "Fri, 20 Nov 2026 00:00:30 GMT"]),
    Wait(
      testDescription: "a date that is none",
      headers: ["Retry-After": "Fri, 40 Nov 2026 25:00:30 GMT", "Date": "Fri, 20 Nov 2026 00:00:30 GMT"]),
    Wait(testDescription: "a duration without a number", headers: ["Retry-After": "m5s"]),
    Wait(testDescription: "a duration without its last unit", headers: ["Retry-After": "5m3"]),
    Wait(testDescription: "a duration of none", headers: ["Retry-After": "0s"]),
    Wait(
      testDescription: "an instant of RFC 3339 that has passed",
      headers: ["Retry-After": "2026-11-20T00:00:29Z", "Date": "Fri, 20 Nov 2026 00:00:30 GMT"]),
    Wait(
      testDescription: "a day of RFC 3339 that is none",
      headers: ["Retry-After": "2026-13-20T00:00:29Z", "Date": "Fri, 20 Nov 2026 00:00:30 GMT"]),
    Wait(testDescription: "a limit that is not used up", headers: ["RateLimit": #""burst";r=3;t=30"#]),
    Wait(testDescription: "a limit without a time", headers: ["RateLimit": #""burst";r=0"#]),
    Wait(testDescription: "a duration that is none", body: #"{"error":{"details":[{"retryDelay":"s"},7,null]}}"#),
  ]

  static let waits = [
    Wait(testDescription: "seconds", headers: ["retry-AFTER": " 2 "], seconds: 2),
    Wait(testDescription: "parts of a second", headers: ["Retry-After": "1.5"], seconds: 1.5),
    Wait(testDescription: "milliseconds win", headers: ["Retry-After": "9", "Retry-After-MS": "1500"], seconds: 1.5),
    Wait(testDescription: "no milliseconds do not", headers: ["Retry-After": "1", "retry-after-ms": "0"], seconds: 1),
    Wait(testDescription: "Go's minutes", headers: ["Retry-After": "6m0s"], seconds: 360),
    Wait(testDescription: "Go's milliseconds", headers: ["Retry-After": "120ms"], seconds: 0.12),
    Wait(testDescription: "Go's hours and parts", headers: ["Retry-After": "1h1m1.5s"], seconds: 3661.5),
    Wait(
      testDescription: "an instant of RFC 3339",
      headers: ["Retry-After": "2026-11-20T01:01:05.5+01:00", "Date": "Fri, 20 Nov 2026 00:01:00 GMT"], seconds: 5.5),
    Wait(
      testDescription: "Unix seconds",
      headers: ["Retry-After": "1795132830", "Date": "Fri, 20 Nov 2026 00:00:00 GMT"], seconds: 30),
    Wait(
      testDescription: "Unix milliseconds",
      headers: ["Retry-After": "1795132830500", "Date": "Fri, 20 Nov 2026 00:00:00 GMT"], seconds: 30.5),
    Wait(
      testDescription: "the limit that is used up, of two",
      headers: ["RateLimit": #""burst";r=0;t=30, "day"; r=5; t=900"#], seconds: 30),
    Wait(
      testDescription: "Retry-After before RateLimit",
      headers: ["RateLimit": #""burst";r=0;t=30"#, "Retry-After": "2"], seconds: 2),
    Wait(
      testDescription: "a date by the server's clock",
      headers: ["Retry-After": "Fri, 20 Nov 2026 00:01:05 GMT", "Date": "Thu, 19 Nov 2026 23:59:50 GMT"], seconds: 75),
    Wait(
      testDescription: "a date of RFC 850",
      headers: ["Retry-After": "Sunday, 06-Nov-94 08:49:47 GMT", "Date": "Sun, 06 Nov 1994 08:49:37 GMT"], seconds: 10),
    Wait(
      testDescription: "a date of asctime, over a leap day",
      headers: ["Retry-After": "Fri Mar  1 00:00:00 2024", "Date": "Wed, 28 Feb 2024 00:00:00 GMT"], seconds: 172_800),
    Wait(
      testDescription: "metadata, whole seconds first",
      body: #"{"error":{"metadata":{"retry_after_seconds_raw":1.599,"retry_after_seconds":2}}}"#, seconds: 2),
    Wait(
      testDescription: "headers before metadata", headers: ["Retry-After": "3"],
      body: #"{"error":{"metadata":{"retry_after_seconds":2}}}"#, seconds: 3),
    Wait(
      testDescription: "headers within metadata",
      body: #"{"error":{"metadata":{"headers":{"Retry-After":"7"}}}}"#, seconds: 7),
    Wait(testDescription: "the largest of all waits", headers: ["Retry-After-Ms": "1e300"], seconds: 3e11),
    Wait(testDescription: "availability", body: #"{"error":{"availability":{"retry_after":30}}}"#, seconds: 30),
    Wait(
      testDescription: "Google's duration", body: #"[{"error":{"details":[{},{"retryDelay":"37.5s"}]}}]"#, seconds: 37.5
    ),
  ]

  @Test(arguments: noWaits + waits)
  func `a wait is finite and more than none, or not there`(row: Wait) {
    let headers = row.headers.map { (name: $0.key, value: $0.value) }
    #expect(read(row.body, status: 429, headers: headers).error?.retryAfter == row.seconds)
  }

  static let resets: [String: Int64?] = [
    "1795132860000": 1_795_132_860_000, "1795132860": 1_795_132_860_000, "60": nil, "-1": nil, "nan": nil, "1e300": nil,
    "1m26.4s": nil, "": nil, "999999999999999": 253_402_300_799_999, "99999999999": 99_999_999_999_000,
  ]

  @Test(arguments: resets.keys)
  func `a reset is an instant in milliseconds, or not there`(text: String) {
    let headers = [(name: "x-ratelimit-reset", value: text)]
    #expect(read("", status: 429, headers: headers).error?.resetsAtMilliseconds == Self.resets[text] ?? nil)
  }

  struct Reset: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var headers: [String: String]
    var seconds: Double?
  }

  static let resetWaits = [
    Reset(testDescription: "a duration", headers: ["x-ratelimit-reset": "1m26.4s"], seconds: 86.4),
    Reset(testDescription: "seconds", headers: ["x-ratelimit-reset": "60"], seconds: 60),
    Reset(
      testDescription: "Unix milliseconds by the server's clock",
      headers: ["x-ratelimit-reset": "1795132860000", "Date": "Fri, 20 Nov 2026 00:00:35 GMT"], seconds: 25),
    Reset(testDescription: "an instant of a server without a clock", headers: ["x-ratelimit-reset": "1795132860000"]),
    Reset(
      testDescription: "an instant that has passed",
      headers: ["x-ratelimit-reset": "1795132860000", "Date": "Fri, 20 Nov 2026 00:02:00 GMT"]),
    Reset(
      testDescription: "the longest of those that are used up",
      headers: [
        "x-ratelimit-remaining-requests": "0", "x-ratelimit-reset-requests": "6m0s",
        "x-ratelimit-remaining-tokens": "0", "x-ratelimit-reset-tokens": "120ms",
      ], seconds: 360),
    Reset(
      testDescription: "none of those of which something is left",
      headers: ["x-ratelimit-remaining-requests": "3", "x-ratelimit-reset-requests": "6m0s"]),
    Reset(
      testDescription: "Anthropic's RFC 3339",
      headers: [
        "anthropic-ratelimit-requests-remaining": "0", "Date": "Fri, 20 Nov 2026 00:00:35 GMT",
        "anthropic-ratelimit-requests-reset": "2026-11-20T00:01:00Z",
      ], seconds: 25),
    Reset(
      testDescription: "seconds of an older draft", headers: ["ratelimit-remaining": "0", "ratelimit-reset": "7"],
      seconds: 7),
    Reset(testDescription: "nonsense", headers: ["x-ratelimit-reset": "NaN"]),
  ]

  @Test(arguments: resetWaits)
  func `a limit that is used up is reset after a while, by the server's own clock`(row: Reset) {
    let headers = row.headers.map { (name: $0.key, value: $0.value) }
    #expect(read("", status: 429, headers: headers).error?.resetsAfter == row.seconds)
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
