/// How many letters two words differ by: inserted, removed, replaced, or swapped with the next one.
///
/// The optimal string alignment of Damerau's distance, over Unicode scalars.
package enum EditDistance {
  /// Words that differ more than this are not taken for each other.
  private static let mostForSuggestion = 3
  /// A longer word is no slip of the finger, and the table grows with the product of both lengths.
  private static let longestWord = 100

  package static func between(_ first: String, and second: String) -> Int {
    let first = Array(first.unicodeScalars)
    let second = Array(second.unicodeScalars)
    var beforeLast: [Int] = []
    var last = Array(0...second.count)
    for (row, scalar) in first.enumerated() {
      var current = [row + 1]
      for (column, other) in second.enumerated() {
        var least = min(last[column + 1] + 1, current[column] + 1, last[column] + (scalar == other ? 0 : 1))
        if row > 0, column > 0, scalar == second[column - 1], first[row - 1] == other {
          least = min(least, beforeLast[column - 1] + 1)
        }
        current.append(least)
      }
      beforeLast = last
      last = current
    }
    return last[second.count]
  }

  /// The candidate that a mistyped word may have meant: the nearest, the first of equals, nil when all are far.
  @Sendable package static func nearest(to word: String, among candidates: [String]) -> String? {
    guard word.unicodeScalars.count <= longestWord else { return nil }
    let distances = candidates.map { (candidate: $0, distance: between(word, and: $0)) }
    let best = distances.min { $0.distance < $1.distance }
    // A word of which nothing is left has not been mistyped but replaced.
    guard let best, best.distance <= mostForSuggestion, best.distance < word.unicodeScalars.count else { return nil }
    return best.candidate
  }
}
