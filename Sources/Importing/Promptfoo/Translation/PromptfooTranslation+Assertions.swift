internal import Benchmark

extension PromptfooTranslation {
  /// The check of an assertion whose answer is checked as it came; nil, with a note, where there is none.
  mutating func check(reading assertion: PromptfooAssertion) -> OrderedJSON? {
    switch assertion.type {
    case "equals": equals(assertion)
    case "contains", "starts-with": comparing(assertion, assertion.type.replacing("-", with: "_"))
    case "icontains": comparing(assertion, "contains", ignoringCase: true)
    case "contains-any", "contains-all", "icontains-any", "icontains-all": containsSeveral(assertion)
    case "regex": regex(assertion)
    case "is-json", "contains-json": json(assertion)
    case "is-refusal": ["type": "refusal"]
    case "levenshtein": similarity(assertion)
    case "word-count": wordCount(assertion)
    case "latency": limit(assertion) { ["type": "latency", "max": .string("\(Int($0.rounded(.up)))ms")] }
    case "cost": limit(assertion) { ["type": "cost", "max": OrderedJSON($0)] }
    case "finish-reason": comparing(assertion, "finish_reason")
    case "llm-rubric", "g-eval", "model-graded-closedqa": judged(assertion)
    case "factuality", "model-graded-factuality": judged(assertion, byFacts: true)
    case "assert-set": set(assertion)
    default: leaveOut(assertion, PromptfooTranslation.reason(against: assertion.type))
    }
  }

  func leaveOut(_ assertion: PromptfooAssertion, _ reason: String) -> OrderedJSON? {
    log.note("The assertion \(assertion.type.quotedExcerpt()) is left out: \(reason)", at: assertion.place)
    return nil
  }

  private static func reason(against type: String) -> String {
    switch type {
    case "javascript", "python", "ruby", "webhook": "a check of kind 'program' may do its work."
    case "similar", "similar:cosine", "similar:dot", "similar:euclidean":
      "answers are compared by their letters ('similarity') or by a judge, not by an embedding."
    case "context-recall", "context-relevance", "context-faithfulness", "answer-relevance", "select-best",
      "search-rubric", "conversation-relevance", "agent-rubric":
      "a check of kind 'judge' may do its work."
    default: "there is no such check."
    }
  }

  /// The value with what it names read in and its texts translated; nil, with a note, where that would change it.
  mutating func value(of assertion: PromptfooAssertion) -> OrderedJSON? {
    guard let value = assertion.value else { return leaveOut(assertion, "it has no value.") }
    return resolved(value, of: assertion)
  }

  private mutating func resolved(_ value: ForeignValue, of assertion: PromptfooAssertion) -> OrderedJSON? {
    if let elements = value.elements {
      var values: [OrderedJSON] = []
      for element in elements {
        guard let value = resolved(element, of: assertion) else { return nil }
        values.append(value)
      }
      return .array(values)
    }
    if let text = value.string, let made = named(by: text, at: value, of: assertion) { return made.value }
    if let exact = exact(value.json, at: value) { return exact }
    return leaveOut(assertion, "a suite fills in variables and nothing more, and its value asks for more.")
  }

  /// What a text that names a file stands for; nil for any other text, and a value of nil where it cannot be had.
  private func named(by text: String, at value: ForeignValue, of assertion: PromptfooAssertion) -> (
    value: OrderedJSON?, Void
  )? {
    if text.hasPrefix("package:") { return (leaveOut(assertion, "a program makes its value."), ()) }
    guard text.hasPrefix(ForeignFiles.prefix), let file = ForeignFiles.Reference(text) else { return nil }
    switch file.kind {
    case "txt", "md":
      if let text = files.text(file, at: value, log) { return (.string(Template.literal(text.trimmed)), ()) }
    case "json":
      if let root = files.json(file, at: value, log) { return (root.json.literal, ()) }
    default:
      return (leaveOut(assertion, "its value is in the file \(file.path.quotedExcerpt())\(file.remedy)"), ())
    }
    return (leaveOut(assertion, "its value is in a file that cannot be read."), ())
  }

  /// The value as a text; nil, with a note, when it is none.
  mutating func text(_ assertion: PromptfooAssertion) -> String? {
    guard let value = value(of: assertion) else { return nil }
    if let text = value.scalarText { return text }
    _ = leaveOut(assertion, "its value is no text.")
    return nil
  }
}

extension OrderedJSON {
  /// JSON in whose texts no braces are meant as placeholders.
  fileprivate var literal: OrderedJSON {
    switch self {
    case .string(let text): .string(Template.literal(text))
    case .array(let elements): .array(elements.map(\.literal))
    case .object(let members): .object(members.map { Member(key: $0.key, value: $0.value.literal) })
    default: self
    }
  }

  /// A text, a number or a boolean, as a template shows it.
  fileprivate var scalarText: String? {
    switch self {
    case .string(let text): text
    case .integer(let value): "\(value)"
    case .wideInteger(let value): "\(value)"
    case .number(let value): "\(value)"
    case .bool(let value): "\(value)"
    default: nil
    }
  }
}

// MARK: - Comparing

extension PromptfooTranslation {
  private mutating func comparing(_ assertion: PromptfooAssertion, _ type: String, ignoringCase: Bool = false)
    -> OrderedJSON?
  {
    guard let text = text(assertion) else { return nil }
    if filled(text).isEmpty { return leaveOut(assertion, "its value is empty.") }
    return .fields(
      ("type", .string(type)), ("value", .string(text)), ("ignore_case", ignoringCase ? true : nil))
  }

  private mutating func equals(_ assertion: PromptfooAssertion) -> OrderedJSON? {
    guard let value = value(of: assertion) else { return nil }
    // Answers are compared without white space at their ends.
    guard let text = value.scalarText?.trimmed else { return ["type": "json_path", "path": "$", "equals": value] }
    if filled(text).isEmpty { return leaveOut(assertion, "its value is empty.") }
    return ["type": "equals", "value": .string(text)]
  }

  private mutating func containsSeveral(_ assertion: PromptfooAssertion) -> OrderedJSON? {
    guard let value = value(of: assertion) else { return nil }
    let words: [String]
    switch value {
    case .array(let elements): words = elements.compactMap(\.scalarText)
    case .string(let text): words = PromptfooTranslation.listed(text)
    default: words = []
    }
    let values = words.filter { !filled($0).isEmpty }
    let isAny = assertion.type.hasSuffix("any")
    if values.isEmpty { return leaveOut(assertion, "its value is no list of texts.") }
    if isAny, values.count < words.count {
      return leaveOut(assertion, "one of its values is empty, and every answer holds that.")
    }
    return .fields(
      ("type", "contains"), (isAny ? "any" : "all", .strings(values)),
      ("ignore_case", assertion.type.hasPrefix("i") ? true : nil))
  }

  /// The items of a text like `red, "green, or so"`.
  private static func listed(_ text: String) -> [String] {
    var items: [String] = []
    var rest = text[...]
    while let match = rest.prefixMatch(of: /\s*("(?<quoted>[^"]*)"(?=\s*(,|$))|(?<plain>[^,]*))\s*(,|$)/) {
      items.append((match.output.quoted ?? match.output.plain ?? "").trimmed)
      if match.range.upperBound == rest.endIndex, !match.output.0.hasSuffix(",") { break }
      rest = rest[match.range.upperBound...]
    }
    return items
  }

  private mutating func regex(_ assertion: PromptfooAssertion) -> OrderedJSON? {
    guard let pattern = text(assertion) else { return nil }
    if !pattern.contains("{{"), let obstacle = PatternDialect.obstacle(to: pattern) {
      return leaveOut(assertion, "its pattern does not compile here: \(obstacle).")
    }
    let differences = PatternDialect.differences(fromJavaScript: pattern)
    if !differences.isEmpty {
      let words = differences.joined(separator: "; ")
      log.note("A pattern means here what it does not mean in JavaScript: \(words).", at: assertion.place)
    }
    return ["type": "regex", "pattern": .string(pattern)]
  }

  /// A distance is a number of letters there and a share of them here.
  private mutating func similarity(_ assertion: PromptfooAssertion) -> OrderedJSON? {
    guard let text = text(assertion) else { return nil }
    if text.contains("{{") || text.isEmpty {
      return leaveOut(assertion, "the share of letters that may differ depends on its value.")
    }
    let share = max(0, 1 - (assertion.threshold ?? 5) / Double(text.count))
    log.note("'levenshtein' became 'similarity', which counts the letters that differ as a share.", at: assertion.place)
    return ["type": "similarity", "value": .string(text), "min": OrderedJSON((share * 100).rounded() / 100)]
  }
}

// MARK: - Form and limits

extension PromptfooTranslation {
  private mutating func json(_ assertion: PromptfooAssertion) -> OrderedJSON? {
    let isFenced = assertion.type == "contains-json"
    if isFenced {
      log.note("'contains-json' became JSON that is the whole answer or stands in one code fence.", at: assertion.place)
    }
    let fenced: OrderedJSON? = isFenced ? true : nil
    guard let value = assertion.value, value.string?.trimmed.isEmpty != true else {
      return .fields(("type", "json"), ("fenced", fenced))
    }
    guard let schema = schema(value) else {
      return leaveOut(assertion, "its schema is neither an object nor the name of a JSON file.")
    }
    return .fields(("type", "schema"), ("schema", schema), ("fenced", fenced))
  }

  /// An object, one that is written as a text, or that of a file.
  private mutating func schema(_ value: ForeignValue) -> OrderedJSON? {
    if value.members != nil { return exact(value.json, at: value) }
    guard let text = value.string else { return nil }
    if let file = ForeignFiles.Reference(text) {
      let root = file.kind == "json" ? files.json(file, at: value, log) : nil
      return root?.members == nil ? nil : root?.json.literal
    }
    guard let node = JSONReader.read(Array(text.utf8)).root, case .object = node.kind else { return nil }
    return exact(OrderedJSON(node), at: value)
  }

  private func wordCount(_ assertion: PromptfooAssertion) -> OrderedJSON? {
    let exact = assertion.value.flatMap { $0.number ?? $0.string.flatMap(Double.init) }
    let least = exact ?? assertion.value?["min"]?.number
    let most = exact ?? assertion.value?["max"]?.number
    guard least != nil || most != nil else { return leaveOut(assertion, "its value is no number and no range.") }
    return .fields(
      ("type", "length"), ("unit", "words"), ("min", least.map(OrderedJSON.init)), ("max", most.map(OrderedJSON.init)))
  }

  private func limit(_ assertion: PromptfooAssertion, _ check: (Double) -> OrderedJSON) -> OrderedJSON? {
    guard let threshold = assertion.threshold, (0..<1e15).contains(threshold), threshold > 0 else {
      return leaveOut(assertion, "it has no threshold.")
    }
    return check(threshold)
  }
}
