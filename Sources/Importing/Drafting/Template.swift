internal import Benchmark

/// A text of a foreign file as a text of a suite.
struct Template: Sendable {
  private(set) var text = ""
  /// The variables that it names, under our names.
  private(set) var names: Set<String> = []
  /// Names that have no value there.
  private(set) var unknown: [String] = []
  /// What the foreign template language does beyond naming a variable, as it was written; now it is plain text.
  private(set) var expressions: [String] = []

  /// A text in which no braces are meant as placeholders.
  static func literal(_ text: String) -> String { text.replacing("{{", with: "\\{{") }

  /// A text with placeholders; `variables` are the known ones, foreign names to ours.
  ///
  /// A name without a value leaves nothing behind, or stays as plain text. `derived` makes a variable of an expression,
  /// or answers nil.
  init(
    _ foreign: String, variables: [String: String], keepingUnknown keepsUnknown: Bool = false,
    derived: @escaping (String) -> String? = { _ in nil }
  ) {
    let naming = Naming(keepsUnknown: keepsUnknown) { variables[$0] ?? derived($0) }
    var rest = foreign[...]
    while let start = rest.firstRange(of: "{")?.lowerBound {
      text += rest[..<start]
      rest = rest[start...]
      take(from: &rest, naming)
    }
    text += rest
  }

  /// How what stands in double braces is called here.
  private struct Naming {
    let keepsUnknown: Bool
    let name: (String) -> String?
  }

  /// Takes what begins with the brace.
  private mutating func take(from rest: inout Substring, _ naming: Naming) {
    for (opening, closing) in [("{{", "}}"), ("{%", "%}"), ("{#", "#}")] where rest.hasPrefix(opening) {
      guard let end = rest.dropFirst(2).firstRange(of: closing) else { break }
      let inner = rest.dropFirst(2)[..<end.lowerBound]
      switch opening {
      case "{{": placeholder(inner, naming)
      case "{%": expression(rest[..<end.upperBound])
      default: break
      }
      rest = rest[end.upperBound...]
      return
    }
    let braces = rest.hasPrefix("{{") ? 2 : 1
    text += Template.literal(String(rest.prefix(braces)))
    rest = rest.dropFirst(braces)
  }

  private mutating func placeholder(_ inner: Substring, _ naming: Naming) {
    let name = inner.trimmed
    // Behind a backslash our own braces would stand for themselves.
    if !text.hasSuffix("\\"), let known = naming.name(name) {
      text += "{{\(known)}}"
      names.insert(known)
    } else if name.isPlainName, !naming.keepsUnknown {
      unknown.append(name)
    } else {
      expression("{{\(inner)}}")
    }
  }

  private mutating func expression(_ foreign: Substring) {
    expressions.append(String(foreign))
    text += Template.literal(String(foreign))
  }
}

extension StringProtocol {
  /// Without white space at both ends.
  var trimmed: String {
    let tail = drop(while: \.isWhitespace)
    return String(tail[..<(tail.lastIndex { !$0.isWhitespace }.map(tail.index(after:)) ?? tail.startIndex)])
  }

  /// ASCII letters, digits and underscores, no digit first: what every template language takes for a name.
  var isPlainName: Bool {
    let isWord = { (character: Character) in
      character.isASCII && (character.isLetter || character.isNumber) || character == "_"
    }
    return first?.isNumber == false && allSatisfy(isWord)
  }

  /// The nearest name that a variable of a suite may have.
  var asVariableName: String {
    let name = String(filter { !"{}\\".contains($0) }.prefix(60)).trimmed
    return name.isEmpty || name.excerpt() != name ? "value" : name
  }
}
