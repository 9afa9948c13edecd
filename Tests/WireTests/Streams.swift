import Wire

/// Reads a stream made of these pieces; the first is stamped 100, the next 200 and so on.
func read(
  stream pieces: [String], streamed: Bool = true, complete: Bool = true, longestEvent: Int = 8 << 20
) -> ChatReading {
  read(pieces: pieces.map { Array($0.utf8) }, streamed: streamed, complete: complete, longestEvent: longestEvent)
}

func read(
  pieces: [[UInt8]], streamed: Bool = true, complete: Bool = true, longestEvent: Int = 8 << 20
) -> ChatReading {
  var end = 0
  let reads = pieces.enumerated().map { number, piece in
    end += piece.count
    return (at: Int64((number + 1) * 100), end: end)
  }
  return ChatResponse.read(
    status: 200, headers: [], body: Array(pieces.joined()), reads: reads, streamed: streamed, complete: complete,
    longestEvent: longestEvent)
}

/// Reads a body that is not a stream.
func read(
  _ body: String, status: Int = 200, headers: [(name: String, value: String)] = [], streamed: Bool = false,
  complete: Bool = true
) -> ChatReading {
  ChatResponse.read(
    status: status, headers: headers, body: Array(body.utf8), reads: [(at: 100, end: body.utf8.count)],
    streamed: streamed, complete: complete)
}

/// One event of a stream.
func event(_ data: String) -> String { "data: \(data)\n\n" }

/// An event whose only choice has this delta and, if given, this finish reason.
func chunk(_ delta: String, finish: String? = nil) -> String {
  let reason = finish.map { "\"\($0)\"" } ?? "null"
  return event(#"{"choices":[{"index":0,"delta":\#(delta),"finish_reason":\#(reason)}]}"#)
}

func content(_ text: String) -> String { chunk(#"{"content":"\#(text)"}"#) }

let stop = chunk("{}", finish: "stop")
let done = event("[DONE]")
