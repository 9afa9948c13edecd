/// A regular expression of a check, compiled.
///
/// A hostile pattern can still match for very long: the engine backtracks and cannot be told to stop.
struct CheckPattern {
  /// Why a pattern does not compile, in the compiler's words.
  struct Fault: Error {
    let reason: String
  }

  /// Nested classes overflow the stack of the pattern parser (some thousands do, on Swift 6.3).
  private static let mostBrackets = 200

  private let regex: Regex<AnyRegexOutput>

  init(_ pattern: String, ignoringCase: Bool) throws(Fault) {
    guard pattern.utf8.count(where: { $0 == UInt8(ascii: "[") }) <= Self.mostBrackets else {
      throw Fault(reason: "more than \(Self.mostBrackets) brackets open in it")
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
}
