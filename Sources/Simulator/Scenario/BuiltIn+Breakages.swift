extension Scenario.BuiltIn {
  /// Streams that break, stall or are no HTTP.
  static let breakages: [Scenario.BuiltIn] = [
    always("chunked-cut", "The connection closes within a chunk", #"{"text": "\#(rhyme)", "after": 3, "end": "cut"}"#),
    always(
      "close-mid", "The connection closes between two chunks", #"{"text": "\#(rhyme)", "after": 3, "end": "close"}"#),
    always("done-stall", "A whole answer, and then silence", #"{"text": "Canberra", "end": "stall"}"#),
    always(
      "done-reset", "A whole answer, and then the connection is reset", #"{"text": "Canberra", "end": "reset"}"#),
    always(
      "midstream-error", "An error after three tokens",
      #"{"text": "\#(rhyme)", "after": 3, "error": "502", "end": "close"}"#),
    always(
      "midstream-429", "A 429 after three tokens",
      #"{"text": "\#(rhyme)", "after": 3, "error": "upstream", "end": "close"}"#),
    once(
      "error-before-token", "An error in a 200 before the first token", #"{"after": 0, "error": "502", "end": "close"}"#
    ),
    once("reset-before", "The connection is reset before the head", #"{"raw": "", "end": "reset"}"#),
    Scenario.BuiltIn(
      "empty-reply", "The connection closes without a byte, twice",
      #"{"when": {"of_prompt": "1-2"}, "do": {"raw": "", "end": "close"}}"#),
    always(
      "reset-mid", "The connection is reset after three tokens", #"{"text": "\#(rhyme)", "after": 3, "end": "reset"}"#),
    always(
      "garbage", "Bytes that are no HTTP", #"{"raw": "\u0000\u0001 hello {byte:FF}{byte:FE}\r\n\r\n", "end": "close"}"#),
    always("big-header", "A header of 300 kB", #"{"big_header": 300000}"#),
    always("many-headers", "20 000 headers", #"{"many_headers": 20000}"#),
    always("stall-headers", "No answer, not even a head", #"{"delay": 1000000}"#),
    always("stall-first-token", "A head, and then silence", #"{"after": 0, "end": "stall"}"#),
    always("stall-mid", "Three tokens, and then silence", #"{"text": "\#(rhyme)", "after": 3, "end": "stall"}"#),
    always(
      "slowloris", "A byte of the head in a minute",
      #"{"raw": "HTTP/1.1 200 OK\r\n\r\n", "drip": {"bytes": 1, "every": 60}}"#),
    always(
      "byte-a-minute", "A byte of the body in a minute", #"{"text": "\#(rhyme)", "drip": {"bytes": 1, "every": 60}}"#),
  ]

  private static let rhyme = "One two three four five, once I caught a fish alive."
}
