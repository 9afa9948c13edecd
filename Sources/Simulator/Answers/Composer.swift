/// Writes what a model says to a request: from the answer book if it knows the question, else of its own making.
struct Composer {
  let chat: ChatRequest
  let model: SimulatedModel

  /// A thought, empty for a model that does not think, and an answer: calls of tools, or a text.
  struct Composition: Hashable, Sendable {
    var thought: String
    var answer: String
    var calls: [ToolCall] = []
  }

  func compose(with dice: inout Dice) -> Composition {
    let sentences = SentenceMaker(topicsOf: [chat.question] + chat.earlierQuestions)
    let known =
      JudgeTask(chat.question).map { BookReader.Step(text: $0.verdict(by: model, with: &dice)) }
      ?? BookReader(chat: chat, model: model).answer(with: &dice)
    let calls = known?.calls ?? Caller(chat: chat, model: model).calls(with: &dice)
    let text = calls.isEmpty ? known?.text ?? made(by: sentences, with: &dice) : ""
    return Composition(
      thought: thought(by: sentences, with: &dice),
      answer: ended(calls.isEmpty ? coloured(text, isKnown: known != nil, with: &dice) : ""), calls: calls)
  }

  private func made(by sentences: SentenceMaker, with dice: inout Dice) -> String {
    switch model.format(of: chat) {
    case .schema(let schema): return FormWriter(schema: schema, chat: chat, model: model).text(with: &dice)
    case .json: return sentences.object(keys: Self.quotedWords(in: chat.conversation), with: &dice)
    case .free: break
    }
    if !chat.toolResults.isEmpty { return Findings(chat.toolResults).sentence }
    if Self.mentionsJSON(chat.conversation) {
      return sentences.object(keys: Self.quotedWords(in: chat.conversation), with: &dice)
    }
    let seen = chat.attachments.compactMap(\.caption).map { "It shows \($0.lowercased())." }
    return (seen + [prose(by: sentences, with: &dice)]).joined(separator: " ")
  }

  private func prose(by sentences: SentenceMaker, with dice: inout Dice) -> String {
    switch model.manner {
    case .terse: sentences.text(sentences: 1 + dice.below(2), with: &dice)
    case .plain, .fencing: sentences.text(sentences: 4 + dice.below(5), with: &dice)
    case .verbose: sentences.text(sentences: 12 + dice.below(12), with: &dice)
    }
  }

  /// The answer in the model's manner; one that must be JSON is left alone.
  private func coloured(_ answer: String, isKnown: Bool, with dice: inout Dice) -> String {
    guard model.format(of: chat) == .free else { return answer }
    switch model.manner {
    case .plain, .terse: return answer
    case .fencing:
      let language = Self.languages.first { answer.hasPrefix($0.opening) }?.name
      return language.map { "```\($0)\n\(answer)\n```" } ?? answer
    case .verbose:
      // Even a talker keeps to "only" most of the time.
      guard !isKnown || dice.chance(0.35) else { return answer }
      let opening = dice.pick(["Sure! ", "Great question! ", "Of course, happy to help. "]) ?? ""
      return opening + answer + (isKnown ? "" : " Let me know if you would like more detail!")
    }
  }

  /// The answer up to the first of the words at which it is to end, for a model that knows of them.
  private func ended(_ answer: String) -> String {
    guard model.sampling.contains("stop") else { return answer }
    let ends = (chat.stop?.words ?? []).filter { !$0.isEmpty }.compactMap { answer.firstRange(of: $0)?.lowerBound }
    return ends.min().map { String(answer[..<$0]) } ?? answer
  }

  private func thought(by sentences: SentenceMaker, with dice: inout Dice) -> String {
    guard let support = model.reasoning, chat.effort != "none", support.isDefault || chat.effort != nil else {
      return ""
    }
    let usual = 8 + dice.below(10)
    let share = Self.shares[chat.effort ?? "medium"] ?? 1
    return sentences.thought(sentences: max(1, Int(Double(usual) * share)), with: &dice)
  }

  /// How much is thought, by the word for the effort, as a share of what is usual.
  private static let shares = ["minimal": 0.2, "low": 0.4, "high": 1.8, "xhigh": 2.5, "max": 3]

  /// What code begins with, and the name that stands on its fence.
  private static let languages: [(opening: String, name: String)] = [
    ("{", "json"), ("[\"", "json"), ("[", "python"), ("def ", "python"), ("cursor.", "python"), ("import ", "python"),
    ("function ", "javascript"), ("func ", "go"), ("SELECT ", "sql"), ("git ", "bash"), ("grep ", "bash"),
  ]

  /// Looks at the beginning only: a long text shall not hold up the answers that are being written.
  private static func mentionsJSON(_ text: String) -> Bool {
    text.prefix(4000).contains("JSON")
  }

  /// Words in double quotes, as prompts name the keys they want.
  private static func quotedWords(in text: String) -> [String] {
    let parts = text.prefix(4000).split(separator: "\"", omittingEmptySubsequences: false)
    let quoted = stride(from: 1, to: parts.count, by: 2).map { String(parts[$0]) }
    let words = quoted.filter { word in
      !word.isEmpty && word.count <= 40 && word.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    }
    return Array(words.prefix(12))
  }
}
