/// The journal says a prompt as the suite does, without what says nothing.
extension Prompt: Codable {
  private enum CodingKeys: String, CodingKey {
    case id, tags, prompt, messages, turns, parameters, tools
    case suiteParameters = "suite_parameters"
    case maxRounds = "max_rounds"
    case output, checks
    case passScore = "pass_score"
  }

  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    let messages = try fields.decodeIfPresent([Message].self, forKey: .messages) ?? []
    let said: (messages: [Message], turns: [Turn])
    if let content = try fields.decodeIfPresent(Content.self, forKey: .prompt) {
      said = (messages, [Turn(content)])
    } else if let turns = try fields.decodeIfPresent([Turn].self, forKey: .turns) {
      said = (messages, turns)
    } else {
      said = (messages.dropLast(), messages.suffix(1).map { Turn($0) })
    }
    self.init(
      id: try fields.decode(String.self, forKey: .id),
      tags: try fields.decodeIfPresent([String].self, forKey: .tags) ?? [],
      messages: said.messages, turns: said.turns,
      parameters: try fields.decodeIfPresent(Parameters.self, forKey: .parameters) ?? Parameters(),
      suiteParameters: try fields.decodeIfPresent(Parameters.self, forKey: .suiteParameters),
      tools: try fields.decodeIfPresent([Tool].self, forKey: .tools),
      maxRounds: try fields.decodeIfPresent(Int.self, forKey: .maxRounds),
      output: try fields.decodeIfPresent(OutputForm.self, forKey: .output),
      checks: try fields.decodeIfPresent([Check].self, forKey: .checks) ?? [],
      passScore: try fields.decodeIfPresent(Double.self, forKey: .passScore))
    try verify()
  }

  private func verify() throws(ImpossibleNumber) {
    try Count.verify(["max_rounds": maxRounds], in: 1...Count.range.upperBound)
    try parameters.verify()
    try suiteParameters?.verify()
    if let passScore, !(0...1).contains(passScore) { throw ImpossibleNumber("pass_score", "\(passScore)") }
  }

  package func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(id, forKey: .id)
    if !tags.isEmpty { try fields.encode(tags, forKey: .tags) }
    try encodeConversation(to: &fields)
    if parameters != Parameters() { try fields.encode(parameters, forKey: .parameters) }
    try fields.encodeIfPresent(suiteParameters, forKey: .suiteParameters)
    try fields.encodeIfPresent(tools, forKey: .tools)
    try fields.encodeIfPresent(maxRounds, forKey: .maxRounds)
    try fields.encodeIfPresent(output, forKey: .output)
    if !checks.isEmpty { try fields.encode(checks, forKey: .checks) }
    try fields.encodeIfPresent(passScore, forKey: .passScore)
  }

  private func encodeConversation(to fields: inout KeyedEncodingContainer<CodingKeys>) throws {
    if messages.isEmpty, turns.count == 1, let turn = turns.first, turn.message.role == .user, turn.checks.isEmpty {
      try fields.encode(turn.message.content, forKey: .prompt)
    } else if let last = turns.last, last.message.role == .tool {
      try fields.encode(messages + [last.message], forKey: .messages)
    } else {
      if !messages.isEmpty { try fields.encode(messages, forKey: .messages) }
      try fields.encode(turns, forKey: .turns)
    }
  }
}
