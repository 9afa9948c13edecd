internal import Dispatch
internal import Synchronization

/// A regular expression of a check, compiled.
///
/// The engine backtracks, and on some answers some patterns would need years; it cannot be told to stop. So it searches
/// on a thread of its own and is left alone there when its time is over.
struct CheckPattern: Hashable, Sendable {
  /// How a search ended.
  enum Finding: Hashable {
    case found, absent, givenUp
  }

  /// How long one search may take, of which a sound pattern needs microseconds; tests wait less.
  @TaskLocal static var patience = DispatchTimeInterval.seconds(2)

  private static let hopeless = Mutex(TimedOutSearches())

  /// Why a pattern does not compile, in the compiler's words.
  struct Fault: Error {
    let reason: String
  }

  /// Nested classes overflow the stack of the pattern parser: 50 do on a thread of 512 KiB (Swift 6.3).
  private static let mostClasses = 10

  private let pattern: String
  private let ignoringCase: Bool
  /// Letters are code points, digits and words those of ASCII, as ECMA-262 has it.
  private let isECMAScript: Bool

  init(_ pattern: String, ignoringCase: Bool) throws(Fault) {
    try self.init(pattern, ignoringCase: ignoringCase, isECMAScript: false)
  }

  /// A pattern as JSON Schema has them.
  init(ecmaScript pattern: String) throws(Fault) {
    try self.init(try ECMAPattern.inSwift(pattern), ignoringCase: false, isECMAScript: true)
  }

  private init(_ pattern: String, ignoringCase: Bool, isECMAScript: Bool) throws(Fault) {
    guard Self.classDepth(of: pattern) <= Self.mostClasses else {
      throw Fault(reason: "classes nest deeper than \(Self.mostClasses) levels")
    }
    do {
      _ = try Regex(pattern)
    } catch {
      throw Fault(reason: "\(error)")
    }
    self.pattern = pattern
    self.ignoringCase = ignoringCase
    self.isECMAScript = isECMAScript
  }

  /// Looks for a match anywhere in a text.
  func search(_ text: String) -> Finding {
    if Self.hopeless.withLock({ $0.holds(self, in: text) }) { return .givenUp }
    let answer = Answer()
    // A queue of its own: one that never comes back must not stand in anybody's way.
    DispatchQueue(label: "bakeoff.pattern").async {
      answer.give(finding(in: text))
      Self.hopeless.withLock { $0.remove(self, in: text) }
    }
    guard let finding = answer.wait(for: Self.patience) else {
      Self.hopeless.withLock { if !answer.isThere { $0.add(self, in: text) } }
      return .givenUp
    }
    return finding
  }

  /// Compiled where it is used: a compiled pattern may not change threads.
  ///
  /// `\b` is the boundary between `\w` and `\W`; the engine's own is that of UAX #29, which parts neither "Paris's" nor
  /// "42.50".
  private func finding(in text: String) -> Finding {
    guard let regex = try? Regex(pattern).ignoresCase(ignoringCase).wordBoundaryKind(.simple) else { return .absent }
    guard isECMAScript else { return regex.finding(in: text) }
    let ascii = regex.asciiOnlyDigits().asciiOnlyWordCharacters()
    let byScalars = ascii.matchingSemantics(.unicodeScalar).finding(in: text)
    guard hasWordBoundary else { return byScalars }
    // By code points the engine (Swift 6.3) has no digit in a word where it looks for `\b`; by characters it has. Where
    // each character is one code point both are otherwise the same, and elsewhere they have to agree.
    let byCharacters = ascii.finding(in: text)
    return byCharacters == byScalars || text.count == text.unicodeScalars.count ? byCharacters : .givenUp
  }

  private var hasWordBoundary: Bool { pattern.contains(#"\b"#) || pattern.contains(#"\B"#) }

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

/// A finding that another thread gives, perhaps too late.
private final class Answer: Sendable {
  private let given = Mutex<CheckPattern.Finding?>(nil)
  private let isGiven = DispatchSemaphore(value: 0)

  func give(_ finding: CheckPattern.Finding) {
    given.withLock { $0 = finding }
    isGiven.signal()
  }

  var isThere: Bool { given.withLock { $0 != nil } }

  /// Nil when it does not come in time.
  func wait(for patience: DispatchTimeInterval) -> CheckPattern.Finding? {
    isGiven.wait(timeout: .now() + patience) == .success ? given.withLock { $0 } : nil
  }
}

extension Regex {
  fileprivate func finding(in text: String) -> CheckPattern.Finding {
    (try? firstMatch(in: text)) == nil ? .absent : .found
  }
}
