/// Cues cut into a few bytes each, with a pause behind each of them.
struct DrippingCues: IteratorProtocol {
  private var base: any IteratorProtocol<Cue>
  private let drip: TimingEffect.Drip
  private var current = Cue(at: 0)
  private var rest: ArraySlice<UInt8> = []
  private var earliest: Int64 = 0

  init(_ base: some IteratorProtocol<Cue>, _ drip: TimingEffect.Drip) {
    self.base = base
    self.drip = drip
  }

  mutating func next() -> Cue? {
    if rest.isEmpty {
      guard let cue = base.next() else { return nil }
      current = cue
      rest = cue.bytes[...]
    }
    var drop = current
    drop.at = max(current.at, earliest)
    drop.bytes = Array(rest.prefix(drip.bytes))
    rest = rest.dropFirst(drip.bytes)
    earliest = drop.at.extended(by: drip.pause)
    return drop
  }
}
