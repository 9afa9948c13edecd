internal import Arguments
internal import Harness

/// `bakeoff-bench all`: every workload in interleaved rounds, then the tables.
struct AllCommand: Verb {
  var only: [String] = []

  static let name = "all"
  static let abstract = "Measure everything and print the tables and the targets."
  static let arguments: [Argument<Self>] = [
    .repeated("only", \.only, valueName: "name", help: "A workload to measure; without it all are.")
  ]

  func run() async throws {
    let programs = Programs(beside: CommandLine.arguments[0])
    let folder = try ScratchFolder(programs.scratchFolder)
    let driver = try Driver(programs: programs, folder: folder.path, descriptors: DescriptorLimit.raise())
    defer { driver.stop() }
    let chosen = Workload.all.filter { only.isEmpty || only.contains($0.name) }
    let before = Machine.load
    let results = try chosen.compactMap { try driver.measure($0) }
    try Output.print(Summary(machine: Machine(loadBefore: before), results: results).text)
  }
}
