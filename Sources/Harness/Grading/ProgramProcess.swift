internal import CSignal
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A program that was started with pipes for its input and output, in a process group of its own.
///
/// It inherits no open file, of the environment what it is given, and only those ignored signals that this process has
/// inherited itself. When its owner goes, whatever is left of its group is killed and the program waited for.
struct ProgramProcess: ~Copyable {
  let id: pid_t
  /// Our ends; none of them blocks.
  let (input, output, error): (Pipe, Pipe, Pipe)

  /// An end of a pipe, closed when its owner goes or before.
  final class Pipe {
    private(set) var descriptor: Int32?

    fileprivate init(_ descriptor: Int32) {
      self.descriptor = descriptor
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }

    fileprivate func becomeUnblocking() {
      if let descriptor { _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK) }
    }

    func end() {
      if let descriptor { close(descriptor) }
      descriptor = nil
    }

    deinit { end() }
  }

  /// `command` begins with the program: a path, or a name that PATH leads to.
  ///
  /// - Throws: `FileError` when it cannot be started.
  init(_ command: [String], in folder: String, environment: [String: String]) throws {
    (id, input, output, error) = try ProgramProcess.starting.withLock { _ in
      try ProgramProcess.start(command, in: folder, environment)
    }
    for pipe in [input, output, error] { pipe.becomeUnblocking() }
  }

  /// A pipe is open to whatever is started before it is marked: one program at a time is.
  private static let starting = Mutex(())

  private static func start(
    _ command: [String], in folder: String, _ environment: [String: String]
  ) throws -> (pid_t, input: Pipe, output: Pipe, error: Pipe) {
    let program = command.first ?? ""
    let (theirInput, input) = try pipe(for: program)
    let (output, theirOutput) = try pipe(for: program)
    let (error, theirError) = try pipe(for: program)
    let theirs = [theirInput, theirOutput, theirError]
    let id = try spawn(command, in: folder, environment, theirs.compactMap(\.descriptor))
    theirs.forEach { $0.end() }
    return (id, input, output, error)
  }

  private static func pipe(for program: String) throws -> (reading: Pipe, writing: Pipe) {
    var ends: [Int32] = [0, 0]
    guard systemPipe(&ends) == 0 else { throw FileError.last("start", program) }
    return (Pipe(ends[0]), Pipe(ends[1]))
  }

  deinit {
    kill(-id, SIGKILL)
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
  }

  /// How it ended, nil while it runs; it stays there to be waited for, so that its number is nobody else's.
  var exit: Exit? {
    var info = siginfo_t()
    guard waitid(P_PID, id_t(id), &info, WEXITED | WNOHANG | WNOWAIT) == 0, info.si_signo == SIGCHLD else {
      return nil
    }
    return info.si_code == Int32(CLD_EXITED) ? .status(info.exitStatus) : .signal(info.exitStatus)
  }

  /// By itself, or ended by a signal.
  enum Exit: Hashable, Sendable {
    case status(Int32)
    case signal(Int32)
  }
}

extension siginfo_t {
  /// The status, or the number of the signal.
  fileprivate var exitStatus: Int32 {
    #if canImport(Glibc)
      _sifields._sigchld.si_status
    #else
      si_status
    #endif
  }
}

// MARK: - Starting

extension ProgramProcess {
  #if canImport(Glibc)
    private typealias Actions = posix_spawn_file_actions_t
    private typealias Attributes = posix_spawnattr_t
  #else
    private typealias Actions = posix_spawn_file_actions_t?
    private typealias Attributes = posix_spawnattr_t?
  #endif

  /// Goes to the folder and becomes the program: posix_spawn(3) itself cannot change folders everywhere.
  private static let launcher = ["/bin/sh", "-c", "cd -- \"$0\" && exec \"$@\""]

  private static func spawn(
    _ command: [String], in folder: String, _ environment: [String: String], _ ends: [Int32]
  ) throws -> pid_t {
    var (actions, attributes) = (emptyActions(), emptyAttributes())
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    for (number, end) in ends.enumerated() { posix_spawn_file_actions_adddup2(&actions, end, Int32(number)) }
    separate(&attributes)
    keepFilesToOurselves()
    var id: pid_t = 0
    let words = launcher + [folder] + command
    let code = withCStrings(words) { words in
      withCStrings(environment.map { "\($0)=\($1)" }) {
        posix_spawn(&id, launcher[0], &actions, &attributes, words, $0)
      }
    }
    guard code == 0 else { throw FileError("start", command.first ?? "", code: code) }
    return id
  }

  /// A group of its own, so that it can be killed with its children, and no signal held back, or ignored that we have
  /// not been told to ignore.
  private static func separate(_ attributes: inout Attributes) {
    var (usual, none) = (sigset_t(), sigset_t())
    sigfillset(&usual)
    for number in [SIGINT, SIGTERM, SIGHUP] where csignal_is_ignored(number) != 0 { sigdelset(&usual, number) }
    sigemptyset(&none)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setsigdefault(&attributes, &usual)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
  }

  /// What a library opened without saying so would be open in the program, too.
  private static func keepFilesToOurselves() {
    for descriptor in FileSystem.names(in: "/dev/fd").compactMap({ Int32($0) }) where descriptor > STDERR_FILENO {
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

  #if canImport(Glibc)
    private static func emptyActions() -> Actions { Actions() }
    private static func emptyAttributes() -> Attributes { Attributes() }
  #else
    private static func emptyActions() -> Actions { nil }
    private static func emptyAttributes() -> Attributes { nil }
  #endif
}

/// pipe(2), whose name our own `pipe` hides.
private func systemPipe(_ ends: UnsafeMutablePointer<Int32>) -> Int32 { pipe(ends) }
