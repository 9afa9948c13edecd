/// Builds one answer from the JSON objects that carry it: the chunks of a stream, or the one body without streaming.
struct AnswerAssembly {
  /// Bytes of text that an answer may hold: a million tokens are half of it.
  static let mostText = 8 << 20

  private(set) var reading = ChatReading()
  /// The answer is longer than any answer is; what comes now is not taken.
  var isFull: Bool { total > Self.mostText }
  private var total = 0
  private var tags = ThinkTags()
  private var calls = ToolCallAssembly()
  /// The choice that is read; a server may send more than was asked for.
  private var choice: Int?
  private var hasOtherChoices = false
  private var hasPlainReasoning = false
  private var hasHiddenReasoning = false

  /// Text of the object at hand, in UTF-8 bytes.
  private(set) var carried = 0
  /// The stamp of the object at hand; nil without streaming, where no token has a time.
  private var stamp: Int64?

  /// Takes one object, completed by the read with this stamp.
  mutating func take(_ root: JSON, at stamp: Int64?) {
    guard begin(at: stamp) else { return }
    takeProvenance(root)
    if let usage = (root["usage"] ?? root["x_groq"]?["usage"]).flatMap(ChatReading.Usage.init) { reading.usage = usage }
    let choices = root["choices"]
    if let choices { takeChoices(choices) }
    if choices == nil || root["error"] != nil, let error = ServerError(envelope: root) { takeError(error) }
    markText()
    markEnd(counted: (root["usage"] ?? root["x_groq"]?["usage"])?.isObject ?? false)
  }

  /// Takes an object that differs from the one before in its text alone.
  mutating func take(_ text: String, at stamp: Int64?) {
    guard begin(at: stamp) else { return }
    takeContent(text)
    markText()
    markEnd(counted: false)
  }

  private mutating func begin(at stamp: Int64?) -> Bool {
    self.stamp = stamp
    carried = 0
    return !isFull
  }

  mutating func takeError(_ error: ServerError) {
    if reading.error == nil { reading.error = error }
  }

  /// What was gathered, when nothing more comes.
  mutating func finish() -> ChatReading {
    take(tags.finish())
    if isFull {
      reading.answer = reading.answer.cut(toBytes: Self.mostText)
      reading.reasoning = reading.reasoning.cut(toBytes: Self.mostText)
    }
    reading.toolCalls = calls.finished()
    reading.visibility = visibility
    if hasOtherChoices { reading.notes.append("more than one choice: only the first was read") }
    return reading
  }

  private var visibility: ChatReading.ReasoningVisibility {
    if !reading.reasoning.isEmpty { return hasPlainReasoning ? .shown : .summarised }
    return hasHiddenReasoning || reading.usage?.reasoningTokens ?? 0 > 0 ? .hidden : .none
  }

  private mutating func takeProvenance(_ root: JSON) {
    if reading.model == nil { reading.model = root["model"]?.filledString }
    if reading.provider == nil { reading.provider = root["provider"]?.filledString }
    if reading.generationID == nil { reading.generationID = root["id"]?.filledString }
  }

  private mutating func takeChoices(_ choices: JSON) {
    var isRead = false
    for element in choices.elements where element.isObject {
      let index = element["index"]?.int ?? 0
      if !isRead, choice ?? index == index {
        choice = index
        isRead = true
        takeChoice(element)
      } else {
        hasOtherChoices = true
      }
    }
  }

  private mutating func takeChoice(_ element: JSON) {
    // Perplexity repeats the whole text as `message` beside every `delta`.
    if let delta = element["delta"] {
      takeMessage(delta)
    } else if let message = element["message"], reading.answer.isEmpty {
      takeMessage(message)
    }
    if let error = element["error"], error.saysSomething { takeError(ServerError(details: error)) }
    if let reason = element["finish_reason"]?.filledString { reading.finishReason = reason }
    if let reason = element["native_finish_reason"]?.filledString { reading.nativeFinishReason = reason }
  }

  private mutating func takeMessage(_ message: JSON) {
    takeReasoning(of: message)
    if let content = message["content"] { takeContent(content) }
    if let refusal = message["refusal"]?.filledString { takeRefusal(refusal) }
    if let fragments = message["tool_calls"] { takeToolCalls(fragments) }
  }

  private mutating func takeToolCalls(_ fragments: JSON) {
    for fragment in fragments.elements where fragment.isObject {
      let bytes = calls.take(fragment)
      carried += bytes
      total += bytes
      if bytes > 0 { markAnswer(at: stamp) }
    }
  }

  /// The same reasoning comes under up to three names at once: the first that has text is read.
  private mutating func takeReasoning(of message: JSON) {
    let details = ReasoningDetails(message["reasoning_details"])
    hasHiddenReasoning = hasHiddenReasoning || details.isEncrypted
    let plain = message["reasoning"]?.filledString ?? message["reasoning_content"]?.filledString
    let text = plain ?? details.text
    addReasoning(text, isSummary: details.isSummary)
    count(text)
  }

  private mutating func takeContent(_ content: JSON) {
    if let text = content.filledString { return takeContent(text) }
    for part in content.elements {
      switch part["type"]?.string {
      case "thinking": takeThinking(part["thinking"])
      case "refusal": takeRefusal(part["refusal"]?.string ?? "")
      default: takeContent(part["text"]?.string ?? "")
      }
    }
  }

  private mutating func takeContent(_ text: String) {
    guard !text.isEmpty else { return }
    count(text)
    take(tags.take(text, at: stamp))
  }

  private mutating func takeRefusal(_ text: String) {
    guard !text.isEmpty else { return }
    reading.refusal += text
    count(text)
    markAnswer(at: stamp)
  }

  /// Mistral's part: text, or an array of text parts.
  private mutating func takeThinking(_ thinking: JSON?) {
    guard let thinking else { return }
    let text = thinking.string ?? thinking.elements.compactMap { $0["text"]?.string }.joined()
    addReasoning(text)
    count(text)
  }

  private mutating func take(_ split: ThinkTags.Split) {
    addReasoning(split.reasoning)
    guard !split.answer.isEmpty else { return }
    reading.answer += split.answer
    markAnswer(at: split.answerSince)
  }

  private mutating func addReasoning(_ text: String, isSummary: Bool = false) {
    guard !text.isEmpty else { return }
    reading.reasoning += text
    hasPlainReasoning = hasPlainReasoning || !isSummary
  }

  private mutating func count(_ text: String) {
    carried += text.utf8.count
    total += text.utf8.count
  }

  private mutating func markAnswer(at stamp: Int64?) {
    if reading.firstAnswer == nil { reading.firstAnswer = stamp }
  }

  /// Text behind a finish reason and usage shows a server whose finish reasons end nothing.
  private mutating func markEnd(counted: Bool) {
    reading.isFinished = (reading.isFinished && carried == 0) || (counted && reading.finishReason != nil)
  }

  private mutating func markText() {
    guard carried > 0, let stamp else { return }
    if reading.firstToken == nil { reading.firstToken = stamp }
    reading.lastToken = stamp
    if let last = reading.textReads.indices.last, reading.textReads[last].at == stamp {
      reading.textReads[last].bytes += carried
    } else {
      reading.textReads.append(.init(at: stamp, bytes: carried))
    }
  }
}

extension String {
  /// As much of the beginning as fits; a character is not divided.
  fileprivate func cut(toBytes limit: Int) -> String {
    guard utf8.count > limit else { return self }
    var end = utf8.index(utf8.startIndex, offsetBy: limit)
    while end > startIndex, end.samePosition(in: self) == nil { end = utf8.index(before: end) }
    return String(self[..<end])
  }
}
