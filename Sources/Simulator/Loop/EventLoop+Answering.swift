extension EventLoop {
  /// Answers the requests that are complete, one after the other and none before the last is over.
  func serve(_ connection: Connection, at arrival: Int64) {
    guard !connection.isDraining else { return }
    do {
      while connection.playing == nil, !connection.isDraining, let request = try connection.reader.next() {
        answer(request, on: connection, at: arrival)
      }
      let isFlood = connection.reader.backlog > RequestReader.largestBody + RequestReader.largestHead
      if isFlood { return drop(connection) }
      if !connection.isDraining, connection.reader.takeContinue() {
        send(Self.goOn, to: connection)
      }
    } catch {
      let response = Refusal(error).response
      connection.endsAfterAnswer = true
      begin(response, on: connection)
    }
  }

  /// Writes the cues that are due and sets the timer for the next.
  func play(to connection: Connection) {
    for _ in 0..<Self.longestTurn {
      guard let due = connection.playing?.due(by: clock) else { return end(connection) }
      guard due <= MachineClock.monotonic else { return timers.add(connection.id, due: due) }
      if connection.isBehind, connection.playing?.waitsForReader == true {
        connection.playing?.isHeldBack = true
        return
      }
      guard let cue = connection.playing?.takeCue(), perform(cue.action, cue.bytes, on: connection) else { return }
      tally.wrote(late: MachineClock.monotonic - due)
    }
    timers.add(connection.id, due: MachineClock.monotonic)
  }

  /// Answers false when the answer is over or nothing more of it will come.
  private func perform(_ action: Cue.Action, _ bytes: [UInt8], on connection: Connection) -> Bool {
    guard send(bytes, to: connection) else { return false }
    switch action {
    case .write, .writeUnframed: return true
    case .stall: return false
    case .close:
      connection.endsAfterAnswer = true
      end(connection)
      return false
    case .reset:
      end(connection)
      connection.socket.resetOnRelease()
      drop(connection)
      return false
    }
  }

  /// Does nothing when no answer is being played.
  private func end(_ connection: Connection) {
    guard connection.playing != nil else { return }
    connection.playing = nil
    tally.answerEnded(dropped: false)
    finish(connection)
  }

  /// Goes on with what a client had not taken.
  func resumeWriting(to connection: Connection) {
    guard connection.flush() else { return drop(connection) }
    guard !connection.hasUnsent else { return }
    poll.watch(connection.id)
    if connection.playing?.isHeldBack == true {
      connection.playing?.isHeldBack = false
      play(to: connection)
    } else if connection.endsAfterAnswer, connection.playing == nil {
      drain(connection)
    }
  }

  /// Forgets a client and, with it, the answer it was being played.
  func drop(_ connection: Connection) {
    guard connections.removeValue(forKey: connection.id) != nil else { return }
    if connection.playing != nil { tally.answerEnded(dropped: true) }
    connection.playing = nil
    connection.isDraining = true
    poll.remove(connection.id)
    connection.socket.release()
    poll.watch(Self.listening)
  }

  private func answer(_ request: Request, on connection: Connection, at arrival: Int64) {
    connection.endsAfterAnswer = !request.keepsAlive
    switch service.reply(to: request, at: arrival) {
    case .atOnce(let response):
      begin(response, on: connection, omitsBody: request.method == "HEAD")
    case .overTime(let performance):
      begin(performance, on: connection, at: arrival, isHTTP10: request.isHTTP10)
    }
  }

  private func begin(_ response: Response, on connection: Connection, omitsBody: Bool = false) {
    tally.served()
    let length = Response.Header(name: "Content-Length", value: String(response.body.count))
    let head = response.head(framing: [length] + ending(of: connection))
    if send(omitsBody ? head : head + response.body, to: connection) { finish(connection) }
  }

  private func begin(_ performance: Performance, on connection: Connection, at arrival: Int64, isHTTP10: Bool) {
    tally.served()
    tally.answerBegan()
    let isChunked = performance.head != nil && !isHTTP10
    if !isChunked { connection.endsAfterAnswer = true }
    let coding = isChunked ? [Response.Header(name: "Transfer-Encoding", value: "chunked")] : []
    let interims = Array(repeatElement(Self.goOn, count: performance.interims).joined())
    let head = performance.head.map { $0.head(framing: coding + ending(of: connection)) }
    var cues = performance.cues
    let first = cues.next()
    connection.playing = Connection.Playing(
      cues: cues, next: first, arrival: arrival, head: interims + (head ?? []), isChunked: isChunked,
      waitsForReader: performance.waitsForReader)
    play(to: connection)
  }

  private func ending(of connection: Connection) -> [Response.Header] {
    connection.endsAfterAnswer ? [.init(name: "Connection", value: "close")] : []
  }

  @discardableResult
  private func send(_ bytes: [UInt8], to connection: Connection) -> Bool {
    guard connection.send(bytes) else {
      drop(connection)
      return false
    }
    if connection.hasUnsent { poll.watch(connection.id, writing: true) }
    return true
  }

  private func finish(_ connection: Connection) {
    if connection.endsAfterAnswer, !connection.hasUnsent { drain(connection) }
  }

  /// Closes our side only: closing at once with bytes unread would reset the connection, and the
  /// client could lose the answer.
  private func drain(_ connection: Connection) {
    connection.isDraining = true
    connection.socket.finishWriting()
    timers.add(connection.id, due: MachineClock.monotonic + Self.drainTime)
  }
}
