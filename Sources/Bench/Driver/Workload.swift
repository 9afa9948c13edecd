/// Work that a client is measured at.
struct Workload: Hashable, Sendable {
  var name: String
  var streams: Int
  /// A multiple of four.
  var requests: Int
  /// Milliseconds from a request to its first chunk.
  var firstChunk = 0
  /// Microseconds between two chunks.
  var interval = 0
  var chunks: Int
  /// How often each client does it in turn.
  var rounds = 1

  /// As the reference server reads it.
  var model: String { "sim-t\(firstChunk)-i\(interval)-n\(chunks)" }
  /// As the simulator reads it.
  var metronome: String { "metronome/t\(firstChunk)-g\(interval / 1_000)-n\(chunks)" }
  /// Sockets of the client or of the server, with some to spare.
  var descriptors: Int { streams + 100 }
}

extension Workload {
  static let all = [
    Workload(name: "1 stream", streams: 1, requests: 32, firstChunk: 50, interval: 20_000, chunks: 10),
    streams64,
    streams512,
    Workload(
      name: "2,000 streams", streams: 2_000, requests: 2_000, firstChunk: 100, interval: 100_000, chunks: 20,
      rounds: 3),
    flatOut,
    trials1k,
    trials10k,
    trials100k,
  ]

  static let streams64 = Workload(
    name: "64 streams", streams: 64, requests: 640, firstChunk: 50, interval: 20_000, chunks: 25, rounds: 5)
  static let streams512 = Workload(
    name: "512 streams", streams: 512, requests: 1_536, firstChunk: 100, interval: 20_000, chunks: 50, rounds: 5)
  static let flatOut = Workload(name: "flat out", streams: 64, requests: 2_000, chunks: 100, rounds: 3)
  static let trials1k = Workload(name: "1,000 trials", streams: 64, requests: 1_000, chunks: 1)
  static let trials10k = Workload(name: "10,000 trials", streams: 64, requests: 10_000, chunks: 1)
  static let trials100k = Workload(name: "100,000 trials", streams: 64, requests: 100_000, chunks: 1)
}
