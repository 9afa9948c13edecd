#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A thread that receives no signals and ends when its work returns.
package enum BackgroundThread {
  /// Which threads go first where there are more of them than cores.
  package enum Priority: Sendable {
    /// What stamps: not above what it measures, which may be a server on this machine.
    case usual
    /// What can wait.
    case low
  }

  private final class Work {
    let priority: Priority
    let run: @Sendable () -> Void

    init(_ priority: Priority, _ run: @escaping @Sendable () -> Void) {
      self.priority = priority
      self.run = run
    }
  }

  /// At least 1.
  package static var cores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  package static func start(_ priority: Priority, _ run: @escaping @Sendable () -> Void) {
    let work = Unmanaged.passRetained(Work(priority, run)).toOpaque()
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let status = pthread_create(&thread, nil, runWork, work)
    precondition(status == 0, "no thread for the transport: error \(status)")
    #if canImport(Darwin)
      if let thread { pthread_detach(thread) }
    #else
      pthread_detach(thread)
    #endif
  }

  // A broken pipe inside a TLS library must not end the process, and handlers shall not delay a stamp.
  private static func blockSignals() {
    var all = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_BLOCK, &all, nil)
  }

  #if canImport(Darwin)
    private static let runWork: @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? = { work in
      run(work)
      return nil
    }
  #else
    private static let runWork: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { work in
      if let work { run(work) }
      return nil
    }
  #endif

  private static func run(_ work: UnsafeMutableRawPointer) {
    let work = Unmanaged<Work>.fromOpaque(work).takeRetainedValue()
    blockSignals()
    adopt(work.priority)
    work.run()
  }

  private static func adopt(_ priority: Priority) {
    guard priority == .low else { return }
    #if canImport(Darwin)
      pthread_set_qos_class_self_np(QOS_CLASS_UTILITY, 0)
    #else
      // On Linux a thread's own. A third of the usual weight: it gets on beside a busy program all the same.
      _ = nice(5)
    #endif
  }

  /// Lets others that wait for this thread's core go first, once.
  static func giveWay() {
    sched_yield()
  }
}
