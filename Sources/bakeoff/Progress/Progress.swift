internal import Benchmark
internal import Harness
internal import Reporting
internal import Synchronization

/// Follows a run's events and shows them: a status line on a terminal, a line now and then elsewhere.
final class Progress: Sendable {
  private struct Counts: Sendable {
    var inFlight = 0
    var answered = 0
    var failed = 0
    /// Failures that were shown, or would have been.
    var shown = 0
    var lastTenth = 0

    var settled: Int { answered + failed }
  }

  /// More failures than this are only counted.
  private static let mostFailuresShown = 20

  private let console: Console
  private let total: Int
  private let isQuiet: Bool
  private let start: Nanoseconds
  private let now: @Sendable () -> Nanoseconds
  private let counts = Mutex(Counts())

  init(console: Console, total: Int, isQuiet: Bool, now: @escaping @Sendable () -> Nanoseconds) {
    self.console = console
    self.total = total
    self.isQuiet = isQuiet
    self.now = now
    start = now()
  }

  func note(_ event: RunEvent) {
    switch event {
    case .admitted: counts.withLock { $0.inFlight += 1 }
    case .finished(_, let attempt): finish(attempt)
    case .settled(_, let attempt): settle(attempt)
    case .adapted(let adaptation):
      if !isQuiet { console.say("\(adaptation.sentence).") }
    case .limited(let limit):
      if isQuiet { return }
      console.say("The server allows \(limit.allowed) requests a minute: from now on \(limit.after) leave.")
    case .stopped(let stop): console.say("Stopped: \(stop.reason).")
    }
  }

  /// What a person who has asked for the end waits for.
  func sayFinishing() {
    let count = counts.withLock(\.inFlight)
    console.say(
      count == 0
        ? "Nothing is in flight; the run ends."
        : "Finishing \(count) request\(count == 1 ? "" : "s"); press ctrl-C again to stop now.")
  }

  private func finish(_ attempt: AttemptRecord) {
    let isShown = counts.withLock { counts in
      counts.inFlight -= 1
      guard !attempt.outcome.kind.isAnswered && attempt.outcome.kind != .cancelled else { return false }
      if attempt.retry?.refusedField != nil { return false }
      counts.shown += 1
      return counts.shown <= Progress.mostFailuresShown
    }
    guard isShown && !isQuiet else { return }
    console.say("\(attempt.contestant), \(attempt.prompt): \(attempt.outcome.sentence)\(attempt.retry?.words ?? "")")
  }

  private func settle(_ attempt: AttemptRecord) {
    counts.withLock { counts in
      if attempt.outcome.kind.isAnswered { counts.answered += 1 } else { counts.failed += 1 }
    }
    if !isQuiet { showTenth() }
  }

  /// Where no terminal shows a status line, every tenth of the plan is a line.
  private func showTenth() {
    guard !console.isErrorTerminal else { return }
    let isNew = counts.withLock { counts in
      let tenth = counts.settled * 10 / max(total, 1)
      defer { counts.lastTenth = tenth }
      return tenth > counts.lastTenth
    }
    if isNew { console.say(line(waiting: 0)) }
  }

  /// Draws the status line until the task is cancelled.
  func draw(waiting: @escaping @Sendable () async -> Int) async {
    guard console.isErrorTerminal, !isQuiet else { return }
    while !Task.isCancelled {
      console.status(line(waiting: await waiting()))
      try? await Task.sleep(for: .milliseconds(100))
    }
    console.status("")
  }

  private func line(waiting: Int) -> String {
    let counts = counts.withLock { $0 }
    var parts = ["\(counts.settled)/\(total) done"]
    if counts.failed > 0 { parts.append("\(counts.failed) failed") }
    if counts.inFlight > 0 { parts.append("\(counts.inFlight) in flight") }
    if waiting > 0 { parts.append("next waits for the rate limit") }
    parts.append(DurationText.short(now() - start))
    return parts.joined(separator: " · ")
  }
}

extension Outcome {
  /// The class and the words, for one line.
  var sentence: String {
    let words = message?.split(whereSeparator: \.isWhitespace).joined(separator: " ") ?? ""
    return words.isEmpty ? kind.rawValue : "\(kind.rawValue): \(words)"
  }
}

extension RetryRecord {
  /// What comes next, behind a failure's sentence.
  fileprivate var words: String {
    if let reason { return " (given up: \(reason))" }
    return " (again in \(DurationText.short((wait ?? 0) + Nanoseconds.perSecond / 2)))"
  }
}
