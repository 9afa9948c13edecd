internal import Arguments
internal import Harness

/// `bakeoff-bench replay`: what a recorded run costs afterwards, in a process of its own.
struct ReplayCommand: Verb {
  var folder = ""

  static let name = "replay"
  static let abstract = "Read a journal, make its reports and write it again, and say what each took."
  static let arguments: [Argument<Self>] = [
    .positional("folder", \.folder, help: "A run's folder; gets a second journal.")
  ]

  func run() async throws {
    try Output.print(Replay(of: RunFolder(path: folder)).description)
  }
}
