internal import Arguments
internal import Benchmark
internal import Harness
internal import Reporting

/// `bakeoff show`: a suite's prompts, or what would be sent for one of them.
struct ShowCommand: Verb {
  var suite = ""
  var prompt: String?
  var models: [String] = []
  var suiteOptions = SuiteOptions()
  var sampling = SamplingOptions()
  var streams = true

  static let name = "show"
  static let abstract = "Show the prompts of a suite, or the request that one of them makes."
  static let discussion = """
    With the id of a prompt it prints an object: 'request' is the body that would be sent first, the data of files \
    abbreviated; 'sources' says of each setting whether the suite, the prompt, the contestant or the command line gave \
    it. Without an id it lists the prompts, rows and matrices filled in. Nothing is sent.
    """

  static let arguments: [Argument<Self>] =
    [
      .positional("suite", \.suite, help: "A prompt suite in JSON."),
      .positional("prompt", \.prompt, help: "The id of a prompt."),
      .repeated(
        "model", short: "m", \.models, valueName: "id", help: "The model, or a contestant of the suite by its name."
      )
      .titled("ARGUMENTS"),
    ] + SuiteOptions.arguments.map { $0.lifted(by: \.suiteOptions) }
    + SamplingOptions.arguments.map { $0.lifted(by: \.sampling) }
    + [.flag("no-stream", \.streams, sets: false, help: "Show a request that does not stream.").titled("REQUESTS")]

  func validate() throws(UsageError) {
    try suiteOptions.validate()
    try sampling.validate()
  }

  func run(in context: Context) async throws -> ExitStatus {
    var options = suiteOptions
    if let prompt { options.ids.append(prompt) }
    let file = try SuiteFile.read(suite, options, in: context)
    let text =
      prompt != nil && file.suite.prompts.count == 1
      ? try request(of: file, context) : list(of: file.suite).text(width: context.console.outputWidth)
    try context.console.output(text)
    return .success
  }

  /// A line for each prompt: its id, its tags where any prompt has some, and how its text begins.
  private func list(of suite: Suite) -> TextTable {
    let isTagged = suite.prompts.contains { !$0.tags.isEmpty }
    return TextTable(
      [.init("", least: 20)] + (isTagged ? [.init("", least: 8)] : []) + [.init("", least: 20, isProse: true)],
      rows: suite.prompts.map { prompt in
        let tags = prompt.tags.isEmpty ? "" : "[\(prompt.tags.joined(separator: ", "))]"
        return [prompt.id] + (isTagged ? [tags] : []) + [prompt.text.excerpt()]
      })
  }

  private func request(of file: SuiteFile, _ context: Context) throws -> String {
    let entrants = file.suite.entrants(named: models)
    let names = file.suite.contestants.map(\.name)
    if let model = models.first, !names.contains(model), let nearest = EditDistance.nearest(to: model, among: names) {
      throw Failure(.usage, "The suite has no contestant '\(model)'. Did you mean '\(nearest)'?")
    }
    guard let entrant = entrants.first, entrants.count == 1 else {
      let names = entrants.map { "  -m \(CommandText.quoted($0.name))" }
      throw Failure(
        .usage, "Name one model: '-m MODEL'" + (names.isEmpty ? "." : ". The suite's contestants:"), details: names)
    }
    var pacing = PacingOptions()
    pacing.streams = streams
    let record = RunRecord(
      file, at: .openRouter, contestants: [entrant], sampling: sampling, pacing: pacing, in: context)
    return try EffectiveRequest(record).text() + "\n"
  }
}
