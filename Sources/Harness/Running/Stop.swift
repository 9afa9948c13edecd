internal import Benchmark

/// Why a run ends before its plan does.
package enum Stop: Hashable, Sendable {
  /// 401: every further request would be refused too.
  case keyRefused(String)
  /// 404 to the first request, and not for a model: the server's words.
  case wrongAddress(String)
  /// 402.
  case paymentRequired(String)
  /// The day's quota is used up, by the server's word or our own count, until the instant named (UTC, RFC 3339).
  case dayQuotaSpent(String, resetsAt: String?)
  /// The server wants everybody to wait for longer than anybody sits there, until the instant named (UTC, RFC 3339).
  case longPause(String, resetsAt: String?)
  /// Requests can no longer be booked, and none leaves unbooked.
  case ledgerFailed(LedgerFailure)
  /// Another request could cost more than is left of the sum that a person allowed.
  case costLimit(String)
  /// A person or the system asked for it.
  case interrupted

  /// The stop that an attempt calls for, if it does.
  init?(_ attempt: AttemptRecord) {
    let outcome = attempt.outcome
    let words = outcome.message ?? ""
    switch outcome.kind {
    case .auth: self = .keyRefused(words)
    case _ where attempt.retry?.scope == .account && outcome.exceedsMaxWait:
      self = .longPause(outcome.maxWaitSentence, resetsAt: outcome.resetsAt)
    // Credit that requests in flight hold comes back.
    case .payment where attempt.retry == nil: self = .paymentRequired(words)
    case .rateDay: self = .dayQuotaSpent("429\(Stop.quoted(words))", resetsAt: outcome.resetsAt)
    default: return nil
    }
  }

  /// The stop that a refused admission calls for.
  init(_ refused: AdmissionRefused) {
    switch refused.cause {
    case .day: self = .dayQuotaSpent(refused.words, resetsAt: refused.resetsAt)
    case .hold: self = .longPause(refused.words, resetsAt: refused.resetsAt)
    }
  }

  /// One clause: why the rest was not sent.
  package var reason: String {
    switch self {
    case .keyRefused(let words): "the endpoint wants a valid key (401\(Stop.quoted(words)))"
    case .wrongAddress(let words): "the endpoint has no chat at its address (404\(Stop.quoted(words)))"
    case .paymentRequired(let words): "the endpoint asks for payment (402\(Stop.quoted(words)))"
    case .dayQuotaSpent(let words, let reset):
      "the quota of the day is spent (\(words))" + (reset.map { "; it is reset at \($0)" } ?? "")
    case .longPause(let words, _): words
    case .ledgerFailed: "the ledger of requests failed"
    case .costLimit(let words): words
    case .interrupted: "the run was interrupted"
    }
  }

  private static func quoted(_ words: String) -> String { words.isEmpty ? "" : ": \(words)" }
}
