import Benchmark
import Testing
import Wire

@Suite struct OutcomeTests {
  struct Body: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var status = 200
    var body: String
    var complete = true
    var outcome: OutcomeClass
    var note: String?
  }

  static let bodies = [
    Body(testDescription: "nothing", body: "", outcome: .badResponse, note: "the body is empty"),
    Body(testDescription: "204", status: 204, body: "", outcome: .badResponse, note: "the body is empty"),
    Body(testDescription: "blanks only", body: "\n    \n", outcome: .badResponse, note: "the body is empty"),
    Body(
      testDescription: "blanks, then broken", body: "\n  ", complete: false, outcome: .cutOff, note: "the body is empty"
    ),
    Body(
      testDescription: "HTML", body: "\n<!DOCTYPE html>", outcome: .badResponse,
      note: "HTML came where an answer was due"),
    Body(
      testDescription: "plain words", body: "no healthy upstream", outcome: .badResponse,
      note: "neither an event stream nor JSON came"),
    Body(
      testDescription: "half JSON, connection broken", body: #"{"choices":[{"mess"#, complete: false, outcome: .cutOff,
      note: "the JSON is cut off"),
    Body(
      testDescription: "half JSON, nothing broken", body: #"{"choices":[{"mess"#, outcome: .badResponse,
      note: "the JSON cannot be read"),
    Body(
      testDescription: "wrong JSON", body: #"{"choices":[}]"#, complete: false, outcome: .badResponse,
      note: "the JSON cannot be read"),
    Body(
      testDescription: "JSON of another kind", body: #"{"data":[]}"#, outcome: .badResponse,
      note: "the JSON is no chat completion"),
    Body(testDescription: "no choice", body: #"{"choices":[]}"#, outcome: .empty, note: "no finish_reason"),
    Body(
      testDescription: "choices of a wrong type", body: #"{"choices":"none"}"#, outcome: .empty,
      note: "no finish_reason"),
    Body(testDescription: "an error as words", body: #"{"error":"overloaded"}"#, outcome: .streamError),
    Body(testDescription: "a detail", body: #"{"detail":"not here"}"#, outcome: .streamError),
    Body(testDescription: "an array of errors", body: #"[{"error":{"message":"no"}}]"#, outcome: .streamError),
    Body(
      testDescription: "errors that are none",
      body: #"{"error":"","choices":[{"error":false,"message":{"content":"a"},"finish_reason":"stop"}]}"#, outcome: .ok,
      note: "usage missing"),
    Body(
      testDescription: "a redirect", status: 302, body: #"{"choices":[{"message":{"content":"a"}}]}"#,
      outcome: .badResponse),
    Body(testDescription: "401 with HTML", status: 401, body: "<html>", outcome: .auth),
    Body(testDescription: "402 without body", status: 402, body: "", outcome: .payment),
    Body(testDescription: "403 with HTML", status: 403, body: "<html>", outcome: .policy),
    Body(testDescription: "404", status: 404, body: "not found", outcome: .http4xx),
    Body(
      testDescription: "404 of guardrails", status: 404,
      body: #"{"error":{"message":"No endpoints available matching your guardrail restrictions and data policy"}}"#,
      outcome: .policy),
    Body(
      testDescription: "404 of privacy", status: 404,
      body: #"{"error":{"message":"No endpoints","code":404,"availability":{"code":"privacy_restricted"}}}"#,
      outcome: .policy),
    Body(
      testDescription: "400 with a good answer", status: 400,
      body: #"{"choices":[{"message":{"content":"a"},"finish_reason":"stop"}]}"#, outcome: .http4xx),
    Body(testDescription: "408", status: 408, body: "", outcome: .http4xx),
    Body(testDescription: "429 without words", status: 429, body: "", outcome: .rateMinute),
    Body(testDescription: "503 cut off", status: 503, body: #"{"err"#, complete: false, outcome: .http5xx),
    Body(testDescription: "a status beyond all", status: 999, body: "", outcome: .http5xx),
  ]

  @Test(arguments: bodies)
  func `the status decides, then what the body is`(row: Body) {
    let reading = read(row.body, status: row.status, complete: row.complete)
    #expect(reading.outcome == row.outcome)
    #expect(reading.notes.first == row.note)
  }

  struct Stream: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var pieces: [String]
    var complete = true
    var outcome: OutcomeClass
    var notes: [String] = ["usage missing"]
  }

  static let streams = [
    Stream(testDescription: "only comments", pieces: [": a\n\n"], outcome: .cutOff),
    Stream(testDescription: "the name of a field, broken", pieces: ["dat"], complete: false, outcome: .cutOff),
    Stream(testDescription: "text, then the end", pieces: [content("a")], outcome: .cutOff),
    Stream(testDescription: "text, then a break", pieces: [content("a")], complete: false, outcome: .cutOff),
    Stream(
      testDescription: "a break behind the finish reason", pieces: [content("a"), stop], complete: false, outcome: .ok,
      notes: ["the connection broke behind the answer", "no [DONE]", "usage missing"]),
    Stream(
      testDescription: "no finish reason", pieces: [content("a"), done], outcome: .ok,
      notes: ["no finish_reason", "usage missing"]),
    Stream(
      testDescription: "bad events between good ones",
      pieces: [content("a"), event("{"), event("nonsense"), content("b"), stop, done], outcome: .damaged,
      notes: ["2 events were not JSON", "usage missing"]),
    Stream(
      testDescription: "a broken event before all others",
      pieces: [event(#" [{"choices"#), content("b"), chunk("{}", finish: "length"), done], outcome: .damaged,
      notes: ["1 event was not JSON", "usage missing"]),
    Stream(
      testDescription: "words between good events", pieces: [content("a"), event("ping"), content("b"), stop, done],
      outcome: .ok, notes: ["1 event was not JSON", "usage missing"]),
    Stream(
      testDescription: "broken usage behind the finish reason",
      pieces: [content("a"), stop, event(#"{"usage":{"#), done],
      outcome: .ok, notes: ["1 event was not JSON", "usage missing"]),
    Stream(
      testDescription: "a broken event, with a finish reason on each",
      pieces: [
        chunk(#"{"content":"a"}"#, finish: "stop"), event("{"), chunk(#"{"content":"b"}"#, finish: "stop"), done,
      ], outcome: .damaged, notes: ["1 event was not JSON", "usage missing"]),
    Stream(
      testDescription: "a broken event, and the stream ends there", pieces: [content("a"), "data: {\"choices"],
      outcome: .cutOff, notes: ["the last event had no blank line", "1 event was not JSON", "usage missing"]),
    Stream(
      testDescription: "a broken event, and an error",
      pieces: [event("{"), event(#"{"error":{"message":"no"}}"#), done],
      outcome: .streamError, notes: ["no finish_reason", "1 event was not JSON"]),
    Stream(
      testDescription: "a line that tells an error",
      pieces: [content("a"), #"error: {"message":"boom"}"# + "\n\n", done],
      outcome: .streamError, notes: ["no finish_reason"]),
    Stream(
      testDescription: "a line that tells an error in plain words, and nothing else", pieces: ["error: boom\n"],
      outcome: .streamError, notes: []),
    Stream(
      testDescription: "a line that tells an error, without its end", pieces: [content("a"), "error: boom"],
      outcome: .streamError, notes: ["the last event had no blank line"]),
    Stream(
      testDescription: "a line that tells of no error", pieces: [content("a"), "error: null\n", stop, done],
      outcome: .ok),
    Stream(
      testDescription: "events behind the end", pieces: [content("a"), stop, done, content("b")], outcome: .ok,
      notes: ["1 event after [DONE]", "usage missing"]),
    Stream(testDescription: "an empty event", pieces: [content("a"), "data:\n\n", stop, done], outcome: .ok),
    Stream(
      testDescription: "a last event without its blank line", pieces: [content("a"), stop, "data: [DONE]"],
      outcome: .ok,
      notes: ["the last event had no blank line", "usage missing"]),
    Stream(testDescription: "no text", pieces: [stop, done], outcome: .empty),
    Stream(testDescription: "reasoning only", pieces: [chunk(#"{"reasoning":"r"}"#), stop, done], outcome: .empty),
    Stream(testDescription: "length", pieces: [content("a"), chunk("{}", finish: "length"), done], outcome: .length),
    Stream(testDescription: "Mistral's length", pieces: [chunk("{}", finish: "model_length"), done], outcome: .length),
    Stream(testDescription: "a refusal", pieces: [chunk(#"{"refusal":"No."}"#), stop, done], outcome: .refused),
    Stream(
      testDescription: "a filter without a word", pieces: [chunk("{}", finish: "content_filter"), done],
      outcome: .refused),
    Stream(
      testDescription: "an image and no text",
      pieces: [
        chunk(
          #"{"content":"","images":[{"type":"image_url","image_url":{"url":"data:image/png;base64,iVBORw0KGgo="}}]}"#),
        stop, done,
      ], outcome: .ok),
    Stream(
      testDescription: "images that hold nothing", pieces: [chunk(#"{"images":[{"type":"image_url"}]}"#), stop, done],
      outcome: .empty),
    Stream(
      testDescription: "vLLM gives up", pieces: [content("a"), chunk("{}", finish: "abort"), done],
      outcome: .streamError),
    Stream(
      testDescription: "an error behind a length",
      pieces: [chunk("{}", finish: "length"), event(#"{"error":{"code":400,"message":"Token limit reached"}}"#), done],
      outcome: .streamError, notes: [#"an error came beside finish_reason "length""#]),
    Stream(
      testDescription: "an error event of plain words", pieces: [content("a"), "event: error\ndata: boom\n\n", done],
      outcome: .streamError, notes: ["no finish_reason"]),
    Stream(
      testDescription: "two choices, both numbered 0",
      pieces: [event(#"{"choices":[{"delta":{"content":"a"}},{"delta":{"content":"b"}}]}"#), stop, done], outcome: .ok,
      notes: ["more than one choice: only the first was read", "usage missing"]),
    Stream(
      testDescription: "a second choice in events of its own",
      pieces: [content("a"), event(#"{"choices":[{"index":1,"delta":{"content":"b"}}]}"#), stop, done], outcome: .ok,
      notes: ["more than one choice: only the first was read", "usage missing"]),
    Stream(
      testDescription: "usage that lies",
      pieces: [
        content("a"), stop,
        event(#"{"usage":{"completion_tokens":10,"completion_tokens_details":{"reasoning_tokens":11}}}"#), done,
      ], outcome: .ok, notes: ["more reasoning tokens (11) than completion tokens (10)"]),
  ]

  @Test(arguments: streams)
  func `the first class that applies is the verdict`(row: Stream) {
    let reading = read(stream: row.pieces, complete: row.complete)
    #expect(reading.outcome == row.outcome)
    #expect(reading.notes == row.notes)
  }

  @Test(arguments: [
    ("MAX_TOKENS", OutcomeClass.length), ("FinishReason.MAX_TOKENS", .length), ("max_output_tokens", .length),
    ("model_length", .length), ("ERROR_LIMIT", .length), ("model_context_window_exceeded", .length),
    ("SAFETY", .refused), ("RECITATION", .refused), ("content_filter", .refused), ("ERROR_TOXIC", .refused),
    ("refusal", .refused), ("guardrail_intervened", .refused), ("ERROR", .streamError), ("abort", .streamError),
    ("MALFORMED_FUNCTION_CALL", .streamError), ("STOP", .ok), ("end_turn", .ok), ("COMPLETE", .ok), ("tool_use", .ok),
    ("a word of its own", .ok),
  ])
  func `a finish reason means the same however it is spelled, and keeps its spelling`(
    reason: String, outcome: OutcomeClass
  ) {
    let streamed = read(stream: [content("a"), chunk("{}", finish: reason), done])
    let whole = read(#"{"choices":[{"message":{"content":"a"},"finish_reason":"\#(reason)"}]}"#)
    let empty = read(#"{"choices":[{"message":{"role":"assistant"},"finish_reason":"\#(reason)"}]}"#)
    for reading in [streamed, whole] {
      #expect(reading.outcome == outcome)
      #expect(reading.finishReason == reason)
    }
    #expect(empty.outcome == (outcome == .ok ? .empty : outcome))
  }

  @Test func `an event over the limit is too large, whatever came before`() {
    let long = content(String(repeating: "x", count: 500))
    let reading = read(stream: [content("a"), event(#"{"error":{"message":"no"}}"#), long, done], longestEvent: 300)
    #expect(reading.outcome == .tooLarge)
    #expect(reading.answer == "a")
  }

  @Test func `a stream is read as one where JSON was due`() {
    let reading = read(stream: [content("a"), stop, done], streamed: false)
    #expect(reading.outcome == .ok)
    #expect(reading.isEventStream)
    #expect(reading.firstToken == 100)
    #expect(reading.notes == ["usage missing", "an event stream came where JSON was due"])
  }

  @Test func `a stream may begin with a field that nobody knows`() {
    #expect(read("x: y\n\n" + content("a") + stop + done, streamed: true).outcome == .ok)
  }

  @Test func `words are no stream, even when their content type says so`() {
    let reading = read("no: healthy\nupstream\n\n", headers: [("Content-Type", "text/event-stream")], streamed: true)
    #expect(reading.outcome == .badResponse)
    #expect(reading.error?.message == "no: healthy\nupstream")
  }

  @Test func `blank lines and a byte order mark before JSON are padding`() {
    let json = #"{"choices":[{"message":{"content":"a"},"finish_reason":"stop"}]}"#
    #expect(read("\n         \n\r\n" + json + "\n").answer == "a")
    #expect(read("\u{feff}" + json).answer == "a")
  }

  @Test(arguments: [
    ("https://evil.test/v1?key=1", "the server redirects to https://evil.test/v1, and redirects are not followed"),
    (nil, "the server redirects to nowhere, and redirects are not followed"),
  ])
  func `a redirect is named, without what its query may hold`(location: String?, message: String) {
    let reading = ChatResponse.read(
      status: 307, headers: location.map { [("Location", $0)] } ?? [], body: [], reads: [], streamed: true,
      complete: true)
    #expect(reading.outcome == .badResponse)
    #expect(reading.error?.message == message)
  }
}
