internal import Benchmark

/// Reads a streamed answer as its bytes arrive; whoever reads the socket passes the stamp of each read.
package struct ChatStreamReader: Sendable {
  private var parser: EventStreamParser
  private var assembly = AnswerAssembly()
  /// Of the chunk that was parsed last.
  private var form: ChunkForm?
  private var tally = Tally()
  private var lastStamp: Int64 = 0

  private struct Tally {
    var events = 0
    var badJSON = 0
    var afterDone = 0
    var done = false
    var tail = false
    /// An event that began like JSON could not be read, where no finish reason had come.
    var damaged = false
    /// The same behind a finish reason: nothing is missing unless text follows.
    var brokenBehindEnd = false
  }

  package init(longestEvent: Int = EventStreamParser.usualLimit) {
    parser = EventStreamParser(longestEvent: longestEvent)
  }

  /// The read of the first event with text; nil so far when only comments, roles and the like came.
  package var firstToken: Int64? { assembly.firstToken }

  /// Takes the bytes of one read; pieces may be cut anywhere.
  package mutating func read(_ bytes: ArraySlice<UInt8>, at stamp: Int64) {
    var rest = bytes
    lastStamp = stamp
    while !assembly.isFull, let event = parser.next(from: &rest) {
      tally.events += 1
      take(event)
    }
  }

  /// The answer, when the stream has ended; `complete` is false when its connection broke.
  package mutating func finish(complete: Bool = true) -> ChatReading {
    while let event = parser.finish() {
      tally.tail = true
      take(event)
    }
    var reading = assembly.finish()
    reading.isEventStream = true
    reading.comments = parser.comments
    reading.events = tally.events
    reading.badJSON = tally.badJSON
    reading.isDamaged = tally.damaged
    reading.afterDone = tally.afterDone
    reading.done = tally.done
    reading.isFinished = reading.isFinished || tally.done
    reading.outcome = parser.isOverLimit || assembly.isFull ? .tooLarge : reading.classified()
    reading.notes += reading.oddities(complete: complete, tail: tally.tail)
    return reading
  }

  private mutating func take(_ event: ServerSentEvent) {
    if tally.done {
      tally.afterDone += 1
    } else if event.data.elementsEqual("[DONE]".utf8) {
      tally.done = true
    } else if event.name != "error", let text = form?.text(of: event.data) {
      assembly.take(text, at: lastStamp)
      noteText()
    } else if let document = try? JSONDocument(event.data) {
      take(document, isError: event.name == "error")
    } else if event.name == "error" {
      assembly.takeError(ServerError(text: event.data))
    } else if !event.data.allSatisfy(\.isBlank) {
      takeBroken(event)
    }
  }

  /// Words that are no JSON are a proxy's; what begins like it was meant to say something.
  private mutating func takeBroken(_ event: ServerSentEvent) {
    tally.badJSON += 1
    guard let first = event.data.first(where: { !$0.isBlank }), first == .openingBrace || first == .openingBracket
    else { return }
    if assembly.finishReason == nil { tally.damaged = true } else { tally.brokenBehindEnd = true }
  }

  private mutating func noteText() {
    if tally.brokenBehindEnd, assembly.hasCarried { tally.damaged = true }
  }

  private mutating func take(_ document: JSONDocument, isError: Bool) {
    // `error: null` tells that there is none.
    if isError, document.root.text == "null" { return }
    assembly.take(document.root, at: lastStamp)
    noteText()
    if isError { assembly.takeError(ServerError(details: document.root)) }
    form = isError ? nil : assembly.plainlyCarried.flatMap { ChunkForm(document, carrying: $0) }
  }
}
