internal import Benchmark

/// Finds the tests of a configuration of promptfoo's, those of its scenarios and files included.
struct PromptfooTestReader {
  let files: ForeignFiles
  let log: ImportLog

  /// Without any, the prompts are asked as they are; where none of those named can be had, nothing is.
  func tests(_ value: ForeignValue?, scenarios: ForeignValue?, shared: ForeignValue?) -> [PromptfooTest] {
    let shared = shared.flatMap { loaded($0).first }.flatMap { PromptfooTest(shared: $0, log: log) }
    let named = (value.map { $0.elements ?? [$0] } ?? [])
    let combinations = (scenarios?.elements ?? []).flatMap { scenario($0) }
    if named.isEmpty, combinations.isEmpty {
      return scenarios?.elements?.isEmpty == false ? [] : [shared ?? PromptfooTest(number: 1)]
    }
    let entries = named.flatMap(loaded).map { Entry(data: nil, test: $0) } + combinations
    return entries.enumerated().compactMap { index, entry in
      let base = entry.data.flatMap { PromptfooTest($0, number: index + 1, sharing: shared, log: log) } ?? shared
      return PromptfooTest(
        entry.test, number: index + 1, sharing: base, isScenario: entry.data != nil, log: log)
    }
  }

  /// A test, and the data of a scenario that it has first.
  private struct Entry {
    let data: ForeignValue?
    let test: ForeignValue
  }

  /// Every set of data with every test.
  ///
  /// https://www.promptfoo.dev/docs/configuration/scenarios/
  private func scenario(_ value: ForeignValue) -> [Entry] {
    loaded(value).flatMap { scenario in
      let data = (scenario["config"]?.elements ?? []).flatMap(loaded)
      let tests = (scenario["tests"].map { $0.elements ?? [$0] } ?? []).flatMap(loaded)
      if data.isEmpty { log.note("A scenario without 'config' is left out.", at: scenario) }
      return data.flatMap { data in
        tests.isEmpty ? [Entry(data: nil, test: data)] : tests.map { Entry(data: data, test: $0) }
      }
    }
  }

  /// The tests of a file, or the one that the value is.
  private func loaded(_ value: ForeignValue) -> [ForeignValue] {
    guard let text = value.string ?? value["path"]?.string else { return [value] }
    guard let file = ForeignFiles.Reference(text) else {
      if value.string == nil { return [value] }
      log.note("\(text.quotedExcerpt()) names no file of tests that can be read here, and is left out.", at: value)
      return []
    }
    switch file.kind {
    case "json": return files.json(file, at: value, log).map { $0.elements ?? [$0] } ?? []
    case "jsonl": return files.text(file, at: value, log).map { ForeignFiles.lines(of: $0, in: file.path, log) } ?? []
    case "csv":
      return files.text(file, at: value, log).map { PromptfooTable(file: file.path, log: log).tests(Array($0.utf8)) }
        ?? []
    default:
      log.note(
        "Tests are read from .json, .jsonl and .csv alone: \(file.path.quotedExcerpt()) is left out\(file.remedy)",
        at: value)
      return []
    }
  }
}
