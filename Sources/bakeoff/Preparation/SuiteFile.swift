internal import Benchmark
internal import Harness

/// A suite as it stands in a file, with the hash that tells later whether it changed.
struct SuiteFile: Sendable {
  private static let largest = 256 << 20

  var suite: Suite
  var source: SuiteSource
  /// Where the files are that it names.
  var folder: SuiteFolder

  /// Reads and checks a suite and takes what the options choose of it; every problem is told at once.
  ///
  /// `embedded` is read in place of the file that `path` names.
  /// - Throws: `Failure`.
  static func read(
    _ path: String, _ options: SuiteOptions = SuiteOptions(), embedded: [UInt8]? = nil, keyVariable: String? = nil,
    in context: Context
  ) throws -> SuiteFile {
    let bytes = try embedded ?? contents(of: path)
    let folder = SuiteFolder(
      ofSuite: path, allowsOutside: options.allowsOutside, secrets: context.secrets(with: keyVariable))
    let reading = SuiteReader.read(bytes, path: path, files: folder)
    for warning in reading.warnings { context.console.warn(warning.description) }
    guard var suite = reading.suite else {
      let count = reading.problems.count
      throw Failure(
        .badData, "\(path) has \(count == 1 ? "a problem" : "\(count) problems"):",
        details: reading.problems.map(\.description))
    }
    let count = suite.prompts.count
    suite.prompts = try chosen(by: options.selection, of: suite.prompts)
    let source = SuiteSource(
      path: path, sha256: SHA256.hex(bytes), files: folder.filesRead,
      prompts: options.selection.isAll ? nil : count)
    return SuiteFile(suite: suite, source: source, folder: folder)
  }

  /// - Throws: `Failure` where none is left.
  static func chosen(by selection: Selection, of prompts: PromptList) throws -> PromptList {
    if selection.isAll { return prompts }
    do throws(SelectionFault) {
      return prompts.choosing(try selection.places(in: prompts))
    } catch {
      throw Failure(.usage, error.message)
    }
  }

  static func contents(of path: String) throws -> [UInt8] {
    do {
      return try FileSystem.read(path, limit: largest)
    } catch let error as FileError {
      if FileSystem.isFolder(path) {
        throw Failure(.badData, "The suite \(path) is a folder: name a file in it, such as \(example(in: path)).")
      }
      throw Failure(.badData, "The suite \(path) cannot be read: \(error.reason).")
    }
  }

  /// A file of the folder that could be meant; an invented one where none is there.
  private static func example(in folder: String) -> String {
    let name = FileSystem.names(in: folder).filter { $0.hasSuffix(".json") }.min() ?? "suite.json"
    return folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }
}
