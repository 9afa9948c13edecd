import Benchmark

/// A word of the report and what it means.
package struct MetricDefinition: Hashable, Sendable {
  package let name: String
  package let meaning: String

  init(name: String, meaning: String) {
    self.name = name
    self.meaning = meaning
  }

  /// A metric under the title of its column, or under its own name alone.
  init(_ metric: Metric, title: String? = nil) {
    name = (title.map { "\($0) = " } ?? "") + "\(metric.name), in \(metric.unit.rawValue)"
    meaning = metric.definition
  }
}

extension Report {
  /// The definitions of all numbers that the standings show.
  package var terms: [MetricDefinition] {
    let checked = summaries.contains { $0.passed.trials > 0 }
    return (checked ? [checksPassed] : []) + (givesPartialCredit ? [Report.score] : []) + [
      Report.success,
      MetricDefinition(.timeToFirstToken, title: "TTFT"), MetricDefinition(.latency, title: "latency"),
      MetricDefinition(.decodeRate, title: "tokens/s"), MetricDefinition(.tokens),
    ] + (hasConversations ? [Report.conversations] : []) + (costsMoney ? [Report.cost] : [])
      + [Report.medians, Report.tie]
  }

  /// The definitions of the numbers that only exports hold.
  package var furtherTerms: [MetricDefinition] {
    Metric.allCases.filter { ![.timeToFirstToken, .latency, .decodeRate, .tokens].contains($0) }.map {
      MetricDefinition($0)
    }
      + (hasConversations ? [Report.rowsOfConversations] : [])
  }

  /// Whether any trial came to more than one request.
  private var hasConversations: Bool { (warmUps + cells).contains(where: \.events.isConversation) }

  private var checksPassed: MetricDefinition {
    let score = run.record.suite.prompts.contains { $0.passScore != nil } ? ", or came to the pass_score" : ""
    return MetricDefinition(
      name: "checks passed",
      meaning: "Trials whose checks all passed\(score), of the trials that have checks, with Wilson's 95 % interval.")
  }
  private static let score = MetricDefinition(
    name: "score",
    meaning: "The mean of the trials' scores, from 0 to 1: a trial's is the mean of its checks' by weight. It ranks "
      + "nobody.")
  private static let success = MetricDefinition(
    name: "success", meaning: "Trials that were answered, after retries, of those that were sent.")
  private static let conversations = MetricDefinition(
    name: "conversations",
    meaning: "A trial of several requests has the latency and the tokens of all of them together, the TTFT of the "
      + "first and the tokens/s of the last; it is answered when all of them are. Repeated attempts at one request "
      + "count for none of these.")
  private static let rowsOfConversations = MetricDefinition(
    name: "rows of conversations",
    meaning: "A row is an attempt at one request, whose turn and round it names, and all its numbers are that "
      + "request's own: wall_ms and retry_ms count from the request's first place in the queue, not from the trial's. "
      + "Checks stand in the last row alone.")
  private static let cost = MetricDefinition(
    name: "cost",
    meaning: "What the server billed for all requests to the model, in US dollars: warm-ups, retries and all sessions.")
  private static let medians = MetricDefinition(
    name: "medians and n",
    meaning:
      "TTFT, latency, tokens/s and tokens are medians. Repetitions of a prompt are first reduced to their median, so n counts prompts (those with a latency, unless a figure says another n). "
      + "Quantiles are Hyndman and Fan's type 7; a median's 95 % interval comes from order statistics, from n = 6 on. "
      + "Timeouts count as longer than their limit; other failures say nothing about speed and are left out.")
  private static let tie = MetricDefinition(
    name: "~ before a rank",
    meaning: "Paired by prompt, the row cannot be told from the one above on the first of checks passed, success and "
      + "latency that differs: exact McNemar for the first two, Wilcoxon's signed-rank test of log ratios for the "
      + "third, at 5 % after Holm's correction over all pairs of models.")
}
