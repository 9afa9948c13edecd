/// When a transfer has to be looked at: the deadlines of its request, as instants, while it goes on.
struct DeadlineWatch {
  /// What is to be done when a time has come.
  enum Alarm: Hashable {
    /// To ask whether the body holds all that is wanted.
    case completion
    case deadline(Ending.Deadline)
  }

  private let allowed: HTTPRequest.Deadlines
  /// Instants, not lengths; nil where nothing is armed.
  private var due = HTTPRequest.Deadlines()
  private var completion: Int64?

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

  /// Something that may complete the body came at a time; answers whether nothing was due for that yet.
  mutating func mayBeComplete(at time: Int64, grace: Int64) -> Bool {
    defer { completion = Self.instant(time, plus: grace) }
    return completion == nil
  }

  mutating func disarmCompletion() {
    completion = nil
  }

  /// What strikes next, and when; of two at once the completion, then the earlier phase.
  var next: (alarm: Alarm, at: Int64)? {
    var next = completion.map { (alarm: Alarm.completion, at: $0) }
    for deadline in Ending.Deadline.allCases {
      guard let time = self[deadline] else { continue }
      if next.map({ time < $0.at }) ?? true { next = (.deadline(deadline), time) }
    }
    return next
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
