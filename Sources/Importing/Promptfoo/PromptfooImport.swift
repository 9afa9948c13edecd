internal import Benchmark

/// A configuration of promptfoo's as a suite: every prompt with every test.
struct PromptfooImport {
  private let files: ForeignFiles
  /// The model that judges where an assertion names none.
  private let judge: String?
  private let log: ImportLog
  /// Our names of the variables that some prompt or check has named.
  private var used: Set<String> = []

  init(files: ForeignFiles, judge: String?, log: ImportLog) {
    self.files = files
    self.judge = judge
    self.log = log
  }

  /// - Throws: `ImportFailure` when the value is no configuration or nothing in it can be asked.
  mutating func fill(_ draft: inout SuiteDraft, from root: ForeignValue) throws(ImportFailure) {
    guard var fields = ForeignObject(root) else {
      throw ImportFailure("\(root.source.file.excerpt(400)) is no configuration of promptfoo: that is a JSON object.")
    }
    _ = fields.take("$schema")
    draft.description = fields.take("description")?.string
    let prompts = fields.take("prompts").map { PromptfooPrompt.prompts($0, files, log) }
    draft.contestants = contestants(fields.take("providers", "targets"))
    let reader = PromptfooTestReader(files: files, log: log)
    let tests = reader.tests(
      fields.take("tests"), scenarios: fields.take("scenarios"), shared: fields.take("defaultTest"))
    for (key, rest) in fields.rest { log.note(PromptfooImport.sentence(about: key), at: rest) }
    draft.cases = cases(prompts ?? [PromptfooPrompt(content: .text("{{prompt}}", root))], tests)
    if draft.cases.isEmpty { throw failure(root, hasPrompts: prompts != nil) }
    noteUnused(tests)
  }

  /// The notes on the way say why nothing is left.
  private func failure(_ root: ForeignValue, hasPrompts: Bool) -> ImportFailure {
    let file = root.source.file.excerpt(400)
    let reasons = log.sentences
    if hasPrompts, !reasons.isEmpty {
      return ImportFailure("There is no prompt in \(file) that can be carried over:", details: reasons)
    }
    return ImportFailure(
      hasPrompts
        ? "There is no prompt in \(file): its 'prompts' are empty."
        : "There is no prompt in \(file): it has no 'prompts', and no test has a variable 'prompt'.", details: reasons)
  }

  private func contestants(_ value: ForeignValue?) -> [OrderedJSON] {
    guard let value else { return [] }
    let providers = value.elements ?? [value]
    var names: Set<String> = []
    return providers.compactMap { provider in
      guard var contestant = PromptfooProvider.contestant(provider, log) else { return nil }
      let name = contestant["name"]?.string ?? contestant["model"]?.string ?? ""
      if !names.insert(name).inserted {
        contestant["name"] = .string("\(name) \(names.count + 1)")
        names.insert("\(name) \(names.count + 1)")
      }
      return contestant
    }
  }

  private static func sentence(about key: String) -> String {
    switch key {
    case "evaluateOptions":
      "'evaluateOptions' is not carried over: 'bakeoff run' takes '-n', '--concurrency' and '--rate'."
    case "outputPath", "commandLineOptions", "sharing", "writeLatestResults":
      "'\(key)' is not carried over: it belongs to the command line of 'bakeoff run'."
    case "env": "'env' is left out: nothing of the environment stands in a suite."
    case "redteam": "'redteam' is left out: promptfoo makes its attacks up while it runs, and none is written down."
    default: "'\(key.excerpt())' is not carried over."
    }
  }

  private func noteUnused(_ tests: [PromptfooTest]) {
    var noted: Set<String> = []
    for (name, value) in tests.flatMap(\.variables)
    where !used.contains(name.asVariableName) && noted.insert(name).inserted {
      log.note("No prompt and no check names {{\(name.excerpt())}}: it is left out.", at: value)
    }
  }
}

// MARK: - Cases

extension PromptfooImport {
  private mutating func cases(_ prompts: [PromptfooPrompt], _ tests: [PromptfooTest]) -> [Case] {
    var cases: [Case] = []
    for (index, prompt) in prompts.enumerated() {
      let series = prompt.label ?? (prompts.count > 1 ? "prompt-\(index + 1)" : tests.count > 1 ? "test" : "prompt")
      for test in tests where test.isFor(prompt.label) {
        guard var next = `case`(prompt, test) else { continue }
        next.series = series
        next.name = test.name.map { prompts.count > 1 ? "\(series): \($0)" : $0 } ?? (tests.count == 1 ? series : nil)
        cases.append(next)
      }
    }
    return cases
  }

  private mutating func `case`(_ prompt: PromptfooPrompt, _ test: PromptfooTest) -> Case? {
    var translation = PromptfooTranslation(of: test, judge: judge, files: files, log: log)
    guard let content = content(prompt, test.options, &translation) else { return nil }
    var result = Case(series: "", number: test.number, content: content)
    let graded = translation.grading(of: test)
    result.checks = graded.checks
    result.passScore = graded.passScore
    let texts = OrderedJSON.array([content] + result.checks).oneLine
    for variable in translation.values(files).sorted(by: { ($0.foreign, $0.name) < ($1.foreign, $1.name) })
    where texts.contains("{{\(variable.name)}}") {
      used.formUnion([variable.name, variable.foreign.asVariableName])
      if variable.isList {
        result.matrix.append(OrderedJSON.Member(key: variable.name, value: variable.value))
      } else {
        result.variables.append(OrderedJSON.Member(key: variable.name, value: variable.value))
      }
    }
    guard let objection = Objection.to(prompt: result) else { return result }
    log.note("The prompt is left out. \(objection)", at: prompt.place)
    return nil
  }

  private func content(
    _ prompt: PromptfooPrompt, _ options: PromptfooOptions, _ translation: inout PromptfooTranslation
  ) -> OrderedJSON? {
    switch prompt.content {
    case .text(let text, let place):
      let text = translation.translated(options.prefix + text + options.suffix, at: place)
      if !translation.filled(text).trimmed.isEmpty { return .string(text) }
      log.note("The prompt is empty and is left out.", at: place)
    case .messages(let value):
      if !(options.prefix + options.suffix).isEmpty {
        log.note(
          "The prompt is left out: a 'prefix' or 'suffix' stands around a text, and these are messages.", at: value)
        return nil
      }
      let conversation = translation.conversation(value)
      if conversation?.answer != nil {
        log.note("The assistant's message at the end is left out: nothing begins an answer here.", at: value)
      }
      if let conversation { return .array(conversation.messages) }
      log.note("The messages are left out: the last question must be a user's.", at: value)
    }
    return nil
  }
}
