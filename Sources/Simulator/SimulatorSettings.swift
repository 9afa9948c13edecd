/// How a simulator behaves: where it listens, how fast its time runs, and which limits it enforces.
package struct SimulatorSettings: Sendable {
  package var host: String
  /// 0 asks the system for a free port.
  package var port: Int
  /// Decides, together with model, prompt and how often it was asked, every answer and every delay.
  package var seed: UInt64
  /// Simulated seconds per second, a positive number: at 60 a simulated minute lasts a second.
  package var timeScale: Double
  /// The limits of every account; nil turns the counters off.
  package var freeTier: FreeTier?
  /// Whether a chat request without a key is refused.
  package var requiresKey: Bool
  /// What the simulated wall clock shows at the start, in Unix milliseconds; nil takes the machine's time.
  package var startsAt: Int64?
  /// The faults to play; nil for none.
  package var scenario: Scenario?

  package init(
    host: String = "127.0.0.1", port: Int = 0, seed: UInt64 = 1, timeScale: Double = 1,
    freeTier: FreeTier? = FreeTier(perMinute: 20, perDay: 50), requiresKey: Bool = true, startsAt: Int64? = nil,
    scenario: Scenario? = nil
  ) {
    self.host = host
    self.port = port
    self.seed = seed
    self.timeScale = timeScale
    self.freeTier = freeTier
    self.requiresKey = requiresKey
    self.startsAt = startsAt
    self.scenario = scenario
  }
}
