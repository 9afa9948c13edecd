internal import Benchmark

/// What a suite asks, and what the last message already answers.
struct Conversation: Sendable {
  var messages: [OrderedJSON]
  /// The text of an assistant's message at the end.
  var answer: String?
}

/// Messages in the form of OpenAI's chat completions, as those of a suite.
extension Translator {
  /// Nil when nothing is asked.
  mutating func conversation(_ value: ForeignValue) -> Conversation? {
    var conversation = Conversation(messages: [])
    var lacksQuestion = false
    for element in value.elements ?? [] {
      if let answer = conversation.answer {
        conversation.messages.append(["role": "assistant", "content": .string(answer)])
      }
      conversation.answer = nil
      guard let message = message(element) else {
        lacksQuestion = lacksQuestion || element["role"]?.string == "user"
        continue
      }
      lacksQuestion = false
      if message["role"] == "assistant", message["tool_calls"] == nil, let answer = message["content"]?.string {
        conversation.answer = answer
      } else {
        conversation.messages.append(message)
      }
    }
    let last = conversation.messages.last?["role"]
    return !lacksQuestion && (last == "user" || last == "tool") ? conversation : nil
  }

  private mutating func message(_ value: ForeignValue) -> OrderedJSON? {
    guard var fields = ForeignObject(value) else {
      log.note("This is no message, and is left out.", at: value)
      return nil
    }
    let role = role(fields.take("role"), of: value)
    let content = fields.take("content").flatMap { translatedContent($0) }
    let isEmpty = content?.string.map { filled($0).trimmed.isEmpty } ?? false
    let calls = fields.take("tool_calls").map(calls(in:))
    let answered = fields.take("tool_call_id")?.string
    for (key, rest) in fields.rest { log.note("A message's '\(key.excerpt())' is not carried over.", at: rest) }
    guard let role, content != nil || calls != nil else {
      log.note("A message without a role or a content is left out.", at: value)
      return nil
    }
    if isEmpty, calls == nil, role != "tool" {
      log.note("The message is empty and is left out.", at: value)
      return nil
    }
    if role == "tool", answered == nil || content == nil {
      log.note("A tool's message without a 'tool_call_id' or a content is left out.", at: value)
      return nil
    }
    return .fields(
      ("role", .string(role)), ("content", content), ("tool_calls", calls.map(OrderedJSON.array)),
      ("tool_call_id", answered.map(OrderedJSON.string)))
  }

  private func role(_ value: ForeignValue?, of message: ForeignValue) -> String? {
    switch value?.string {
    case "developer":
      log.note("The role 'developer' became 'system'.", at: value ?? message)
      return "system"
    case let role? where ["system", "user", "assistant", "tool"].contains(role): return role
    default: return nil
    }
  }

  private mutating func translatedContent(_ value: ForeignValue) -> OrderedJSON? {
    if let text = value.string { return .string(translated(text, at: value)) }
    let parts = (value.elements ?? []).compactMap { part($0) }
    return parts.isEmpty ? nil : .array(parts)
  }

  private mutating func part(_ value: ForeignValue) -> OrderedJSON? {
    switch value["type"]?.string {
    case "text", "input_text":
      guard let text = value["text"]?.string.map({ translated($0, at: value) }) else { break }
      return filled(text).trimmed.isEmpty ? nil : ["type": "text", "text": .string(text)]
    case "image_url":
      let url = value["image_url"]?["url"]?.string ?? value["image_url"]?.string ?? ""
      guard url.hasPrefix("https://") || url.hasPrefix("http://") else { break }
      return .fields(
        ("type", "image"), ("url", .string(translated(url, at: value))),
        ("detail", value["image_url"]?["detail"]?.string.map(OrderedJSON.string)))
    default: break
    }
    log.note("This part of a message is left out: only text and images at an http address are carried over.", at: value)
    return nil
  }

  private func calls(in value: ForeignValue) -> [OrderedJSON] {
    (value.elements ?? []).compactMap { call in
      guard let function = call["function"], let name = function["name"]?.string, let id = call["id"]?.string else {
        log.note("A call without an 'id' or a function's 'name' is left out.", at: call)
        return nil
      }
      return .fields(
        ("id", .string(id)), ("name", .string(name)),
        ("arguments", .string(function["arguments"]?.string ?? "{}")))
    }
  }
}
