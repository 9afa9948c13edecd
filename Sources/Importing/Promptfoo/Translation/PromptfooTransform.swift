/// A piece of JavaScript that promptfoo puts between an answer and its assertions.
///
/// https://www.promptfoo.dev/docs/configuration/guide/#transforming-outputs
enum PromptfooTransform: Hashable, Sendable {
  /// It leaves the answer as the checks here read it: without white space at its ends.
  case nothing
  /// It takes what stands at a JSON path, as in `$.tweet`.
  case path(String)
  /// It does anything else.
  case program

  init(_ text: String) {
    var code = text.trimmed
    if code.hasSuffix(";") { code = String(code.dropLast()).trimmed }
    if code == "output" || code == "output.trim()" {
      self = .nothing
    } else {
      self = Self.path(code).map(Self.path) ?? .program
    }
  }

  /// Steps into an answer that is JSON, or that promptfoo has read as JSON already.
  private static func path(_ code: String) -> String? {
    let head = /\(?JSON\.parse\(output\)\)?/
    let parsed = code.prefixMatch(of: head)
    var rest = code[...]
    if let parsed {
      rest = code[parsed.range.upperBound...]
    } else if code.hasPrefix("output") {
      rest = code.dropFirst("output".count)
    } else {
      return nil
    }
    var path = "$"
    while !rest.isEmpty {
      guard
        let step = rest.prefixMatch(
          of: /\??\.(?<name>[A-Za-z_]\w*)|\[(?<index>\d+)\]|\[(?<quote>["'])(?<key>[^"'\\]+)["']\]/)
      else { return nil }
      path += Self.step(name: step.output.name, index: step.output.index, key: step.output.key)
      rest = rest[step.range.upperBound...]
    }
    // A text has a length, too, and nothing tells whether this is one.
    return path == "$" || path.hasSuffix(".length") ? nil : path
  }

  private static func step(name: Substring?, index: Substring?, key: Substring?) -> String {
    if let name { return ".\(name)" }
    if let index { return "[\(index)]" }
    return "['\(key ?? "")']"
  }
}
