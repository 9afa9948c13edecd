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
    var waitsForReader = false
    /// The next cue is due, and waits for the client to read.
    var isHeldBack = false
  }

  init(id: UInt64, socket: Socket) {
    self.id = id
    self.socket = socket
  }

  var hasUnsent: Bool { !unsent.isEmpty }

  /// Whether so much is unsent that a performance that can wait does.
  var isBehind: Bool { unsent.count > Self.patience / 8 }

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
    next.map { arrival.extended(by: clock.real($0.at)) }
  }

  /// The cue that is due, with the bytes to write for it; the one after it is the next.
  mutating func takeCue() -> (action: Cue.Action, bytes: [UInt8])? {
    guard let cue = next else { return nil }
    var bytes = cue.action == .reset ? [] : head ?? []
    head = nil
    let body = cue.written(arrival: arrival, now: MachineClock.monotonic)
    bytes += isChunked && cue.action == .write ? Self.chunk(body) : body
    next = cues.next()
    if next == nil, isChunked, cue.action == .write { bytes += "0\r\n\r\n".utf8 }
    return (cue.action, bytes)
  }

  /// Empty for no bytes: a chunk of none would end the body.
  private static func chunk(_ bytes: [UInt8]) -> [UInt8] {
    bytes.isEmpty ? [] : Array("\(String(bytes.count, radix: 16))\r\n".utf8) + bytes + Array("\r\n".utf8)
  }
}
