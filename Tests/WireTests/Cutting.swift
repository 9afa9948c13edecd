/// A way of cutting a body into the pieces that a network might deliver.
enum Cutting: CustomStringConvertible {
  case whole
  case bytes
  case random(seed: UInt64)
  case offsets([Int])

  static func all(for transcript: Transcript) -> [Cutting] {
    [.whole, .bytes] + (1...4).map { .random(seed: $0) }
      + (transcript.cutOffsets.isEmpty ? [] : [.offsets(transcript.cutOffsets)])
      + transcript.cutOffsets.map { .offsets([$0]) }
  }

  var description: String {
    switch self {
    case .whole: "whole"
    case .bytes: "byte by byte"
    case .random(let seed): "random pieces, seed \(seed)"
    case .offsets(let offsets): "cut at \(offsets)"
    }
  }

  /// Where the pieces of a body of this length end; the last one ends with it.
  func ends(of count: Int) -> [Int] {
    switch self {
    case .whole: [count]
    case .bytes: Array(1...max(count, 1))
    case .random(let seed): Self.randomEnds(of: count, seed: seed)
    case .offsets(let offsets): offsets + [count]
    }
  }

  private static func randomEnds(of count: Int, seed: UInt64) -> [Int] {
    var generator = Xorshift(state: seed &* 0x9E37_79B9_7F4A_7C15)
    var ends: [Int] = []
    while (ends.last ?? 0) < count {
      ends.append(min(count, (ends.last ?? 0) + Int.random(in: 1...200, using: &generator)))
    }
    return ends
  }
}

/// Marsaglia's generator: the same pieces in every run.
private struct Xorshift: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
