internal import Arguments
internal import Benchmark
internal import Harness

/// `bakeoff doctor`: what this machine and this program add to a measurement.
struct DoctorCommand: Verb {
  var concurrency = 64

  static let name = "doctor"
  static let abstract = "Measure what this machine and this program add to a measurement."
  static let discussion = """
    A server in the same process writes its true times into every chunk; a whole run against it, journal included, is \
    held against them. The server takes processor time too, so every figure is an upper bound. 'bakeoff run --doctor' \
    keeps the figures in a run's journal, and its report warns where they matter.
    """

  static let arguments: [Argument<Self>] = [
    .option(
      "concurrency", short: "c", \.concurrency, valueName: "n", help: "The streams side by side.", default: Self())
  ]

  func validate() throws(UsageError) {
    guard (1...2_000).contains(concurrency) else {
      throw .rule("The value '\(concurrency)' is invalid for '--concurrency <n>': give 1 to 2000.")
    }
  }

  func run(in context: Context) async throws -> ExitStatus {
    let record = try await Doctor(concurrency: concurrency).examine(in: context)
    try context.console.output(DoctorText(record).lines.map { $0 + "\n" }.joined())
    return .success
  }
}
