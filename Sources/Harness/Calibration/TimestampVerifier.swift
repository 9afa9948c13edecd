package import Benchmark
internal import Synchronization
package import Transport

/// Holds what the harness recorded against the stamps that the server wrote into the same answer.
package final class TimestampVerifier: Sendable {
  private struct State: Sendable {
    /// How long the server itself took to the first chunk, by the moment the request was sent.
    var servedIn: [Nanoseconds: Nanoseconds] = [:]
    var firstTokenErrors: [Nanoseconds] = []
    var chunkErrors: [Nanoseconds] = []
  }

  private let start: Nanoseconds
  private let state = Mutex(State())

  /// `start` is the instant that the run's stamps count from.
  package init(start: Nanoseconds) {
    self.start = start
  }

  package var errors: (firstToken: [Nanoseconds], chunk: [Nanoseconds]) {
    state.withLock { ($0.firstTokenErrors, $0.chunkErrors) }
  }

  /// Takes the server's stamps from an exchange that has ended.
  package func note(_ exchange: Exchange) {
    guard let sent = exchange.sent else { return }
    let stamps = ServedStamps(exchange.body)
    guard let first = stamps.chunks.first, let read = stamps.read else { return }
    let errors = TimestampVerifier.chunkErrors(of: exchange.reads, stamps.chunks)
    state.withLock { state in
      state.servedIn[sent - start] = first.written - read
      state.chunkErrors += errors
    }
  }

  /// Takes the harness's own account of the same request, which is told after the exchange.
  package func note(_ event: RunEvent) {
    guard case .finished(_, let attempt) = event, let sent = attempt.timeline.sent,
      let firstToken = attempt.timeline.firstToken
    else { return }
    state.withLock { state in
      guard let served = state.servedIn.removeValue(forKey: sent) else { return }
      state.firstTokenErrors.append((firstToken - sent) - served)
    }
  }

  /// A chunk was seen by the read that brought the end of its event.
  private static func chunkErrors(of reads: [Exchange.Read], _ chunks: [ServedStamps.Chunk]) -> [Nanoseconds] {
    var reads = reads[...]
    return chunks.compactMap { chunk in
      while let read = reads.first, read.end < chunk.end { reads.removeFirst() }
      return reads.first.map { $0.at - chunk.written }
    }
  }
}
