/// The order in which an answer is written, with a sign of life wherever it would be silent for long.
struct Script: Sendable {
  /// How long OpenRouter stays silent, in nanoseconds: its comments were seen 0.55 to 0.6 s apart.
  static let silence: Int64 = 550_000_000

  /// One thing to write.
  enum Step: Hashable, Sendable {
    case head
    case signOfLife
    case piece(Generation.Piece)
    case finish, usage, end
    case wholeBody
  }

  /// A step and when it is due, in simulated nanoseconds since the request.
  struct Beat: Hashable, Sendable {
    var at: Int64
    var step: Step
  }

  private(set) var beats: [Beat] = []
  private var quietSince: Int64 = 0

  /// The script of an answer that is streamed, or of one that comes as a whole.
  init(_ generation: Generation, isStreamed: Bool) {
    if generation.opening < Self.silence { beats.append(Beat(at: generation.opening, step: .head)) }
    if isStreamed { addStream(of: generation) } else { add(.wholeBody, at: generation.ending) }
  }

  private mutating func addStream(of generation: Generation) {
    for piece in generation.pieces { add(.piece(piece), at: piece.at) }
    let millisecond: Int64 = 1_000_000
    add(.finish, at: generation.ending + 2 * millisecond)
    add(.usage, at: generation.ending + 5 * millisecond)
    add(.end, at: generation.ending + 6 * millisecond)
  }

  private mutating func add(_ step: Step, at time: Int64) {
    while time - quietSince > Self.silence {
      quietSince += Self.silence
      beats.append(Beat(at: quietSince, step: .signOfLife))
    }
    beats.append(Beat(at: time, step: step))
    quietSince = time
  }
}
