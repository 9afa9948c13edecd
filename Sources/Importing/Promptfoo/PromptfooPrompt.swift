internal import Benchmark

/// A prompt of promptfoo's.
struct PromptfooPrompt {
  enum Content {
    /// With its place.
    case text(String, ForeignValue)
    case messages(ForeignValue)
  }

  var label: String?
  var content: Content

  var place: ForeignValue {
    switch content {
    case .text(_, let place): place
    case .messages(let value): value
    }
  }
}

extension PromptfooPrompt {
  /// The prompts that a value stands for: one, or all of an array or a file.
  static func prompts(_ value: ForeignValue, _ files: ForeignFiles, _ log: ImportLog) -> [PromptfooPrompt] {
    if isConversation(value) { return [PromptfooPrompt(content: .messages(value))] }
    if let elements = value.elements { return elements.flatMap { prompts($0, files, log) } }
    if let text = value.string { return prompts(text, at: value, files, log) }
    var fields = ForeignObject(value)
    guard let source = fields?.take("raw", "id", "path"), let text = source.string else {
      if let labels = labels(of: value) {
        return labels.flatMap { labelled(prompts($0.file, at: $0.place, files, log), $0.place.string) }
      }
      log.note("This is no prompt, and is left out.", at: value)
      return []
    }
    let label = fields?.take("label", "display")?.string
    for (key, rest) in fields?.rest ?? [] { log.note("A prompt's '\(key.excerpt())' is not carried over.", at: rest) }
    return labelled(prompts(text, at: source, files, log), label)
  }

  private static func labelled(_ found: [PromptfooPrompt], _ label: String?) -> [PromptfooPrompt] {
    found.enumerated().map { index, prompt in
      PromptfooPrompt(label: found.count > 1 ? label.map { "\($0)-\(index + 1)" } : label, content: prompt.content)
    }
  }

  /// An object of files and the labels of their prompts, as older configurations have it.
  private static func labels(of value: ForeignValue) -> [(file: String, place: ForeignValue)]? {
    guard let members = value.members, !members.isEmpty else { return nil }
    let files = members.filter { ForeignFiles.Reference($0.key) != nil && $0.value.string != nil }
    return files.count == members.count ? files.map { ($0.key, $0.value) } : nil
  }

  private static func prompts(_ text: String, at place: ForeignValue, _ files: ForeignFiles, _ log: ImportLog)
    -> [PromptfooPrompt]
  {
    if let service = text.prefixMatch(of: /(langfuse|portkey|helicone|promptfoo|exec|package):\S+$/) {
      log.note(
        "\(text.quotedExcerpt()) is left out: what '\(service.output.1):' gives is not read. Write its text down.",
        at: place)
      return []
    }
    guard let file = ForeignFiles.Reference(text) else { return [prompt(text, at: place)] }
    switch file.kind {
    case "json":
      guard let root = files.json(file, at: place, log) else { return [] }
      return [PromptfooPrompt(content: isConversation(root) ? .messages(root) : .text(root.json.oneLine, root))]
    case "jsonl":
      let lines = files.text(file, at: place, log).map { ForeignFiles.lines(of: $0, in: file.path, log) } ?? []
      return lines.map {
        PromptfooPrompt(content: isConversation($0) ? .messages($0) : .text($0.string ?? $0.json.oneLine, $0))
      }
    case "txt", "md", "j2", "":
      let texts = files.text(file, at: place, log)?.replacing("\r\n", with: "\n").split(separator: "\n---\n") ?? []
      return texts.map { prompt($0.trimmed, at: place) }
    default:
      log.note(
        "Prompts are read from .txt, .md, .json and .jsonl alone: \(file.path.quotedExcerpt()) is left out\(file.remedy)",
        at: place)
      return []
    }
  }

  /// A text may be the JSON of messages.
  private static func prompt(_ text: String, at place: ForeignValue) -> PromptfooPrompt {
    let source = ForeignSource(file: place.source.file, bytes: [], firstLine: place.place.line)
    let messages = text.hasPrefix("[") ? JSONReader.read(Array(text.utf8)).root : nil
    let value = messages.map { ForeignValue($0, path: place.path, in: source) }
    if let value, isConversation(value) { return PromptfooPrompt(content: .messages(value)) }
    return PromptfooPrompt(content: .text(text, place))
  }

  private static func isConversation(_ value: ForeignValue) -> Bool {
    value.elements?.isEmpty == false && value.elements?.allSatisfy { $0["role"] != nil } == true
  }
}
