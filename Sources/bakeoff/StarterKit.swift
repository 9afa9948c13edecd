internal import Harness

/// The files that begin a comparison of one's own, as they stand in the binary.
struct StarterKit: Sendable {
  struct File: Sendable {
    /// Below the folder.
    var path: String
    var bytes: [UInt8]
    /// What it is good for, in a few words.
    var purpose: String
  }

  /// What became of the files.
  struct Result: Sendable {
    var written: [File] = []
    /// Those that stood there already and were left alone.
    var kept: [File] = []
  }

  static let suite = File(
    path: "suites/starter.json", bytes: PackageResources.starter_json,
    purpose: "a suite of short tasks, to change as you like")

  private static let files = [
    suite,
    File(
      path: "suites/schema/suite.schema.json", bytes: PackageResources.suite_schema_json,
      purpose: "what a suite may hold: editors complete and explain it"),
    File(
      path: ".github/workflows/bakeoff.yml", bytes: PackageResources.bakeoff_yml,
      purpose: "the comparison on GitHub, failing on failed checks"),
  ]

  /// Where they go; empty for the present one.
  var folder: String

  /// Writes what is missing: all of it, or nothing.
  ///
  /// - Throws: `FileError`.
  func write() throws -> Result {
    var result = Result()
    do {
      for file in StarterKit.files { try write(file, &result) }
    } catch {
      for file in result.written { NewFile.withdraw(path(of: file)) }
      throw error
    }
    return result
  }

  private func write(_ file: File, _ result: inout Result) throws {
    let path = path(of: file)
    try FileSystem.createFolders(
      path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/"))
    do {
      try NewFile.write(file.bytes, to: path)
      result.written.append(file)
    } catch let error as FileError where error.isTaken {
      result.kept.append(file)
    }
  }

  func path(of file: File) -> String { folder.isEmpty ? file.path : "\(folder)/\(file.path)" }
}
