/// Decides which tools a model calls that nobody told it to, and with which arguments.
struct Caller {
  let chat: ChatRequest
  let model: SimulatedModel

  /// Nothing when tools are of no use, or have answered.
  func calls(with dice: inout Dice) -> [ToolCall] {
    let tools = (chat.tools ?? []).compactMap(\.function)
    switch chat.toolChoice ?? .auto {
    case .never: return []
    case .auto: return calls(ofUseful: tools, with: &dice)
    case .required: return best(of: tools).map { calls(of: $0, with: &dice) } ?? []
    case .function(let name): return tools.first { $0.name == name }.map { calls(of: $0, with: &dice) } ?? []
    }
  }

  /// The calls of the next round: of all tools that have to do with the question, or of one after the other.
  private func calls(ofUseful tools: [Tool.Function], with dice: inout Dice) -> [ToolCall] {
    let called = Set(chat.callsMade.flatMap(\.self).map(\.name))
    let useful = useful(tools, with: &dice).filter { !called.contains($0.name) }
    let round = useful.prefix(isParallel ? useful.count : 1)
    return round.flatMap { calls(of: $0, with: &dice) }
  }

  private var isParallel: Bool { chat.parallelToolCalls != false && model.tools?.isParallel == true }

  /// Tools of which each has to do with words of the question that no better one has to do with.
  ///
  /// Where none has to do with any, one may be called all the same that the question holds the arguments of.
  private func useful(_ tools: [Tool.Function], with dice: inout Dice) -> [Tool.Function] {
    guard let best = best(of: tools) else { return [] }
    let question = Self.stems(of: chat.question)
    guard closeness(of: best) > 0 else {
      return chat.toolResults.isEmpty && canFill(best, with: dice) && dice.chance(0.8) ? [best] : []
    }
    var covered = question.intersection(Self.stems(of: best))
    let more = tools.filter { tool in
      let own = question.intersection(Self.stems(of: tool.name)).subtracting(covered)
      if tool.name == best.name || own.isEmpty { return false }
      covered.formUnion(own)
      return true
    }
    return [best] + more
  }

  /// Whether the question names what the tool cannot do without.
  private func canFill(_ tool: Tool.Function, with dice: Dice) -> Bool {
    guard let schema = tool.parameters, let required = schema["required"]?.elements, !required.isEmpty else {
      return false
    }
    let hints = Hints(in: chat)
    let filler = SchemaFiller(root: schema, hints: hints, for: .call, dice: dice)
    return required.compactMap(\.text).allSatisfy { key in
      let property = schema["properties"]?[key] ?? [:]
      switch property["type"]?.text {
      case "integer", "number": return !hints.numbers.isEmpty
      case "string" where property["enum"] == nil: return !filler.candidates(property, under: key).isEmpty
      default: return filler.isSaid(property, under: key)
      }
    }
  }

  /// The tool whose words have most in common with the question, of equals the first.
  private func best(of tools: [Tool.Function]) -> Tool.Function? {
    tools.enumerated().max { (closeness(of: $0.element), -$0.offset) < (closeness(of: $1.element), -$1.offset) }?
      .element
  }

  private func closeness(of tool: Tool.Function) -> Int {
    Self.stems(of: chat.question).intersection(Self.stems(of: tool)).count
  }

  private static func stems(of tool: Tool.Function) -> Set<String> {
    stems(of: "\(Mentions.words(of: tool.name).joined(separator: " ")) \(tool.description ?? "")")
  }

  /// The beginnings of the longer words: "weather" and "weathers" are one.
  private static func stems(of text: String) -> Set<String> {
    Set(text.prefix(2000).lowercased().split { !$0.isLetter }.filter { $0.count > 3 }.map { String($0.prefix(5)) })
      .subtracting(commonWords)
  }

  /// Beginnings of words that stand in any question, and in the description of any tool.
  private static let commonWords: Set<String> = [
    "about", "after", "also", "call", "could", "does", "find", "from", "give", "given", "have", "into", "more", "need",
    "pleas", "shoul", "some", "tell", "tells", "that", "their", "them", "then", "there", "they", "this", "tool",
    "tools",
    "use", "user", "using", "want", "what", "when", "where", "which", "will", "with", "would", "your",
  ]

  /// One call, or one for each of the things that a question names and the tool takes one at a time.
  private func calls(of tool: Tool.Function, with dice: inout Dice) -> [ToolCall] {
    let schema = tool.parameters ?? [:]
    let hints = Hints(in: chat)
    let required = (schema["required"]?.elements ?? []).compactMap(\.text)
    let filler = SchemaFiller(root: schema, hints: hints, for: .call, dice: dice)
    let things = required.first.map { filler.things(for: schema["properties"]?[$0] ?? [:], under: $0) } ?? 1
    let count = required.count == 1 && isParallel ? max(1, min(3, things)) : 1
    return (0..<count).map { place in
      var filler = SchemaFiller(root: schema, hints: hints, for: .call, place: place, dice: dice)
      let arguments = schema == [:] ? [:] : filler.value()
      dice = filler.dice
      return ToolCall(name: tool.name, arguments: String(decoding: arguments.bytes, as: UTF8.self))
    }
  }
}
