import Benchmark

extension OutcomeClass {
  /// What happened, for somebody who has not read the list of classes.
  func words(_ deadlines: DeadlineRecord) -> String {
    switch self {
    case .cancelled: "cancelled on our side"
    case .timeoutConnect: "no connection" + within(deadlines.connect)
    case .timeoutFirstToken: "no first token" + within(deadlines.firstToken)
    case .timeoutGap: "the stream stood still" + longer(deadlines.gap)
    case .timeoutTotal: "not finished" + within(deadlines.total)
    case .tls: "the TLS handshake or certificate failed"
    case .network: "no response at all"
    case .tooLarge: "the response was larger than our limits"
    case .rateMinute: "rate limited (per minute)"
    case .rateDay: "rate limited (per day)"
    case .rateUpstream: "rate limited by the provider behind the endpoint"
    case .auth: "the key was refused"
    case .payment: "no credit left"
    case .policy: "forbidden by policy"
    case .http4xx: "the server refused the request"
    case .http5xx: "the server failed"
    case .badResponse: "the response was neither an event stream nor JSON"
    case .streamError: "an error in the middle of the answer"
    case .cutOff: "the answer was cut off"
    case .damaged: "the stream was damaged: words of the answer are missing"
    case .length: "the answer ended at the token limit"
    case .empty: "an empty answer"
    case .refused: "the model refused"
    case .invalid: "the answer lacks the structure asked for"
    case .ok: "answered"
    }
  }

  private func within(_ seconds: Double?) -> String { seconds.map { " within \(Figure.plain($0)) s" } ?? " in time" }
  private func longer(_ seconds: Double?) -> String { seconds.map { " for \(Figure.plain($0)) s" } ?? " too long" }
}
