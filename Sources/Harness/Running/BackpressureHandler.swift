internal import Benchmark
internal import Synchronization
internal import Wire

/// What an attempt's failure means for all others: a hold, another limit, the end of the run.
final class BackpressureHandler: Sendable {
  private let dispatcher: Dispatcher
  private let journal: any Journal
  private let session: Int
  private let endpoint: EndpointRecord?
  /// As the run was planned.
  private let planned: RequestRate?
  /// As it is kept now.
  private let kept: Mutex<RequestRate?>
  /// A request has got another answer than 404: the address is right.
  private let isAddressRight = Atomic(false)

  init(_ record: RunRecord, session: Int, dispatcher: Dispatcher, journal: any Journal) {
    self.dispatcher = dispatcher
    self.journal = journal
    self.session = session
    endpoint = record.endpoints.first
    planned = endpoint?.rate.flatMap(RequestRate.init)
    kept = Mutex(planned)
  }

  /// Writes down a field that the endpoint refused for a model.
  ///
  /// - Throws: `FileError` when the journal cannot be written.
  func note(_ field: FieldAdaptation, of model: String) throws {
    let adaptation = AdaptationRecord(
      session: session, wall: dispatcher.clock.wall, endpoint: endpoint?.name ?? "", model: model,
      field: field.rawValue, replacement: field.replacement)
    try journal.write(.adaptation(adaptation))
    dispatcher.tell(.adapted(adaptation))
  }

  /// - Throws: `FileError` when the journal cannot be written.
  func apply(from attempt: AttemptRecord) async throws {
    if let stop = stop(after: attempt) { await dispatcher.stop(stop) }
    if attempt.retry?.scope == .account, let wait = attempt.retry?.wait {
      await dispatcher.admission.hold(for: .nanoseconds(wait))
    }
    if let allowed = attempt.outcome.limitAMinute { try await learn(allowed) }
  }

  private func stop(after attempt: AttemptRecord) -> Stop? {
    if attempt.isOfWrongAddress, !isAddressRight.load(ordering: .relaxed) {
      return .wrongAddress(attempt.outcome.message ?? "")
    }
    if attempt.status != nil, attempt.status != 404 { isAddressRight.store(true, ordering: .relaxed) }
    return Stop(attempt)
  }

  /// Goes on at the pace of a limit that the server named, if that is another than is kept.
  private func learn(_ allowed: Int) async throws {
    let named = RequestRate(within: allowed)
    let next = planned.map { named.isSlower(than: $0) ? named : $0 } ?? named
    let last = kept.withLock { kept in
      defer { kept = next }
      return kept
    }
    guard next != last else { return }
    await dispatcher.admission.learn(limit: next.limit, window: next.window)
    let limit = LimitRecord(
      session: session, wall: dispatcher.clock.wall, endpoint: endpoint?.name ?? "", allowed: allowed,
      before: last?.description, after: next.description)
    try journal.write(.limit(limit))
    dispatcher.tell(.limited(limit))
  }
}

extension AttemptRecord {
  /// A 404 that speaks of the address: servers that miss a model, or a provider for it, say so.
  var isOfWrongAddress: Bool {
    guard status == 404, outcome.kind == .http4xx else { return false }
    let words = (outcome.message ?? "").lowercased()
    return !["model", "endpoints found", "provider", "deployment", requestedModel.lowercased()]
      .contains(where: words.contains)
  }
}

extension Outcome {
  /// Requests a minute that a server allows which has just refused one for that.
  fileprivate var limitAMinute: Int? {
    guard kind == .rateMinute else { return nil }
    let words = "\(limitSource ?? "") \(message ?? "")".lowercased()
    return ["minute", "per-min"].contains(where: words.contains) ? limit : nil
  }
}
