internal import Benchmark

/// A plan cut where the day's quota ends: between two blocks, so that no prompt has met some contestants alone.
struct QuotaAllocation: Hashable, Sendable {
  var today: [Trial]
  var later: [Trial]

  /// `remaining` requests may draw on the free quota, nil lets all pass; `drawing` says how many a trial's will.
  init(_ trials: [Trial], remaining: Int?, drawing: (Trial) -> Int) {
    var end = trials.startIndex
    var drawn = 0
    while let block = trials[end...].first?.block {
      let next = trials[end...].firstIndex { $0.block != block } ?? trials.endIndex
      drawn += trials[end..<next].reduce(0) { $0 + drawing($1) }
      if let remaining, drawn > remaining { break }
      end = next
    }
    today = Array(trials[..<end])
    later = Array(trials[end...])
  }
}
