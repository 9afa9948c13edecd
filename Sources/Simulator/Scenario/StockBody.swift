/// The refusals that OpenRouter and what stands before it are known for, by name.
enum StockBody: String, CaseIterable, Sendable {
  case perMinute = "per-minute"
  case perDay = "per-day"
  case perDayHighBalance = "per-day-high-balance"
  case upstream
  case upstreamRetryAfter = "upstream-retry-after"
  case badRequest = "400"
  case badKey = "401"
  case noCredit = "402"
  case flagged = "403"
  case notFound = "404"
  case dataPolicy = "404-policy"
  case timeout = "408"
  case broken = "500"
  case badGateway = "502"
  case badGatewayPage = "502-html"
  case unavailable = "503"
  case slowOriginPage = "524-html"
  case overloaded = "529"

  /// Whether a text is meant as a name: bodies of one word are none.
  static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { $0 > 0x20 && !"{}[]<>\"".utf8.contains($0) }
  }
}

extension StockBody {
  /// The response as the scene has it: limits, reset times, the model's name.
  func response(in scene: Scene) -> Response {
    switch self {
    case .badGatewayPage: Self.page(status: 502, "502 Bad Gateway")
    case .slowOriginPage: Self.page(status: 524, "openrouter.ai | 524: A timeout occurred")
    default: refusal(in: scene).response
    }
  }

  func refusal(in scene: Scene) -> Refusal {
    switch self {
    case .perMinute: .rateLimit(.perMinute(reset: scene.endOfMinute), under: scene.tier) ?? .notFound
    case .perDay: Self.daily(limit: min(scene.tier.perDay, 50), in: scene)
    case .perDayHighBalance: Self.daily(limit: max(scene.tier.perDay, 1000), in: scene)
    case .upstream: .upstream(model: scene.model, retryAfter: nil)
    case .upstreamRetryAfter: .upstream(model: scene.model, retryAfter: 2)
    case .badRequest:
      Refusal(status: 400, message: "Provider returned error", metadata: ["provider_name": "Otterworks"])
    case .badKey: .unknownKey
    case .noCredit: .noCredit(hasPurchased: true)
    case .flagged: Refusal(status: 403, message: "Your input was flagged by moderation")
    case .notFound: Refusal(status: 404, message: "No endpoints found for \(scene.model).")
    case .dataPolicy: .dataPolicy
    case .timeout: Refusal(status: 408, message: "Operation timed out. Please try again later.")
    case .broken: Refusal(status: 500, message: "Internal Server Error", metadata: ["error_type": "server"])
    case .badGateway, .badGatewayPage: Refusal(status: 502, message: "Provider returned error")
    case .unavailable: Refusal(status: 503, message: "Service temporarily unavailable")
    case .slowOriginPage: Refusal(status: 524, message: "A timeout occurred")
    case .overloaded: Refusal(status: 529, message: "Provider returned error")
    }
  }

  private static func daily(limit: Int, in scene: Scene) -> Refusal {
    let tier = FreeTier(perMinute: scene.tier.perMinute, perDay: limit)
    return .rateLimit(.perDay(reset: scene.endOfDay), under: tier) ?? .notFound
  }

  private static func page(status: Int, _ title: String) -> Response {
    let html = "<!DOCTYPE html>\n<html><head><title>\(title)</title></head><body><h1>\(title)</h1></body></html>\n"
    return Response(
      status: status, headers: [.init(name: "Content-Type", value: "text/html; charset=UTF-8")], body: Array(html.utf8))
  }
}

extension Refusal {
  /// What is said when the pool that all users of a provider share is used up.
  fileprivate static func upstream(model: String, retryAfter: Int?) -> Refusal {
    let metadata: JSON = [
      "raw": .string("\(model) is temporarily rate-limited upstream. Please retry shortly."),
      "provider_name": "Otterworks", "is_byok": false, "limit_source": "upstream_provider_shared_pool",
    ]
    guard let retryAfter else {
      return Refusal(status: 429, message: "Provider returned error", metadata: metadata, namesUser: true)
    }
    let seconds = String(retryAfter)
    return Refusal(
      status: 429, message: "Provider returned error",
      metadata: metadata.adding([
        "retry_after_seconds": .integer(retryAfter), "headers": ["Retry-After": .string(seconds)],
      ]),
      namesUser: true, headers: [.init(name: "Retry-After", value: seconds)])
  }
}
