/// Deals out what the limit of an answer's tokens leaves.
struct TokenBudget {
  private let limit: Int
  private(set) var taken = 0
  /// Whether anything was cut off because of the limit.
  private(set) var isExhausted = false

  /// The smaller of what the request and what the model allows.
  init(_ limit: Int?, of model: SimulatedModel) {
    self.limit = min(limit ?? model.largestAnswer, model.largestAnswer)
  }

  /// As many tokens as are left; a limit of their own cuts them without exhausting the budget.
  mutating func take(_ tokens: [Substring], atMost most: Int? = nil) -> ArraySlice<Substring> {
    let wanted = tokens.prefix(max(0, most ?? tokens.count))
    let granted = wanted.prefix(limit - taken)
    taken += granted.count
    if granted.count < wanted.count { isExhausted = true }
    return granted
  }
}
