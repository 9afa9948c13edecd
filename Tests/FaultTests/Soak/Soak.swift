import Foundation
import Simulator
import Testing

/// What `make soak` asks for: minutes among faults of every kind.
enum Soak {
  /// Nil where nobody asks.
  static let minutes = ProcessInfo.processInfo.environment["SOAK_MINUTES"].flatMap(Double.init)
  /// Of each of the two tests, in seconds.
  static let half = (minutes ?? 0) * 30
  static let timeLimit = Int((minutes ?? 0) / 2) + 5

  /// What ends a run or slows it down for good, what is no fault of a chat, and hints on a clock that the simulator's
  /// time scale has left behind.
  private static let unfit: Set = [
    "no-retry-401", "no-retry-402", "429-day", "429-day-high-balance", "429-huge", "429-minute-16", "429-xratelimit",
    "gzip-bomb-models", "gzip-corrupt-models", "gzip-ok-models",
  ]

  /// A scenario in which about a third of all answers are faults, every kind as often as any other.
  static func scenario() throws -> Scenario {
    let fit = Set(Fault.all.map(\.scenario)).subtracting(unfit)
    let faults = Scenario.builtIn.filter { fit.contains($0.name) }
    let rules = try faults.map { fault in
      let scenario = try JSONSerialization.jsonObject(with: Data(fault.text.utf8)) as? [String: Any]
      let rule = try #require((scenario?["rules"] as? [[String: Any]])?.first)
      return ["when": ["share": 0.33 / Double(faults.count)], "do": try #require(rule["do"])]
    }
    let text = try JSONSerialization.data(withJSONObject: ["name": "soak", "rules": rules])
    return try Scenario.read(Array(text), source: "soak")
  }

  static func say(_ words: String) {
    print("Soak: \(words)")
  }
}
