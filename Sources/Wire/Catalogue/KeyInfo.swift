/// What OpenRouter's `GET /key` says about today's free requests; nothing else of it is kept, above all not the label.
package struct KeyInfo: Hashable, Sendable {
  package var freeUsed: Int?
  package var freeLimit: Int?
  /// Lags behind by minutes.
  package var freeRemaining: Int?

  package init(freeUsed: Int? = nil, freeLimit: Int? = nil, freeRemaining: Int? = nil) {
    self.freeUsed = freeUsed
    self.freeLimit = freeLimit
    self.freeRemaining = freeRemaining
  }

  /// Reads the body; older accounts have no counter, and then every field is nil.
  package static func read(_ body: [UInt8]) throws(UnreadableBody) -> KeyInfo {
    let root = try UnreadableBody.parse(body)
    guard let data = root["data"], data.isObject else { throw UnreadableBody(expected: "a key's data", in: root) }
    let requests = data["free_model_daily_requests"]
    return KeyInfo(
      freeUsed: requests?["used"]?.count, freeLimit: requests?["limit"]?.count,
      freeRemaining: requests?["remaining"]?.count)
  }
}
