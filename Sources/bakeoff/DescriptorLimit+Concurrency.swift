internal import Harness

extension DescriptorLimit {
  /// Files that a run has open beside its connections.
  private static let others = 32

  /// Makes room for as many connections as will be in flight.
  ///
  /// - Throws: `Failure` when the system does not allow them: a connection that we cannot open is no failure of a server.
  static func allow(concurrency: Int) throws {
    let allowed = raise()
    guard allowed < concurrency + others else { return }
    throw Failure(
      .usage,
      "\(concurrency) requests at once need \(concurrency + others) open files, but the system allows \(allowed): "
        + "raise that with 'ulimit -n \(concurrency + others)', or lower '--concurrency'.")
  }
}
