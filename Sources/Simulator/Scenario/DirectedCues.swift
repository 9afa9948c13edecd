/// Cues that come later, break off or go wrong as an effect says.
struct DirectedCues: IteratorProtocol {
  private var base: any IteratorProtocol<Cue>
  private let timing: TimingEffect
  private let scene: Scene
  private var shift: Int64
  private var last: Int64
  private var pieces = 0
  private var hasBroken = false
  /// What comes before anything else of `base`, in its order.
  private var queue: ArraySlice<Cue>
  /// Nothing more of `base` comes.
  private var isOver = false

  init(_ base: some IteratorProtocol<Cue>, timing: TimingEffect, scene: Scene) {
    self.base = base
    self.timing = timing
    self.scene = scene
    shift = timing.delay + timing.comments
    last = shift
    queue = timing.signsOfLife[...]
  }

  mutating func next() -> Cue? {
    if let cue = queue.popFirst() { return cue }
    guard !isOver else { return nil }
    guard let cue = base.next() else {
      isOver = true
      if !hasBroken { breakOff() }
      return queue.popFirst()
    }
    let isPiece = !cue.bytes.isEmpty
    if isPiece, pieces == timing.after { breakOff() }
    if isPiece { pieces += 1 }
    return enqueue(cue)
  }

  private mutating func enqueue(_ cue: Cue) -> Cue? {
    var cue = cue
    cue.at += shift
    last = cue.at
    if !isOver { queue.append(cue) }
    return queue.popFirst()
  }

  private mutating func breakOff() {
    hasBroken = true
    shift += timing.pause
    if let error = timing.error { queue.append(Cue(at: last, bytes: errorEvent(error))) }
    guard let end = timing.end else { return }
    isOver = true
    queue += end.cues(at: last)
  }

  private func errorEvent(_ error: StockBody) -> [UInt8] {
    let refusal = error.refusal(in: scene)
    let event: JSON = [
      "object": "chat.completion.chunk", "model": .string(scene.model),
      "error": ["code": .integer(refusal.status), "message": .string(refusal.message)],
      "choices": [["index": 0, "delta": ["content": "", "role": "assistant"], "finish_reason": "error"]],
    ]
    return Generation.event(event.bytes)
  }
}

extension TimingEffect {
  /// A comment every 100 ms.
  fileprivate var signsOfLife: [Cue] {
    stride(from: 0, to: comments, by: 100_000_000).map {
      Cue(at: delay + $0, bytes: Array(": OPENROUTER PROCESSING\n\n".utf8))
    }
  }
}

extension TimingEffect.End {
  fileprivate func cues(at time: Int64) -> [Cue] {
    switch self {
    case .stall: [Cue(at: time, action: .stall)]
    case .close: [Cue(at: time, action: .close)]
    case .reset: [Cue(at: time, action: .reset)]
    case .cut:
      [Cue(at: time, action: .writeUnframed, bytes: Array("1000\r\ndata: {\"cho".utf8)), Cue(at: time, action: .close)]
    }
  }
}
