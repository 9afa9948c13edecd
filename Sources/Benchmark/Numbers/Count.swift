/// Whole numbers that count something and that somebody else says: a server, a journal, a ledger, a suite, an option.
///
/// What is outside of the range is refused where it comes in; nothing behind that can overflow.
package enum Count {
  /// From 2⁵³ on a double cannot tell neighbours apart (IEEE 754), and nothing was ever counted that far.
  package static let range = 0...(1 << 53)

  /// What to give in place of more than that.
  package static let mostWords = "\(range.upperBound) at the most"

  /// Nil for what is outside of the range.
  package static func admitted(_ number: Int) -> Int? { range.contains(number) ? number : nil }

  /// At most the largest count that there is.
  package static func sum(_ counts: some Sequence<Int>) -> Int {
    counts.reduce(0) { min($0.addingSaturated($1), range.upperBound) }
  }

  /// At most the largest count that there is.
  package static func product(_ counts: Int...) -> Int {
    counts.reduce(1) { min($0.multipliedSaturated(by: $1), range.upperBound) }
  }

  /// - Throws: `ImpossibleNumber` for the first that is outside of the range; nil is not known, and is fine.
  static func verify(
    _ counts: KeyValuePairs<String, Int?>, in range: ClosedRange<Int> = range
  ) throws(ImpossibleNumber) {
    for (name, count) in counts where count.map(range.contains) == false {
      throw ImpossibleNumber(name, "\(count ?? 0)")
    }
  }
}

/// A number that cannot be, where a file says it.
package struct ImpossibleNumber: Error, Hashable, CustomStringConvertible {
  /// As in `concurrency is -1`.
  package let description: String

  package init(_ name: String, _ value: String) {
    description = "\(name) is \(value)"
  }
}
