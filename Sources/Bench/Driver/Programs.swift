/// Where the programs of the benchmark stand: side by side.
struct Programs: Hashable, Sendable {
  private let folder: String

  init(beside program: String) {
    folder = program.lastIndex(of: "/").map { String(program[..<$0]) } ?? "."
  }

  /// For what a benchmark writes: on the same disk as other runs, and gone with 'make clean'.
  var scratchFolder: String { "\(folder)/bench-run" }
  var bench: String { "\(folder)/bakeoff-bench" }
  var referenceServer: String { "\(folder)/ReferenceServer" }
  var floorClient: String { "\(folder)/FloorClient" }
}
