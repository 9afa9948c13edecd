internal import Benchmark
internal import Harness
internal import Reporting

/// How much of a plan became evidence, and what the process says of it.
struct RunCompleteness: Sendable {
  private var planned: Int
  private var answered = 0
  /// Trials to which an answer came, whatever it was worth.
  private var cameBack = 0
  private var unavailable = 0
  /// Trials that were not sent, or that we broke off.
  private var unsent = 0
  /// Trials whose answer stood in a line of the journal that is damaged.
  private var lost = 0
  /// Trials that their checks did not let pass, or whose answer is wrong as a whole, although the model had its say.
  private var failed = 0
  private var failures: [String: Int] = [:]
  private var stop: Stop?
  private var ungraded: Int
  private var address: String

  /// `ungraded` counts what programs and judges should have graded and did not.
  init(_ report: Report, stop: Stop?, ungraded: Int) {
    self.stop = stop
    self.ungraded = ungraded
    address = report.run.record.endpoints.first?.baseURL ?? ""
    planned = report.cells.count
    for cell in report.cells {
      if cell.isAnswered { answered += 1 }
      if cell.counts && cell.outcome?.cameBack == true { cameBack += 1 }
      if let kind = cell.outcome, !kind.isAnswered {
        failures[Outcome(kind, message: cell.failureMessage).sentence, default: 0] += 1
      }
      if cell.state == .lost {
        lost += 1
      } else if cell.state != .settled || cell.outcome == .cancelled {
        unsent += 1
      } else if !cell.counts || cell.isUnavailability {
        unavailable += 1
      } else if cell.passes == false || cell.outcome?.isWrong == true || lacksStructure(cell, in: report) {
        failed += 1
      }
    }
  }

  /// An answer came, whole or in part, and not in the structure that was asked for.
  private func lacksStructure(_ cell: Cell, in report: Report) -> Bool {
    guard let kind = cell.outcome, kind.cameBack, !kind.isAnswered else { return false }
    let suite = report.run.record.suite
    return suite.output(of: suite.prompts[cell.trial.prompt]) != nil
  }

  func status(failsOnChecks: Bool) -> ExitStatus {
    if case .keyRefused = stop { return .key }
    if failsOnChecks && failed > 0 && cameBack > 0 { return .checksFailed }
    switch stop {
    case .dayQuotaSpent, .longPause, .paymentRequired, .costLimit: return .incomplete
    case .ledgerFailed: return .cannotWrite
    default: break
    }
    if cameBack == 0 && lost == 0 { return .unavailable }
    return unavailable > 0 || unsent > 0 || lost > 0 || ungraded > 0 ? .incomplete : .success
  }

  /// What a person has to know beside the report; nil when all is well.
  var sentence: String? {
    switch stop {
    case .keyRefused: return "The endpoint wants a key that it knows: name one with '--api-key-env NAME'."
    case .wrongAddress(let words):
      let quoted = words.isEmpty ? "" : ": \(words.prefix(160))"
      return "The endpoint has no chat completions at its address (404\(quoted)). "
        + Preflight.question(ofAddress: address)
    case .ledgerFailed(let failure): return failure.description
    case .interrupted: return "Interrupted: \(answered) of \(planned) trials were measured, and the report holds them."
    default: break
    }
    let parts = [answered == 0 && lost == 0 ? nothingGood : nil, cameBack > 0 ? gap : nil, damage].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  private var nothingGood: String {
    let words = cameBack > 0 ? "Answers came, and none succeeded" : "No request was answered"
    return "\(words)\(commonestFailure.map { ": \($0)" } ?? "")."
  }

  /// What the service kept back and what was not sent; nil where that is nothing.
  private var gap: String? {
    let words = [
      unavailable > 0 ? "\(unavailable) of \(planned) trials got no answer for reasons of the service" : nil,
      unsent > 0 ? "\(unsent) of \(planned) trials \(unsent == 1 ? "was" : "were") not carried out" : nil,
    ].compactMap(\.self)
    return words.isEmpty ? nil : words.joined(separator: ", ") + ": the evidence is incomplete."
  }

  /// What was answered and cannot be read any more; nil where that is nothing.
  private var damage: String? {
    guard lost > 0 else { return nil }
    return "Of \(lost) of \(planned) trials the answer is lost: its line in the journal is damaged. "
      + "'--resume' asks for it again."
  }

  /// As in `36 × http_4xx: no such model`, shortened to a line.
  private var commonestFailure: String? {
    failures.max { ($0.value, $1.key) < ($1.value, $0.key) }.map { "\($0.value) × \($0.key.prefix(160))" }
  }
}
