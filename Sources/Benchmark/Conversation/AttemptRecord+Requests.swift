extension [AttemptRecord] {
  /// A trial's attempts, given in order, by the requests that they were made for: one, or a conversation's in order.
  package var byRequest: [[AttemptRecord]] {
    guard contains(where: { $0.step != nil }) else { return isEmpty ? [] : [self] }
    return Dictionary(grouping: self, by: \.place).sorted { $0.key < $1.key }.map(\.value)
  }
}

extension Step: Comparable {
  package static func < (first: Step, second: Step) -> Bool {
    (first.turn, first.round) < (second.turn, second.round)
  }
}
