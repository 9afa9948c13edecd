package import Benchmark

/// So many requests in any window of time, as a person writes it: `18/min`, `6/10s`, `500/day`.
package struct RequestRate: Hashable, Sendable {
  package var limit: Int
  package var window: Nanoseconds

  package init(limit: Int, window: Nanoseconds) {
    self.limit = limit
    self.window = window
  }

  /// What OpenRouter's free tier can be asked: 20 a minute less what a connect deadline of 5 s may bunch together.
  package static let openRouterFree = RequestRate(limit: 18, window: 60 * Nanoseconds.perSecond)
}

extension RequestRate: LosslessStringConvertible {
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let limit = Int(parts[0]), limit > 0, let window = TimeSpan(String(parts[1])) else {
      return nil
    }
    self.init(limit: limit, window: window.nanoseconds)
  }

  package var description: String { "\(limit)/\(TimeSpan(nanoseconds: window).unitText)" }

  /// How long `requests` take at this rate, sent one at a time; at most 292 years.
  package func time(for requests: Int) -> Nanoseconds {
    let interval = (window - 1) / Nanoseconds(limit) + 1
    let (time, overflow) = Nanoseconds(max(requests - 1, 0)).multipliedReportingOverflow(by: interval)
    return overflow ? .max : time
  }
}
