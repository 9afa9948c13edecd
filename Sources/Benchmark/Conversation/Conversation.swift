/// What is said to a contestant in one trial, request by request.
///
/// A pure value: it takes answers in their order and tells whether another request follows, and what that sends. Tools
/// whose results stand in the suite are answered at once, a round each; then the next turn begins.
package struct Conversation: Hashable, Sendable {
  /// Where the next request stands.
  package private(set) var step = Step()
  /// All that the next request sends but the system message.
  package private(set) var messages: [Message]

  private let turns: [Turn]
  private let tools: [Tool]
  private let mostRounds: Int

  package init(_ prompt: Prompt, of suite: Suite) {
    turns = prompt.turns
    tools = suite.tools(of: prompt)
    mostRounds = suite.maxRounds(of: prompt)
    messages = prompt.messages + prompt.turns.prefix(1).map(\.message)
  }

  /// Takes the answer to the request at hand; false when nothing follows, since it failed or was the last.
  package mutating func goesOn(after attempt: AttemptRecord) -> Bool {
    guard attempt.outcome.kind.isAnswered else { return false }
    let calls = attempt.outcome.kind == .ok ? attempt.identifiedToolCalls : []
    if step.round < mostRounds, calls.contains(where: isAnswerable) {
      messages.append(Message(.assistant, attempt.content, toolCalls: calls))
      messages += calls.map { Message(.tool, Content(reply(to: $0)), toolCallID: $0.id) }
      step.round += 1
      return true
    }
    guard step.turn < turns.count else { return false }
    messages += [Message(.assistant, Content(attempt.answer)), turns[step.turn].message]
    step = Step(turn: step.turn + 1)
    return true
  }

  /// Takes what earlier sessions recorded, in order; false when nothing is left to send.
  ///
  /// What failed there is asked again where it failed.
  package mutating func goesOn(afterAll attempts: [AttemptRecord]) -> Bool {
    attempts.allSatisfy { attempt in
      attempt.place != step || !attempt.outcome.kind.isAnswered || goesOn(after: attempt)
    }
  }

  private func isAnswerable(_ call: ToolCall) -> Bool {
    tools.contains { $0.name == call.name && !$0.results.isEmpty }
  }

  private func reply(to call: ToolCall) -> String {
    guard let tool = tools.first(where: { $0.name == call.name }) else {
      return #"{"error":"There is no tool of this name."}"#
    }
    return tool.reply(to: call.arguments) ?? #"{"error":"There is no result for these arguments."}"#
  }
}

/// Where a request stands in its trial's conversation.
package struct Step: Codable, Hashable, Sendable {
  /// From 1: the user's turn that it answers.
  package var turn: Int
  /// From 1 within the turn: one more each time that results of tools are sent.
  package var round: Int

  package init(turn: Int = 1, round: Int = 1) {
    self.turn = turn
    self.round = round
  }

  /// `turn 2`, or where results of tools were sent, `turn 2, round 2`.
  package var words: String { "turn \(turn)" + (round > 1 ? ", round \(round)" : "") }
}

extension AttemptRecord {
  /// Where it stands, the first request of a conversation included.
  package var place: Step { step ?? Step() }

  fileprivate var content: Content? { answer.isEmpty ? nil : Content(answer) }

  /// Servers may leave ids out, but a result has to name the call that it belongs to.
  fileprivate var identifiedToolCalls: [ToolCall] {
    toolCalls.enumerated().map { index, call in
      ToolCall(id: call.id ?? "call_\(index + 1)", name: call.name, arguments: call.arguments)
    }
  }
}
