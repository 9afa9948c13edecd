internal import Benchmark
internal import Transport

/// Runs one trial, from its first request to its line in the journal.
///
/// A conversation takes several requests: each is sent when the answer before it has arrived.
final class TrialRunner: Sendable {
  private let sender: RequestSender
  private let requests: RequestBuilder
  /// Where answers are kept for other runs.
  private let cache: AnswerCache?

  init(sender: RequestSender, requests: RequestBuilder, cache: AnswerCache?) {
    self.cache = cache
    self.sender = sender
    self.requests = requests
  }

  /// `earlier` attempts were made in other sessions; what was answered of the conversation has `begun` it and is not
  /// asked again.
  func run(from permit: Permit, earlier: Int, begun: [AttemptRecord]) async throws {
    do {
      try await carryOn(from: permit, earlier, begun)
    } catch {
      // Nothing is worth asking for that cannot be stored.
      sender.dispatcher.end.close()
      throw error
    }
  }

  private func carryOn(from first: Permit, _ earlier: Int, _ begun: [AttemptRecord]) async throws {
    let trial = first.trial
    var conversation = requests.record.conversation(in: trial)
    _ = conversation.goesOn(afterAll: begun)
    // A conversation keeps the nonce of its first request: earlier answers belong to that prompt.
    var (permit, made, nonce) = (first, earlier, begun.last?.nonce)
    while true {
      let messages = conversation.messages
      let last = try await sender.sendWithRetries(at: conversation.step, from: permit, earlier: made) {
        [requests, nonce] in
        let nonce = nonce ?? requests.record.nonce(of: trial, attempt: $0)
        return RequestSender.Request(
          http: try requests.request(for: trial, saying: messages, behind: nonce, adapted: $1), nonce: nonce)
      }
      (made, nonce) = (last.attempt, last.nonce)
      try await keep(last, to: messages, of: trial)
      // A warm-up warms with its first question.
      guard !trial.isWarmUp, conversation.goesOn(after: last) else { return try settle(trial, last) }
      guard let next = try await sender.dispatcher.next(of: trial) else {
        return try settle(trial, last, isCutShort: true)
      }
      permit = next
    }
  }

  /// Under what was asked before anything was adapted to its server, and without a nonce: so it is looked for.
  private func keep(_ answer: AttemptRecord, to messages: [Message], of trial: Trial) async throws {
    guard let cache, !trial.isWarmUp else { return }
    let request = try requests.request(for: trial, saying: messages)
    await cache.store(
      answer, for: CacheKey(of: trial, in: requests.record, body: request.body),
      at: sender.dispatcher.clock.wallMilliseconds())
  }

  /// A conversation that was cut short is no answer, whatever was answered in it.
  private func settle(_ trial: Trial, _ last: AttemptRecord, isCutShort: Bool = false) throws {
    var record = TrialRecord(settling: last)
    if isCutShort { record.outcome = .cancelled }
    try sender.journal.write(.trial(record))
    sender.dispatcher.tell(.settled(trial, last))
  }
}
