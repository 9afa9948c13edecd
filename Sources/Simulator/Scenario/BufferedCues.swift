/// Cues of a body that something on the way holds back until it is whole.
struct BufferedCues: IteratorProtocol {
  private var base: any IteratorProtocol<Cue>
  /// What ends the body otherwise than well.
  private var end: Cue?

  init(_ base: some IteratorProtocol<Cue>) {
    self.base = base
  }

  mutating func next() -> Cue? {
    if let end {
      self.end = nil
      return end
    }
    var whole: Cue?
    while let cue = base.next() {
      guard cue.action == .write else {
        end = cue
        break
      }
      whole = Cue(at: cue.at, bytes: (whole?.bytes ?? []) + cue.bytes)
    }
    guard whole == nil else { return whole }
    defer { end = nil }
    return end
  }
}
