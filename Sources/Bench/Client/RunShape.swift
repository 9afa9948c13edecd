internal import Arguments
internal import Benchmark

/// How much a run asks for, and how its requests begin.
struct RunShape: Hashable, Sendable {
  /// All of them ask for the same model, whose name says what the server does.
  private static let contestants = 4
  private static let mostPrompts = 250

  var model = ""
  var streams = 1
  /// A multiple of four.
  var requests = 4
  /// Microseconds over which the first request of each stream is spread.
  var spread = 0

  static let arguments: [Argument<Self>] = [
    .option("model", \.model, valueName: "id", help: "What the server shall do, as its model's name.", default: Self()),
    .option("streams", \.streams, valueName: "n", help: "The requests in flight.", default: Self()),
    .option("requests", \.requests, valueName: "n", help: "All requests.", default: Self()),
    .option("spread", \.spread, valueName: "us", help: "Microseconds over which to start.", default: Self()),
  ]

  /// The suite that makes this many requests, as its file would be.
  var suite: [UInt8] {
    let prompts = (1...prompts).map { #"{"id":"p\#($0)","prompt":"Say something, number \#($0)."}"# }
    return Array(#"{"name":"bench","prompts":[\#(prompts.joined(separator: ","))]}"#.utf8)
  }

  var repetitions: Int { perContestant / prompts }

  func contestants(at endpoint: String) -> [Contestant] {
    (1...RunShape.contestants).map { Contestant(name: "client \($0)", model: model, endpoint: endpoint) }
  }

  private var perContestant: Int { requests / RunShape.contestants }

  /// As many as can be repeated equally often.
  private var prompts: Int {
    (1...RunShape.mostPrompts).last { perContestant.isMultiple(of: $0) } ?? 1
  }
}
