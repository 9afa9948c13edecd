internal import Benchmark

/// Reads a whole HTTP response to a chat request, after its transfer has ended.
package enum ChatResponse {
  /// Reads what came: an answer, or the reason why there is none.
  ///
  /// The status decides first, then what the body looks like; its content type alone decides nothing.
  ///
  /// - Parameters:
  ///   - status: The HTTP status.
  ///   - headers: The response headers; the case of their names does not matter.
  ///   - body: The body, decoded.
  ///   - reads: Stamp and end offset in `body` of each read, in order.
  ///   - streamed: Whether an event stream was asked for.
  ///   - complete: Whether the response came to its proper end; false when the connection broke.
  ///   - longestEvent: Bytes that one event may have.
  /// - Returns: What was read, with its class.
  package static func read(
    status: Int, headers: [(name: String, value: String)], body: [UInt8], reads: [(at: Int64, end: Int)],
    streamed: Bool, complete: Bool, longestEvent: Int = EventStreamParser.usualLimit
  ) -> ChatReading {
    let lookup = Headers(headers)
    var reading =
      if (200...299).contains(status) {
        answer(in: body, reads: reads, streamed: streamed, complete: complete, longest: longestEvent)
      } else {
        failure(status: status, error: ServerError.read(headers: headers, body: body), to: lookup["location"])
      }
    if reading.generationID == nil { reading.generationID = lookup["x-generation-id"] }
    return reading
  }

  /// Whether these bytes hold an event with a token: asked when a first-token deadline strikes.
  package static func holdsToken(_ body: [UInt8]) -> Bool {
    guard case .eventStream = BodyForm(body) else { return false }
    var reader = ChatStreamReader()
    reader.read(body[...], at: 0)
    return reader.firstToken != nil
  }

  private static func failure(status: Int, error: ServerError, to location: String?) -> ChatReading {
    var reading = ChatReading()
    reading.error = error
    if (300...399).contains(status) { reading.error?.message = redirect(to: location) }
    reading.outcome = OutcomeClass(status: status, error: error) ?? .badResponse
    return reading
  }

  /// The target's query is left out: it may hold what is nobody's business.
  private static func redirect(to location: String?) -> String {
    let target = (location ?? "").prefix { $0 != "?" && $0 != "#" }
    return "the server redirects to \(target.isEmpty ? "nowhere" : target.prefix(200)), and redirects are not followed"
  }

  private static func answer(
    in body: [UInt8], reads: [(at: Int64, end: Int)], streamed: Bool, complete: Bool, longest: Int
  ) -> ChatReading {
    let form = BodyForm(body)
    switch form {
    case .eventStream, .other:
      var reading = stream(body, reads: reads, complete: complete, longest: longest)
      // A stream may begin with a field that nobody knows: then its events tell.
      if form == .other, reading.events == 0 {
        return unreadable(body, note: "neither an event stream nor JSON came", complete: true)
      }
      if !streamed { reading.notes.append("an event stream came where JSON was due") }
      return reading
    case .json:
      var reading = json(body, complete: complete)
      if streamed { reading.notes.append("JSON came where an event stream was due: no time to first token") }
      return reading
    case .blank: return unreadable([], note: "the body is empty", complete: complete)
    case .markup: return unreadable(body, note: "HTML came where an answer was due", complete: true)
    }
  }

  static func stream(
    _ body: [UInt8], reads: [(at: Int64, end: Int)], complete: Bool, longest: Int
  ) -> ChatReading {
    var reader = ChatStreamReader(longestEvent: longest)
    var start = 0
    for read in reads {
      let end = min(max(read.end, start), body.count)
      reader.read(body[start..<end], at: read.at)
      start = end
    }
    // Bytes behind the last read have no stamp of their own; they came no earlier than it.
    if start < body.count { reader.read(body[start...], at: reads.last?.at ?? 0) }
    return reader.finish(complete: complete)
  }

  static func json(_ body: [UInt8], complete: Bool) -> ChatReading {
    let root: JSON
    do {
      root = try JSONDocument(body.withoutByteOrderMark).root
    } catch {
      let isCut = error == .cut && !complete
      var reading = unreadable(
        body, note: isCut ? "the JSON is cut off" : "the JSON cannot be read", complete: !isCut)
      reading.isTorn = isCut
      return reading
    }
    var assembly = AnswerAssembly()
    assembly.take(root, at: nil)
    var reading = assembly.finish()
    guard root["choices"] != nil || reading.error != nil else {
      return unreadable(body, note: "the JSON is no chat completion", complete: true)
    }
    reading.outcome = assembly.isFull ? .tooLarge : reading.classified()
    if reading.finishReason == nil, reading.error == nil { reading.notes.append("no finish_reason") }
    if !complete, !reading.isFinished { reading.notes.append("the connection broke behind the answer") }
    reading.notes += reading.usageOddities()
    return reading
  }

  /// A body that holds no answer: cut off when its connection broke, else not what was due.
  private static func unreadable(_ body: [UInt8], note: String, complete: Bool) -> ChatReading {
    var reading = ChatReading()
    reading.outcome = complete ? .badResponse : .cutOff
    reading.notes = [note]
    if complete, !body.isEmpty { reading.error = ServerError(text: body) }
    return reading
  }
}
