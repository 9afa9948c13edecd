/// One answer: what is said, in which pieces and when, and what it counts.
struct Generation: Sendable {
  let id: String
  /// Unix seconds.
  let created: Int
  var model: SimulatedModel
  var pieces: [Piece]
  let finish: Finish
  var usage: Usage
  /// Simulated nanoseconds from the request to the head of the response.
  let opening: Int64
  /// Simulated nanoseconds from the request to the last token, a hidden one included.
  var ending: Int64

  /// Some tokens that are sent as one.
  struct Piece: Hashable, Sendable {
    let isReasoning: Bool
    let text: String
    /// Simulated nanoseconds since the request.
    let at: Int64
  }

  /// Why an answer ends.
  enum Finish: String, Sendable {
    case stop, length
  }

  /// Counted tokens; those of the reasoning are part of the completion's.
  struct Usage: Hashable, Sendable {
    let prompt: Int
    let completion: Int
    let reasoning: Int
  }

  init(id: String, created: Int, of chat: ChatRequest, by model: SimulatedModel, dice: inout Dice) {
    let composition = Composer(chat: chat, model: model).compose(with: &dice)
    let limit = min(chat.tokenLimit ?? model.largestAnswer, model.largestAnswer)
    let thought = Tokens.split(composition.thought).prefix(limit)
    let wanted = Tokens.split(composition.answer)
    let answer = wanted.prefix(limit - thought.count)
    var schedule = Schedule(pace: model.pace, dice: dice)
    let thinking = schedule.pieces(of: thought, isReasoning: true)
    let speaking = schedule.pieces(of: answer, isReasoning: false)
    self.id = id
    self.created = created
    self.model = model
    pieces = (chat.hidesReasoning ? [] : thinking) + speaking
    finish = answer.count < wanted.count ? .length : .stop
    usage = Usage(
      prompt: Tokens.estimate(chat.conversation), completion: thought.count + answer.count, reasoning: thought.count)
    opening = schedule.opening
    ending = schedule.now
  }
}
