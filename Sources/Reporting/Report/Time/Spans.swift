import Benchmark

/// Stretches of one clock in order, none of which touches another.
struct Spans: Hashable, Sendable {
  private(set) var ranges: [Range<Nanoseconds>] = []

  private init(inOrder ranges: [Range<Nanoseconds>]) {
    self.ranges = ranges
  }

  /// All moments that any of them holds.
  init(_ ranges: some Sequence<Range<Nanoseconds>>) {
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
      if let last = self.ranges.last, range.lowerBound <= last.upperBound {
        self.ranges[self.ranges.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        self.ranges.append(range)
      }
    }
  }

  var length: Nanoseconds { ranges.reduce(0) { $0 + ($1.upperBound - $1.lowerBound) } }

  /// The moments that both hold.
  func intersection(_ other: Spans) -> Spans {
    var (common, mine, theirs) = ([Range<Nanoseconds>](), ranges[...], other.ranges[...])
    while let first = mine.first, let second = theirs.first {
      if first.overlaps(second) { common.append(first.clamped(to: second)) }
      if first.upperBound < second.upperBound { mine.removeFirst() } else { theirs.removeFirst() }
    }
    return Spans(inOrder: common)
  }

  /// The moments that only this one holds.
  func subtracting(_ other: Spans) -> Spans {
    guard let first = ranges.first, let last = ranges.last else { return self }
    var (gaps, start) = ([Range<Nanoseconds>](), first.lowerBound)
    for range in other.ranges where range.upperBound > start && range.lowerBound < last.upperBound {
      if range.lowerBound > start { gaps.append(start..<range.lowerBound) }
      start = range.upperBound
    }
    if start < last.upperBound { gaps.append(start..<last.upperBound) }
    return intersection(Spans(inOrder: gaps))
  }
}
