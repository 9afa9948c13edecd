/// When an answer comes, how evenly, and how it ends; lengths are simulated nanoseconds.
struct TimingEffect: Hashable, Sendable {
  /// Before anything, the head included.
  var delay: Int64 = 0
  /// Of comments before the answer.
  var comments: Int64 = 0
  /// The pieces that come before pause, error and end; nil for all.
  var after: Int?
  var pause: Int64 = 0
  var drip: Drip?
  /// The body comes at once when it is whole, as through a proxy that buffers.
  var isBuffered = false
  /// The stock body whose error comes as an event.
  var error: StockBody?
  var end: End?

  /// How an answer ends that is not to end well.
  enum End: String, CaseIterable {
    case stall, close, reset
    /// Within a chunk: more of it was announced than comes.
    case cut
  }

  /// Some bytes at a time.
  struct Drip: Hashable, Sendable {
    var bytes: Int
    var pause: Int64
  }
}

extension TimingEffect: Decodable {
  private enum CodingKeys: String, CodingKey, CaseIterable {
    case delay, comments, after, pause, drip, error, end
    case isBuffered = "buffered"
  }

  static let keys = CodingKeys.allCases.map(\.stringValue)

  init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: CodingKeys.self)
    delay = try keys.decodeSeconds(.delay) ?? 0
    comments = try keys.decodeSeconds(.comments) ?? 0
    after = try keys.decodeIfPresent(Int.self, forKey: .after)
    if let after, after < 0 { throw keys.mistake("must be 0 or more", at: .after) }
    pause = try keys.decodeSeconds(.pause) ?? 0
    drip = try keys.decodeIfPresent(Drip.self, forKey: .drip)
    isBuffered = try keys.decodeIfPresent(Bool.self, forKey: .isBuffered) ?? false
    error = try keys.decodeWord(StockBody.self, forKey: .error)
    end = try keys.decodeWord(End.self, forKey: .end)
  }
}

extension TimingEffect.Drip: StrictlyDecodable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case bytes
    case pause = "every"
  }

  init(from decoder: any Decoder) throws {
    let keys = try Self.container(of: decoder)
    bytes = try keys.decodePositive(.bytes) ?? 1
    pause = try keys.decodeSeconds(.pause) ?? 1_000_000_000
  }
}
