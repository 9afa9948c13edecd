/// Builds one answer from the JSON objects that carry it: the chunks of a stream, or the one body without streaming.
struct AnswerAssembly {
  /// Bytes of text that an answer may hold: a million tokens are half of it.
  static let mostText = 8 << 20

  private var message = MessageAssembly()
  private var selection = ChoiceSelection()
  /// The message before choices were taken whose index seems to count chunks.
  private var beforeCounting: MessageAssembly?
  private var hasOtherChoices = false
  /// What stands around the choices.
  private var envelope = ChatReading()
  /// The last that any object carried.
  private var timings: PromptTimings?

  /// The answer is longer than any answer is; what comes now is not taken.
  var isFull: Bool { message.total > Self.mostText }
  /// The stamp of the first object with text.
  var firstToken: Int64? { message.reading.firstToken }
  var finishReason: String? { message.reading.finishReason }

  /// Bytes of text that the last object brought; nil where it brought anything else that may not come twice.
  var plainlyCarried: Int? { message.broughtMore || selection.isCounting ? nil : message.carried }

  /// Whether the last object brought text.
  var hasCarried: Bool { message.carried > 0 }

  /// Takes one object, completed by the read with this stamp.
  mutating func take(_ root: JSON, at stamp: Int64?) {
    guard !isFull else { return }
    message.begin(at: stamp)
    takeProvenance(root)
    if let usage = (root["usage"] ?? root["x_groq"]?["usage"]).flatMap(ChatReading.Usage.init) {
      envelope.usage = usage
    }
    if let timings = root["timings"].flatMap(PromptTimings.init) { self.timings = timings }
    let choices = root["choices"]
    if let choices { takeChoices(choices) }
    if choices == nil || root["error"] != nil, let error = ServerError(envelope: root) { takeError(error) }
    message.markText()
    markEnd(counted: (root["usage"] ?? root["x_groq"]?["usage"])?.isObject ?? false)
  }

  /// Takes an object that differs from the one before in its text alone.
  mutating func take(_ text: String, at stamp: Int64?) {
    guard !isFull else { return }
    message.begin(at: stamp)
    selection.settle()
    message.take(content: text)
    message.markText()
    markEnd(counted: false)
  }

  /// Text behind a finish reason and usage shows a server whose finish reasons end nothing.
  private mutating func markEnd(counted: Bool) {
    envelope.isFinished = (envelope.isFinished && !hasCarried) || (counted && finishReason != nil)
  }

  mutating func takeError(_ error: ServerError) {
    if envelope.error == nil { envelope.error = error }
  }

  /// What was gathered, when nothing more comes.
  mutating func finish() -> ChatReading {
    var reading = message.finish(countedReasoning: envelope.usage?.reasoningTokens ?? 0)
    if isFull {
      reading.answer = reading.answer.cut(toBytes: Self.mostText)
      reading.reasoning = reading.reasoning.cut(toBytes: Self.mostText)
    }
    (reading.model, reading.provider, reading.generationID) =
      (envelope.model, envelope.provider, envelope.generationID)
    (reading.usage, reading.error, reading.isFinished) = (envelope.usage, envelope.error, envelope.isFinished)
    reading.settleUsage()
    timings?.complete(&reading.usage)
    if hasOtherChoices { reading.notes.append("more than one choice: only the first was read") }
    return reading
  }

  private mutating func takeProvenance(_ root: JSON) {
    if envelope.model == nil { envelope.model = root["model"]?.filledString }
    if envelope.provider == nil { envelope.provider = root["provider"]?.filledString }
    if envelope.generationID == nil { envelope.generationID = root["id"]?.filledString }
  }

  private mutating func takeChoices(_ choices: JSON) {
    let isAlone = choices.onlyElement != nil
    var isRead = false
    for element in choices.elements where element.isObject {
      if !isRead, isOwn(element, isAlone: isAlone) {
        isRead = true
        message.take(element)
        if let error = element["error"], error.saysSomething { takeError(ServerError(details: error)) }
      } else {
        hasOtherChoices = true
      }
    }
  }

  private mutating func isOwn(_ choice: JSON, isAlone: Bool) -> Bool {
    let index = choice["index"]?.int ?? 0
    switch selection.find(index, isAlone: isAlone, isFinished: finishReason != nil) {
    case .own: return true
    case .counted(let first):
      if first { beforeCounting = message }
      return true
    case .other: return false
    case .others:
      let stamp = message.stamp
      message = beforeCounting ?? message
      message.begin(at: stamp)
      hasOtherChoices = true
      return isOwn(choice, isAlone: isAlone)
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
