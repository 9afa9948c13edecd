/// An error answered with a status and OpenRouter's envelope.
struct Refusal: Error, Hashable, Sendable {
  let status: Int
  let message: String
  var metadata: JSON?
  var namesUser = false
  var headers: [Response.Header] = []
  /// A body of another shape than the envelope.
  var body: JSON?

  var response: Response {
    Response(status: status, headers: headers, json: body ?? envelope)
  }

  private var envelope: JSON {
    var error: JSON = ["message": .string(message), "code": .integer(status)]
    if let metadata { error = error.adding(["metadata": metadata]) }
    let envelope: JSON = ["error": error]
    return namesUser ? envelope.adding(["user_id": "user_SIMULATED"]) : envelope
  }
}

extension Refusal {
  static let missingKey = Refusal(status: 401, message: "Missing Authentication header")
  static let unknownKey = Refusal(status: 401, message: "User not found.")
  static let notFound = Refusal(status: 404, message: "Not Found")
  static let unreadableBody = Refusal(status: 400, message: "Input must have at least 1 token.")
  static let noMessages = Refusal(status: 400, message: #"Input required: specify "prompt" or "messages""#)
  static let noModel = Refusal(status: 400, message: "No models provided")
  static let reasoningMandatory = Refusal(
    status: 400, message: "Reasoning is mandatory for this endpoint and cannot be disabled.",
    metadata: ["provider_name": nil])
  static let dataPolicy = Refusal(
    status: 404,
    message: "No endpoints found matching your data policy (Free model training). "
      + "Configure: https://openrouter.ai/settings/privacy",
    metadata: [
      "routing_funnel": [["step": "Initial Endpoints", "endpoint_count": 1]],
      "failed_routing_step": "Filter by Data Policy",
    ])
  static let noToolUse = Refusal(
    status: 404,
    message: "No endpoints found that support tool use. To learn more about provider routing, visit: "
      + "https://openrouter.ai/docs/guides/routing/provider-selection")
  static let unfitParameters = Refusal(
    status: 404, message: "No endpoints found that can handle the requested parameters.")

  static func wrongMethod(allowed: String) -> Refusal {
    Refusal(status: 405, message: "Method Not Allowed", headers: [.init(name: "Allow", value: allowed)])
  }

  /// A few words for each kind, and not in one pattern.
  static func noInput(_ kind: Attachment.Kind) -> Refusal {
    let words =
      switch kind {
      case .image: "image input"
      case .file: "file input"
      case .audio: "input audio"
      case .video: "input video"
      }
    return Refusal(status: 404, message: "No endpoints found that support \(words)")
  }

  /// Counts in tokens.
  static func contextTooLong(limit: Int, prompt: Int, answer: Int) -> Refusal {
    Refusal(
      status: 400,
      message: "This endpoint's maximum context length is \(limit) tokens. However, you requested about "
        + "\(prompt + answer) tokens (\(prompt) of text input, \(answer) in the output). Please reduce the length of "
        + "either one, or use the context-compression plugin to compress your prompt automatically.",
      metadata: ["provider_name": nil], namesUser: true)
  }

  static func unknownModel(_ id: String) -> Refusal {
    Refusal(status: 400, message: "\(id) is not a valid model ID", namesUser: true)
  }

  /// What an account without credit hears of a paid model.
  static func noCredit(hasPurchased: Bool) -> Refusal {
    let never =
      "Insufficient credits. This account never purchased credits. Make sure your key is on the correct "
      + "account or org, and if so, purchase more at https://openrouter.ai/settings/credits"
    let spent = "Insufficient credits. Add more using https://openrouter.ai/settings/credits"
    return Refusal(status: 402, message: hasPurchased ? spent : never)
  }

  /// The other envelope, that of a query that does not validate.
  static func badQuery(_ name: String) -> Refusal {
    let problem = #"[{"code":"invalid_type","expected":"number","path":["\#(name)"],"message":"Invalid input"}]"#
    return Refusal(
      status: 400, message: problem,
      body: ["success": false, "error": ["name": "ZodError", "message": .string(problem)]])
  }

  init(_ problem: Request.Problem) {
    switch problem {
    case .malformed(let reason): self.init(status: 400, message: "Bad Request: \(reason)")
    case .headTooLarge: self.init(status: 431, message: "Request header fields too large")
    case .bodyTooLarge: self.init(status: 413, message: "Request payload too large")
    }
  }
}
