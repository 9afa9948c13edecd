/// An entry of `expected.json`: what a tolerant client reads out of one body; what it does not state is nil.
struct Golden: Decodable, Sendable {
  struct Call: Decodable, Sendable {
    var id: String?
    var name: String
    var arguments: String?
  }

  struct Usage: Decodable, Sendable {
    var prompt_tokens: Int?
    var completion_tokens: Int?
    var total_tokens: Int?
    var reasoning_tokens: Int?
  }

  /// A value that servers send as a number, as text or as something else.
  struct Word: Decodable, Sendable {
    var text: String?

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      text = (try? container.decode(String.self)) ?? (try? container.decode(Int.self)).map(String.init)
    }
  }

  struct Failure: Decodable, Sendable {
    var code: Word?
    var message: Word?
  }

  var verdict: String
  var content: String?
  var reasoning: String?
  var tool_calls: [Call]?
  var finish_reason: String?
  var native_finish_reason: String?
  var usage: Usage?
  var error: Failure?
  var model: String?
  var provider: String?
  var comments: Int?
  var events: Int?
  var bad_json: Int?
  var after_done: Int?
  var done: Bool?
}
