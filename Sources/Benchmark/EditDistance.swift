/// How many letters two words differ by: inserted, removed, replaced, or swapped with the next one.
///
/// The optimal string alignment of Damerau's distance, over Unicode scalars.
package enum EditDistance {
  /// Words that differ more than this are not taken for each other, nor those of which more than a third differs.
  private static let mostForSuggestion = 3
  /// A shorter beginning fits too many words.
  private static let shortestBeginning = 3
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

  /// The candidate that a mistyped word may have meant: one that begins with it, the shortest first, else the nearest,
  /// else one that it abbreviates (`img`); the first of equals, nil when all are far.
  @Sendable package static func nearest(to word: String, among candidates: [String]) -> String? {
    let length = word.unicodeScalars.count
    guard length <= longestWord else { return nil }
    // The dashes of an option are no part of its name.
    let letters = length - word.prefix { $0 == "-" }.count
    let longer = letters >= shortestBeginning ? candidates.filter { $0 != word && $0.hasPrefix(word) } : []
    if let completed = longer.min(by: { $0.count < $1.count }) { return completed }
    let distances = candidates.map { (candidate: $0, distance: between(word, and: $0)) }
    let best = distances.min { $0.distance < $1.distance }
    if let best, best.distance <= min(mostForSuggestion, max(1, letters / 3)), best.distance < letters {
      return best.candidate
    }
    return letters >= shortestBeginning ? candidates.first { isAbbreviation(word, of: $0) } : nil
  }

  /// Whether a word begins another and has its other letters in their order.
  private static func isAbbreviation(_ word: String, of other: String) -> Bool {
    var rest = word.unicodeScalars[...]
    guard rest.first == other.unicodeScalars.first else { return false }
    for scalar in other.unicodeScalars where scalar == rest.first { rest.removeFirst() }
    return rest.isEmpty
  }

  /// So many pairs of characters are compared at most; as many take a tenth of a second.
  private static let mostPairs = 100_000_000

  /// 1 − Levenshtein's distance ÷ the longer length, in characters; 1 for two empty texts.
  ///
  /// Nil when both are too long for it.
  package static func similarity(of first: String, and second: String) -> Double? {
    var first = Array(first)
    var second = Array(second)
    let longer = max(first.count, second.count)
    guard longer > 0 else { return 1 }
    let start = zip(first, second).prefix { $0 == $1 }.count
    first.removeFirst(start)
    second.removeFirst(start)
    let end = zip(first.reversed(), second.reversed()).prefix { $0 == $1 }.count
    first.removeLast(end)
    second.removeLast(end)
    guard first.count.multipliedReportingOverflow(by: second.count).partialValue <= mostPairs else { return nil }
    return 1 - Double(levenshtein(numbered(first, second))) / Double(longer)
  }

  /// Equal characters as equal numbers: comparing characters themselves is slow.
  private static func numbered(_ first: [Character], _ second: [Character]) -> (first: [Int32], second: [Int32]) {
    var numbers: [Character: Int32] = [:]
    let number = { (character: Character) -> Int32 in
      let number = numbers[character] ?? Int32(numbers.count)
      numbers[character] = number
      return number
    }
    return (first.map(number), second.map(number))
  }

  /// Wagner and Fischer's table, a row at a time.
  private static func levenshtein(_ texts: (first: [Int32], second: [Int32])) -> Int {
    var row = Array(0...Int32(texts.second.count))
    for (index, letter) in texts.first.enumerated() {
      var diagonal = row[0]
      row[0] = Int32(index + 1)
      for column in texts.second.indices {
        let above = row[column + 1]
        let replaced = diagonal + (letter == texts.second[column] ? 0 : 1)
        row[column + 1] = min(above + 1, row[column] + 1, replaced)
        diagonal = above
      }
    }
    return Int(row[texts.second.count])
  }
}
