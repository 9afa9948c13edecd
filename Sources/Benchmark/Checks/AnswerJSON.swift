/// The one JSON value that an answer is, or why it is none.
enum AnswerJSON {
  case value(JSONNode)
  /// A sentence.
  case fault(String)

  /// `fenced` accepts the value inside one Markdown code fence too.
  ///
  /// What RFC 8259 leaves open does not count against a model: equal keys, halves of surrogate pairs, huge numbers.
  init(_ answer: String, fenced: Bool) {
    let text = answer.trimmed
    let content = AnswerJSON.codeFenceContent(of: text)
    guard content == nil || fenced else {
      self = .fault("the JSON stands in a code fence; allow it with \"fenced\": true")
      return
    }
    let bytes = Array((content ?? text).utf8)
    let reading = JSONReader.read(bytes)
    if let problem = reading.problems.first(where: \.fault.breaksGrammar) {
      let place = SourceText(bytes).place(of: problem.offset)
      self = .fault(
        "expected JSON; at line \(place.line), column \(place.column) \(problem.fault.message); found \(text.shown)")
    } else if let root = reading.root {
      self = .value(root)
    } else {
      self = .fault("expected JSON; found \(text.shown)")
    }
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
