internal import Benchmark
internal import Harness
internal import Simulator

/// The scenario that `--scenario` names: a built-in one, or a file.
struct ScenarioOption: Sendable {
  private static let largest = 16 << 20

  var name: String

  /// - Throws: `Failure`.
  func scenario() throws -> Scenario {
    do {
      if let known = try Scenario.named(name) { return known }
      let bytes = try contents()
      try check(bytes)
      return try Scenario.read(bytes, source: name)
    } catch let error as ScenarioError {
      throw Failure(.badData, "\(error)")
    }
  }

  /// What is wrong with the JSON itself, with its line and column.
  private func check(_ bytes: [UInt8]) throws {
    guard let problem = JSONReader.read(bytes).problems.first else { return }
    let place = SourceText(bytes).place(of: problem.offset)
    throw Failure(.badData, "\(name):\(place.line):\(place.column): \(problem.fault.message).")
  }

  private func contents() throws -> [UInt8] {
    do {
      return try FileSystem.read(name, limit: ScenarioOption.largest)
    } catch let error as FileError {
      throw Failure(
        .badData,
        "The scenario \(name) is neither built in ('--scenario list' names those) nor a file that can be "
          + "read: \(error.reason).")
    }
  }

  /// All that are built in, one a line.
  static var list: String {
    let width = Scenario.builtIn.map(\.name.count).max() ?? 0
    return Scenario.builtIn.map { scenario in
      scenario.name + String(repeating: " ", count: width + 2 - scenario.name.count) + scenario.summary + "\n"
    }.joined()
  }
}
