extension Refusal {
  /// The 429 for a verdict of the free-tier counter; nil when it admits.
  static func rateLimit(_ verdict: FreeTierCounter.Verdict, under tier: FreeTier) -> Refusal? {
    switch verdict {
    case .admitted: nil
    case .perMinute(let reset):
      rateLimit(
        "Rate limit exceeded: free-models-per-min. ", limit: tier.perMinute, reset: reset,
        source: "openrouter_free_tier_per_minute",
        hint: "Slow down requests to free models, or retry after the per-minute window resets.")
    case .perDay(let reset) where tier.isHighBalance:
      rateLimit(
        "Rate limit exceeded: free-models-per-day-high-balance. ", limit: tier.perDay, reset: reset,
        source: "openrouter_free_tier_daily", hint: "Wait for the daily reset (see X-RateLimit-Reset)")
    case .perDay(let reset):
      rateLimit(
        "Rate limit exceeded: free-models-per-day. Add 10 credits to unlock 1000 free model requests per day",
        limit: tier.perDay, reset: reset, source: "openrouter_free_tier_daily",
        hint: "Wait for the daily reset (see X-RateLimit-Reset), or purchase credits to raise your free-model "
          + "daily limit.")
    }
  }

  private static func rateLimit(
    _ message: String, limit: Int, reset: Int64, source: String, hint: String
  ) -> Refusal {
    let headers = [
      Response.Header(name: "X-RateLimit-Limit", value: String(limit)),
      Response.Header(name: "X-RateLimit-Remaining", value: "0"),
      Response.Header(name: "X-RateLimit-Reset", value: String(reset)),
    ]
    let metadata: JSON = [
      "headers": .object(headers.map { JSON.Field(key: $0.name, value: .string($0.value)) }),
      "limit_source": .string(source), "remedy_hint": .string(hint), "provider_name": nil,
    ]
    return Refusal(status: 429, message: message, metadata: metadata, namesUser: true, headers: headers)
  }
}
