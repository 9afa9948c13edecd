import Benchmark

extension MarkdownRenderer {
  /// Everything that is needed to do it again.
  func method(of report: Report) throws -> String {
    let record = report.run.record
    let lines =
      [suite(record)] + report.run.checks.map(checks) + record.endpoints.map(endpoint) + limiter(record)
      + (try parameters(record))
      + structures(record) + [requests(record), deadlines(record.deadlines)] + report.run.sessions.map(session)
      + report.run.calibrations.map(calibration) + report.judges.map(judge)
    return "## How it was run\n\n" + lines.map { "- \($0)\n" }.joined()
  }

  private func suite(_ record: RunRecord) -> String {
    let chosen = record.suiteSource.prompts.map { ", \(record.suite.prompts.count) of its \($0) prompts" } ?? ""
    return item("Suite", "\(record.suiteSource.path), SHA-256 \(record.suiteSource.sha256)\(chosen)")
  }

  private func checks(_ record: ChecksRecord) -> String {
    let source = record.suiteSource
    return item(
      "Checks",
      "replaced on \(record.wall.prefix(10)) for \(Figure.count(record.prompts.count, "prompt")) by \(source.path), "
        + "SHA-256 \(source.sha256)")
  }

  private func endpoint(_ endpoint: EndpointRecord) -> String {
    item("Endpoint \(endpoint.name)", "\(endpoint.baseURL) (\(endpoint.dialect)), \(rate(endpoint))")
  }

  private func rate(_ endpoint: EndpointRecord) -> String {
    endpoint.rate.map { "limited to \($0) by this program" } ?? "not limited by this program"
  }

  private func limiter(_ record: RunRecord) -> [String] {
    record.endpoints.contains { $0.rate != nil }
      ? [item("Limiter", "throughput under a client-side limiter is not a property of a model.")] : []
  }

  private func parameters(_ record: RunRecord) throws -> [String] {
    let prompts = record.suite.prompts.map { ("of prompt \($0.id)", $0.parameters) }
    let contestants = record.contestants.map { ("of \($0.name)", $0.parameters) }
    let all = [("of the suite", record.suite.parameters)] + prompts + contestants
    return try (all + [("of the command line", record.overrides)]).compactMap { owner, parameters in
      let text = try CompactJSON.text(of: Self.abridged(parameters))
      return text == "{}" ? nil : item("Parameters \(owner)", text)
    }
  }

  /// A system prompt may hold a whole book: the report shows its beginning, the journal has it all.
  private static func abridged(_ parameters: Parameters) -> Parameters {
    guard let system = parameters.system, system.count > 1000 else { return parameters }
    var abridged = parameters
    abridged.system = "\(system.prefix(500))… (\(system.count) characters in all)"
    return abridged
  }

  private func structures(_ record: RunRecord) -> [String] {
    let outputs = record.suite.prompts.lazy.compactMap { record.suite.output(of: $0) }
    guard !outputs.isEmpty else { return [] }
    let ways = record.contestants.map { contestant in
      let ways = Set(outputs.map { $0.way(where: contestant.structure).rawValue }).sorted()
      return "\(contestant.name) by \(ways.joined(separator: " or "))"
    }
    return [item("Structure", "asked of \(ways.joined(separator: ", "))")]
  }

  private func requests(_ record: RunRecord) -> String {
    item(
      "Requests",
      "\(record.streams ? "streamed" : "not streamed"), at most \(record.concurrency) at once, in the order "
        + "\(record.order) with seed \(record.seed)"
        + (record.freshPrompts == nil ? "" : ", each with a nonce of its own in front of its first message"))
  }

  private func deadlines(_ deadlines: DeadlineRecord) -> String {
    let all = [
      ("connection", deadlines.connect), ("first token", deadlines.firstToken), ("gap", deadlines.gap),
      ("total", deadlines.total),
    ]
    return item(
      "Deadlines", all.map { "\($0) \($1.map { Figure.plain($0) + " s" } ?? "none")" }.joined(separator: ", "))
  }

  private func session(_ session: SessionRecord) -> String {
    let proxy = session.proxy.map { ", through the proxy \($0)" } ?? ""
    return item("Session \(session.session)", "\(session.wall) on \(session.host), \(session.transport)\(proxy)")
  }

  private func calibration(_ record: CalibrationRecord) -> String {
    let ms = { (nanoseconds: Double) in Figure.fixed(nanoseconds / 1e6, decimals: 2) }
    return item(
      "Harness of session \(record.session)",
      "measured before the run with \(record.concurrency) streams at once (n = \(record.streams)): it adds "
        + "\(ms(record.ttftError.median)) ms ± \(ms(record.ttftError.halfWidth)) to a TTFT and sees a chunk "
        + "\(ms(record.chunkError.median)) ms late")
  }

  private func judge(_ judge: JudgeUse) -> String {
    let others = judge.served.map(\.text).filter { $0 != judge.model }
    let parts = [
      Figure.count(judge.requests, "request"), judge.tokens.map { Figure.count($0, "token") },
      judge.cost.map { $0 > 0 ? Dollars.text($0) : "no cost" },
      others.isEmpty ? nil : "answered by \(others.joined(separator: ", "))",
    ]
    return item("Judge \(judge.model)", parts.compactMap(\.self).joined(separator: ", ") + "; it was told no names")
  }

  private func item(_ name: String, _ text: String) -> String {
    "\(bold(name)): \(MarkdownText.inline(text))"
  }
}
