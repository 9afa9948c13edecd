/// How many requests to free models an account may make.
package struct FreeTier: Hashable, Sendable {
  package var perMinute: Int
  /// 50 is the limit of accounts that bought little; from 1000 on an account counts as one that paid.
  package var perDay: Int
  /// The length of the short window in simulated milliseconds; a whole minute on the real server.
  package var window: Int64

  package init(perMinute: Int, perDay: Int, window: Int64 = 60_000) {
    self.perMinute = perMinute
    self.perDay = perDay
    self.window = window
  }

  /// Whether the account belongs to the larger of the two tiers.
  var isHighBalance: Bool { perDay >= 1000 }
}
