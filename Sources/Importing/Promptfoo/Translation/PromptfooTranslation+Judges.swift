internal import Benchmark

extension PromptfooTranslation {
  /// promptfoo scores from 0 to 1, our judges from 0 to 10.
  mutating func judged(_ assertion: PromptfooAssertion, byFacts: Bool = false) -> OrderedJSON? {
    if options.rubricPrompt != nil {
      return leaveOut(assertion, "its judge is asked in words of its own ('rubricPrompt').")
    }
    guard let value = value(of: assertion) else { return nil }
    let texts = PromptfooTranslation.texts(of: value)
    let text = texts.joined(separator: "\n")
    if filled(text).trimmed.isEmpty { return leaveOut(assertion, "its value is no text.") }
    guard let judge = PromptfooJudge(assertion.provider ?? options.judge, otherwise: judge, log: log) else {
      return leaveOut(assertion, "it names no model of OpenRouter that judges; '--judge MODEL' does.")
    }
    let rubric = byFacts ? "The answer says the same facts as the reference." : text
    return .fields(
      ("type", "judge"), ("rubric", .string(rubric)), ("reference", byFacts ? .string(text) : nil),
      ("model", .string(judge.model)), ("parameters", judge.parameters.isEmpty ? nil : .object(judge.parameters)),
      ("min", assertion.threshold.map { OrderedJSON(min(max($0, 0), 1) * 10) }))
  }

  private static func texts(of value: OrderedJSON) -> [String] {
    switch value {
    case .string(let text): [text]
    case .array(let elements): elements.compactMap(\.string)
    default: []
    }
  }
}

/// The model that grades answers for promptfoo.
struct PromptfooJudge {
  let model: String
  /// What its requests ask for beside the question.
  var parameters: [OrderedJSON.Member] = []

  /// A provider, or an object of providers by what they are for, of which `text` judges; nil without a model.
  init?(_ value: ForeignValue?, otherwise named: String?, log: ImportLog) {
    let provider = value.flatMap { $0["text"] ?? $0 }
    let id = provider.flatMap { $0.string ?? $0["id"]?.string }
    if let id, let provider, let model = PromptfooProvider.model(of: id, at: provider, log) {
      self.model = model
      parameters = provider["config"].map { PromptfooProvider.settings(in: $0, log) } ?? []
    } else if let named {
      if let id, let provider {
        log.note(
          "\(id.quotedExcerpt()) is no model of OpenRouter: \(named.quotedExcerpt()) judges instead.", at: provider)
      }
      model = named
    } else {
      return nil
    }
  }
}
