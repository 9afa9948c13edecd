internal import Benchmark

/// Something of a foreign file that the suite does not say, or says in another way.
struct ImportNote: Hashable, Sendable, CustomStringConvertible {
  let file: String
  let line: Int
  let column: Int
  /// As in `tests[2].assert[0]`; empty for a whole line or file.
  let path: String
  let words: String

  var description: String {
    "\(file.excerpt(400)):\(line):\(column): " + (path.isEmpty ? "" : "\(path): ") + words
  }
}
