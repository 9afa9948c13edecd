/// One client: what it has sent, what it must still be sent, and the answer that is being played to it.
///
/// Owned by the event loop's thread.
final class Connection {
  let id: UInt64
  let socket: Socket
  var reader = RequestReader()
  /// The answer being played; further requests wait until it is over.
  var playing: Playing?
  /// The answer is the last: the client is then given time to read it and to close.
  var endsAfterAnswer = false
  /// Nothing more is written; what still comes in is thrown away until the client closes.
  var isDraining = false
  private var unsent: ArraySlice<UInt8> = []

  /// A performance with the moment its request arrived.
  struct Playing {
    var cues: any IteratorProtocol<Cue>
    var next: Cue?
    let arrival: Int64
    /// The head of the response, until it is out.
    var head: [UInt8]?
    let isChunked: Bool
  }

  init(id: UInt64, socket: Socket) {
    self.id = id
    self.socket = socket
  }

  var hasUnsent: Bool { !unsent.isEmpty }

  /// How much may wait for a client that does not read.
  private static let patience = 1 << 20

  /// Writes what the socket takes and keeps the rest; false when the client is gone or far behind.
  func send(_ bytes: [UInt8]) -> Bool {
    unsent += bytes
    return flush() && unsent.count <= Self.patience
  }

  /// Writes what was kept; false when the client is gone.
  func flush() -> Bool {
    while !unsent.isEmpty {
      switch socket.write(unsent) {
      case .moved(let count): unsent = unsent.dropFirst(count)
      case .wouldBlock: return true
      case .ended: return false
      }
    }
    unsent = []
    return true
  }
}

extension Connection.Playing {
  /// When the next cue is due, on the monotonic clock; nil after the last.
  func due(by clock: SimulatedClock) -> Int64? {
    next.map { arrival + clock.real($0.at) }
  }

  /// The bytes of the cue that is due, framed, and the cue after it.
  mutating func takeCue() -> [UInt8] {
    var bytes = head ?? []
    head = nil
    if let body = next?.written(arrival: arrival, now: MachineClock.monotonic), !body.isEmpty {
      bytes += isChunked ? Array("\(String(body.count, radix: 16))\r\n".utf8) + body + Array("\r\n".utf8) : body
    }
    next = cues.next()
    if next == nil, isChunked { bytes += "0\r\n\r\n".utf8 }
    return bytes
  }
}
