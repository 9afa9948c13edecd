/// How an exchange ended.
package enum Ending: Hashable, Sendable {
  case complete
  /// The body held all that was wanted, and its response went on: we closed the connection.
  case leftOpen
  case cancelled
  case timedOut(Deadline)
  case tooLarge(Part)
  case failed(TransportFailure)

  /// The deadlines of a request, by name.
  package enum Deadline: Hashable, Sendable, CaseIterable {
    case connect, firstToken, gap, total
  }

  /// What of an answer outgrew its limit.
  package enum Part: Hashable, Sendable {
    case headers, body, line
  }
}
