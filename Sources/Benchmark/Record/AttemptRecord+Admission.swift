extension AttemptRecord {
  /// An attempt as a journal or a cache tells it, once its numbers are found to be possible.
  ///
  /// What a server counted or billed and cannot have is left out with a note, as where it comes in: the answer is whole.
  /// - Throws: `ImpossibleNumber`.
  package func admitted() throws(ImpossibleNumber) -> AttemptRecord {
    try Count.verify([
      "session": session, "trial": trial, "repetition": repetition, "turn": step?.turn, "round": step?.round,
      "status": status, "curl_code": outcome.curlCode, "limit": outcome.limit, "bytes_sent": connection.bytesSent,
      "bytes_received": connection.bytesReceived,
    ])
    try Count.verify(["attempt": attempt], in: 1...Count.range.upperBound)
    try timeline.verify()
    try connection.verify()
    try Nanoseconds.verify(["wait_ns": retry?.wait])
    for read in reads {
      try Nanoseconds.verify(["a read's time": read.offset])
      try Count.verify(["a read's bytes": read.bytes])
    }
    if let retryAfter = outcome.retryAfter, !(0...Outcome.longestHint).contains(retryAfter) {
      throw ImpossibleNumber("retry_after", "\(retryAfter)")
    }
    guard let usage, let refusal = usage.refusal else { return self }
    var attempt = self
    attempt.usage = usage.admitted
    attempt.notes.append(refusal)
    return attempt
  }
}

extension Outcome {
  /// Seconds to the end of the year 9999, in which all forms of dates end.
  package static let longestHint = 3e11
}

extension Timeline {
  fileprivate func verify() throws(ImpossibleNumber) {
    try Nanoseconds.verify([
      "queued": queued, "admitted": admitted, "sent": sent, "headers": headers, "first_byte": firstByte,
      "first_token": firstToken, "first_answer": firstAnswer, "last_token": lastToken, "ended": ended,
    ])
  }
}

extension ConnectionRecord {
  fileprivate func verify() throws(ImpossibleNumber) {
    try Nanoseconds.verify(["dns_ns": nameLookup, "tcp_ns": tcp, "tls_ns": tls])
  }
}
