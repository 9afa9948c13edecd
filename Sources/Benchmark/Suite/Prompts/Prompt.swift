/// One task of a suite and how its answers are checked.
package struct Prompt: Hashable, Sendable {
  /// Unique in its suite; names the prompt in every report.
  package var id: String
  package var tags: [String]
  /// What is sent before the first turn, behind the system message.
  package var messages: [Message]
  /// One at least; each is answered by the contestant before the next is sent.
  package var turns: [Turn]
  package var parameters: Parameters
  /// What the suite asks for in words that differ from prompt to prompt; the prompt's own settings win over it.
  package var suiteParameters: Parameters?
  /// Nil: the suite's.
  package var tools: [Tool]?
  /// The most requests a turn may take where tools are called; nil: the suite's.
  package var maxRounds: Int?
  /// Nil: the suite's.
  package var output: OutputForm?
  /// Tests of the last answer.
  package var checks: [Check]
  /// The score from which on they let it pass; nil: every check has to.
  package var passScore: Double?

  package init(
    id: String, tags: [String] = [], messages: [Message] = [], turns: [Turn], parameters: Parameters = Parameters(),
    suiteParameters: Parameters? = nil, tools: [Tool]? = nil, maxRounds: Int? = nil,
    output: OutputForm? = nil, checks: [Check] = [],
    passScore: Double? = nil
  ) {
    self.id = id
    self.tags = tags
    self.messages = messages
    self.turns = turns
    self.parameters = parameters
    self.suiteParameters = suiteParameters
    self.tools = tools
    self.maxRounds = maxRounds
    self.output = output
    self.checks = checks
    self.passScore = passScore
  }

  /// A single question.
  package init(id: String, text: String, parameters: Parameters = Parameters(), checks: [Check] = []) {
    self.init(id: id, turns: [Turn(Content(text))], parameters: parameters, checks: checks)
  }

  /// All that is said to the contestant, for people: a question as it is, a conversation with its roles.
  package var text: String {
    let said = conversation
    guard said.count > 1 else { return said.first?.text ?? "" }
    return said.map { "\($0.role.rawValue): \($0.text)" }.joined(separator: "\n\n")
  }

  package var attachments: [Attachment] { conversation.flatMap { $0.content?.attachments ?? [] } }

  /// Its messages and its turns, without what is answered to them.
  private var conversation: [Message] { messages + turns.map(\.message) }
}
