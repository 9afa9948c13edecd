/// A regular expression of a check, compiled.
///
/// A hostile pattern can still match for very long: the engine backtracks and cannot be told to stop.
struct CheckPattern {
  /// Why a pattern does not compile, in the compiler's words.
  struct Fault: Error {
    let reason: String
  }

  /// Nested classes overflow the stack of the pattern parser: 50 do on a thread of 512 KiB (Swift 6.3).
  private static let mostClasses = 10

  private let regex: Regex<AnyRegexOutput>

  init(_ pattern: String, ignoringCase: Bool) throws(Fault) {
    guard Self.classDepth(of: pattern) <= Self.mostClasses else {
      throw Fault(reason: "classes nest deeper than \(Self.mostClasses) levels")
    }
    do {
      regex = try Regex(pattern).ignoresCase(ignoringCase)
    } catch {
      throw Fault(reason: "\(error)")
    }
  }

  func matches(somewhereIn text: String) -> Bool {
    (try? regex.firstMatch(in: text)) != nil
  }

  /// How many classes (`[…]`) stand in each other; a bracket behind a backslash or first in its class is a letter.
  private static func classDepth(of pattern: String) -> Int {
    var depth = 0
    var deepest = 0
    var isEscaped = false
    var isFirst = false
    for byte in pattern.utf8 {
      switch byte {
      case _ where isEscaped:
        isEscaped = false
        isFirst = false
      case UInt8(ascii: "\\"): isEscaped = true
      case UInt8(ascii: "["):
        depth += 1
        deepest = max(deepest, depth)
        isFirst = true
      case UInt8(ascii: "]") where !isFirst: depth = max(0, depth - 1)
      case UInt8(ascii: "^"): break
      default: isFirst = false
      }
    }
    return deepest
  }
}
