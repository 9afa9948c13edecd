internal import Arguments
internal import Harness
internal import Transport

/// `bakeoff plan`: what `bakeoff run` with the same words would take.
struct PlanCommand: Verb {
  var run = RunCommand()

  static let name = "plan"
  static let abstract = "Show what a run would take, in requests, time, quota and money, and send none of it."
  static let discussion = """
    Takes the words of 'bakeoff run' (--json prints an object) and asks the endpoint for its models and today's quota, which costs nothing. With \
    --resume it shows what is left of a run.

    Exit status: 0 the run could begin, 3 today's free quota is too small, otherwise as 'bakeoff run'.
    """
  static let arguments: [Argument<Self>] = RunCommand.arguments.map { $0.lifted(by: \.run) }

  func validate() throws(UsageError) {
    try run.validate()
  }

  func run(in context: Context) async throws -> ExitStatus {
    let draft = try run.draft(readingOnly: true, in: context)
    let client = HTTPClient(concurrency: 1, authorities: draft.authorities)
    defer { client.close() }
    var preparation = try await run.preparation(of: draft, by: client, readingOnly: true, in: context)
    if let limit = run.budget.maxCost { _ = try preparation.preflight.costBudget(of: draft, under: limit) }
    let lines = run.output.isJSON ? [try PlanJSON.text(of: preparation)] : preparation.lines
    try context.console.output(lines.map { $0 + "\n" }.joined())
    _ = try preparation.decide()
    return .success
  }
}
