internal import Dispatch
internal import Synchronization
internal import Transport

/// The threads of a run's tasks: they build requests, decode answers and write the journal.
///
/// One fewer than there are cores, and behind all others: a thread of the usual pool works for up to two ticks of the
/// system's clock before anybody else gets its core, and with one on each core that is how long the transport's thread
/// and a server on this machine had to wait. On two cores it added 1 to 4 ms to the p99 of TTFT.
final class Workers: TaskExecutor {
  private let jobs = Mutex(Queue())
  private let waiting = DispatchSemaphore(value: 0)
  private let count = max(1, BackgroundThread.cores - 1)

  init() {
    for _ in 0..<count {
      BackgroundThread.start(.low) { [self] in while runNext() {} }
    }
  }

  /// Carries out an operation whose tasks run here, and ends the threads behind it.
  static func run<Result: Sendable>(_ operation: () async throws -> Result) async rethrows -> Result {
    let workers = Workers()
    defer { workers.close() }
    return try await withTaskExecutorPreference(workers, operation: operation)
  }

  /// What comes behind the end goes to the usual pool.
  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    guard jobs.withLock({ $0.append(job) }) else { return globalConcurrentExecutor.enqueue(job) }
    waiting.signal()
  }

  func close() {
    jobs.withLock { $0.close() }
    for _ in 0..<count { waiting.signal() }
  }

  /// False when there is nothing to run and nothing will come.
  private func runNext() -> Bool {
    waiting.wait()
    guard let job = jobs.withLock({ $0.popFirst() }) else { return false }
    job.runSynchronously(on: asUnownedTaskExecutor())
    return true
  }
}

extension Workers {
  /// First in, first out; what has left is forgotten as soon as it is more than half.
  private struct Queue: Sendable {
    private var jobs: [UnownedJob] = []
    private var taken = 0
    private var isOpen = true

    /// False when it is closed.
    mutating func append(_ job: UnownedJob) -> Bool {
      if isOpen { jobs.append(job) }
      return isOpen
    }

    mutating func close() {
      isOpen = false
    }

    mutating func popFirst() -> UnownedJob? {
      guard taken < jobs.count else { return nil }
      let job = jobs[taken]
      taken += 1
      if taken * 2 > jobs.count {
        jobs.removeFirst(taken)
        taken = 0
      }
      return job
    }
  }
}
