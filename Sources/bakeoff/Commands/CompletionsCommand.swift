internal import Arguments

/// `bakeoff completions`: what a shell needs to complete our command lines.
struct CompletionsCommand: Verb {
  var shell = Shell.bash

  static let name = "completions"
  static let abstract = "Print a completion script for a shell."
  static let discussion = """
    Load it at the start of a shell:

      source <(bakeoff completions bash)
    """
  static let arguments: [Argument<Self>] = [
    .positional("shell", \.shell, help: "The shell.")
  ]

  func run(in context: Context) async throws -> ExitStatus {
    try context.console.output(Program.tool.completionStub(for: shell) + "\n")
    return .success
  }
}
