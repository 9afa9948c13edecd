package import Benchmark

/// What was read of one answer, with the stamps of the reads that completed its events.
package struct ChatReading: Hashable, Sendable {
  /// Visible text, without reasoning and without `<think>` tags.
  package var answer = ""
  package var reasoning = ""
  package var refusal = ""
  package var toolCalls: [ToolCall] = []
  /// What an answer holds that is no text, in order.
  package var parts: [Part] = []
  /// The last usage that any chunk carried.
  package var usage: Usage?
  /// What served the request, in the server's words.
  package var model: String?
  package var provider: String?
  package var generationID: String?
  /// The last one that was not null.
  package var finishReason: String?
  package var nativeFinishReason: String?
  /// The first error that was told: later ones follow from it.
  package var error: ServerError?
  package var visibility = ReasoningVisibility.none

  package var isEventStream = false
  /// Whether `[DONE]` came.
  package var done = false
  /// Nothing more is due: `[DONE]` came, or usage came with or behind a finish reason and no text behind both.
  package var isFinished = false
  package var comments = 0
  /// Events ended by their blank line, `[DONE]` included.
  package var events = 0
  package var badJSON = 0
  /// An event between the others began like JSON and could not be read: words are missing.
  package var isDamaged = false
  /// Events behind `[DONE]`: counted, never read.
  package var afterDone = 0

  /// Every read that brought text, in order; empty when no event stream came.
  package var textReads: [TextRead] = []
  /// Events that brought text.
  package var textEvents = 0
  /// The read of the first event with reasoning, content, refusal, tool name or arguments; nil without an event stream.
  package var firstToken: Int64?
  /// The read of the first event with content outside `<think>` tags, a refusal, or a tool name or arguments.
  package var firstAnswer: Int64?
  /// The read of the last event that carried text.
  package var lastToken: Int64?

  /// Of a JSON body too little came to be read, and more than nothing.
  package var isTorn = false

  package var outcome = OutcomeClass.badResponse
  /// What was odd without being a failure ("no [DONE]"), as short sentences.
  package var notes: [String] = []

  package init() {}
}

extension ChatReading {
  package var carriesText: Bool { !answer.isEmpty || !reasoning.isEmpty || !refusal.isEmpty || !toolCalls.isEmpty }

  package var carriesAnything: Bool { carriesText || !parts.isEmpty }

  /// Whether a token came, however it ended: the request must not be sent again.
  package var hasBegun: Bool { firstToken != nil || carriesAnything || isTorn }

  /// A call that the model asked for; `arguments` is JSON text as it came, `{}` when none came.
  package struct ToolCall: Hashable, Sendable {
    package var id: String?
    package var name: String
    package var arguments: String

    package init(id: String? = nil, name: String, arguments: String) {
      self.id = id
      self.name = name
      // Some servers send "" for a call without arguments, and none takes it back.
      self.arguments = arguments.trimmed.isEmpty ? "{}" : arguments
    }
  }

  /// Text that came with one read: its stamp and its UTF-8 bytes, tags and tool names included.
  package struct TextRead: Hashable, Sendable {
    package var at: Int64
    package var bytes: Int

    package init(at: Int64, bytes: Int) {
      self.at = at
      self.bytes = bytes
    }
  }

  /// How much of its reasoning a model let us see.
  package enum ReasoningVisibility: String, Hashable, Sendable {
    case shown
    case summarised
    /// Only encrypted, or counted in the usage without any text.
    case hidden
    case none
  }
}
