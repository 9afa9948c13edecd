extension AttemptRecord {
  /// Waiting for the limiter and the ledger; never inside any latency.
  package var queueTime: Nanoseconds { timeline.admitted - timeline.queued }

  package var connectTime: Nanoseconds? { timeline.sent.map { $0 - timeline.admitted } }

  /// Nil without streaming: a whole body has no first token.
  package var timeToFirstToken: Nanoseconds? { streamed ? sinceSent(timeline.firstToken) : nil }

  package var timeToFirstAnswer: Nanoseconds? { streamed ? sinceSent(timeline.firstAnswer) : nil }

  /// Nil unless reasoning text was seen.
  package var thinkingTime: Nanoseconds? {
    guard streamed, !reasoningText.isEmpty, let first = timeline.firstToken, let answer = timeline.firstAnswer
    else { return nil }
    return answer - first
  }

  /// To the last token, or without streaming to the end of a body that carried something.
  package var latency: Nanoseconds? {
    if streamed || timeline.lastToken != nil { return sinceSent(timeline.lastToken) }
    return carriesText ? sinceSent(timeline.ended) : nil
  }

  private var carriesText: Bool { !answer.isEmpty || !reasoningText.isEmpty || !toolCalls.isEmpty }

  private func sinceSent(_ stamp: Nanoseconds?) -> Nanoseconds? {
    guard let stamp, let sent = timeline.sent else { return nil }
    return stamp - sent
  }
}
