extension Check {
  /// What keeps an answer from being one JSON value with these keys; nil when it is one.
  ///
  /// What RFC 8259 leaves open does not count against a model: equal keys, halves of surrogate pairs, huge numbers.
  static func fault(inJSON answer: String, keys: [String], fenced: Bool) -> String? {
    let text = answer.trimmed
    let content = codeFenceContent(of: text)
    if content != nil, !fenced { return "the JSON stands in a code fence; allow it with \"fenced\": true" }
    let bytes = Array((content ?? text).utf8)
    let reading = JSONReader.read(bytes)
    if let problem = reading.problems.first(where: \.fault.breaksGrammar) {
      let place = SourceText(bytes).place(of: problem.offset)
      return
        "expected JSON; at line \(place.line), column \(place.column) \(problem.fault.message); found \(shown(text))"
    }
    return keys.isEmpty ? nil : reading.root.flatMap { absence(of: keys, in: $0) }
  }

  private static func absence(of keys: [String], in node: JSONNode) -> String? {
    guard case .object(let members) = node.kind else {
      return "expected an object with \(listed(keys)); found \(node.noun)"
    }
    let present = Set(members.map(\.key))
    let missing = keys.filter { !present.contains($0) }
    return missing.isEmpty ? nil : "expected an object with \(listed(keys)); found none of \(listed(missing))"
  }

  private static func listed(_ keys: [String]) -> String {
    keys.map(shown).joined(separator: ", ")
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
