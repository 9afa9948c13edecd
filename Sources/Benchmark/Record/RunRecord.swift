/// The first line of a journal: everything that was decided before the first request.
///
/// A journal is JSON Lines, UTF-8, one object a line, each with `kind` and `seq` (its number in the file, from 0):
/// one `run`, a `prompt` for each that was chosen of the suite, then a `session` for each process that worked on it,
/// perhaps a `calibration`, an `attempt` for each request as it ended, an `adaptation` where a server refused a field, a `limit` where a server named another one than
/// was kept, and a `trial` for each cell of the plan as it was settled; where a later session settles a cell again, its
/// last `attempt` and its last `trial` count. What grades answers comes behind them: a `judge` for each request to one
/// as it ended, a `grade` for what it or a program said, and `checks` where others took the place of the suite's. In
/// format 1 the prompts stood in the `run`. Readers keep going at kinds and fields that they do not know.
package struct RunRecord: Codable, Hashable, Sendable {
  /// The version of the journal's format; a reader refuses a newer one.
  package static let currentFormat = 2

  package var format: Int
  /// The name of the run's folder.
  package var id: String
  /// What the person called it, beside its id; nil for nothing.
  package var name: String?
  /// UTC, RFC 3339.
  package var created: String
  package var tool: ToolVersion
  package var suite: Suite
  package var suiteSource: SuiteSource
  package var endpoints: [EndpointRecord]
  package var contestants: [Contestant]
  /// The command line's own settings, which win over all others.
  package var overrides: Parameters
  package var repetitions: Int
  /// Requests to each contestant before the measured ones.
  package var warmUps: Int
  package var streams: Bool
  /// HTTP/2 was allowed, where streams in flight share a connection.
  package var http2: Bool
  /// The most requests in flight at once.
  package var concurrency: Int
  package var deadlines: DeadlineRecord
  /// How often one request is sent again at the most; nil in runs that knew no retries.
  package var retries: Int?
  /// Decides the order of trials, with `order` naming the algorithm.
  package var seed: UInt64
  package var order: String
  /// The random seed of its nonces, a new one for each run; nil: prompts are sent as they are.
  package var freshPrompts: String?

  package init(
    id: String, name: String? = nil, created: String, tool: ToolVersion, suite: Suite, suiteSource: SuiteSource,
    endpoints: [EndpointRecord], contestants: [Contestant], overrides: Parameters = Parameters(),
    repetitions: Int = 1, warmUps: Int = 0, streams: Bool = true, http2: Bool = false, concurrency: Int,
    deadlines: DeadlineRecord, retries: Int? = nil, seed: UInt64, order: String = Plan.order,
    freshPrompts: String? = nil
  ) {
    format = RunRecord.currentFormat
    self.id = id
    self.name = name
    self.created = created
    self.tool = tool
    self.suite = suite
    self.suiteSource = suiteSource
    self.endpoints = endpoints
    self.contestants = contestants
    self.overrides = overrides
    self.repetitions = repetitions
    self.warmUps = warmUps
    self.streams = streams
    self.http2 = http2
    self.concurrency = concurrency
    self.deadlines = deadlines
    self.retries = retries
    self.seed = seed
    self.order = order
    self.freshPrompts = freshPrompts
  }

  package enum CodingKeys: String, CodingKey {
    case format = "v"
    case id, name, created, tool, suite
    case suiteSource = "suite_source"
    case endpoints, contestants, overrides, repetitions
    case warmUps = "warm_ups"
    case streams, http2, concurrency, deadlines, retries, seed, order
    case freshPrompts = "fresh_prompts"
  }

  /// The plan that this record decides.
  package var plan: Plan {
    Plan(
      prompts: suite.prompts.count, contestants: contestants.count, repetitions: repetitions, seed: seed,
      warmUps: warmUps)
  }

  /// The nonce in front of the first message of a trial's attempt, 16 hexadecimal digits; nil for none.
  ///
  /// Two attempts never share one, nor do two runs: each is made of the run's own text, and differs from its first digit.
  /// Pairs of answers and keys of the cache are made from the request without it.
  package func nonce(of trial: Trial, attempt: Int) -> String? {
    freshPrompts.map { String(SHA256.hex(Array("\($0)\n\(trial.number)\n\(attempt)".utf8)).prefix(16)) }
  }

  /// What is said in a trial before anything is answered.
  package func conversation(in trial: Trial) -> Conversation {
    Conversation(suite.prompts[trial.prompt], of: suite)
  }

  /// Whether these attempts, given in order, leave nothing of a trial's conversation to be said, since all of it was
  /// answered or a request failed.
  package func isOver(_ trial: Trial, with attempts: [AttemptRecord]) -> Bool {
    guard attempts.last?.outcome.kind.isAnswered == true, !trial.isWarmUp else { return true }
    var conversation = conversation(in: trial)
    return !conversation.goesOn(afterAll: attempts)
  }

  /// Whether lines of the journal are damaged that told the last of a trial's attempts, or a part of its conversation.
  ///
  /// `settled` is the trial's own line, which says how many attempts there were.
  package func hasLost(_ trial: Trial, settled: TrialRecord?, with attempts: [AttemptRecord]) -> Bool {
    guard let made = settled?.attempts, made > 0 else { return false }
    if attempts.last?.attempt ?? 0 < made { return true }
    return attempts.count < made && !isOver(trial, with: attempts)
  }

  /// What a trial's request asks for: the suite's settings, the prompt's, the contestant's and the command line's.
  package func parameters(of trial: Trial) -> Parameters {
    layers(of: trial).reduce(Parameters()) { $0.overridden(by: $1.parameters) }
  }

  /// Who says what a trial's request asks for; the later wins.
  package func layers(of trial: Trial) -> [(name: String, parameters: Parameters)] {
    let prompt = suite.prompts[trial.prompt]
    let shared = prompt.suiteParameters.map { suite.parameters.overridden(by: $0) } ?? suite.parameters
    return [
      ("suite", shared), ("prompt", prompt.parameters),
      ("contestant", contestants[trial.contestant].parameters), ("command line", overrides),
    ]
  }
}
