import Testing
import Wire

/// When to come back, as servers say it.
@Suite struct RetryHintTests {
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
    "1795132860000": 1_795_132_860_000, "1795132860": 1_795_132_860_000, "60": nil, "-1": nil, "nan": nil,
    "1e300": 253_402_300_799_999, "inf": nil, "1795132860123456": 1_795_132_860_123,
    "1795132860123456789": 1_795_132_860_123, "9223372036854775808": 9_223_372_036_854, "1m26.4s": nil, "": nil,
    "999999999999999": 253_402_300_799_999,
    "-9223372036854775808": nil, "99999999999": 99_999_999_999_000,
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

  struct Nonsense: Sendable {
    var header: String
    var text: String
    /// What is said of it; nil where it is a time, or none.
    var says: String?
  }

  static let times = [
    Nonsense(header: "Retry-After", text: ""), Nonsense(header: "Retry-After", text: "0"),
    Nonsense(header: "Retry-After", text: "1e-400"), Nonsense(header: "X-RateLimit-Reset-Tokens", text: "0s"),
    Nonsense(header: "Retry-After", text: "9223372036854775808"), Nonsense(header: "Retry-After", text: "1e999"),
    Nonsense(header: "Retry-After", text: "Fri, 31 Dec 9999 23:59:59 GMT"),
    Nonsense(header: "Retry-After-Ms", text: "1e308"),
    Nonsense(header: "X-RateLimit-Reset", text: String(repeating: "9", count: 400) + "h"),
    Nonsense(header: "Retry-After", text: "-1", says: "retry-after: -1"),
    Nonsense(header: "Retry-After", text: "NaN", says: "retry-after: NaN"),
    Nonsense(header: "Retry-After", text: "inf", says: "retry-after: inf"),
    Nonsense(header: "Retry-After", text: "soon", says: "retry-after: soon"),
    Nonsense(header: "Retry-After-Ms", text: "-1e308", says: "retry-after-ms: -1e308"),
    Nonsense(
      header: "X-RateLimit-Reset", text: "-9223372036854775808", says: "x-ratelimit-reset: -9223372036854775808"),
    Nonsense(
      header: "Retry-After", text: String(repeating: "9d", count: 50),
      says: "retry-after: " + String(repeating: "9d", count: 20)),
  ]

  @Test(arguments: times)
  func `a time that is none is named, and one too far off is far off`(row: Nonsense) {
    let error = read("", status: 429, headers: [(name: row.header, value: row.text)]).error
    #expect(error?.nonsense == [row.says].compactMap(\.self))
  }

  @Test func `a time within an error's body that is none is named once`() {
    let body = #"{"error":{"metadata":{"retry_after_seconds":-2,"headers":{"Retry-After":"-1"}}}}"#
    let error = read(body, status: 429, headers: [(name: "Retry-After", value: "-1")]).error
    #expect(error?.nonsense == ["retry-after: -1", "retry_after_seconds: -2"])
    #expect(error?.retryAfter == nil)
  }
}
