internal import Arguments

/// A command that can be carried out.
protocol Verb: Command {
  /// - Throws: An error whose description is a sentence.
  func run() async throws
}

/// Why the benchmark cannot go on, as a whole sentence.
struct BenchFailure: Error, Hashable, CustomStringConvertible {
  var description: String

  init(_ description: String) {
    self.description = description
  }
}
