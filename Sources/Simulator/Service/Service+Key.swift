extension Service {
  /// What `/key` tells about the account of the request's key.
  ///
  /// A counter that lags shows that many requests fewer.
  func key(_ request: Request, lag: Int, at arrival: Int64) throws(Refusal) -> Response {
    guard let account = try account(of: request) else { throw .missingKey }
    let used = max(0, (counters[account]?.usedToday(at: clock.wall(at: arrival)) ?? 0) - lag)
    return Response(
      headers: [.init(name: "Cache-Control", value: "private, no-store")],
      json: ["data": Self.description(of: account, used: used, under: tier)])
  }

  private static func description(of key: String, used: Int, under tier: FreeTier?) -> JSON {
    let account: JSON = [
      "label": .string("\(key.prefix(6))...\(key.suffix(3))"),
      "is_management_key": false, "is_provisioning_key": false,
      "limit": nil, "limit_reset": nil, "limit_remaining": nil, "include_byok_in_limit": false,
      "usage": 0, "usage_daily": 0, "usage_weekly": 0, "usage_monthly": 0,
      "byok_usage": 0, "byok_usage_daily": 0, "byok_usage_weekly": 0, "byok_usage_monthly": 0,
      "is_free_tier": .bool(tier?.isHighBalance == false), "expires_at": nil, "creator_user_id": "user_SIMULATED",
      "organization_id": nil, "workspace_id": "00000000-0000-0000-0000-000000000000",
      "allowed_data_regions": ["global"],
    ]
    // Without a limit there is nothing to count: the field is then missing, as on older accounts.
    let requests = tier.map { tier in
      [
        "free_model_daily_requests": [
          "used": .integer(used), "limit": .integer(tier.perDay), "remaining": .integer(max(0, tier.perDay - used)),
        ]
      ] as JSON
    }
    return account.adding(requests ?? [:]).adding([
      "rate_limit": [
        "requests": -1, "interval": "10s", "note": "This field is deprecated and safe to ignore.",
      ]
    ])
  }
}
