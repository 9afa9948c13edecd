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
    let providers = fields.take("providers", "targets")
    draft.contestants = contestants(providers)
    let shared = fields.take("defaultTest").flatMap { PromptfooTest($0, number: 1, sharing: nil, log: log) }
    let tests = tests(fields.take("tests"), sharing: shared)
    for (key, rest) in fields.rest { log.note(PromptfooImport.sentence(about: key), at: rest) }
    draft.cases = cases(prompts ?? [PromptfooPrompt(content: .text("{{prompt}}", root))], tests)
    if draft.cases.isEmpty {
      throw ImportFailure("There is no prompt in \(root.source.file.excerpt(400)) that can be carried over.")
    }
    noteUnused(tests)
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
    case "scenarios": "'scenarios' are left out: write them as 'rows' or a 'matrix'."
    default: "'\(key.excerpt())' is not carried over."
    }
  }
}

// MARK: - Tests

extension PromptfooImport {
  /// Without any, the prompts are asked as they are.
  private func tests(_ value: ForeignValue?, sharing shared: PromptfooTest?) -> [PromptfooTest] {
    let values = value.map { $0.elements ?? [$0] }?.flatMap(loaded) ?? []
    let tests = values.enumerated().compactMap { PromptfooTest($1, number: $0 + 1, sharing: shared, log: log) }
    return tests.isEmpty && values.isEmpty ? [shared ?? PromptfooTest(number: 1)] : tests
  }

  /// The tests of a file, or the one that the value is.
  private func loaded(_ value: ForeignValue) -> [ForeignValue] {
    guard let text = value.string ?? value["path"]?.string, let file = ForeignFiles.Reference(text) else {
      return [value]
    }
    switch file.kind {
    case "json": return files.json(file, at: value, log).map { $0.elements ?? [$0] } ?? []
    case "jsonl": return files.text(file, at: value, log).map { lines(of: $0, in: file.path) } ?? []
    case "csv":
      return files.text(file, at: value, log).map { PromptfooTable(file: file.path, log: log).tests(Array($0.utf8)) }
        ?? []
    default:
      log.note("Tests are read from .json, .jsonl and .csv alone: \(file.path.quotedExcerpt()) is left out.", at: value)
      return []
    }
  }

  private func lines(of text: String, in file: String) -> [ForeignValue] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated().compactMap { index, line in
      let bytes = Array(line.utf8)
      if line.trimmed.isEmpty { return nil }
      let reading = JSONReader.read(bytes)
      guard let node = reading.root else {
        log.note("The line is no JSON and is left out.", in: file, line: index + 1)
        return nil
      }
      let source = ForeignSource(file: file, bytes: bytes, firstLine: index + 1)
      log.note(reading.problems, in: source)
      return ForeignValue(node, in: source)
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
      for test in tests {
        guard var next = `case`(prompt, test) else { continue }
        next.series = series
        next.name = test.name.map { prompts.count > 1 ? "\(series): \($0)" : $0 } ?? (tests.count == 1 ? series : nil)
        cases.append(next)
      }
    }
    return cases
  }

  private mutating func `case`(_ prompt: PromptfooPrompt, _ test: PromptfooTest) -> Case? {
    var translation = PromptfooTranslation(variables: test.variables.map(\.name), judge: judge, log: log)
    guard let content = content(prompt, &translation) else { return nil }
    var result = Case(series: "", number: test.number, content: content)
    result.checks = translation.checks(test.assertions, files: files).filter { !isEmptied($0, by: test) }
    if !result.checks.isEmpty { result.passScore = test.threshold.map(OrderedJSON.init) }
    let texts = OrderedJSON.array([content] + result.checks).oneLine
    for (foreign, value) in test.variables.sorted(by: { $0.name < $1.name }) {
      let name = foreign.asVariableName
      guard texts.contains("{{\(name)}}") else { continue }
      used.insert(name)
      if let elements = value.elements, !elements.isEmpty {
        result.matrix.append(OrderedJSON.Member(key: name, value: .array(elements.map(scalar))))
      } else {
        result.variables.append(OrderedJSON.Member(key: name, value: scalar(value)))
      }
    }
    return result
  }

  /// Whether a check would look for nothing, which every answer holds.
  private func isEmptied(_ check: OrderedJSON, by test: PromptfooTest) -> Bool {
    let named = test.variables.first { check["value"]?.string == "{{\($0.name.asVariableName)}}" }
    guard let named, named.value.text?.isEmpty == true || named.value.node.kind == .null else { return false }
    log.note("The checks for this value are left out: it is empty.", at: named.value)
    return true
  }

  private func content(_ prompt: PromptfooPrompt, _ translation: inout PromptfooTranslation) -> OrderedJSON? {
    switch prompt.content {
    case .text(let text, let place):
      let text = translation.translated(text, at: place)
      if !text.trimmed.isEmpty { return .string(text) }
      log.note("The prompt is empty and is left out.", at: place)
    case .messages(let value):
      let conversation = translation.conversation(value)
      if conversation?.answer != nil {
        log.note("The assistant's message at the end is left out: nothing begins an answer here.", at: value)
      }
      if let conversation { return .array(conversation.messages) }
      log.note("The messages are left out: the last question must be a user's.", at: value)
    }
    return nil
  }

  /// The value of a variable; objects are filled in as JSON, as promptfoo does.
  private func scalar(_ value: ForeignValue) -> OrderedJSON {
    guard let text = value.string else {
      return value.scalar ?? .string(value.node.kind == .null ? "" : value.json.oneLine)
    }
    if text.contains("{{") { log.note("The braces in this value are plain text: values are not filled in.", at: value) }
    guard text.hasPrefix(ForeignFiles.prefix), let file = ForeignFiles.Reference(text) else { return .string(text) }
    guard ["txt", "md", "json", "csv", ""].contains(file.kind) else {
      log.note("The file \(file.path.quotedExcerpt()) is left out: only texts are filled in.", at: value)
      return ""
    }
    return .string(files.text(file, at: value, log) ?? "")
  }
}
