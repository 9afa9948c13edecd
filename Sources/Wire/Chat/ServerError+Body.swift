extension ServerError {
  /// Characters of a body without JSON that stand as the message.
  private static let longestExcerpt = 300

  /// Reads the body of a failed response, of whatever form, with the hints of its headers.
  package static func read(headers: [(name: String, value: String)], body: [UInt8]) -> ServerError {
    let headers = Headers(headers)
    guard let root = try? JSONDocument(body.withoutByteOrderMark).root else {
      return ServerError(text: body, headers: headers)
    }
    return ServerError(envelope: root, headers: headers)
      ?? ServerError(details: root, within: root, headers: headers)
  }

  /// A body that is not JSON: a proxy's page or plain words.
  init(text body: [UInt8], headers: Headers = Headers([])) {
    // A character may be many bytes long; four bytes for each one kept are enough, and a huge page is not decoded.
    let text = String(decoding: body.prefix(Self.longestText * 4), as: UTF8.self)
    self.init(message: text.trimmed.shortened(to: Self.longestExcerpt), raw: text.shortened(to: Self.longestText))
    addHints(RetryHint(headers: headers, now: headers.date))
  }

  /// Reads what is marked as an error: `{"error": …}`, Gemini's array of it, and bodies made of `detail` or `message`.
  init?(envelope root: JSON, headers: Headers = Headers([])) {
    if let first = root.elements.first(where: { _ in true }) {
      self.init(envelope: first, headers: headers)
    } else if let error = root["error"], error.saysSomething {
      self.init(details: error, within: root, headers: headers)
    } else if root["choices"] == nil, root["detail"] != nil || root["message"] != nil {
      self.init(details: root, within: root, headers: headers)
    } else {
      return nil
    }
  }

  /// Reads the members of an error, or an error that is only words.
  init(details error: JSON, within root: JSON? = nil, headers: Headers = Headers([])) {
    let metadata = error["metadata"]
    let message = error["message"] ?? error["detail"] ?? error["msg"] ?? error
    self.init(
      code: error["code"]?.word,
      message: message.text.shortened(to: Self.longestText),
      type: (error["type"] ?? error["error_type"] ?? metadata?["error_type"] ?? error["status"] ?? error["name"])?.word,
      param: error["param"]?.filledString,
      availability: error["availability"]?["code"]?.filledString,
      limitSource: metadata?["limit_source"]?.filledString,
      providerName: (metadata?["provider_name"] ?? root?["provider"])?.filledString,
      providerMessage: metadata?["raw"].flatMap(Self.message(ofProvider:)),
      raw: (metadata?["raw"] ?? error["details"])?.text.shortened(to: Self.longestText))
    addHints(RetryHint(headers: headers, now: headers.date))
    addHints(RetryHint(error: error, now: headers.date))
  }

  /// OpenRouter hands on what a provider answered as text, which mostly is the provider's own JSON.
  private static func message(ofProvider raw: JSON) -> String? {
    let text = raw.text.trimmed
    let said = raw.string == nil ? raw : (try? JSONDocument(Array(text.utf8)))?.root
    let first = said?.elements.first { _ in true } ?? said
    let error = first?["error"] ?? first
    let message = (error?["message"] ?? error?["detail"] ?? error?["msg"])?.text ?? error?.string ?? text
    return message.isEmpty ? nil : message.shortened(to: Self.longestText)
  }

  /// Takes what is not known yet: headers come before the body.
  private mutating func addHints(_ hint: RetryHint) {
    retryAfter = retryAfter ?? hint.seconds
    resetsAtMilliseconds = resetsAtMilliseconds ?? hint.resetsAtMilliseconds
    resetsAfter = resetsAfter ?? hint.resetsAfter
    limit = limit ?? hint.limit
    shouldRetry = shouldRetry ?? hint.shouldRetry
    nonsense += hint.nonsense.filter { !nonsense.contains($0) }
  }
}

extension JSON {
  /// Whether this, as the value of `error`, means that there is one: some servers send `false` or `""` for none.
  var saysSomething: Bool { !isFalse && string != "" }
}

extension Headers {
  /// The server's clock in milliseconds since 1970; nil where it does not tell.
  fileprivate var date: Int64? { self["date"].flatMap(HTTPDate.init).map { Int64($0.seconds) * 1000 } }
}
