/// The JSON value of a model's answer, and what had to be taken off around it.
package struct JSONAnswer: Hashable, Sendable {
  /// What may stand around the value.
  package enum Acceptance: String, Codable, CaseIterable, Sendable {
    /// White space alone.
    case plain
    /// One Markdown code fence too.
    case fenced
    /// Anything: the longest object or array in the answer is the value.
    case any
  }

  /// Something around the value.
  package enum Wrapping: String, Codable, CaseIterable, Sendable {
    case prefix, fence, suffix
  }

  package enum Fault: Error, Hashable, Sendable {
    /// In words: where it ceases to be JSON, and what stands there.
    case notJSON(String)
    /// It would be JSON if a code fence were accepted.
    case fenced

    /// What is wrong; the remedy says how a fence is accepted.
    package func words(remedy: String) -> String {
      switch self {
      case .notJSON(let words): words
      case .fenced: "the JSON stands in a code fence; \(remedy)"
      }
    }
  }

  package let node: JSONNode
  package var value: JSONValue { node.value }
  package let stripped: [Wrapping]

  /// What RFC 8259 leaves open does not count against a model: equal keys, halves of surrogate pairs, huge numbers.
  package init(in answer: String, accepting acceptance: Acceptance) throws(Fault) {
    let text = answer.trimmed
    let content = Self.codeFenceContent(of: text)
    if content != nil, acceptance == .plain { throw .fenced }
    let bytes = Array((content ?? text).utf8)
    let reading = JSONReader.read(bytes)
    if let node = reading.grammatical {
      self.init(node: node, stripped: content == nil ? [] : [.fence])
    } else if acceptance == .any, let found = EmbeddedJSON(in: Array(text.utf8)) {
      self.init(node: found.node, stripped: found.around)
    } else {
      throw .notJSON(Self.words(for: reading, of: bytes, in: text))
    }
  }

  private init(node: JSONNode, stripped: [Wrapping]) {
    self.node = node
    self.stripped = stripped
  }

  private static func words(for reading: JSONReading, of bytes: [UInt8], in text: String) -> String {
    let found = "found \(text.shown)"
    guard let problem = reading.problems.first(where: \.fault.breaksGrammar) else { return "expected JSON; \(found)" }
    let place = SourceText(bytes).place(of: problem.offset)
    return "expected JSON; at line \(place.line), column \(place.column) \(problem.fault.message); \(found)"
  }

  /// What stands between the first line and the last when these are a code fence's; nil when they are not.
  private static func codeFenceContent(of text: String) -> String? {
    guard text.hasPrefix("```"), text.hasSuffix("```"), let firstEnd = text.firstIndex(where: \.isNewline)
    else { return nil }
    let body = text[firstEnd...].dropLast(3)
    // The closing fence has its line to itself.
    return body.trimmed.isEmpty || body.last(where: { $0 != " " })?.isNewline == true ? String(body) : nil
  }
}
