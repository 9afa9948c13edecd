package import Benchmark

/// So many requests in any window of time, as a person writes it: `18/min`, `6/10s`, `500/day`.
package struct RequestRate: Hashable, Sendable {
  package var limit: Int
  package var window: Nanoseconds

  package init(limit: Int, window: Nanoseconds) {
    self.limit = limit
    self.window = window
  }

  /// What OpenRouter's free tier can be asked, which allows 20 a minute.
  package static let openRouterFree = RequestRate(within: 20)

  /// The pace for a server that allows so many requests a minute: a tenth less, since what leaves evenly arrives
  /// bunched by as much as connecting takes.
  package init(within allowed: Int) {
    let allowed = min(max(allowed, 1), Count.range.upperBound)
    self.init(limit: max(allowed - (allowed + 9) / 10, 1), window: 60 * Nanoseconds.perSecond)
  }

  /// Whether it lets fewer requests through than another, in the long run.
  func isSlower(than other: RequestRate) -> Bool {
    Double(limit) / Double(window) < Double(other.limit) / Double(other.window)
  }
}

extension RequestRate: LosslessStringConvertible {
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let limit = Int(parts[0]).flatMap(Count.admitted), limit > 0,
      let window = TimeSpan(String(parts[1]))
    else {
      return nil
    }
    self.init(limit: limit, window: window.nanoseconds)
  }

  package var description: String { "\(limit)/\(TimeSpan(nanoseconds: window).unitText)" }

  /// How long `requests` take at this rate, sent one at a time; at most 292 years.
  package func time(for requests: Int) -> Nanoseconds {
    let interval = (window - 1) / Nanoseconds(limit) + 1
    return Nanoseconds(max(requests - 1, 0)).multipliedSaturated(by: interval)
  }
}
