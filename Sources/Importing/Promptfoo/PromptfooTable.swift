internal import Benchmark

/// A table of promptfoo's tests: columns are variables, and those that begin with two underscores say more.
struct PromptfooTable {
  let file: String
  let log: ImportLog

  /// The tests as promptfoo would write them in JSON.
  func tests(_ bytes: [UInt8]) -> [ForeignValue] {
    let reading = CSVReader.read(bytes)
    for problem in reading.problems { log.note(problem.message, in: file, line: problem.line) }
    guard let table = reading.table else { return [] }
    for name in table.columns where name.hasPrefix("__") && !PromptfooTable.isKnown(name) {
      log.note("The column \(name.quotedExcerpt()) is not carried over.", in: file, line: 1)
    }
    return table.records.map { test($0, table.columns) }
  }

  private static func isKnown(_ column: String) -> Bool {
    column == "__description" || column == "__threshold" || column.hasPrefix("__expected")
  }

  private func test(_ record: CSVTable.Record, _ columns: [String]) -> ForeignValue {
    let cells = zip(columns, record.cells).filter { !$1.isEmpty }
    var members: [JSONMember] = []
    let variables = zip(columns, record.cells).filter { !$0.0.hasPrefix("__") }
    members.append(member("vars", .object(variables.map { member($0, .string($1)) })))
    let assertions = cells.filter { $0.0.hasPrefix("__expected") }.map { node(.object(assertion($0.1))) }
    if !assertions.isEmpty { members.append(member("assert", .array(assertions))) }
    for (name, text) in cells {
      if name == "__description" { members.append(member("description", .string(text))) }
      if name == "__threshold", let value = Double(text) { members.append(member("threshold", .number(value))) }
    }
    return ForeignValue(node(.object(members)), in: ForeignSource(file: file, bytes: [], firstLine: record.line))
  }

  /// `contains: Paris` or `similar(0.8): Paris`; a cell without such a beginning is the whole answer.
  private func assertion(_ cell: String) -> [JSONMember] {
    guard let match = cell.wholeMatch(of: /(?<type>(not-)?[a-z][a-z-]*)(\((?<threshold>[0-9.]+)\))?:(?<value>[\s\S]*)/),
      PromptfooTable.types.contains(String(match.output.type.trimmingPrefix("not-")))
    else { return [member("type", .string("equals")), member("value", .string(cell))] }
    let threshold = match.output.threshold.flatMap { Double($0) }
    return [member("type", .string(String(match.output.type)))]
      + (threshold.map { [member("threshold", .number($0))] } ?? [])
      + [member("value", .string(match.output.value.trimmed))]
  }

  /// What can stand before a colon; any other word is part of an answer.
  private static let types: Set<String> = [
    "equals", "contains", "icontains", "contains-any", "contains-all", "icontains-any", "icontains-all", "starts-with",
    "regex", "is-json", "contains-json", "is-refusal", "levenshtein", "word-count", "latency", "cost", "finish-reason",
    "llm-rubric", "g-eval", "model-graded-closedqa", "factuality", "model-graded-factuality", "similar", "javascript",
    "python", "webhook", "rouge-n", "bleu", "is-sql", "is-xml", "is-html", "contains-sql", "contains-xml",
    "contains-html", "classifier", "moderation", "answer-relevance", "context-recall", "context-relevance",
    "context-faithfulness", "perplexity", "perplexity-score",
  ]

  private func member(_ key: String, _ kind: JSONNode.Kind) -> JSONMember {
    JSONMember(key: key, keyOffset: 0, value: node(kind))
  }

  private func node(_ kind: JSONNode.Kind) -> JSONNode { JSONNode(kind: kind, range: 0..<0) }
}
