package import Benchmark
internal import Wire

extension JournalReader {
  /// What was decided before the first request, without the prompts: the first line alone is read.
  ///
  /// - Throws: `FileError`, `Failure`.
  package static func record(of path: String) throws -> RunRecord {
    var lines = JournalLines(of: try ReadableFile(path))
    guard let first = try lines.next() else { throw Failure(description: "\(path): the journal is empty") }
    return try head(first, path: path)
  }

  /// Whether something was sent, and nothing got further than a refused key or a wrong address.
  ///
  /// Reading ends at the first attempt that did.
  /// - Throws: `FileError`.
  static func wasTurnedAway(_ path: String) throws -> Bool {
    var lines = JournalLines(of: try ReadableFile(path))
    var isAsked = false
    while let line = try lines.next() {
      guard kind(of: line) == "attempt" else { continue }
      let attempt = try? QuickDecoder.decode(AttemptRecord.self, from: Array(line))
      guard let attempt, attempt.outcome.kind == .auth || attempt.isOfWrongAddress else { return false }
      isAsked = true
    }
    return isAsked
  }
}
