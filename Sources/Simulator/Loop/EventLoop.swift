/// Serves all connections on one thread: reads requests, plays answers on time, never waits for a client.
final class EventLoop {
  static let stop: UInt64 = 0
  static let listening: UInt64 = 1
  /// How long a client may take to close after its last answer, in nanoseconds.
  static let drainTime: Int64 = 2_000_000_000
  /// Cues that are written to one client before others have their turn.
  static let longestTurn = 64
  static let goOn = Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)

  let tally: Tally
  let clock: SimulatedClock
  var service: Service
  var poll = PollSet()
  var timers = TimerHeap()
  var connections: [UInt64: Connection] = [:]
  private let listener: Socket
  private let stopSignal: Socket
  private var lastID = listening
  private var buffer = [UInt8](repeating: 0, count: 65_536)

  /// `stopSignal` is one of a pair of sockets; closing the other stops the loop.
  init(listener: Socket, stopSignal: Socket, service: Service, clock: SimulatedClock, tally: Tally) {
    self.listener = listener
    self.stopSignal = stopSignal
    self.service = service
    self.clock = clock
    self.tally = tally
    poll.add(stopSignal, id: Self.stop)
    poll.add(listener, id: Self.listening)
  }

  /// Returns when the loop was told to stop, with every descriptor closed.
  func run() {
    var isRunning = true
    while isRunning {
      let patience = timers.next.map { max(0, $0 - MachineClock.monotonic) }
      for readiness in poll.wait(atMost: patience) {
        if readiness.id == Self.stop { isRunning = false }
        handle(readiness)
        // Between any two clients, so that a crowd of new ones delays no answer that is due.
        fireTimers()
      }
      fireTimers()
    }
    for connection in Array(connections.values) { drop(connection) }
    listener.release()
    stopSignal.release()
  }

  private func handle(_ readiness: PollSet.Readiness) {
    if readiness.id == Self.listening { return acceptClients() }
    guard let connection = connections[readiness.id] else { return }
    if readiness.isWritable { resumeWriting(to: connection) }
    if readiness.isReadable { read(from: connection) }
  }

  /// Fires what is due by now: an answer without end is due again at once.
  private func fireTimers() {
    let now = MachineClock.monotonic
    while let entry = timers.take(at: now) {
      guard let connection = connections[entry.id] else { continue }
      if connection.isDraining {
        drop(connection)
      } else {
        play(to: connection)
        serve(connection, at: MachineClock.monotonic)
      }
    }
  }

  private func acceptClients() {
    while true {
      switch listener.nextClient() {
      case .client(let socket): admit(socket)
      case .none: return
      // A waiting client would wake the loop for ever: listen again when a descriptor is free.
      case .noDescriptors: return poll.watch(Self.listening, reading: false)
      }
    }
  }

  private func admit(_ socket: Socket) {
    lastID += 1
    connections[lastID] = Connection(id: lastID, socket: socket)
    poll.add(socket, id: lastID)
  }

  private func read(from connection: Connection) {
    let arrival = MachineClock.monotonic
    let transfer = buffer.withUnsafeMutableBytes { bytes in
      let transfer = connection.socket.read(into: bytes)
      if case .moved(let count) = transfer, !connection.isDraining {
        connection.reader.append(UnsafeRawBufferPointer(rebasing: bytes[..<count]))
      }
      return transfer
    }
    switch transfer {
    case .wouldBlock: return
    case .ended: drop(connection)
    case .moved: serve(connection, at: arrival)
    }
  }
}
