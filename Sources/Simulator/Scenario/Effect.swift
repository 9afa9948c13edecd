/// What a rule does with a request: the answer as usual, but for what is said here.
struct Effect: Hashable, Sendable {
  var response = ResponseEffect()
  var content = ContentEffect()
  var timing = TimingEffect()
  /// So many requests fewer than counted are shown by `/key`.
  var lag: Int?
}

extension Effect: Decodable {
  private enum CodingKeys: String, CodingKey, CaseIterable {
    case lag
  }

  /// All members stand in one object, whichever part they belong to.
  init(from decoder: any Decoder) throws {
    let parts = [ResponseEffect.keys, ContentEffect.keys, TimingEffect.keys]
    try decoder.refuseKeys(beyond: parts.flatMap(\.self) + CodingKeys.allCases.map(\.stringValue))
    response = try ResponseEffect(from: decoder)
    content = try ContentEffect(from: decoder)
    timing = try TimingEffect(from: decoder)
    lag = try decoder.container(keyedBy: CodingKeys.self).decodePositive(.lag)
  }
}

/// What an answer is, apart from what a model says: status, headers, and a body of its own.
struct ResponseEffect: Hashable, Sendable {
  var status: Int?
  /// The name of a stock body, which brings status and headers along, or the text itself.
  var body: String?
  var headers: [String: String] = [:]
  /// The whole response, status line included, as it is.
  var raw: String?
  /// Interim responses before it.
  var interims = 0
  /// A header of so many bytes.
  var bigHeader = 0
  /// So many headers more.
  var manyHeaders = 0
}

extension ResponseEffect: Decodable {
  private enum CodingKeys: String, CodingKey, CaseIterable {
    case status, body, headers, raw, interims
    case bigHeader = "big_header"
    case manyHeaders = "many_headers"
  }

  static let keys = CodingKeys.allCases.map(\.stringValue)

  init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: CodingKeys.self)
    status = try keys.decodeIfPresent(Int.self, forKey: .status)
    if let status, !(200...599).contains(status) { throw keys.mistake("must be 200 to 599", at: .status) }
    body = try keys.decodeIfPresent(String.self, forKey: .body)
    if let body, StockBody.isName(body), StockBody(rawValue: body) == nil {
      let names = StockBody.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
      throw keys.mistake(
        "'\(body)' is no stock body, and too short to be one itself; stock bodies are \(names)", at: .body)
    }
    headers = try keys.decodeIfPresent([String: String].self, forKey: .headers) ?? [:]
    raw = try keys.decodeIfPresent(String.self, forKey: .raw)
    interims = try keys.decodePositive(.interims) ?? 0
    bigHeader = try keys.decodePositive(.bigHeader) ?? 0
    manyHeaders = try keys.decodePositive(.manyHeaders) ?? 0
  }
}
