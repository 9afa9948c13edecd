/// One request and all that was seen of it, written when it ended.
package struct AttemptRecord: Codable, Hashable, Sendable {
  package var session: Int
  /// The trial's number in the plan.
  package var trial: Int
  /// From 1 within its trial.
  package var attempt: Int
  /// Where the request stands in its trial's conversation; nil for the first, and so wherever there is but one.
  package var step: Step?
  /// The prompt's id.
  package var prompt: String
  /// The contestant's name.
  package var contestant: String
  package var repetition: Int
  /// UTC when it was admitted, RFC 3339 with milliseconds: for people and for hours of the day, never for durations.
  package var wall: String
  package var timeline: Timeline
  /// Every read that brought text, in order; what all speeds are computed from.
  package var reads: [TokenRead]
  /// Events of the stream that brought text; nil without a stream, and in journals that did not count them.
  package var textEvents: Int?
  package var connection: ConnectionRecord
  /// HTTP status; nil when no response came.
  package var status: Int?
  package var streamed: Bool
  /// The nonce in front of its first message, so that no server had met the prompt before; nil for none.
  package var nonce: String?
  package var requestedModel: String
  package var servedModel: String?
  package var provider: String?
  package var generationID: String?
  package var finishReason: String?
  package var nativeFinishReason: String?
  package var usage: Usage?
  package var answer: String
  package var reasoningText: String
  package var reasoning: ReasoningVisibility
  package var toolCalls: [ToolCall]
  /// The parts of the answer that are no text; nil where there are none.
  package var parts: [AnswerPart]?
  /// What stood around the JSON that was asked for; nil where none was, or where it did not come.
  package var stripped: [JSONAnswer.Wrapping]?
  package var outcome: Outcome
  /// What its failure meant for further requests; nil for an answer and for what no further try can mend.
  package var retry: RetryRecord?
  /// What was odd about the answer without making it a failure ("no [DONE]", "1 event was not JSON").
  package var notes: [String]
  /// The server said that its answers are simulated.
  package var simulated: Bool
  /// The machine slept during the attempt: it enters no latency.
  package var suspended: Bool
  /// When the answer was given, UTC, RFC 3339, where it is one that an earlier run got: no time of it was measured.
  package var cached: String?

  package init(
    session: Int, trial: Int, attempt: Int = 1, step: Step? = nil, prompt: String, contestant: String, repetition: Int,
    wall: String,
    timeline: Timeline, reads: [TokenRead] = [], textEvents: Int? = nil,
    connection: ConnectionRecord = ConnectionRecord(),
    status: Int? = nil, streamed: Bool = true, nonce: String? = nil, requestedModel: String, servedModel: String? = nil,
    provider: String? = nil, generationID: String? = nil, finishReason: String? = nil,
    nativeFinishReason: String? = nil, usage: Usage? = nil, answer: String = "", reasoningText: String = "",
    reasoning: ReasoningVisibility = .none, toolCalls: [ToolCall] = [], parts: [AnswerPart]? = nil, outcome: Outcome,
    retry: RetryRecord? = nil,
    notes: [String] = [], simulated: Bool = false, suspended: Bool = false, cached: String? = nil
  ) {
    self.session = session
    self.trial = trial
    self.attempt = attempt
    self.step = step
    self.prompt = prompt
    self.contestant = contestant
    self.repetition = repetition
    self.wall = wall
    self.timeline = timeline
    self.reads = reads
    self.textEvents = textEvents
    self.connection = connection
    self.status = status
    self.streamed = streamed
    self.nonce = nonce
    self.requestedModel = requestedModel
    self.servedModel = servedModel
    self.provider = provider
    self.generationID = generationID
    self.finishReason = finishReason
    self.nativeFinishReason = nativeFinishReason
    self.usage = usage
    self.answer = answer
    self.reasoningText = reasoningText
    self.reasoning = reasoning
    self.toolCalls = toolCalls
    self.parts = parts
    self.outcome = outcome
    self.retry = retry
    self.notes = notes
    self.simulated = simulated
    self.suspended = suspended
    self.cached = cached
  }

  package enum CodingKeys: String, CodingKey {
    case session, trial, attempt, step, prompt, contestant, repetition, wall, timeline, reads, connection, status,
      streamed, nonce
    case textEvents = "text_events"
    case requestedModel = "requested_model"
    case servedModel = "served_model"
    case provider
    case generationID = "generation_id"
    case finishReason = "finish_reason"
    case nativeFinishReason = "native_finish_reason"
    case usage, answer
    case reasoningText = "reasoning_text"
    case reasoning
    case toolCalls = "tool_calls"
    case parts, stripped, outcome, retry, notes, simulated, suspended, cached
  }
}

extension AttemptRecord {
  /// Whether its times and speeds say anything: the machine was awake, and a server was asked.
  package var isTimed: Bool { !suspended && cached == nil }
}
