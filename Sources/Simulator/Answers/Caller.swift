/// Decides which tools a model calls that nobody told it to, and with which arguments.
struct Caller {
  let chat: ChatRequest
  let model: SimulatedModel

  /// Nothing when tools are of no use, or have answered.
  func calls(with dice: inout Dice) -> [ToolCall] {
    let tools = (chat.tools ?? []).compactMap(\.function)
    switch chat.toolChoice ?? .auto {
    case .never: return []
    case .auto:
      guard chat.toolResults.isEmpty, let tool = best(of: tools), closeness(of: tool) > 0 else { return [] }
      return calls(of: tool, with: &dice)
    case .required: return best(of: tools).map { calls(of: $0, with: &dice) } ?? []
    case .function(let name): return tools.first { $0.name == name }.map { calls(of: $0, with: &dice) } ?? []
    }
  }

  /// The tool whose description has most in common with the question, of equals the first.
  private func best(of tools: [Tool.Function]) -> Tool.Function? {
    tools.enumerated().max { (closeness(of: $0.element), -$0.offset) < (closeness(of: $1.element), -$1.offset) }?
      .element
  }

  private func closeness(of tool: Tool.Function) -> Int {
    Self.stems(of: chat.question).intersection(Self.stems(of: "\(tool.name) \(tool.description ?? "")")).count
  }

  /// The beginnings of the longer words: "weather" and "weathers" are one.
  private static func stems(of text: String) -> Set<String> {
    Set(text.prefix(2000).lowercased().split { !$0.isLetter }.filter { $0.count > 3 }.map { String($0.prefix(5)) })
  }

  /// One call, or one for each of the things that a question names and the tool takes one at a time.
  private func calls(of tool: Tool.Function, with dice: inout Dice) -> [ToolCall] {
    let schema = tool.parameters ?? [:]
    let hints = Hints(in: chat)
    let takesOne = schema["required"]?.elements?.count == 1
    let isParallel = takesOne && chat.parallelToolCalls != false && model.tools?.isParallel == true
    return (0..<(isParallel ? max(1, min(3, hints.names.count)) : 1)).map { place in
      var filler = SchemaFiller(root: schema, hints: hints, place: place, dice: dice)
      let arguments = schema == [:] ? [:] : filler.value()
      dice = filler.dice
      return ToolCall(name: tool.name, arguments: String(decoding: arguments.bytes, as: UTF8.self))
    }
  }
}
