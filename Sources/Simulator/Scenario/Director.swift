/// Counts the requests and finds the rule of a scenario that each of them meets.
struct Director: Sendable {
  let scenario: Scenario
  let seed: UInt64
  private var requests: [Condition.Route: Int] = [:]
  private var ofModel: [String: Int] = [:]
  /// By the hash of model and prompt.
  private var ofPrompt: [UInt64: Int] = [:]

  init(_ scenario: Scenario, seed: UInt64) {
    self.scenario = scenario
    self.seed = seed
  }

  /// What is done with the next request of a route; nil for nothing out of the ordinary.
  mutating func effect(on route: Condition.Route, model: String = "", prompt: String = "") -> Effect? {
    var hash = Dice.Hash()
    hash.add(model)
    hash.add(prompt)
    let visit = Visit(
      route: route, model: model, prompt: prompt, request: Self.count(&requests[route]),
      ofModel: Self.count(&ofModel[model]), ofPrompt: Self.count(&ofPrompt[hash.value]))
    return scenario.rules.enumerated().first { fits(visit, $1.condition, of: $0) }?.element.effect
  }

  /// A request with its numbers.
  private struct Visit {
    var route: Condition.Route
    var model, prompt: String
    var request, ofModel, ofPrompt: Int
  }

  private static func count(_ number: inout Int?) -> Int {
    let next = (number ?? 0) + 1
    number = next
    return next
  }

  private func fits(_ visit: Visit, _ condition: Condition, of rule: Int) -> Bool {
    guard visit.route == condition.route,
      condition.model.map(visit.model.contains) ?? true, condition.prompt.map(visit.prompt.contains) ?? true,
      condition.request?.contains(visit.request) ?? true, condition.ofModel?.contains(visit.ofModel) ?? true,
      condition.ofPrompt?.contains(visit.ofPrompt) ?? true
    else { return false }
    guard let share = condition.share else { return true }
    var dice = Dice(seed: seed, "share \(rule)", visit.model, visit.prompt, String(visit.ofPrompt))
    return dice.chance(share)
  }
}
