internal import Arguments
internal import Simulator

/// `bakeoff simulate`: a server that behaves like OpenRouter, on this machine.
struct SimulateCommand: Verb {
  var port = 0
  var seed: UInt64 = 1
  var timeScale = 1.0
  var perMinute = 20
  var perDay = 50
  var hasLimits = true
  var requiresKey = true
  var scenario: String?

  static let name = "simulate"
  static let abstract = "Serve simulated models that behave like OpenRouter's, limits included."
  static let discussion = """
    Any key that begins with 'sk-' is an account of its own. Every answer carries the header \
    X-Bakeoff-Simulated: 1, and every report made from such answers says so.

      bakeoff simulate --port 8080 --no-key --no-limits &
      bakeoff run suites/starter.json --endpoint http://127.0.0.1:8080/v1 -m sim/swift-otter-8b:free
    """

  static let arguments: [Argument<Self>] = [
    .option(
      "port", short: "p", \.port, valueName: "port", help: "The port on 127.0.0.1; 0 takes a free one.",
      default: Self()),
    .option("seed", \.seed, valueName: "n", help: "Decides answers, lengths and timings.", default: Self()),
    .option(
      "time-scale", \.timeScale, valueName: "x", help: "How many simulated seconds pass in a second.", default: Self()),
    .option(
      "per-minute", \.perMinute, valueName: "n", help: "Free requests in a UTC minute of an account.", default: Self()),
    .option("per-day", \.perDay, valueName: "n", help: "Free requests in a UTC day of an account.", default: Self()),
    .flag("no-limits", \.hasLimits, sets: false, help: "Count no free requests."),
    .flag("no-key", \.requiresKey, sets: false, help: "Answer requests without a key too."),
    .option(
      "scenario", \.scenario, valueName: "scenario",
      help: "Play faults: a built-in scenario's name or a JSON file; 'list' prints the names."),
  ]

  func validate() throws(UsageError) {
    guard (0...65_535).contains(port) else { throw .rule("The port \(port) does not exist: give 0 to 65535.") }
    guard timeScale >= 0.000_001, timeScale <= 1_000_000 else {
      throw .rule("The time scale \(timeScale) makes no sense: give 0.000001 to 1000000.")
    }
    guard perMinute > 0, perDay > 0 else { throw .rule("A limit is 1 or more; '--no-limits' takes them away.") }
  }

  func run(in context: Context) async throws -> ExitStatus {
    if scenario == "list" {
      try context.console.output(ScenarioOption.list)
      return .success
    }
    var settings = SimulatorSettings()
    settings.scenario = try scenario.map { try ScenarioOption(name: $0).scenario() }
    settings.port = port
    settings.seed = seed
    settings.timeScale = timeScale
    settings.freeTier = hasLimits ? FreeTier(perMinute: perMinute, perDay: perDay) : nil
    settings.requiresKey = requiresKey
    let simulator = Simulator(settings)
    let port: Int
    do {
      port = try simulator.start()
    } catch {
      throw Failure(.unavailable, error.description)
    }
    defer { simulator.stop() }
    try context.console.output("http://127.0.0.1:\(port)/v1\n")
    context.console.say("Simulating OpenRouter at the address above; stop it with ctrl-C.")
    try await Task.sleep(for: .seconds(Int64.max / 1_000_000_000))
    return .success
  }
}
