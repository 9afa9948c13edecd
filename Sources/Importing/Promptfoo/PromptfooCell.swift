internal import Benchmark

/// An assertion as a cell of promptfoo's tables has it: `contains: Paris`, `similar(0.8): Paris` or `is-json`.
///
/// https://www.promptfoo.dev/docs/configuration/test-cases/#csv-with-assertions
struct PromptfooCell: Hashable, Sendable {
  /// With the prefix `not-` where it has one.
  let type: String
  /// In parentheses behind the type; nil where none is given.
  let threshold: Double?
  /// Without white space at its ends; nil where nothing follows the type.
  let value: String?

  /// A cell that is no assertion is the whole answer, to the letter, as promptfoo takes it.
  init(_ text: String) {
    let cell = text.trimmed
    self = Self.prefixed(cell) ?? Self.program(cell) ?? Self.typed(cell) ?? Self("equals", value: cell)
  }

  private init(_ type: String, threshold: Double? = nil, value: String? = nil) {
    self.type = type
    self.threshold = threshold
    self.value = value?.trimmed
  }
}

extension PromptfooCell {
  /// Beginnings that stand for a type of another name.
  private static let prefixes = [
    ("javascript:", "javascript"), ("fn:", "javascript"), ("eval:", "javascript"), ("python:", "python"),
    ("grade:", "llm-rubric"), ("llm-rubric:", "llm-rubric"),
  ]

  private static func prefixed(_ cell: String) -> Self? {
    prefixes.first { cell.hasPrefix($0.0) }.map { prefix, type in
      Self(type, value: String(cell.dropFirst(prefix.count)))
    }
  }

  /// The name of a program's file, with or without that of a function behind it.
  private static func program(_ cell: String) -> Self? {
    guard cell.hasPrefix(ForeignFiles.prefix) else { return nil }
    let path = String(cell.dropFirst(ForeignFiles.prefix.count))
    if path.hasSuffix(".py") || path.contains(".py:") { return Self("python", value: path) }
    let isScript = [".js", ".ts", ".cjs", ".mjs"].contains { path.hasSuffix($0) || path.contains("\($0):") }
    return isScript ? Self("javascript", value: path) : nil
  }

  private static func typed(_ cell: String) -> Self? {
    let prefix = cell.hasPrefix("not-") ? "not-" : ""
    let rest = cell.dropFirst(prefix.count)
    for type in types where rest.hasPrefix(type) {
      let tail = rest.dropFirst(type.count)
      guard let match = tail.wholeMatch(of: /(\((?<threshold>\d+(\.\d+)?)\))?(:(?<value>[\s\S]*))?/) else { continue }
      return Self(
        prefix + type, threshold: match.output.threshold.flatMap { Double($0) },
        value: match.output.value.map(String.init))
    }
    return nil
  }

  /// The types that promptfoo reads in a cell; any other word before a colon is part of an answer.
  private static let types = [
    "agent-rubric", "answer-relevance", "bleu", "classifier", "contains", "contains-all", "contains-any",
    "contains-html", "contains-json", "contains-sql", "contains-xml", "context-faithfulness", "context-recall",
    "context-relevance", "conversation-relevance", "cost", "equals", "factuality", "finish-reason", "g-eval", "gleu",
    "guardrails", "icontains", "icontains-all", "icontains-any", "is-html", "is-json", "is-refusal", "is-sql",
    "is-valid-function-call", "is-valid-openai-function-call", "is-valid-openai-tools-call", "is-xml", "javascript",
    "latency", "levenshtein", "llm-rubric", "meteor", "model-graded-closedqa", "model-graded-factuality", "moderation",
    "perplexity", "perplexity-score", "pi", "python", "regex", "rouge-n", "ruby", "search-rubric", "similar",
    "skill-used", "starts-with", "tool-call-f1", "trace-error-spans", "trace-span-count", "trace-span-duration",
    "trajectory:goal-success", "trajectory:step-count", "trajectory:tool-args-match", "trajectory:tool-sequence",
    "trajectory:tool-used", "webhook", "word-count",
  ]
}

extension PromptfooCell {
  /// What promptfoo takes where a cell names no threshold; nil for types that read none in a cell.
  var usualThreshold: Double? {
    switch type.hasPrefix("not-") ? String(type.dropFirst("not-".count)) : type {
    case "cost", "latency", "levenshtein": 0.75
    default: nil
    }
  }

  /// Whether the type reads what stands in its parentheses: promptfoo passes others' by.
  var readsThreshold: Bool { usualThreshold != nil }
}
