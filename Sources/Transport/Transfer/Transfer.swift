import CLibcurl

/// A request on its way, with what has come of its answer; lives on the transport's thread.
final class Transfer {
  let submission: Submission
  let destination: Destination
  let easy: EasyHandle
  var watch: DeadlineWatch
  /// Outlives its transfers.
  private unowned(unsafe) let loop: TransferLoop

  private(set) var body = ReceivedBody()
  /// What the loop knows of the body's memory.
  private var heldBytes = 0
  private(set) var head = ResponseHead()
  private var sent: Int64?
  private var headersComplete: Int64?
  private var reused: Bool?
  private var isResendRefused = false
  private var outgrown: Ending.Part?
  private var lastArrival: (wakeUp: Int, at: Int64)?

  init(_ submission: Submission, to destination: Destination, by easy: EasyHandle, on loop: TransferLoop) {
    self.submission = submission
    self.destination = destination
    self.easy = easy
    self.loop = loop
    watch = DeadlineWatch(submission.request.deadlines, started: submission.started)
  }
}

// What libcurl calls back with. Every `now` was read before anything else was done.
extension Transfer {
  /// Answers false when libcurl is about to send the request a second time.
  ///
  /// It would, on a new connection, when a reused one turns out to be dead: in silence, and with a wrong latency.
  func willSend(at now: Int64) -> Bool {
    guard sent == nil else {
      isResendRefused = true
      return false
    }
    sent = now
    reused = easy.integer(CURLINFO_NUM_CONNECTS) == 0
    watch.sent(at: now)
    loop.schedule(watch)
    return true
  }

  /// Answers false when the headers have outgrown their limits.
  func receiveHeader(_ line: UnsafeRawBufferPointer, at now: Int64) -> Bool {
    let arrival = stamp(now)
    head.receive(line)
    if head.isComplete, headersComplete == nil { headersComplete = arrival }
    if head.exceeds(submission.request.limits) { outgrown = .headers }
    return outgrown == nil
  }

  /// Answers false when the body has outgrown its limits.
  func receiveBody(_ bytes: UnsafeRawBufferPointer, at now: Int64) -> Bool {
    let arrival = stamp(now)
    let (isFirst, start) = (body.reads.isEmpty, body.bytes.count)
    outgrown = body.receive(bytes, at: arrival, wakeUp: loop.wakeUp, limits: submission.request.limits)
    watch.read(at: arrival)
    let mayBeWhole = noteCompletion(from: start, at: arrival)
    if mayBeWhole || isFirst { loop.schedule(watch) }
    if body.held != heldBytes { tellMemory() }
    return outgrown == nil
  }

  /// Looks at new bytes for what may complete the body; answers whether that is the first of it.
  private func noteCompletion(from start: Int, at now: Int64) -> Bool {
    guard let completion = submission.request.completion, body.withNewest(from: start, completion.mayStand) else {
      return false
    }
    return watch.mayBeComplete(at: now, grace: completion.grace)
  }

  /// Seldom: memory is asked for in doubling steps.
  ///
  /// Where that is too much for all together, and no body is larger, this one ends here: several that grow in one turn of
  /// the loop would take twice the budget before the turn ends.
  private func tellMemory() {
    holdMemory()
    guard outgrown == nil, loop.bodies.isOver, loop.isLargest(self) else { return }
    outgrown = .body
    body.shorten(to: Transfer.keptOfTooLarge)
    holdMemory()
  }

  private func holdMemory() {
    loop.bodies.hold(body.held - heldBytes)
    heldBytes = body.held
  }

  /// What comes in one wake-up came at one time: that of its first callback.
  private func stamp(_ now: Int64) -> Int64 {
    if let lastArrival, lastArrival.wakeUp == loop.wakeUp { return lastArrival.at }
    lastArrival = (loop.wakeUp, now)
    return now
  }
}

extension Transfer {
  /// How the transfer ended by libcurl's account and our own.
  func ending(_ code: CURLcode) -> Ending {
    if let outgrown { return .tooLarge(outgrown) }
    if isResendRefused { return .failed(.deadConnection(to: destination, code)) }
    switch code {
    case CURLE_OK: return .complete
    case CURLE_OPERATION_TIMEDOUT: return .timedOut(.connect)  // libcurl's own limit of 300 s; no other is set
    case _ where isHeaderOverflow(code): return .tooLarge(.headers)
    default: return .failed(failure(code))
    }
  }

  /// libcurl finds a reused connection dead before it would send again, or while it sends.
  private func failure(_ code: CURLcode) -> TransportFailure {
    let failure = TransportFailure(code, of: self)
    let isDead = failure.kind == .network && reused == true && head.bytes == 0
    return isDead ? .deadConnection(to: destination, code) : failure
  }

  // A header line over 100 KiB is out of memory to libcurl before 8.6, and CURLE_TOO_LARGE (100) since.
  private func isHeaderOverflow(_ code: CURLcode) -> Bool {
    !head.isComplete && sent != nil && (code == CURLE_OUT_OF_MEMORY || code.rawValue == 100)
  }

  /// How much of an answer is kept that was too large: enough to see what it was.
  private static let keptOfTooLarge = 1 << 20

  /// Gives the body away, cut to its beginning where it was too large.
  func exchange(_ ending: Ending) -> Exchange {
    loop.bodies.hold(-heldBytes)
    if case .tooLarge = ending { body.shorten(to: Transfer.keptOfTooLarge) }
    var exchange = Exchange(started: submission.started, ended: Monotonic.now, ending: ending)
    exchange.sent = sent
    exchange.headersComplete = headersComplete
    exchange.firstByte = body.reads.first?.at
    exchange.status = head.status
    exchange.httpVersion = head.httpVersion
    exchange.headers = head.headers
    exchange.body = body.bytes
    exchange.reads = body.reads
    describeConnection(&exchange)
    return exchange
  }

  private func describeConnection(_ exchange: inout Exchange) {
    exchange.reused = reused
    if reused != true {
      let connectTimes = easy.connectTimes
      exchange.nameLookup = connectTimes.nameLookup
      exchange.tcp = connectTimes.tcp
      exchange.tls = connectTimes.tls
    }
    exchange.bytesSent = easy.bytesSent
    exchange.bytesReceived = Int(easy.offset(CURLINFO_SIZE_DOWNLOAD_T))
  }
}
