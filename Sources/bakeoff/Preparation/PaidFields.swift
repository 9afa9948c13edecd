internal import Benchmark
internal import Harness

/// Fields of a request that OpenRouter may charge for, whatever model is asked: they make a free request a paid one.
enum PaidFields {
  /// What works on the text alone, as far as the server's documentation tells.
  private static let freePlugins: Set<String> = ["context-compression", "response-healing"]

  /// - Throws: `Failure` with the first of them, unless paying is allowed.
  static func check(_ record: RunRecord, at endpoint: Endpoint, allowsPaid: Bool) throws {
    guard endpoint.dialect == .openrouter, !allowsPaid else { return }
    let shared = [record.suite.parameters, record.overrides] + record.contestants.map(\.parameters)
    try shared.forEach(check)
    for prompt in record.suite.prompts {
      try ([prompt.parameters, prompt.suiteParameters].compactMap(\.self)).forEach(check)
    }
  }

  private static func check(_ parameters: Parameters) throws {
    guard let field = parameters.extra.flatMap(paidField) else { return }
    throw Failure(
      .usage,
      "'\(field)' in 'extra' may cost money, even with a free model. To send it all the same, give '--allow-paid'.")
  }

  private static func paidField(in extra: [String: JSONValue]) -> String? {
    if extra["web_search_options"] != nil { return "web_search_options" }
    guard let plugins = extra["plugins"] else { return nil }
    guard case .array(let list) = plugins else { return "plugins" }
    let isFree = list.allSatisfy { plugin in
      guard case .object(let fields) = plugin, case .string(let id)? = fields["id"] else { return false }
      return freePlugins.contains(id)
    }
    return isFree ? nil : "plugins"
  }
}
