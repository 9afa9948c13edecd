internal import Benchmark

extension PromptfooTranslation {
  /// The checks of some assertions; what is none here goes to the log.
  mutating func checks(_ assertions: [ForeignValue], files: ForeignFiles) -> [OrderedJSON] {
    assertions.compactMap { value in
      guard let assertion = PromptfooAssertion(value, log: log), var check = check(assertion, files) else { return nil }
      if assertion.weight != 1 { check["weight"] = OrderedJSON(assertion.weight) }
      if assertion.isInverted { check["not"] = true }
      if let metric = assertion.metric { check["name"] = .string(metric) }
      guard let objection = Objection.to(check: check) else { return check }
      return leaveOut(assertion, objection)
    }
  }

  private mutating func check(_ assertion: PromptfooAssertion, _ files: ForeignFiles) -> OrderedJSON? {
    switch assertion.type {
    case "equals": equals(assertion)
    case "contains", "starts-with": comparing(assertion, assertion.type.replacing("-", with: "_"))
    case "icontains": comparing(assertion, "contains", ignoringCase: true)
    case "contains-any", "contains-all", "icontains-any", "icontains-all": containsSeveral(assertion)
    case "regex": regex(assertion)
    case "is-json", "contains-json": json(assertion, files)
    case "is-refusal": ["type": "refusal"]
    case "levenshtein": similarity(assertion)
    case "word-count": wordCount(assertion)
    case "latency": limit(assertion) { ["type": "latency", "max": .string("\(Int($0.rounded(.up)))ms")] }
    case "cost": limit(assertion) { ["type": "cost", "max": OrderedJSON($0)] }
    case "finish-reason": comparing(assertion, "finish_reason")
    case "llm-rubric", "g-eval", "model-graded-closedqa": judged(assertion)
    case "factuality", "model-graded-factuality": judged(assertion, byFacts: true)
    case "assert-set": set(assertion, files)
    default: leaveOut(assertion, PromptfooTranslation.reason(against: assertion.type))
    }
  }

  private func leaveOut(_ assertion: PromptfooAssertion, _ reason: String) -> OrderedJSON? {
    log.note("The assertion \(assertion.type.quotedExcerpt()) is left out: \(reason)", at: assertion.place)
    return nil
  }

  private static func reason(against type: String) -> String {
    switch type {
    case "javascript", "python", "ruby", "webhook": "a check of kind 'program' may do its work."
    case "similar": "answers are compared by their letters ('similarity') or by a judge, not by an embedding."
    case "context-recall", "context-relevance", "context-faithfulness", "answer-relevance", "select-best",
      "search-rubric",
      "conversation-relevance":
      "a check of kind 'judge' may do its work."
    default: "there is no such check."
    }
  }

  /// The value as a text; nil, with a note, when it is none.
  private mutating func text(_ assertion: PromptfooAssertion) -> String? {
    guard let value = assertion.value, let text = value.text else {
      _ = leaveOut(assertion, "its value is no text.")
      return nil
    }
    return translated(text, at: value)
  }
}

// MARK: - Comparing

extension PromptfooTranslation {
  private mutating func comparing(_ assertion: PromptfooAssertion, _ type: String, ignoringCase: Bool = false)
    -> OrderedJSON?
  {
    guard let text = text(assertion) else { return nil }
    if text.isEmpty { return leaveOut(assertion, "its value is empty.") }
    return .fields(
      ("type", .string(type)), ("value", .string(text)), ("ignore_case", ignoringCase ? true : nil))
  }

  private mutating func equals(_ assertion: PromptfooAssertion) -> OrderedJSON? {
    if let value = assertion.value, value.text == nil {
      return ["type": "json_path", "path": "$", "equals": translated(value.json, at: value)]
    }
    // Answers are compared without white space at their ends.
    return text(assertion).map { ["type": "equals", "value": .string($0.trimmed)] }
  }

  private mutating func containsSeveral(_ assertion: PromptfooAssertion) -> OrderedJSON? {
    let words =
      assertion.value?.elements?.compactMap(\.text) ?? assertion.value?.string.map(PromptfooTranslation.listed) ?? []
    let values = words.filter { !$0.isEmpty }.map { translated($0, at: assertion.value ?? assertion.place) }
    if values.isEmpty { return leaveOut(assertion, "its value is no list of texts.") }
    return .fields(
      ("type", "contains"), (assertion.type.hasSuffix("any") ? "any" : "all", .strings(values)),
      ("ignore_case", assertion.type.hasPrefix("i") ? true : nil))
  }

  /// The items of a text like `red, green`.
  private static func listed(_ text: String) -> [String] { text.split(separator: ",").map(\.trimmed) }

  private mutating func regex(_ assertion: PromptfooAssertion) -> OrderedJSON? {
    guard let pattern = text(assertion) else { return nil }
    if !pattern.contains("{{"), (try? Regex<AnyRegexOutput>(pattern)) == nil {
      return leaveOut(assertion, "Swift's regular expressions do not know its pattern.")
    }
    return ["type": "regex", "pattern": .string(pattern)]
  }

  /// A distance is a number of letters there and a share of them here.
  private mutating func similarity(_ assertion: PromptfooAssertion) -> OrderedJSON? {
    guard let text = text(assertion), !text.contains("{{"), !text.isEmpty else {
      return leaveOut(assertion, "the share of letters that may differ depends on its value.")
    }
    let share = max(0, 1 - (assertion.threshold ?? 5) / Double(text.count))
    log.note("'levenshtein' became 'similarity', which counts the letters that differ as a share.", at: assertion.place)
    return ["type": "similarity", "value": .string(text), "min": OrderedJSON((share * 100).rounded() / 100)]
  }
}

// MARK: - Form and limits

extension PromptfooTranslation {
  private func json(_ assertion: PromptfooAssertion, _ files: ForeignFiles) -> OrderedJSON? {
    let isFenced = assertion.type == "contains-json"
    if isFenced {
      log.note("'contains-json' became JSON that is the whole answer or stands in one code fence.", at: assertion.place)
    }
    let fenced: OrderedJSON? = isFenced ? true : nil
    guard let value = assertion.value else { return .fields(("type", "json"), ("fenced", fenced)) }
    guard let schema = schema(value, files) else {
      return leaveOut(assertion, "its schema is neither an object nor the name of a JSON file.")
    }
    return .fields(("type", "schema"), ("schema", translated(schema.json, at: value)), ("fenced", fenced))
  }

  private func schema(_ value: ForeignValue, _ files: ForeignFiles) -> ForeignValue? {
    if value.members != nil { return value }
    let root = value.string.flatMap(ForeignFiles.Reference.init).flatMap { files.json($0, at: value, log) }
    return root?.members == nil ? nil : root
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

// MARK: - Judges and groups

extension PromptfooTranslation {
  /// promptfoo scores from 0 to 1, our judges from 0 to 10.
  private mutating func judged(_ assertion: PromptfooAssertion, byFacts: Bool = false) -> OrderedJSON? {
    let criteria = assertion.value?.elements?.compactMap(\.text) ?? [assertion.value?.text].compactMap(\.self)
    let text = criteria.map { translated($0, at: assertion.value ?? assertion.place) }.joined(separator: "\n")
    if text.trimmed.isEmpty { return leaveOut(assertion, "its value is no text.") }
    let named = assertion.provider.flatMap { $0.string ?? $0["id"]?.string }.flatMap(PromptfooProvider.model)
    guard let model = named ?? judge else {
      return leaveOut(assertion, "it names no model of OpenRouter that judges; '--judge MODEL' does.")
    }
    let rubric = byFacts ? "The answer says the same facts as the reference." : text
    return .fields(
      ("type", "judge"), ("rubric", .string(rubric)), ("reference", byFacts ? .string(text) : nil),
      ("model", .string(model)), ("min", assertion.threshold.map { OrderedJSON(min(max($0, 0), 1) * 10) }))
  }

  private mutating func set(_ assertion: PromptfooAssertion, _ files: ForeignFiles) -> OrderedJSON? {
    let members = checks(assertion.members, files: files)
    if members.isEmpty { return leaveOut(assertion, "nothing of it is left.") }
    if assertion.threshold != nil {
      log.note(
        "The threshold of an 'assert-set' is not carried over: all of its checks must pass.", at: assertion.place)
    }
    return ["type": "all", "checks": .array(members)]
  }
}
