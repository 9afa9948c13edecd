/// One answer: what is said, in which pieces and when, and what it counts.
struct Generation: Sendable {
  let id: String
  /// Unix seconds.
  let created: Int
  var model: SimulatedModel
  var pieces: [Piece]
  var finish: Finish
  var usage: Usage
  /// Simulated nanoseconds from the request to the head of the response.
  var opening: Int64
  /// Simulated nanoseconds from the request to the last token, a hidden one included.
  var ending: Int64

  /// Some tokens that are sent as one.
  struct Piece: Hashable, Sendable {
    let part: Part
    let text: String
    /// Simulated nanoseconds since the request.
    let at: Int64
  }

  /// What a piece is a piece of.
  enum Part: Hashable, Sendable {
    case reasoning
    case content
    /// The beginning of a call, counted from 0; its text is that of the arguments, as far as they come along.
    case call(Int, id: String, name: String)
    /// More of the arguments of a call.
    case arguments(Int)
  }

  /// Why an answer ends.
  enum Finish: String, Sendable {
    case stop, length
    case toolCalls = "tool_calls"
  }

  /// Counted tokens; those of the reasoning are part of the completion's.
  struct Usage: Hashable, Sendable {
    let prompt: Int
    let completion: Int
    let reasoning: Int
    /// Nil for a server without a cache, which says so by a zero.
    var cache: Cache?

    init(prompt: Int, completion: Int, reasoning: Int, cache: Cache? = nil) {
      (self.prompt, self.completion, self.reasoning, self.cache) = (prompt, completion, reasoning, cache)
    }
  }

  init(id: String, created: Int, of chat: ChatRequest, by model: SimulatedModel, dice: inout Dice) {
    let composition = Composer(chat: chat, model: model).compose(with: &dice)
    var budget = TokenBudget(chat.tokenLimit, of: model)
    var schedule = Schedule(pace: model.pace, dice: dice)
    let thought = budget.take(Tokens.split(composition.thought), atMost: chat.reasoning?.maxTokens)
    let thinking = schedule.pieces(of: thought, as: .reasoning)
    var speaking = schedule.pieces(of: budget.take(Tokens.split(composition.answer)), as: .content)
    for (place, call) in composition.calls.enumerated() where !budget.isExhausted {
      let head = Part.call(place, id: "call_\(dice.letters(12))", name: call.name)
      let arguments = budget.take(Tokens.split(call.arguments))
      speaking += schedule.call(head, at: place, arguments: arguments, isWhole: model.tools?.isWhole == true)
    }
    self.id = id
    self.created = created
    self.model = model
    pieces = (chat.hidesReasoning ? [] : thinking) + speaking
    finish = budget.isExhausted ? .length : composition.calls.isEmpty ? .stop : .toolCalls
    usage = Usage(prompt: chat.promptTokens, completion: budget.taken, reasoning: thought.count)
    opening = schedule.opening
    ending = schedule.now
  }
}
