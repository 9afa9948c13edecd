internal import Benchmark
internal import Harness

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// What a run would take, as one JSON object for scripts: null where nothing is known.
enum PlanJSON {
  /// One line, keys in alphabetical order.
  static func text(of preparation: RunPreparation) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(object(preparation)), as: UTF8.self)
  }

  private static func object(_ preparation: RunPreparation) -> [String: JSONValue] {
    let (draft, budget) = (preparation.draft, preparation.preflight.budget)
    let cost = preparation.preflight.cost(of: draft)
    return [
      "models": .array(draft.models.map(JSONValue.string)),
      "prompts": .integer(budget.prompts),
      "repetitions": .integer(budget.repetitions),
      "warm_ups": .integer(budget.warmUps),
      "requests": .integer(budget.requests),
      "requests_planned": .integer(budget.planned),
      "judges": .array(budget.judges.map(JSONValue.string)),
      "judging_themselves": .array(draft.selfJudging.flatMap(\.contestants).map(JSONValue.string)),
      "judge_requests": .integer(budget.judgeRequests),
      "fresh_prompts": .bool(draft.record.freshPrompts != nil),
      "free_requests": .integer(budget.freeRequests),
      "free_left_today": integer(budget.remaining),
      "free_per_day": integer(budget.daily),
      "shortage": .integer(budget.shortage),
      "days": integer(budget.days),
      "rate": budget.rate.map { .string($0.description) } ?? .null,
      "least_seconds": budget.duration.map { .number($0.seconds) } ?? .null,
      "authorities": .array(draft.authorities.named.map { .string("\($0.source) \($0.path)") }),
      "cost_usd": cost.map { .number($0.sum) } ?? .null,
      "models_of_unknown_price": .array((cost?.unknown ?? []).map(JSONValue.string)),
    ]
  }

  private static func integer(_ value: Int?) -> JSONValue { value.map(JSONValue.integer) ?? .null }
}
