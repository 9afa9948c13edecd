internal import Arguments
internal import Harness
internal import Transport

/// `bakeoff-bench client`: one measured run in a process of its own.
struct ClientCommand: Verb {
  var workload = RunShape()
  var url = ""
  var folder = ""

  static let name = "client"
  static let abstract = "Carry out one run by the product's own path, and store what it saw."
  static let arguments: [Argument<Self>] =
    RunShape.arguments.map { $0.lifted(by: \.workload) } + [
      .option("url", \.url, valueName: "url", help: "The server's API.", default: Self()),
      .option("folder", \.folder, valueName: "folder", help: "Gets the journal and the samples.", default: Self()),
    ]

  func run() async throws {
    let folder = RunFolder(path: folder)
    let samples = try await MeasuredRun(shape: workload, endpoint: Endpoint(url), folder: folder).carryOut()
    try samples.write(to: "\(folder.path)/\(Samples.fileName)")
  }
}
