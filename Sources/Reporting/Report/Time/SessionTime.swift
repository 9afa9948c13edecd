import Benchmark

/// What the stamps of one session's requests, to contestants and to judges, tell of its time.
///
/// One request at a time stands at the gate, so that their waits there never overlap; other waits do.
struct SessionTime {
  private let requests: [TimedRequest]
  /// From the first request's place at the gate to the end of the last.
  private let whole: Spans
  /// Somebody stood at the gate, with a free place and leave to go but for the limit.
  private let gate: Spans
  private let underWay: Spans
  /// Nothing was under way and nobody stood at the gate.
  private let idle: Spans
  /// Nothing might leave, since a limit of the account was used up.
  private let held: Spans

  init(_ requests: [TimedRequest]) {
    self.requests = requests
    let start = requests.lazy.map(\.queued).min() ?? 0
    whole = Spans([start..<max(start, requests.lazy.map(\.ended).max() ?? start)])
    gate = Spans(requests.map(\.gateWait))
    let sent = Spans(requests.map { $0.admitted..<max($0.admitted, $0.ended) })
    underWay = sent.subtracting(gate)
    idle = whole.subtracting(gate).subtracting(sent)
    held = Spans(requests.compactMap { $0.pause(of: .account) })
  }

  var length: Nanoseconds { whole.length }

  func share(of cause: TimeSpent.Cause) -> TimeSpent.Share {
    switch cause {
    case .pace: return pace
    case .usedUp:
      let waits = gate.intersection(held).length + idle.intersection(held).length
      return share(cause, waits, of: requests.compactMap { $0.wait(of: .account) })
    case .pause: return share(cause, paused.length, of: requests.compactMap { $0.wait(of: .model) })
    case .backOff:
      let waits = Spans(requests.compactMap { $0.pause(of: .request) })
      let own = idle.subtracting(held).subtracting(paused).intersection(waits)
      return share(cause, own.length, of: requests.compactMap { $0.wait(of: .request) })
    case .answers: return TimeSpent.Share(cause: cause, time: underWay.length, count: requests.count)
    }
  }

  /// When each contestant was left alone, by its name.
  var pauses: [String: (spans: Spans, refusals: Int)] {
    let refused = requests.filter { $0.wait(of: .model) != nil }
    return Dictionary(grouping: refused, by: \.contestant).mapValues { refused in
      (Spans(refused.compactMap { $0.pause(of: .model) }).intersection(whole), refused.count)
    }
  }

  private var pace: TimeSpent.Share {
    // What lies within no hold; shorter is the program's own step through the gate.
    let waits = requests.map { Spans([$0.gateWait]).subtracting(held).length }.filter { $0 >= .perMillisecond }
    return share(.pace, gate.subtracting(held).length, of: waits)
  }

  private var paused: Spans {
    idle.subtracting(held).intersection(Spans(requests.compactMap { $0.pause(of: .model) }))
  }

  private func share(_ cause: TimeSpent.Cause, _ time: Nanoseconds, of waits: [Nanoseconds]) -> TimeSpent.Share {
    TimeSpent.Share(cause: cause, time: time, count: waits.count, longest: waits.max())
  }
}
