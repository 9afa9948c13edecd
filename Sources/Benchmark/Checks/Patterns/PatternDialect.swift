/// A regular expression of JavaScript, without flags, held against the dialect that `regex` checks are read in.
///
/// The dialect is that of Swift's `Regex`, much like PCRE's: `\w`, `\d` and `\s` are Unicode's, `\b` is the boundary
/// between `\w` and `\W`, `.` is a character as people count them, `^` and `$` are the ends of the answer.
package struct PatternDialect {
  private var rest: Substring.UnicodeScalarView
  private var isInClass = false
  private var found: [String] = []

  /// What the pattern would mean differently in a check, in half sentences, each once, in its order.
  ///
  /// That it compiles is not said: see `obstacle`.
  package static func differences(fromJavaScript pattern: String) -> [String] {
    var dialect = PatternDialect(rest: Substring(pattern).unicodeScalars)
    while let scalar = dialect.rest.popFirst() { dialect.read(scalar) }
    return dialect.found
  }

  /// Why the pattern is none of a check; nil where it is one.
  package static func obstacle(to pattern: String) -> String? {
    do throws(CheckPattern.Fault) {
      _ = try CheckPattern(pattern, ignoringCase: false)
      return nil
    } catch {
      // The compiler's own words are about characters of a lookbehind, not about it.
      let looksBehind = pattern.contains("(?<=") || pattern.contains("(?<!")
      return looksBehind ? "a check cannot look behind ('(?<=', '(?<!')" : error.reason.excerpt(200)
    }
  }

  private mutating func tell(_ difference: String) {
    if !found.contains(difference) { found.append(difference) }
  }

  private mutating func read(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\\": readEscape()
    case "[" where isInClass: tell("'[' begins a class within a class here, and is a letter there")
    case "[": beginClass()
    case "]": isInClass = false
    case "&", "-", "~": readOperator(scalar)
    case "{" where !isInClass && rest.first == ",": tell("'{,n}' is up to n times here, and these letters there")
    case "." where !isInClass && rest.first == "{":
      tell("'.' counts characters as people do here, and units of UTF-16 there: an emoji is one here")
    default: break
    }
  }

  /// A bracket behind `[` or `[^` ends an empty class there.
  private mutating func beginClass() {
    isInClass = true
    if rest.first == "^" { rest = rest.dropFirst() }
  }

  private mutating func readOperator(_ scalar: Unicode.Scalar) {
    guard isInClass, rest.first == scalar else { return }
    rest = rest.dropFirst()
    tell("'\(scalar)\(scalar)' in a class is an operator here, and two letters there")
  }

  private mutating func readEscape() {
    guard let letter = rest.popFirst() else { return }
    switch letter {
    case "d", "D": tell("'\\\(letter)' goes by the digits of every script here, and by 0-9 there")
    case "w", "W": tell("'\\\(letter)' goes by the letters of every script here, and by A-Z, a-z, 0-9 and _ there")
    case "b" where isInClass: break
    case "b", "B": tell("'\\\(letter)' goes by words of every script here, and by words of A-Z, a-z, 0-9 and _ there")
    case "v": tell("'\\v' is any line end here, and U+000B there")
    case "p", "P": tell("'\\\(letter){…}' is a property of Unicode here, and letters there")
    case "u" where rest.first == "{": tell("'\\u{…}' is a character here, and 'u' so many times there")
    case _ where Self.foreign.contains(letter):
      tell("'\\\(letter)' has a meaning of its own here, and is the letter '\(letter)' there")
    default: break
    }
  }

  /// Letters that JavaScript takes as themselves behind a backslash, and Swift does not.
  private static let foreign = Set("AZGHOQRVXYaehoyz".unicodeScalars)
}
