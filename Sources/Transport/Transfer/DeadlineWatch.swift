/// When a transfer has to be given up: the deadlines of its request, as instants, while it goes on.
struct DeadlineWatch {
  private let allowed: HTTPRequest.Deadlines
  /// Instants, not lengths; nil where nothing is armed.
  private var due = HTTPRequest.Deadlines()

  init(_ allowed: HTTPRequest.Deadlines, started: Int64) {
    self.allowed = allowed
    due.connect = Self.instant(started, plus: allowed.connect)
  }

  mutating func sent(at time: Int64) {
    due.connect = nil
    due.firstToken = Self.instant(time, plus: allowed.firstToken)
    due.total = Self.instant(time, plus: allowed.total)
  }

  mutating func read(at time: Int64) {
    due.gap = Self.instant(time, plus: allowed.gap)
  }

  mutating func disarmFirstToken() {
    due.firstToken = nil
  }

  /// What strikes next, and when; of two at once the earlier phase.
  var next: (deadline: Ending.Deadline, at: Int64)? {
    Ending.Deadline.allCases.compactMap { deadline in
      self[deadline].map { (deadline, $0) }
    }.min { $0.1 < $1.1 }
  }

  private subscript(deadline: Ending.Deadline) -> Int64? {
    switch deadline {
    case .connect: due.connect
    case .firstToken: due.firstToken
    case .gap: due.gap
    case .total: due.total
    }
  }

  private static func instant(_ start: Int64, plus length: Int64?) -> Int64? {
    length.map { length in
      let (sum, overflows) = start.addingReportingOverflow(length)
      return overflows ? .max : sum
    }
  }
}
