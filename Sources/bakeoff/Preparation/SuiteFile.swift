internal import Benchmark
internal import Harness

/// A suite as it stands in a file, with the hash that tells later whether it changed.
struct SuiteFile: Sendable {
  private static let largest = 256 << 20

  var suite: Suite
  var source: SuiteSource
  /// Where the files are that it names.
  var folder: SuiteFolder

  /// Reads and checks a suite; every problem is told at once.
  ///
  /// - Throws: `Failure`.
  static func read(_ path: String, _ options: SuiteOptions = SuiteOptions(), console: Console) throws -> SuiteFile {
    let bytes = try contents(of: path)
    let folder = SuiteFolder(ofSuite: path, allowsOutside: options.allowsOutside)
    let reading = SuiteReader.read(bytes, path: path, files: folder)
    for warning in reading.warnings { console.warn(warning.description) }
    guard let suite = reading.suite else {
      let count = reading.problems.count
      throw Failure(
        .badData, "\(path) has \(count == 1 ? "a problem" : "\(count) problems"):",
        details: reading.problems.map(\.description))
    }
    return SuiteFile(
      suite: suite, source: SuiteSource(path: path, sha256: SHA256.hex(bytes), files: folder.textFiles),
      folder: folder)
  }

  static func contents(of path: String) throws -> [UInt8] {
    do {
      return try FileSystem.read(path, limit: largest)
    } catch let error as FileError {
      throw Failure(.badData, "The suite \(path) cannot be read: \(error.reason).")
    }
  }
}
