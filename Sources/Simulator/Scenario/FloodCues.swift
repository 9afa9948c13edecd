/// The cues of a flood, made as they are played: one without an end would fill the memory.
struct FloodCues: Sequence, IteratorProtocol {
  private let first: [UInt8]
  private let batch: [UInt8]
  private let last: [UInt8]
  /// Nil for ever.
  private let batches: Int?
  private let pause: Int64
  private var played = 0
  private var due: Int64 = 0

  /// A flood that need not wait comes in batches, so that a million of it are there at once.
  init(_ flood: Flood, model: String) {
    let isLine = flood.of == .line
    let opening = #"{"model":"\#(model)","choices":[{"index":0,"delta":{"content":""#
    let unit =
      switch flood.of {
      case .tokens: "data: \(opening)word \"}}]}\n\n"
      case .comments: ": OPENROUTER PROCESSING\n\n"
      case .line: "x"
      }
    let size = flood.pause > 0 ? 1 : Swift.min(flood.count ?? .max, isLine ? 65_536 : 500)
    let ending = #"data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}"# + "\n\ndata: [DONE]\n\n"
    first = Array((isLine ? "data: \(opening)" : "").utf8)
    batch = Array(repeatElement(Array(unit.utf8), count: size).joined())
    last = Array(((isLine ? "\"}}]}\n\n" : "") + ending).utf8)
    batches = flood.count.map { $0 / size }
    pause = flood.pause
  }

  mutating func next() -> Cue? {
    defer { played += 1 }
    if played == 0 { return Cue(at: 0, bytes: first) }
    guard let batches, played > batches else {
      due = due.extended(by: pause)
      return Cue(at: due, bytes: batch)
    }
    return played == batches + 1 ? Cue(at: due, bytes: last) : nil
  }
}
