internal import Arguments

/// A command that can be carried out.
protocol Verb: Command {
  /// - Throws: `Failure`, or an error whose description is a sentence.
  func run(in context: Context) async throws -> ExitStatus
}
