/// Builds what one choice says: text, reasoning, refusal, calls and parts, with the stamps of what brought them.
struct MessageAssembly {
  /// Only what a choice says is filled in.
  private(set) var reading = ChatReading()
  /// All text so far, in UTF-8 bytes.
  private(set) var total = 0
  /// Text of the object at hand, in UTF-8 bytes.
  private(set) var carried = 0
  /// Whether the object at hand brought what is no text.
  private(set) var broughtMore = false

  private var tags = ThinkTags()
  private var calls = ToolCallAssembly()
  /// A sound, whose data and words may come in pieces.
  private var sound: ChatReading.Part?
  private var hasPlainReasoning = false
  private var hasHiddenReasoning = false
  /// The stamps at which the text of the answer began, and a refusal or a call.
  private var answerSince: Int64?
  private var actSince: Int64?
  /// The stamp of the object at hand; nil without streaming, where no token has a time.
  private(set) var stamp: Int64?

  mutating func begin(at stamp: Int64?) {
    self.stamp = stamp
    carried = 0
    broughtMore = false
  }

  /// Takes one element of `choices`.
  mutating func take(_ choice: JSON) {
    if let reason = choice["finish_reason"]?.filledString { reading.finishReason = reason }
    if let reason = choice["native_finish_reason"]?.filledString { reading.nativeFinishReason = reason }
    let (delta, message) = (choice["delta"], choice["message"])
    if stamp == nil {
      if let message { take(message: message) }
      if !brought, let delta { take(message: delta) }
    } else if let delta {
      let wasEmpty = isEmpty
      take(message: delta)
      // Perplexity repeats the whole text as `message` beside every `delta`: read where no delta had any.
      if wasEmpty, !brought, choice["finish_reason"] != nil, let message { take(message: message) }
    } else if let message, reading.answer.isEmpty {
      take(message: message)
    }
  }

  /// Takes content that an object like the one before brought.
  mutating func take(content text: String) {
    guard !text.isEmpty else { return }
    count(text)
    take(tags.take(text, at: stamp))
  }

  /// Puts down when the object at hand brought its text.
  mutating func markText() {
    guard carried > 0, let stamp else { return }
    reading.textEvents += 1
    if reading.firstToken == nil { reading.firstToken = stamp }
    reading.lastToken = stamp
    if let last = reading.textReads.indices.last, reading.textReads[last].at == stamp {
      reading.textReads[last].bytes += carried
    } else {
      reading.textReads.append(.init(at: stamp, bytes: carried))
    }
  }

  /// What was gathered, when nothing more comes; `countedReasoning` are the tokens of it that the usage names.
  mutating func finish(countedReasoning: Int) -> ChatReading {
    take(tags.finish())
    reading.firstAnswer = [answerSince, actSince].compactMap(\.self).min()
    reading.toolCalls = calls.finished()
    if let sound, !sound.source.isEmpty { reading.parts.append(sound) }
    let isHidden = hasHiddenReasoning || countedReasoning > 0
    reading.visibility =
      reading.reasoning.isEmpty ? (isHidden ? .hidden : .none) : hasPlainReasoning ? .shown : .summarised
    if tags.closedUnopened { reading.notes.append("the answer follows a </think> that nothing had opened") }
    return reading
  }

  private var brought: Bool { carried > 0 || broughtMore }
  private var isEmpty: Bool { total == 0 && calls.isEmpty && reading.parts.isEmpty && sound == nil }
}

// MARK: - A message and its parts

extension MessageAssembly {
  private mutating func take(message: JSON) {
    takeReasoning(of: message)
    if let content = message["content"] { take(content: content) }
    if let refusal = message["refusal"]?.filledString { takeRefusal(refusal) }
    if let elements = message["tool_calls"]?.elements {
      for element in elements where element.isObject { takeCall { $0.take(element) } }
    }
    if let function = message["function_call"], function.isObject { takeCall { $0.take(function: function) } }
    if let images = message["images"]?.elements {
      for image in images where image.isObject { take(part: ChatReading.Part(image, kind: "image")) }
    }
    if let audio = message["audio"], audio.isObject {
      takeSound(audio, besideText: message["content"]?.filledString != nil)
    }
  }

  private mutating func takeCall(_ take: (inout ToolCallAssembly) -> Int) {
    broughtMore = true
    let bytes = take(&calls)
    carried += bytes
    total += bytes
    if bytes > 0, actSince == nil { actSince = stamp }
  }

  /// The same reasoning comes under up to three names at once: the first that has text is read.
  private mutating func takeReasoning(of message: JSON) {
    let details = ReasoningDetails(message["reasoning_details"])
    hasHiddenReasoning = hasHiddenReasoning || details.isEncrypted
    let plain = message["reasoning"]?.filledString ?? message["reasoning_content"]?.filledString
    takeReasoning(plain ?? details.text, isSummary: details.isSummary)
  }

  private mutating func takeReasoning(_ text: String, isSummary: Bool = false) {
    guard !text.isEmpty else { return }
    tags.hasOwnReasoning = true
    addReasoning(text, isSummary: isSummary)
    count(text)
  }

  /// Text, an array of parts, or JSON that some server has read out of the text.
  private mutating func take(content: JSON) {
    if let text = content.filledString { return take(content: text) }
    let isJSON = content.isObject || content.isArray && !content.elements.contains { $0.isPart }
    guard !isJSON else { return isAbsent(content) ? () : take(content: content.text) }
    for part in content.elements { take(element: part) }
  }

  /// An empty list holds no part; within a stream an empty object is as good as null.
  private func isAbsent(_ content: JSON) -> Bool {
    content.isArray ? !content.elements.contains { _ in true } : stamp != nil && content.members.isEmpty
  }

  private mutating func take(element part: JSON) {
    switch part["type"]?.string {
    case "thinking", "reasoning": takeThinking(part["thinking"] ?? part["text"])
    case "redacted_thinking": hasHiddenReasoning = true
    case "refusal": takeRefusal(part["refusal"]?.string ?? "")
    default:
      if let text = part.string ?? part["text"]?.string {
        take(content: text)
      } else {
        take(part: ChatReading.Part(part))
      }
    }
  }

  private mutating func take(part: ChatReading.Part?) {
    guard let part else { return }
    broughtMore = true
    reading.parts.append(part)
  }

  /// A sound's words are text like any other, unless the content has them already.
  private mutating func takeSound(_ audio: JSON, besideText: Bool) {
    broughtMore = true
    var sound = sound ?? ChatReading.Part(kind: "audio", source: "")
    sound.source += audio["data"]?.string ?? ""
    if let format = audio["format"]?.filledString { sound.mediaType = format }
    self.sound = sound
    if !besideText, let words = audio["transcript"]?.string { take(content: words) }
  }

  private mutating func takeRefusal(_ text: String) {
    guard !text.isEmpty else { return }
    reading.refusal += text
    count(text)
    if actSince == nil { actSince = stamp }
  }

  /// Mistral's part: text, or an array of text parts.
  private mutating func takeThinking(_ thinking: JSON?) {
    guard let thinking else { return }
    takeReasoning(thinking.string ?? thinking.elements.compactMap { $0["text"]?.string }.joined())
  }

  private mutating func take(_ split: ThinkTags.Split) {
    if split.revokesAnswer {
      addReasoning(reading.answer)
      reading.answer = ""
      answerSince = nil
    }
    addReasoning(split.reasoning)
    guard !split.answer.isEmpty else { return }
    reading.answer += split.answer
    if answerSince == nil { answerSince = split.answerSince }
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
}

extension JSON {
  /// Whether it is part of a message, as an element of its content.
  fileprivate var isPart: Bool { string != nil || self["type"]?.string != nil || self["text"]?.string != nil }
}
