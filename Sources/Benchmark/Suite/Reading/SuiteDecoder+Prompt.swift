extension SuiteDecoder {
  /// What is said to a contestant: before its first turn, and turn by turn.
  private typealias Conversation = (messages: [Message], turns: [Turn])

  /// The prompt that an element makes with the variables that are in scope.
  ///
  /// `suffix` tells it from others of its family, unless variables in its id do.
  mutating func prompt(_ template: SuiteElement, number: Int, suffix: String) -> Prompt? {
    let element = filled(template)
    guard let fields = fields(element, in: .prompt) else { return nil }
    let id = identifier(fields["id"], template, number: number, suffix: suffix)
    let sharedTools = fields["tools"] == nil ? shared.tools : nil
    let sharedOutput = fields["output"] == nil ? shared.output : nil
    let tools = tools(sharedTools.map { filled($0) } ?? fields["tools"])
    toolNames = tools?.map(\.name) ?? shared.toolNames
    let said = conversation(fields, of: element)
    let checks = (sharedChecks ?? []) + (list(fields["checks"]) { $0.check($1) } ?? [])
    return Prompt(
      id: id, tags: tags(fields["tags"]), messages: said.messages, turns: said.turns,
      parameters: parameters(fields["parameters"]), suiteParameters: shared.parameters.map { parameters(filled($0)) },
      tools: tools, maxRounds: positive(fields["max_rounds"]),
      output: outputForm(sharedOutput.map { filled($0) } ?? fields["output"]),
      checks: checks,
      passScore: passScore(fields["pass_score"], of: checks + said.turns.flatMap(\.checks)) ?? shared.passScore)
  }

  /// Without checks there is no score.
  private mutating func passScore(_ element: SuiteElement?, of checks: [Check]) -> Double? {
    if let element, checks.isEmpty { report(.scoreWithoutChecks, at: element) }
    return passScore(element)
  }

  /// The suite's checks with this prompt's variables.
  private var sharedChecks: [Check]? {
    mutating get { list(shared.checks.map { filled($0) }) { $0.check($1) } }
  }

  /// The score from which on a prompt passes.
  mutating func passScore(_ element: SuiteElement?) -> Double? {
    guard let element, let score = number(element) else { return nil }
    guard score > 0, score <= 1 else {
      report(.outOfRange(Decimals.text(score), range: "a share above 0, up to 1"), at: element)
      return nil
    }
    return score
  }

  /// The id, or one made of the prompt's place.
  private mutating func identifier(
    _ element: SuiteElement?, _ template: SuiteElement, number: Int, suffix: String
  ) -> String {
    let id = string(element) ?? "prompt-\(number)"
    let isFilled = template.string(of: "id").map(Template.hasNames) ?? false
    return isFilled ? id : id + suffix
  }

  /// Exactly one of `prompt`, `messages` (which turns may follow) and `turns`.
  private mutating func conversation(_ fields: [String: SuiteElement], of element: SuiteElement) -> Conversation {
    if let prompt = fields["prompt"] {
      for key in ["messages", "turns"] {
        guard let other = fields[key] else { continue }
        report(key == "turns" ? .promptBesideTurns : .exclusiveKeys(key, "prompt"), at: other)
      }
      return ([], userContent(prompt).map { [Turn($0)] } ?? [])
    }
    if fields["messages"] == nil, fields["turns"] == nil { report(.noQuestion, at: element) }
    let messages = messages(fields["messages"])
    guard let place = fields["turns"] else { return ended(messages, at: fields["messages"]) }
    let turns = list(place) { $0.turn($1) } ?? []
    if case .array(let elements) = place.node.kind, elements.isEmpty { report(.nothingIn("turns"), at: place) }
    return (messages, turns)
  }

  /// Messages of which the last is to be answered.
  private mutating func ended(_ messages: [Message], at place: SuiteElement?) -> Conversation {
    guard let last = messages.last, let place else { return ([], []) }
    if last.role == .system || last.role == .assistant {
      report(.lastRole(last.role), at: place.elements.last ?? place)
    }
    return (messages.dropLast(), [Turn(last)])
  }

  private mutating func turn(_ element: SuiteElement) -> Turn? {
    guard case .object = element.node.kind, !isFileReference(element) else {
      return userContent(element).map { Turn($0) }
    }
    guard let fields = fields(element, in: .turn) else { return nil }
    let prompt = required("prompt", of: fields, in: .turn, at: element)
    let checks = list(fields["checks"]) { $0.turnCheck($1) } ?? []
    return prompt.flatMap { userContent($0) }.map { Turn($0, checks: checks) }
  }

  private mutating func tags(_ element: SuiteElement?) -> [String] {
    list(element) { decoder, element in
      guard let tag = decoder.string(element) else { return nil }
      if tag.trimmed != tag || tag.isEmpty || !tag.isShownAsItIs(80) { decoder.report(.tag(tag), at: element) }
      return tag
    } ?? []
  }
}

// MARK: - Messages

extension SuiteDecoder {
  private mutating func messages(_ element: SuiteElement?) -> [Message] {
    guard let element, let messages = list(element, of: { $0.message($1) }) else { return [] }
    if element.elements.isEmpty { report(.nothingIn("messages"), at: element) }
    return messages
  }

  private mutating func message(_ element: SuiteElement) -> Message? {
    guard let fields = fields(element, in: .message) else { return nil }
    let role: Message.Role? = word(required("role", of: fields, in: .message, at: element), "role")
    let calls = list(fields["tool_calls"]) { $0.toolCall($1) } ?? []
    let answered = string(fields["tool_call_id"])
    guard let role else {
      _ = content(fields["content"])
      return nil
    }
    if role != .assistant, let calls = fields["tool_calls"] { report(.foreignKey("tool_calls", role), at: calls) }
    if role != .tool, let id = fields["tool_call_id"] { report(.foreignKey("tool_call_id", role), at: id) }
    if role == .tool { _ = required("tool_call_id", of: fields, in: .message, at: element) }
    let isSilent = role == .assistant && fields["tool_calls"]?.elements.isEmpty == false && fields["content"] == nil
    let place = isSilent ? nil : required("content", of: fields, in: .message, at: element)
    let said = role == .user ? place.flatMap { userContent($0) } : content(place)
    return Message(role, said, toolCalls: calls, toolCallID: answered)
  }

  /// Arguments are an object, or a text that is sent as it is.
  private mutating func toolCall(_ element: SuiteElement) -> ToolCall? {
    if members(element)?["function"] != nil {
      report(
        .foreignForm(of: "a call", remedy: "Write the function's 'name' and 'arguments' beside 'id'."), at: element)
      return nil
    }
    guard let fields = fields(element, in: .toolCall) else { return nil }
    let id = string(required("id", of: fields, in: .toolCall, at: element))
    let name = string(required("name", of: fields, in: .toolCall, at: element))
    let arguments = required("arguments", of: fields, in: .toolCall, at: element).flatMap { callArguments($0) }
    guard let id, let name, let arguments else { return nil }
    return ToolCall(id: id, name: name, arguments: arguments)
  }

  private mutating func callArguments(_ element: SuiteElement) -> String? {
    if case .string(let text) = element.node.kind { return text }
    guard members(element) != nil else { return nil }
    return value(element)?.text
  }
}
