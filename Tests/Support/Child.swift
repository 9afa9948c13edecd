import Foundation
import Synchronization

/// A program that a test starts, in a process group of its own and with nothing to read.
///
/// Foundation's `Process` died in its own start (a copy of memory that was gone) twice in some hundred runs of all tests.
package final class Child: Sendable {
  /// Where a program runs and where its words go: open descriptors, which stay the caller's.
  package struct Place: Sendable {
    package var folder: String
    package var environment: [String: String]
    package var output: Int32
    package var error: Int32

    package init(folder: String, environment: [String: String], output: Int32, error: Int32) {
      self.folder = folder
      self.environment = environment
      self.output = output
      self.error = error
    }
  }

  package let id: Int32
  /// As waitpid(2) told it; nil while it runs.
  private let status = Mutex<Int32?>(nil)

  /// - Throws: `POSIXError` when it cannot be started.
  package init(_ command: [String], in place: Place, atEnd: @escaping @Sendable () -> Void = {}) throws {
    id = try Child.spawn(command, in: place)
    Thread.detachNewThread { [self] in
      var status: Int32 = 0
      while waitpid(id, &status, 0) < 0, errno == EINTR {}
      self.status.withLock { [status] in $0 = status }
      atEnd()
    }
  }

  package var isRunning: Bool { status.withLock { $0 == nil } }

  /// It was ended by a signal instead of exiting.
  package var hasCrashed: Bool { signal != 0 }

  /// What it exited with, or the signal that ended it; -1 while it runs.
  package var exitStatus: Int32 {
    hasCrashed ? signal : status.withLock { $0.map { $0 >> 8 & 0xff } ?? -1 }
  }

  /// Nothing when it has ended: its number may be another program's by then.
  package func send(_ signal: Int32) {
    if isRunning { kill(id, signal) }
  }

  private var signal: Int32 { status.withLock { $0.map { $0 & 0x7f } ?? 0 } }
}

extension Child {
  #if canImport(Darwin)
    private typealias Actions = posix_spawn_file_actions_t?
    private typealias Attributes = posix_spawnattr_t?
    private static func made() -> (Actions, Attributes) { (nil, nil) }
  #else
    private typealias Actions = posix_spawn_file_actions_t
    private typealias Attributes = posix_spawnattr_t
    private static func made() -> (Actions, Attributes) { (Actions(), Attributes()) }
  #endif

  /// posix_spawn(3) itself cannot change folders everywhere.
  private static let launcher = ["/bin/sh", "-c", "cd -- \"$0\" && exec \"$@\""]

  private static func spawn(_ command: [String], in place: Place) throws -> pid_t {
    var (actions, attributes) = made()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    connect(&actions, place)
    separate(&attributes)
    keepFilesToOurselves()
    var id: pid_t = 0
    let code = withCStrings(launcher + [place.folder] + command) { words in
      withCStrings(place.environment.map { "\($0)=\($1)" }) {
        posix_spawn(&id, launcher[0], &actions, &attributes, words, $0)
      }
    }
    guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EIO) }
    return id
  }

  private static func connect(_ actions: inout Actions, _ place: Place) {
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, place.output, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, place.error, STDERR_FILENO)
  }

  private static func separate(_ attributes: inout Attributes) {
    var (all, none) = (sigset_t(), sigset_t())
    sigfillset(&all)
    sigemptyset(&none)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
  }

  /// Nothing else that the tests have open reaches it: a pipe would not end before it does.
  private static func keepFilesToOurselves() {
    let open = (try? FileManager.default.contentsOfDirectory(atPath: "/dev/fd")) ?? []
    for descriptor in open.compactMap({ Int32($0) }) where descriptor > STDERR_FILENO {
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }
  }

  private static func withCStrings<Result>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = texts.map { strdup($0) }
    defer { copies.forEach { free($0) } }
    return body(copies + [nil])
  }
}
