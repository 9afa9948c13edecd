/// When to come back, as headers or an error's members say it; what makes no sense is left out.
struct RetryHint {
  var seconds: Double?
  var resetsAtMilliseconds: Int64?
  var limit: Int?

  /// `retry-after-ms` is finer than `Retry-After`, and 0 of it does not mean at once.
  init(headers: Headers) {
    seconds =
      headers["retry-after-ms"].flatMap(Self.wait).map { $0 / 1000 }
      ?? headers["retry-after"].flatMap { Self.wait($0) ?? Self.wait(until: $0, since: headers["date"]) }
    resetsAtMilliseconds = headers["x-ratelimit-reset"].flatMap(Self.instant)
    limit = headers["x-ratelimit-limit"].flatMap { Int($0) }
  }

  /// OpenRouter repeats its headers in `metadata`; Google puts a duration among the details.
  init(error: JSON) {
    let metadata = error["metadata"]
    let headers = metadata?["headers"]
    let hints = [
      metadata?["retry_after_seconds"]?.text, metadata?["retry_after_seconds_raw"]?.text,
      headers?["Retry-After"]?.text, error["availability"]?["retry_after"]?.text,
    ]
    let delays = error["details"]?.elements.lazy.compactMap { $0["retryDelay"]?.string }
    seconds = hints.lazy.compactMap { $0.flatMap(Self.wait) }.first ?? delays?.compactMap(Self.duration).first
    resetsAtMilliseconds = (headers?["X-RateLimit-Reset"]?.text).flatMap(Self.instant)
    limit = (headers?["X-RateLimit-Limit"]?.text).flatMap { Int($0) }
  }

  /// A wait of so many units: finite and more than none.
  private static func wait(_ text: String) -> Double? {
    guard let value = Double(text), value.isFinite, value > 0 else { return nil }
    return value
  }

  /// A wait until a date, by the server's own clock: ours may be wrong.
  private static func wait(until date: String, since now: String?) -> Double? {
    guard let end = HTTPDate(date), let now = now.flatMap(HTTPDate.init), end > now else { return nil }
    return Double(end.seconds - now.seconds)
  }

  /// Google's `37s` and `1.5s`.
  private static func duration(_ text: String) -> Double? {
    text.hasSuffix("s") ? wait(String(text.dropLast())) : nil
  }

  /// Milliseconds since 1970, from those (OpenRouter) or from seconds (others); anything smaller is no instant.
  private static func instant(_ text: String) -> Int64? {
    guard let value = Double(text), value.isFinite, (1e9..<1e15).contains(value) else { return nil }
    return Int64(value < 1e11 ? value * 1000 : value)
  }
}
