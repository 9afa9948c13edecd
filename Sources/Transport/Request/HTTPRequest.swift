/// One request: where to, what, and how much time and room its answer may take.
package struct HTTPRequest: Sendable {
  package var method: Method
  package var url: String
  package var headers: [HTTPHeader]
  package var body: [UInt8]
  package var deadlines: Deadlines
  package var limits: Limits

  /// False asks for an uncompressed body, true for gzip; what comes is decoded before it is counted or handed out.
  package var acceptsGzip: Bool

  /// True opens a connection even where an idle one waits; it is kept for later requests like any other.
  package var opensConnection = false

  /// Asked once, off the transport's thread, with the body so far when the first-token deadline strikes.
  ///
  /// True disarms that deadline, false ends the transfer with it; nil ends it without a question.
  package var holdsToken: (@Sendable ([UInt8]) -> Bool)?

  /// Nil reads every response to its end.
  package var completion: Completion?

  package init(
    method: Method = .post, url: String, headers: [HTTPHeader] = [], body: [UInt8] = [],
    deadlines: Deadlines = Deadlines(), limits: Limits = Limits(), acceptsGzip: Bool = false,
    holdsToken: (@Sendable ([UInt8]) -> Bool)? = nil
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
    self.deadlines = deadlines
    self.limits = limits
    self.acceptsGzip = acceptsGzip
    self.holdsToken = holdsToken
  }
}

extension HTTPRequest {
  package enum Method: Sendable {
    case get, post
  }

  /// How long the parts of an exchange may take, in nanoseconds; nil waits for ever.
  package struct Deadlines: Hashable, Sendable {
    /// From the start until the request can be sent.
    package var connect: Int64?
    /// From `sent` until the body holds a token.
    package var firstToken: Int64?
    /// Between two reads of the body, whatever their bytes.
    package var gap: Int64?
    /// From `sent` until the body is complete.
    package var total: Int64?

    package init(connect: Int64? = nil, firstToken: Int64? = nil, gap: Int64? = nil, total: Int64? = nil) {
      self.connect = connect
      self.firstToken = firstToken
      self.gap = gap
      self.total = total
    }
  }

  /// How large an answer may grow, in bytes where nothing else is said.
  package struct Limits: Hashable, Sendable {
    /// All header lines together, those of interim responses and trailers included.
    package var headerBytes: Int
    /// Header lines.
    package var headerCount: Int
    /// The decoded body.
    package var bodyBytes: Int
    /// The longest run of the decoded body without a line feed; nil for no limit.
    package var lineBytes: Int?

    package init(
      headerBytes: Int = 100_000, headerCount: Int = 1_000, bodyBytes: Int = 64 << 20, lineBytes: Int? = nil
    ) {
      self.headerBytes = headerBytes
      self.headerCount = headerCount
      self.bodyBytes = bodyBytes
      self.lineBytes = lineBytes
    }
  }
}
